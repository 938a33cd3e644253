"""Encodings are told apart by what the text says under each."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from opencc import OpenCC

from kg.errors import InputError
from kg.readers._encoding import COMMON, decode, plausibility

SENTENCES = (
    "东岭县召开春耕生产推进会，部署全年农业农村重点工作。",
    "总投资36.5亿元的碳纤维项目开工，计划明年6月试产。",
    "县委书记主持会议并讲话，各乡镇、各部门负责人参加。",
    "“门前净了，心里也亮堂。”村民说。",
    "1月至2月，口岸货运量完成128.4万吨，同比增长20.3%。",
)
TEXT = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=30).map("\n".join)
TO_TRADITIONAL = OpenCC("s2t").convert


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@settings(max_examples=60, deadline=None)
@given(text=TEXT)
def test_simplified(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding), "甲.txt") == (text, ())


@pytest.mark.parametrize("encoding", ["utf-8", "big5", "gb18030", "utf-16-le"])
@settings(max_examples=60, deadline=None)
@given(text=TEXT)
def test_traditional(encoding: str, text: str) -> None:
    old = TO_TRADITIONAL(text).replace("净", "淨")
    assert decode(old.encode(encoding, "ignore"), "甲.txt")[0].replace("�", "") == old.encode(encoding, "ignore").decode(encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_broken_byte_is_no_reason_to_refuse(encoding: str) -> None:
    data = ("\n".join(SENTENCES) * 5).encode(encoding)
    place = data.index("会议".encode(encoding))
    text, flags = decode(data[:place] + b"\xff" + data[place:], "甲.txt")
    assert flags == ("encoding",)
    assert text.count("\ufffd") <= 2 and text.endswith(SENTENCES[-1])


def test_a_page_cut_in_the_middle_of_a_character() -> None:
    assert decode(SENTENCES[0].encode()[:-1], "甲.txt") == (SENTENCES[0][:-1], ("encoding",))


def test_what_a_page_declares_is_tried_too() -> None:
    text = "Это газета о приграничной торговле. " * 10
    assert decode(text.encode("utf-8"), "甲.html")[0] == text


def test_everyday_characters() -> None:
    assert len(COMMON) == 3755 and {"的", "国", "做"} <= COMMON
    assert plausibility("东岭县召开大会。") == 1.0 > plausibility("東嶺縣召開大會。鬯") > 0.8
    assert plausibility("") == 0.0


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        text, _ = decode(data, "甲.txt")
    except InputError as error:
        assert error.source == "甲.txt"
    else:
        assert isinstance(text, str)
