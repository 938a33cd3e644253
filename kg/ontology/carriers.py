"""What the ontology's files say, as plain values: entity types, relations, units, marked examples."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from kg.model import Span

_OPEN = {"[": "]", "{": "}", "<": ">"}
_ROLE = {"[": "subject", "{": "object", "<": "title"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch of an example: ``role`` is subject, object or title; of a type, every mark is a subject."""

    role: str
    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence without its marks, and the marks by position in it (code points)."""

    text: str
    marks: tuple[Mark, ...]

    def of(self, role: str) -> tuple[str, ...]:
        """The words marked as ``role``, in order."""
        return tuple(mark.words for mark in self.marks if mark.role == role)


def example(marked: str) -> Example:
    """Read ``[subject]``, ``{object}`` and ``<title>`` out of a sentence; marks may nest.

    Raises:
        ValueError: a mark is not closed, closed by another, or empty.

    >>> example("[甲公司]位于{乙县}。").of("object")
    ('乙县',)
    """
    text: list[str] = []
    opened: list[tuple[str, int]] = []
    marks: list[Mark] = []
    for sign in marked:
        if sign in _OPEN:
            opened.append((sign, len(text)))
        elif sign in _OPEN.values():
            if not opened or _OPEN[opened[-1][0]] != sign:
                raise ValueError(f"'{sign}' closes nothing")
            left, start = opened.pop()
            words = "".join(text[start:])
            if not words:
                raise ValueError(f"'{left}{sign}' is empty")
            marks.append(Mark(_ROLE[left], Span(start, len(text)), words))
        else:
            text.append(sign)
    if opened:
        raise ValueError(f"'{opened[-1][0]}' is not closed")
    return Example("".join(text), tuple(sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end, mark.role))))


@dataclass(frozen=True, slots=True)
class EntityType:
    """A class of things: ``types/NAME.ttl``. ``color`` is #rrggbb; ``cues`` are word lists by name (headNoun ...)."""

    name: str
    iri: str
    zh: str
    en: str
    color: str
    cues: Mapping[str, tuple[str, ...]]
    examples: tuple[Example, ...]
    counter_examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class RelationType:
    """A relation: ``relations/NAME.ttl``. ``domain`` and ``range`` are names of types; ``pairs``, where there are any,
    are the only combinations that may stand together."""

    name: str
    iri: str
    zh: str
    en: str
    inverse_zh: str
    inverse_en: str
    domain: frozenset[str]
    range: frozenset[str]
    symmetric: bool
    pairs: frozenset[tuple[str, str]]
    cues: Mapping[str, tuple[str, ...]]
    examples: tuple[Example, ...]
    counter_examples: tuple[Example, ...]

    def allows(self, subject: str, object_: str) -> bool:
        """True if a thing of type ``subject`` may stand in this relation to one of type ``object_``."""
        if self.pairs:
            return (subject, object_) in self.pairs
        return subject in self.domain and object_ in self.range


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as it is written. One of it is ``factor`` base units of ``dimension`` (亿元: 100000000 元 of money).

    ``iri`` is the unit's concept; for a multiple that units.ttl does not list (万册) that of the unit it multiplies.
    """

    name: str
    iri: str
    zh: str
    en: str
    dimension: str
    factor: Decimal
    scalable: bool = False


_POWERS = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}
_MULTIPLE = re.compile(r"(?:[十百千]?[万亿]|万亿|[十百千])")


class Units(Mapping[str, Unit]):
    """Units by every spelling; ``万``, ``百万``, ``亿`` and the like before a scalable unit are worked out on demand."""

    def __init__(self, known: Mapping[str, Unit]) -> None:
        self._known = MappingProxyType(dict(known))

    def __getitem__(self, name: str) -> Unit:
        found = self._known.get(name)
        if found is None:
            found = self._multiple(name)
        if found is None:
            raise KeyError(name)
        return found

    def _multiple(self, name: str) -> Unit | None:
        """``name`` as a multiplier and a unit: the longest multiplier whose rest is a scalable unit."""
        for cut in range(min(3, len(name) - 1), 0, -1):
            base = self._known.get(name[cut:])
            if base and base.scalable and _MULTIPLE.fullmatch(name, 0, cut):
                times = Decimal(10) ** sum(_POWERS[sign] for sign in name[:cut])
                return Unit(name, base.iri, name, f"{times:,f} {base.en}", base.dimension, base.factor * times)
        return None

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)
