"""Properties of cleaning on any text: it never fails, its offsets hold, and a second time it finds nothing to do."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.clean import STEPS, clean
from kg.model import Article, Rejected

PIECES = (
    "本报讯", "（记者 秦朗）", "县委书记", "召开大会", "。", "，", ",", "，，", "\n", "\n\n", "　　", " ", "  ", "“", "”", "\"", "(", ")", "（", "）", "mào", "(mào)", "?", "！", "？",
    "１２", "．", "3.5", "l", "曰", "囗", "千了", "7", "%", "亿元", "图为会场。", "秦朗 摄", "来源：东岭日报", "2022-01-04", "责任编辑：秦朗", "首页", "|", ">>", "## ", "# ", "——", "王*",
    "■", "…", "...", "镇", "會議", "後", "貿", "诎冻", "斑^", "\u200b", "\ufeff", "\x00", "\ud800", "&nbsp;", "&amp;amp;", "[图] ", "又讯", "一、", "·", "上一篇：", "相关新闻",
    "据了解，全县已有四十三家单位按照统一部署行动起来，确保各项任务落到实处见到成效",
)  # fmt: skip
PAGES = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
ANY = st.text(max_size=300) | st.text(alphabet=st.characters(), max_size=100)
CHARACTER_STEPS = ("encoding", "pinyin", "script", "width", "punctuation", "ocr", "unwrap", "quotes")


def page(text: str) -> Article:
    return Article("", "甲", "", text, "甲.txt")


@settings(max_examples=400, deadline=None)
@given(PAGES | ANY, st.sampled_from(("", "县委召开大会")))
def test_never_fails_and_offsets_hold(text: str, title: str) -> None:
    items = clean(Article("", "甲", title, text, "甲.txt"))
    assert items
    for item in items:
        if isinstance(item, Rejected):
            assert (item.source, item.step) == ("甲.txt", "clean") and item.reason
            continue
        assert item.text.startswith(item.title)
        assert item.body == (len(item.title) + 1 if item.title else 0) and item.body <= len(item.text) + 1
        assert "\n\n" not in item.text and "\r" not in item.text and item.text.encode("utf-8")
        assert not item.published.startswith("-")
        assert len(item.id) == 16


@settings(max_examples=300, deadline=None)
@given(PAGES)
def test_same_page_same_articles(text: str) -> None:
    assert clean(page(text)) == clean(page(text))


@pytest.mark.parametrize("name", CHARACTER_STEPS)
@settings(max_examples=300, deadline=None)
@given(text=PAGES)
def test_a_step_finds_nothing_to_do_the_second_time(name: str, text: str) -> None:
    step = dict(STEPS)[name]
    (seen,) = dict(STEPS)["encoding"](page(text))
    assert isinstance(seen, Article)
    (once,) = step(seen)
    assert isinstance(once, Article)
    (twice,) = step(once)
    assert isinstance(twice, Article)
    assert twice.text == once.text


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(("县委召开大会部署春耕工作。", "全县投资增长3.5%，其中工业占六成。", "会后植树200亩。")), min_size=1, max_size=8))
def test_plain_text_passes_unchanged(paragraphs: list[str]) -> None:
    (item,) = clean(page("\n".join(paragraphs)))
    assert isinstance(item, Article)
    assert item.text == "\n".join(paragraphs)
