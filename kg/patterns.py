"""Looking for a pattern only where it can begin: ``re`` tries an alternation at every character, a class of characters it skips to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from re import _parser  # type: ignore[attr-defined]  # the only parser of patterns; a test holds it to what ``re`` finds
from typing import Any

_CATEGORY = {"CATEGORY_DIGIT": r"\d", "CATEGORY_SPACE": r"\s", "CATEGORY_WORD": r"\w"}
_REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})
_NO_WIDTH = frozenset({"AT", "ASSERT", "ASSERT_NOT"})


class _AnyCharacterError(Exception):
    """The pattern may begin with any character, or be empty."""


def begins(pattern: re.Pattern[str]) -> re.Pattern[str]:
    """One class of all characters with which a match of ``pattern`` can begin; any character if that is not known."""
    if pattern.flags & re.IGNORECASE:
        return re.compile("(?s:.)")
    try:
        found, empty = _sequence(_parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE))
    except _AnyCharacterError:
        return re.compile("(?s:.)")
    return re.compile("(?s:.)" if empty else f"[{''.join(sorted(found))}]")


def _sequence(items: Sequence[Any]) -> tuple[set[str], bool]:
    """The pieces of a class with which a sequence can begin, and whether it can be empty."""
    found: set[str] = set()
    for code, value in items:
        pieces, empty = _item(str(code), value)
        found |= pieces
        if not empty:
            return found, False
    return found, True


def _item(code: str, value: Any) -> tuple[set[str], bool]:
    if code in _NO_WIDTH:
        return set(), True
    if code == "LITERAL":
        return {re.escape(chr(value))}, False
    if code == "IN":
        return {_member(str(kind), what) for kind, what in value}, False
    if code == "BRANCH":
        parts = [_sequence(part) for part in value[1]]
        return set().union(*(pieces for pieces, _ in parts)), any(empty for _, empty in parts)
    if code == "SUBPATTERN":
        return _sequence(value[3])
    if code == "ATOMIC_GROUP":
        return _sequence(value)
    if code in _REPEATS:
        pieces, empty = _sequence(value[2])
        return pieces, empty or value[0] == 0
    raise _AnyCharacterError


def _member(kind: str, what: Any) -> str:
    if kind == "LITERAL":
        return re.escape(chr(what))
    if kind == "RANGE":
        return f"{re.escape(chr(what[0]))}-{re.escape(chr(what[1]))}"
    if kind == "CATEGORY" and str(what) in _CATEGORY:
        return _CATEGORY[str(what)]
    raise _AnyCharacterError


def starting(places: re.Pattern[str], pattern: re.Pattern[str], text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
    """The matches of ``pattern.finditer(text, start, end)``, where ``places`` is ``begins(pattern)``: the same, sooner.

    No match of ``pattern`` may be empty.
    """
    stop = len(text) if end is None else end
    done = start
    for place in places.finditer(text, start, stop):
        if place.start() >= done and (match := pattern.match(text, place.start(), stop)):
            done = match.end()
            yield match
