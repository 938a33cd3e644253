"""Looking for a pattern only where it can begin: ``re`` tries an alternation at every character, a class of characters it skips to."""

from __future__ import annotations

import re
from collections.abc import Iterator


def starting(
    first: re.Pattern[str], pattern: re.Pattern[str], text: str, start: int = 0, end: int | None = None
) -> Iterator[re.Match[str]]:
    """The matches of ``pattern.finditer(text, start, end)`` that begin where ``first`` finds something, in order.

    ``first`` must find every place where ``pattern`` may begin: best one class of rare characters. No match may be empty.
    """
    stop = len(text) if end is None else end
    done = start
    for place in first.finditer(text, start, stop):
        if place.start() >= done and (match := pattern.match(text, place.start(), stop)):
            done = match.end()
            yield match
