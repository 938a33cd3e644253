"""Which time a figure is of: the nearest one before it in its sentence, else what the passage goes on about."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kg.measure.dates import Time
from kg.model import Span

_COMPARED = re.compile(r"(?:比|较|与|于|超过|同|相比|达到|恢复至|恢复到)$")
_GOES_ON = re.compile(r"[\s“]*(?:其中|同期|此外|另外|同时)")


class Periods:
    """Reads the times of sentences in order and gives each figure its period (2021, 2022-H1, 2022-01/2022-06)."""

    def __init__(self, text: str, times: Mapping[Span, Sequence[Time]]) -> None:
        self._text = text
        self._all = times
        self._sentence = Span(0, 0)
        self._times: Sequence[Time] = ()
        self._standing = ""
        self._own = ""

    def of(self, sentence: Span, start: int, clause: Span) -> str:
        """The period of the number at ``start``, "" where the text leaves it open."""
        if sentence != self._sentence:
            self._enter(sentence)
        before = [t for t in self._times if t.span.end <= start]
        if before:
            self._own = before[-1].label
            return before[-1].label
        inside = [t for t in self._times if clause.start <= t.span.start < clause.end]
        return inside[0].label if inside else self._standing

    def _enter(self, sentence: Span) -> None:
        text = self._text
        near = 0 <= sentence.start - self._sentence.end <= 2
        goes_on = bool(_GOES_ON.match(text, sentence.start, sentence.end))
        self._standing = self._own if near and goes_on and "\n" not in text[self._sentence.end : sentence.start] else ""
        self._own = self._standing
        self._sentence = sentence
        self._times = [
            t
            for t in self._all.get(sentence, ())
            if not _COMPARED.search(text, max(0, t.span.start - 4), t.span.start) and not text.startswith("同期", t.span.end)
        ]
