"""Posts: what front matter may say and what becomes of the body."""

from __future__ import annotations

import io

import pytest

from kg.model import Article
from kg.readers import read_stream


def post(text: str, name: str = "甲.md") -> Article:
    (item,) = read_stream(io.BytesIO(text.encode()), name)
    assert isinstance(item, Article)
    return item


@pytest.mark.parametrize(
    ("front", "field", "value"),
    [
        ("title: 招商大会", "title", "招商大会"),
        ('title: "招商: “冬季会战”"', "title", "招商: “冬季会战”"),
        ("标题: 招商大会", "title", "招商大会"),
        ("title: 2022", "title", "2022"),
        ("date: 2022-01-04 07:38:28 +0800", "published", "2022-01-04"),
        ("date: 2022-01-04", "published", "2022-01-04"),
        ("date: 2022年1月4日", "published", "2022-01-04"),
        ("date: 20220104", "published", "2022-01-04"),
        ("date: 2022/1", "published", "2022-01"),
        ("发布时间: 2022-02-30", "published", ""),
        ("date: 昨天", "published", ""),
        ("source: 东岭日报", "publisher", "东岭日报"),
        ("来源: 东岭日报", "publisher", "东岭日报"),
        ("author: 秦朗", "authors", ("秦朗",)),
        ("authors: [秦朗, 米粟]", "authors", ("秦朗", "米粟")),
        ("作者: 秦朗、米粟", "authors", ("秦朗", "米粟")),
        ("link: https://a.example/1", "url", "https://a.example/1"),
        ("region: 东岭县", "region", "东岭县"),
        ("title: [甲, 乙]", "title", ""),
        ("title:", "title", ""),
    ],
)
def test_front_matter(front: str, field: str, value: object) -> None:
    assert getattr(post(f"---\n{front}\n---\n正文。"), field) == value


def test_the_file_name_of_a_post_has_its_day() -> None:
    article = post("正文。", "2022-01-04-甲.md")
    assert (article.published, article.published_from) == ("2022-01-04", "file name")


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("第一段。\n\n第二段。", ["第一段。", "第二段。"]),
        ("第一段。\n第二段。", ["第一段。", "第二段。"]),
        ("　　第一段。\n\n    第二段。", ["第一段。", "第二段。"]),
        ("# 标题\n\n**粗体**和[链接](http://a.example)。", ["# 标题", "粗体和链接。"]),
        ("- 甲项\n- 乙项", ["甲项", "乙项"]),
        ("| 项目 | 投资 |\n|---|---|\n| 甲 | 3亿元 |", ["项目 投资", "甲 3亿元"]),
        ("![会场](a.jpg)\n\n正文。", ["正文。"]),
        ("<p>第一段。</p>\n<p>第二段。</p>", ["第一段。", "第二段。"]),
    ],
)
def test_the_body(body: str, lines: list[str]) -> None:
    assert post(f"---\ntitle: 甲\n---\n{body}").text.split("\n") == lines


def test_unclosed_after_a_rule_is_text() -> None:
    assert post("---\n\n正文。").text == "正文。"


def test_an_address_alone_on_a_line_is_where_it_came_from() -> None:
    assert post("---\ntitle: 甲\n---\n正文。\n\n<https://news.example/1.html?a=1>\n").url == "https://news.example/1.html?a=1"
