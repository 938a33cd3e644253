"""Which time a figure is of: the nearest one before it in its sentence, else what the passage goes on about."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kg.measure.dates import Time
from kg.model import Span

_COMPARED = re.compile(r"(?:比|较|与|于|超过|同|相比|达到|恢复至|恢复到)$")
_GOES_ON = re.compile(r"[\s“]*(?:其中|同期|此外|另外|同时)")
_OF_ONE = re.compile(r"的?\s*\d")
_OF_YEAR = re.compile(r"年度|年内|全年")


class Periods:
    """Reads the times of sentences in order and gives each figure its period (2021, 2022-H1, 2022-01/2022-06).

    ``year`` is the article's own, for figures that are of a year by name (年度计划投资); "" if unknown.
    """

    def __init__(self, text: str, times: Mapping[Span, Sequence[Time]], year: str = "") -> None:
        self._text = text
        self._all = times
        self._year = year
        self._sentence = Span(0, 0)
        self._times: Sequence[Time] = ()
        self._standing = ""
        self._own = ""

    def of(self, sentence: Span, start: int, clause: Span, indicator: str = "") -> str:
        """The period of the number at ``start``, "" where the text leaves it open."""
        if sentence != self._sentence:
            self._enter(sentence)
        period = self._spoken(start, clause)
        if period:
            self._own = period
        return period or self._standing or (self._year if _OF_YEAR.search(indicator) else "")

    def _spoken(self, start: int, clause: Span) -> str:
        """The label of the last time before ``start`` that holds for it: any in its clause, else a frame (上半年，…)."""
        for time in reversed(self._times):
            if time.span.end > start:
                continue
            if time.span.start >= clause.start:
                if not _OF_ONE.match(self._text, time.span.end, start + 1) or not re.search(r"\d", self._text[time.span.end : start]):
                    return time.label
            elif not _OF_ONE.match(self._text, time.span.end, clause.start) and self._frames(time):
                return time.label
        inside = [t for t in self._times if clause.start <= t.span.start < clause.end and t.span.start > start]
        return inside[0].label if inside else ""

    def _frames(self, time: Time) -> bool:
        """True if a time holds for the clauses after its own: a stretch or a reporting date, not the day something happened."""
        until = self._text[max(0, time.span.start - 4) : time.span.start]
        month = (
            not time.day
            and re.match(r"份?[，,]", self._text[time.span.end : time.span.end + 2])
            and self._text[time.span.start - 1 : time.span.start] in ("", "。", "；", "\n", "“", "，")
        )
        return bool(month) or time.start != time.end or len(time.start) == 4 or until.endswith(("截至", "截止", "截止到", "截至今年"))

    def _enter(self, sentence: Span) -> None:
        text = self._text
        between = text[self._sentence.end : sentence.start]
        goes_on = _GOES_ON.match(text, sentence.start, sentence.end)
        near = len(between) <= 2 and ("\n" not in between or (goes_on is not None and goes_on.group().endswith("同期")))
        self._standing = self._own if near and goes_on else ""
        self._own = self._standing
        self._sentence = sentence
        self._times = [
            t
            for t in self._all.get(sentence, ())
            if not _COMPARED.search(text, max(0, t.span.start - 4), t.span.start) and not text.startswith("同期", t.span.end)
        ]
