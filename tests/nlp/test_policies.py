"""Policies: documents in 《》, short names, numbers, formulas; books and newspapers are none."""

from __future__ import annotations

import pytest

from tests.nlp.named import mentions, named

NAMED = [
    ("下发《2021年江北市招商引资“秋季会战”工作方案》。", {"2021年江北市招商引资“秋季会战”工作方案"}),
    ("解读《民法典》，贯彻《中华人民共和国红十字会法》。", {"民法典", "中华人民共和国红十字会法"}),
    ("《江北市支持工业稳进提质若干措施》（以下简称《措施》）共20条。《措施》自8月1日起施行。", {"江北市支持工业稳进提质若干措施"}),
    ("出台《关于支持技术改造的若干措施》（江政发〔2022〕6号）。", {"关于支持技术改造的若干措施"}),
    ("“1+3+N”黄花产业政策即将出台。", {"“1+3+N”黄花产业政策"}),
    ("江北县2021年重点项目包保责任清单\n江政办发〔2021〕9号\n现将我县2021年重点项目包保责任清单印发给你们。", {"江北县2021年重点项目包保责任清单"}),
]
NONE = [
    "《江北日报》《新闻联播》报道了此事，他写了《大山里的歌》一书。",
    "双方签订《战略合作框架协议》，发放《防疫科普手册》。",
    "“一网通办”标准化建设提速，“N”个专班包干到底。",
]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_policies(text: str, expected: set[str]) -> None:
    assert named(text, "Policy") == expected


@pytest.mark.parametrize("text", NONE)
def test_books_and_methods_are_none(text: str) -> None:
    assert named(text, "Policy") == set()


def test_spans_take_the_marks_in() -> None:
    text = "贯彻《甲县条例》。"
    assert [text[m.span.start : m.span.end] for m in mentions(text) if m.type == "Policy"] == ["《甲县条例》"]
