"""Entities tied to one number by its own words: described by it, doing it, paid for with it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.measure import phrases
from kg.measure.clauses import Clause
from kg.measure.mentions import Mentions
from kg.measure.quantities import Quantity
from kg.measure.subjects import Subject
from kg.model import Span

_DESCRIBES = re.compile(r"(?:、[^，。；、\d]{0,8}[\d.]+[^，。；、的\d]{1,6})*的")
_DESCRIBED = frozenset({"Project", "Facility", "Zone", "Company", "Event", "Campaign"})
_BUILDS = re.compile(r"(?:建设|新建|建|实施|打造|改造|扩建|上马)(?:的|了)?$")


class Owners:
    """Looks around a number for the entity that it belongs to by itself."""

    def __init__(self, text: str, mentions: Mentions) -> None:
        self._text = text
        self._mentions = mentions
        self._clause: Clause | None = None
        self._names: tuple[str, ...] = ()

    def described(self, quantity: Quantity) -> str:
        """The entity that the quantity describes from in front (总投资5亿元的某项目), "" if none."""
        match = _DESCRIBES.match(self._text, quantity.whole.end)
        mention = self._mentions.at(match.end(), 5) if match else None
        if mention and match and re.search(r"[\d，。；：\n]", self._text[match.end() : mention.span.start]):
            return ""
        return mention.entity if mention and mention.type in _DESCRIBED else ""

    def invested(self, quantity: Quantity, words: str, sentence: Span) -> str:
        """The project that money is put into (投资2.2亿元建设某项目), "" if none is named."""
        if quantity.kind != "money" or not re.search(r"(?:投资|投入)(?:了|约|近|超)?$", words):
            return ""
        for mention in self._mentions.within(Span(quantity.whole.end, min(sentence.end, quantity.whole.end + 40))):
            gap = self._text[quantity.whole.end : mention.span.start]
            if mention.type == "Project" and _BUILDS.search(gap) and "。" not in gap:
                return mention.entity
        return ""

    def agent(self, quantity: Quantity, clause: Clause) -> tuple[str, str]:
        """The entity that does something with what is counted, and what it does (其余12个由管委会包保); empty if none."""
        if not self._text.startswith("由", quantity.whole.end):
            return "", ""
        mention = self._mentions.at(quantity.whole.end + 1, 1)
        if mention is None or mention.span.end >= clause.span.end:
            return "", ""
        return mention.entity, phrases.curtail(self._text[mention.span.end : clause.span.end][:10])

    def names(self, clause: Clause) -> tuple[str, ...]:
        """The surfaces of the clause's mentions, the first also as 本届“…”."""
        if clause is not self._clause:
            found = [self._text[m.span.start : m.span.end] for m in self._mentions.within(clause.span)]
            self._clause, self._names = clause, (*found, *(f"本{kind}“{name}" for name in found[:1] for kind in "届期次轮"))
        return self._names

    def before(self, subject: Subject | None, clause: Clause, quantity: Quantity, words: str) -> Iterator[str]:
        """What stands before the indicator when the subject is not at the head of the clause (种植户某某种了28亩)."""
        for mention in self._mentions.within(clause.span):
            if subject and mention.entity in subject.keys and mention.span.end <= quantity.whole.start:
                name = self._text[mention.span.start : mention.span.end]
                left, _, right = words.partition(name)
                if right and len(left) <= 12:
                    yield left + name
