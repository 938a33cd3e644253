"""Who wrote it: every way in which local papers say so leaves the text and becomes metadata. All names are invented."""

from __future__ import annotations

import pytest

from kg.clean import clean
from kg.model import Article

TITLE = "东岭县部署春耕"
BODY = "东岭县召开春耕大会，部署全年工作。会后植树200亩。"
Q, M, W = "秦朗", "米粟", "王五福"


def only(text: str) -> Article:
    (item,) = clean(Article("", "甲", "", text, "甲.txt"))
    assert isinstance(item, Article)
    return item


@pytest.mark.parametrize(
    ("above", "before", "after", "below", "authors", "publisher"),
    [
        ("本报记者 秦朗", "", "", "", (Q,), ""),
        ("记者 秦朗 米粟 通讯员 王五福 报道", "", "", "", (Q, M, W), ""),
        ("□ 本报记者 秦朗", "", "", "", (Q,), ""),
        ("□文/摄 秦朗", "", "", "", (Q,), ""),
        ("■ 秦朗", "", "", "", (Q,), ""),
        ("秦朗", "", "", "", (Q,), ""),
        ("秦朗 本报记者 米粟", "", "", "", (Q, M), ""),
        ("本报驻东岭记者 秦朗", "", "", "", (Q,), ""),
        ("文/图 记者 秦朗", "", "", "", (Q,), ""),
        ("文/本报记者 秦朗 图/米粟", "", "", "", (Q, M), ""),
        ("撰文/摄影 秦朗", "", "", "", (Q,), ""),
        ("经济时报·东岭网记者 秦朗", "", "", "", (Q,), "东岭网"),
        ("（东岭县融媒体中心 秦朗 米粟）", "", "", "", (Q, M), ""),
        ("", "本报讯（记者 秦朗 通讯员 米粟）", "", "", (Q, M), ""),
        ("", "本报讯 （记者秦朗、米粟）", "", "", (Q, M), ""),
        ("", "本报讯 通讯员秦朗 记者米粟 ", "", "", (Q, M), ""),
        ("", "本报讯（记者 秦朗/文 米粟/图）", "", "", (Q, M), ""),
        ("", "本报讯（东岭日报全媒体记者 秦朗）", "", "", (Q,), "东岭日报"),
        ("", "【本报讯】（记者 秦朗）", "", "", (Q,), ""),
        ("", "东岭融媒讯（秦朗）", "", "", (Q,), ""),
        ("", "东岭新闻网讯 （记者 秦朗 实习生 米粟）", "", "", (Q, M), ""),
        ("", "人民网东岭1月4日电（秦朗）", "", "", (Q,), ""),
        ("", "本报东岭3月5日电 记者秦朗报道：", "", "", (Q,), ""),
        ("", "本报讯（记者 秦* 通讯员 米粟）", "", "", (M,), ""),
        ("", "本报讯（记者 阿依古丽·买买提）", "", "", ("阿依古丽·买买提",), ""),
        ("", "", "（秦朗）", "", (Q,), ""),
        ("", "", "（秦朗 米粟）", "", (Q, M), ""),
        ("", "", "（东岭县融媒体中心 秦朗）", "", (Q,), ""),
        ("", "", "（本报记者秦朗整理）", "", (Q,), ""),
        ("", "", "（东岭日报社记者 秦朗 图由县委宣传部提供）", "", (Q,), "东岭日报"),
        ("", "", "（文章来源：东岭日报）", "", (), "东岭日报"),
        ("", "", "（完）", "", (), ""),
        ("", "", "", "（记者 秦朗）", (Q,), ""),
        ("", "", "", "秦朗 文/图", (Q,), ""),
        ("", "", "", "秦朗 摄", (Q,), ""),
        ("", "", "", "▲大会现场。米粟 摄", (M,), ""),
        ("", "", "", "图为大会现场。 本报记者 米粟 摄", (M,), ""),
        ("", "", "", "责任编辑：秦朗 审核：米粟", (), ""),
        ("", "", "", "编辑丨秦朗\n审核丨米粟\n监制丨王五福", (), ""),
        ("", "", "", "（作者单位：东岭县委党校）", (), ""),
        ("2022年3月5日 来源：东岭日报 作者：秦朗", "", "", "", (Q,), "东岭日报"),
        ("来源丨东岭发布", "", "", "", (), "东岭发布"),
    ],
)
def test_byline(above: str, before: str, after: str, below: str, authors: tuple[str, ...], publisher: str) -> None:
    page = "\n".join(filter(None, (TITLE, above, before + BODY + after, below)))
    article = only(page)
    assert (article.title, article.text[article.body :]) == (TITLE, BODY)
    assert article.authors == authors
    assert not publisher or article.publisher == publisher


@pytest.mark.parametrize(
    "sentence",
    [
        "记者从县发改局获悉，项目开工。",
        "记者于近日从县发改局获悉，项目开工。",
        "会上（含记者、通讯员20人）表彰了先进，图文并茂（图文直播）。",
        "项目（二期）投产（总投资3亿元）。",
        "“记者节”当天，县融媒体中心（电视台）举办活动。",
        "点赞家乡活动启动，注册资本1000万元的企业入驻。",
        "今天是植树节，登录平台即可报名。",
        "主办方表示，地址另行通知。",
    ],
)
def test_sentences_stay(sentence: str) -> None:
    assert only(f"{TITLE}\n{sentence}").text == f"{TITLE}\n{sentence}"


def test_a_reporter_named_inside_the_sentence() -> None:
    article = only(f"{TITLE}\n本报讯 记者秦朗从县农业农村局获悉，今年扩种大豆。")
    assert (article.text[article.body :], article.authors) == ("记者从县农业农村局获悉，今年扩种大豆。", (Q,))


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("图为石桥镇长势喜人的大棚蔬菜。 本报记者 米粟 摄", "图为石桥镇长势喜人的大棚蔬菜。"),
        ("图①：会场。", ""),
        ("[图] 石桥镇的大棚蔬菜基地里瓜果飘香。米粟 摄", "石桥镇的大棚蔬菜基地里瓜果飘香。"),
        ("金秋时节，田野一派丰收景象，农户抢抓晴好天气。图为石桥镇的稻田。 米粟 摄", "金秋时节，田野一派丰收景象，农户抢抓晴好天气。图为石桥镇的稻田。"),
    ],
)
def test_a_caption_that_says_something_stays_without_its_credit(line: str, stays: str) -> None:
    article = only(f"{TITLE}\n{BODY}\n{line}")
    assert article.text[article.body :].split("\n")[1:] == ([stays] if stays else [])


def test_dateline_gives_the_place() -> None:
    assert only(f"{TITLE}\n本报东岭3月5日讯（记者 秦朗）{BODY}").region == "东岭"


@pytest.mark.parametrize(
    ("given", "authors"),
    [
        (("秦朗",), (Q,)),
        (("本报记者 秦朗",), (Q,)),
        (("县融媒体中心",), ()),
        (("阿依古丽·买买提",), ("阿依古丽·买买提",)),
        (("John Smith",), ("John Smith",)),
        (("秦朗", "秦朗"), (Q,)),
    ],
)
def test_given_authors(given: tuple[str, ...], authors: tuple[str, ...]) -> None:
    (item,) = clean(Article("", "甲", TITLE, BODY, "甲.txt", authors=given))
    assert isinstance(item, Article) and item.authors == authors
