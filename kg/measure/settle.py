"""Drafts -> observations: repeated figures dropped, evidence cut, confidence graded."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from kg.measure.drafts import Draft
from kg.measure.modality import modality
from kg.measure.periods import Periods
from kg.measure.quantities import Quantity
from kg.model import Document, Evidence, Observation, Span

_CONFIDENCE = {"clause": 0.95, "passage": 0.8, "list": 0.8, "page": 0.7, "home": 0.6}
_EXTENT = re.compile(r"(?:项目|概算|估算)?(?:总投资|占地|总占地|用地面积|建筑面积|总建筑面积|全长|正线全长|路线全长)")
_ROUNDED = ("近", "超", "逾", "突破", "超过", "余", "多", "约")


def settle(document: Document, drafts: Iterable[tuple[Draft, str]], quantities: Sequence[Quantity], periods: Periods, home: str) -> list[Observation]:
    """The observations of the drafts, each with the standing modality of its list; ``home`` has what nothing else has.

    A headline only repeats: its figures count where the body does not give them again and they are not rounded.
    """
    drafts = list(drafts)
    headline = {id(d.quantity) for d, _ in drafts if d.headline}
    told = {(q.value, q.unit) for q in quantities if id(q) not in headline}
    carried = _Carried(document.text)
    found: list[Observation] = []
    seen: dict[tuple[str, Decimal, str], list[str]] = {}
    for draft, standing in drafts:
        quantity = draft.quantity
        period = periods.of(draft.sentence, quantity.core.start, draft.clause.span, draft.indicator)
        if draft.headline and (quantity.hanzi or quantity.unit in ("成", "倍") or (quantity.value, quantity.unit) in told or quantity.bound in _ROUNDED):
            continue
        state = modality(document.text, draft.sentence, Span(quantity.core.start, quantity.whole.end), _fixed(document, draft), standing or carried(draft))
        if draft.head:
            year = re.match(r"(?:19|20)\d\d", draft.head)
            state, period = "planned" if "计划" in draft.head else "actual", year.group() if year else ""
        carried.tell(state)
        for key, how in _owners(draft, home):
            indicators = seen.setdefault((key, quantity.value, quantity.unit), [])
            if not any(draft.indicator in i or i in draft.indicator for i in indicators):
                indicators.append(draft.indicator)
                found.append(_observation(document, draft, (key, how), state, period))
    return found


def _fixed(document: Document, draft: Draft) -> bool:
    entity = document.entities.get(draft.subject.keys[0]) if draft.subject and draft.subject.keys else None
    return entity is not None and entity.type in ("Project", "Facility", "Company", "Zone") and bool(_EXTENT.match(draft.indicator))


class _Carried:
    """The modality that a sentence beginning with 其中 takes over from the first figure of the sentence before."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._sentence = Span(0, 0)
        self._first = self._standing = ""

    def __call__(self, draft: Draft) -> str:
        if draft.sentence != self._sentence:
            near = 0 <= draft.sentence.start - self._sentence.end <= 1
            goes_on = self._text.startswith("其中", draft.sentence.start)
            self._standing = self._first if near and goes_on else ""
            self._sentence, self._first = draft.sentence, ""
        return self._standing

    def tell(self, state: str) -> None:
        """Note the modality of a figure of the sentence."""
        self._first = self._first or state


def _owners(draft: Draft, home: str) -> list[tuple[str, str]]:
    if draft.subject and draft.subject.keys:
        return [(key, draft.subject.how) for key in draft.subject.keys]
    if draft.subject and draft.subject.how == "unknown":
        return []
    return [(home, "home")] if home else []


def _observation(document: Document, draft: Draft, owner: tuple[str, str], state: str, period: str) -> Observation:
    key, how = owner
    span = _evidence(document.text, draft, how)
    evidence = Evidence(document.article.id, span, document.words(span), f"measure.{draft.role}.{how}")
    confidence = _CONFIDENCE.get(how, 0.7) - (0.1 if draft.headline else 0.0)
    quantity = draft.quantity
    return Observation(key, draft.indicator, quantity.value, quantity.unit, (evidence,), state, period, draft.comparison, quantity.bound, round(confidence, 2))


def _evidence(text: str, draft: Draft, how: str) -> Span:
    """The clause alone if it says all; else from the head of its part of the sentence (after ；)."""
    clause = draft.clause.span
    if how == "clause" and draft.indicator[:2] in text[clause.start : clause.end]:
        return clause
    start = max(draft.sentence.start, text.rfind("；", draft.sentence.start, clause.start) + 1)
    return Span(start, clause.end)
