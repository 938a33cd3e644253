"""Looking only where a pattern can begin finds what looking everywhere finds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.patterns import begins, starting

ROOT = Path(__file__).resolve().parent.parent
SIGNS = "0129年月日号—至、，。（今去明前后上下本当次同即全近第一二三四十百千万亿余分之季度半初末底旬约个截止报讯局委厅中心办公室村里项目公司GS国道"


def _used() -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    """Every pattern of the rooms that is looked for in this way."""
    found = {}
    for path in sorted((ROOT / "kg").rglob("*.py")):
        if "import begins" in path.read_text(encoding="utf-8") and path.name != "patterns.py":
            module = import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
            for name in sorted(vars(module)):
                if name.endswith("_FIRST") and isinstance(getattr(module, name.removesuffix("_FIRST"), None), re.Pattern):
                    pair = getattr(module, name), getattr(module, name.removesuffix("_FIRST"))
                    found[f"{path.stem}.{name.removesuffix('_FIRST')}"] = pair
    return found


USED = _used()


def spans(found: Iterable[re.Match[str]]) -> list[tuple[int, int]]:
    return [match.span() for match in found]


@pytest.mark.parametrize("name", USED)
def test_nothing_is_missed_in_real_text(name: str) -> None:
    places, pattern = USED[name]
    for path in sorted((ROOT / "corpus" / "raw").glob("*.txt")):
        text = path.read_text(encoding="utf-8", errors="ignore")
        assert spans(starting(places, pattern, text)) == spans(pattern.finditer(text)), path.name


@given(st.text(SIGNS, max_size=60), st.integers(0, 10), st.sampled_from(sorted(USED)))
def test_nothing_is_missed_in_any_text(text: str, start: int, name: str) -> None:
    places, pattern = USED[name]
    end = max(start, len(text) - 3)
    assert spans(starting(places, pattern, text, start, end)) == spans(pattern.finditer(text, start, end))


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("ab|cd", "ac"),
        ("(?:ab)?c", "ac"),
        ("(?<=x)[ab-d]+", "abcd"),
        (r"(?:甲|(?P<n>乙丙))*\d", "甲乙0"),
        ("^(?!b)a{2,}?", "a"),
        ("-x|]y|\\^z", "-]^"),
    ],
)
def test_the_class_of_first_characters(pattern: str, expected: str) -> None:
    assert [sign for sign in "abcdxyz甲乙丙0-]^" if begins(re.compile(pattern)).match(sign)] == sorted(expected, key="abcdxyz甲乙丙0-]^".index)


@pytest.mark.parametrize("pattern", ["a*", ".b", "[^a]b", r"\Wb", "(?i)ab"])
def test_any_character_where_the_first_is_not_known(pattern: str) -> None:
    assert all(begins(re.compile(pattern)).match(sign) for sign in "ab，\n")


def test_a_match_hides_places_inside_it() -> None:
    pattern = re.compile("a+b?|b{2}")
    assert [match.group() for match in starting(begins(pattern), pattern, "aab ab b")] == ["aab", "ab"]
