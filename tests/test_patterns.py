"""Looking only where a pattern can begin finds what looking everywhere finds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.measure import dates, quantities
from kg.patterns import starting

RAW = Path(__file__).resolve().parent.parent / "corpus" / "raw"
PAIRS = {
    "time": (dates._TIME_FIRST, dates._TIME),
    "until": (dates._UNTIL_FIRST, dates._UNTIL),
    "number": (quantities._FIRST, quantities._NUMBER),
}
SIGNS = "0129年月日号—至、，。（今去明前后上下本当次同即全近第一二三四十百千万亿余分之季度半初末底旬约个截止报讯"


def spans(found: object) -> list[tuple[int, int]]:
    return [match.span() for match in found]  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", PAIRS)
def test_nothing_is_missed_in_real_text(name: str) -> None:
    first, pattern = PAIRS[name]
    for path in sorted(RAW.glob("*.txt")):
        text = path.read_text(encoding="utf-8", errors="ignore")
        assert spans(starting(first, pattern, text)) == spans(pattern.finditer(text)), path.name


@given(st.text(SIGNS, max_size=60), st.integers(0, 10), st.sampled_from(sorted(PAIRS)))
def test_nothing_is_missed_in_any_text(text: str, start: int, name: str) -> None:
    first, pattern = PAIRS[name]
    end = max(start, len(text) - 3)
    assert spans(starting(first, pattern, text, start, end)) == spans(pattern.finditer(text, start, end))


def test_a_match_hides_places_inside_it() -> None:
    found = starting(re.compile("[ab]"), re.compile("a+b?"), "aab ab b")
    assert [match.group() for match in found] == ["aab", "ab"]
