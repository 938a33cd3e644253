"""A document made ready for the rules: its sentences in code, its places, and what was found so far."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from kg.gazetteer import Gazetteer
from kg.model import Document, Entity, Fact, Mention, Span
from kg.relate._areas import Areas
from kg.relate._lines import BASE, NAME, QUOTES, TYPES, Line, slots

CONTAINER = re.compile(r"(?:区|园|新城|片区|物流港|科技城|港区)(?:（[^（）]*）)?$")
"""Names of zones that hold other things."""
_COUNTIES = ("county", "prefecture")
_SPEAKER = slots("{Person}：|{Person}(?:介绍)?(?:说|表示|介绍|告诉|坦言|透露)")


@dataclass
class Scene:
    """A document made ready for the rules; ``facts`` holds what earlier rules found."""

    document: Document
    lines: Sequence[Line]
    areas: Areas
    places: Gazetteer
    facts: list[Fact] = field(default_factory=list)
    _spoken: dict[int, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def entities(self) -> Mapping[str, Entity]:
        """The entities of this document, by key: the file's mapping may hold those of many articles."""
        known = self.document.entities
        keys = dict.fromkeys([*(mention.entity for mention in self.document.mentions), self.document.home])
        areas = dict.fromkeys(known[key].area for key in keys if key in known)
        return {key: known[key] for key in (*keys, *areas) if key in known}

    @cached_property
    def actors(self) -> Mapping[str, tuple[int, str]]:
        """Every name of a body, place or firm of this document -> the order of its entity and its key."""
        found: dict[str, tuple[int, str]] = {}
        for order, entity in enumerate(self.entities.values()):
            if entity.type in ("PublicBody", "Division", "Zone", "Company", "Organization"):
                for name in (entity.name, *entity.aliases):
                    found.setdefault(name, (order, entity.key))
        return found

    @cached_property
    def live(self) -> tuple[Line, ...]:
        """The lines that hold a mention: no rule finds anything in the others."""
        return tuple(line for line in self.lines if line.marks)

    @cached_property
    def seat(self) -> str:
        """What the text is set in: the zone that it speaks of more than of its home, else the home division."""
        marks = [mention for line in self.lines for mention in line.marks.values()]
        home = sum(mention.entity == self.document.home for mention in marks)
        zones = Counter(m.entity for m in self.document.mentions if m.type == "Zone" and CONTAINER.search(m.name))
        best = max(zones, key=lambda key: (zones[key], key), default="")
        if zones[best] > max(3, 2 * home):
            return best
        return best if zones[best] > max(1, home) and self._headed(best) else self._topic

    def _headed(self, key: str) -> bool:
        """True if the title names this place and not the home division."""
        body = self.document.article.body
        named = {m.entity for m in self.document.mentions if m.span.end <= body}
        return key in named and self.document.home not in named

    @cached_property
    def _topic(self) -> str:
        """The county inside home that the text speaks of half as often again as of home itself; else home."""
        home = self.document.home
        count: Counter[str] = Counter()
        for line in self.lines:
            for mention in line.marks.values():
                entity = self.document.entities[mention.entity]
                key = entity.area if mention.type == "PublicBody" else mention.entity
                if key.startswith("division/"):
                    count[key] += 1
        inner = [key for key in count if self.areas.inside(key, home) and self.areas.level(key) in _COUNTIES]
        best = max(inner, key=lambda key: (count[key], key), default="")
        told = count[best] > 4 and 2 * count[best] >= 3 * count[home] and 2 * count[best] > sum(count[key] for key in inner)
        return best if told else home

    def type_of(self, key: str) -> str:
        """The entity type behind ``key``; empty if unknown."""
        entity = self.document.entities.get(key)
        return entity.type if entity else ""

    def speaker_seat(self, line: Line, type_: str) -> str:
        """The organisation of ``type_`` in which the speaker of this line holds a post; empty if unknown.

        The speaker stands at the head of the paragraph (张三：…) or with a verb of saying in it.
        """
        people = list(self._speakers(line.paragraph))
        if self.answers(line):
            people += [fact.subject for fact in self.facts if fact.relation == "holdsPost"][:1]
        return next((seat for person in people if (seat := self.seat_of(person, type_))), "")

    def seat_of(self, person: str, type_: str) -> str:
        """The first organisation of ``type_`` in which this person holds a post; empty if unknown."""
        return next(
            (fact.object for fact in self.facts if fact.subject == person and fact.relation == "holdsPost" and self.type_of(fact.object) == type_),
            "",
        )

    def _speakers(self, paragraph: int) -> tuple[str, ...]:
        """Keys of those who speak in a paragraph; looked for once."""
        if paragraph not in self._spoken:
            self._spoken[paragraph] = tuple(
                line.mention(match.start()).entity for line in self.paragraph(paragraph) if line.has("Person") for match in _SPEAKER.finditer(line.code)
            )
        return self._spoken[paragraph]

    def answers(self, line: Line) -> bool:
        """True if the line's paragraph is an answer in an interview (答：…)."""
        return self.paragraph(line.paragraph)[0].code.startswith(("答：", "答:"))

    def paragraph(self, number: int) -> list[Line]:
        """The lines of one paragraph."""
        return self._paragraphs.get(number, [])

    @cached_property
    def _paragraphs(self) -> Mapping[int, list[Line]]:
        found: dict[int, list[Line]] = {}
        for line in self.lines:
            found.setdefault(line.paragraph, []).append(line)
        return found


def top(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The outermost mentions that carry an entity, from left to right, none overlapping another."""
    end = -1
    for mention in mentions:
        if mention.type in TYPES and mention.entity and mention.span.start >= end:
            yield mention
            if mention.kind != "implied":
                end = mention.span.end


def encode(document: Document, places: Gazetteer) -> Scene:
    """Put every sentence of ``document`` into code."""
    marks = sorted(top(document.mentions), key=lambda m: m.span)
    lines: list[Line] = []
    cursor, paragraph, last = 0, 0, 0
    for sentence in document.sentences:
        paragraph += document.text.count("\n", last, sentence.start)
        last = sentence.start
        while cursor < len(marks) and marks[cursor].span.start < sentence.start:
            cursor += 1
        first = cursor
        while cursor < len(marks) and marks[cursor].span.start < sentence.end:
            cursor += 1
        lines.append(_line(document, sentence, marks[first:cursor], paragraph))
    return Scene(document, tuple(lines), Areas(document, places), places)


def _line(document: Document, sentence: Span, marks: Sequence[Mention], paragraph: int) -> Line:
    text = document.text
    if not marks:
        whole = range(sentence.start, sentence.end + 1)
        return Line(document, text[sentence.start : sentence.end], whole, {}, paragraph, frozenset())
    parts: list[str] = []
    at: list[int] = []
    found: dict[int, Mention] = {}
    position = sentence.start
    for mark in marks:
        stop = mark.span.start
        while stop > position and text[stop - 1] in QUOTES:
            stop -= 1
        begin = position
        while found and len(at) - 1 in found and begin < stop and text[begin] in QUOTES:
            begin += 1
        if begin < stop:
            parts.append(text[begin:stop])
            at.extend(range(begin, stop))
        found[len(at)] = mark
        parts.append(chr(BASE.get(mark.kind, NAME) + TYPES.index(mark.type)))
        at.append(mark.span.start)
        position = mark.span.start if mark.kind == "implied" else mark.span.end
    end = max(sentence.end, position)
    while position < end and text[position] in QUOTES:
        position += 1
    parts.append(text[position:end])
    at.extend(range(position, end + 1))
    return Line(document, "".join(parts), at, found, paragraph, frozenset(mark.type for mark in marks))
