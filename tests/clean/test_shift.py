"""Runs of GBK shifted by one byte: made here as the web converter makes them, and brought back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.clean._shift import repair
from kg.clean.mojibake import step
from kg.model import Article

COMMON = "我們目前生產大豆種子黑河市數據局企業項目建設口岸城市用筆書寫答案工作經濟發展全省"


def shifted(text: str) -> str:
    """``text`` (it begins with a full stop) as it comes out when the first byte is lost and pairs that mean nothing are "?"."""
    code = text.encode("gbk")
    out, place = "?", 1
    while place < len(code):
        pair = code[place : place + 2]
        if pair[0] < 0x80:
            return out + code[place:].decode("gbk")
        try:
            char = pair.decode("gbk") if len(pair) == 2 else "?"
        except UnicodeDecodeError:
            char = "?" + (chr(pair[1]) if pair[1] < 0x40 else "")
        out, place = out + char, place + len(pair)
    return out


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        ("突破300億元?！焙诤邮袛?shù)據(jù)", "突破300億元。”黑河市數據(jù)"),
        ("葉片?！斑^去靠天", "葉片。“過去靠天"),
        ("提升?！蹦壳?,黑河", "提升。”目前,黑河"),
        ("旅客?！拔鞑?麃喴?冷", "旅客。“西伯利亞□冷"),
    ],
)
def test_known_damage(broken: str, mended: str) -> None:
    assert repair(broken) == mended


@pytest.mark.parametrize(
    "text",
    ["真的吗?！他不信。", "什么?!他问，“你说?！”", "为什么??是谁干的", "怎么办?？把他找来吧", "好不好?！不好!", "價格多少?！好的，薄利多銷A", "?！", "?！啊"],
)
def test_real_questions_stay(text: str) -> None:
    assert repair(text) == text


@given(st.text(alphabet=COMMON, min_size=2, max_size=12))
def test_what_lost_no_pair_comes_back_whole(words: str) -> None:
    text = f"種子。“{words}過"  # the second byte of 過 is a letter, which brings the pairs back in step
    broken = "種子" + shifted(text[2:])
    mended = repair(broken)
    assert mended == text or "?" in broken[3:]
    assert len(mended) <= len(broken) + 1


@given(st.text(max_size=80))
def test_never_fails(text: str) -> None:
    repair(text)
    repair("?！" + text)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("东岭县召开大会，".encode().decode("latin-1"), "东岭县召开大会，"),
        ("项目建设".encode().decode("gb18030"), "项目建设"),
    ],
)
def test_utf8_read_as_something_else(wrong: str, right: str) -> None:
    (item,) = step(Article("", "甲", "", wrong, "甲.txt"))
    assert isinstance(item, Article)
    assert item.text == right


def test_what_is_left_is_flagged() -> None:
    (item,) = step(Article("", "甲", "", "大会召开?！鎾掑?完毕。", "甲.txt"))
    assert isinstance(item, Article) and item.flags == ("mojibake",)
