"""Fast look-up of a document's mentions by place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from kg.model import Document, Entity, Mention, Span

_SILENT = frozenset({"Title"})
_THINGS = frozenset({"Campaign", "Company", "Event", "Facility", "Policy", "Project", "Zone"})
_TAILED = _THINGS | {"Organization", "PublicBody"}
_SHORT = re.compile(r"[”》]?[（(](?:以下)?简称[：:]?[“《]?([^“”《》（）()]{2,16})[”》]?[）)]")
_HEART = re.compile(r"“([^“”]{2,14})”")
_OPEN = '“‘"《「『〈'
_SHUT = '”’"》」』〉'


class Mentions:
    """The mentions of a document: the outer ones in order, and all of them for what a name covers."""

    def __init__(self, document: Document) -> None:
        self._entities = document.entities
        self._all = [m for m in document.mentions if m.entity and m.type not in _SILENT and m.kind != "anaphor"]
        self._all_starts = [m.span.start for m in self._all]
        linked = [m for m in document.mentions if m.entity and m.type not in _SILENT]
        self.outer = _outer(sorted([*linked, *_again(document, linked)], key=lambda m: (m.span.start, -m.span.end, m.type)))
        self._starts = [m.span.start for m in self.outer]
        names = [m for m in self.outer if m.kind == "name"]
        self._names = [m.span for m in names]
        self._name_starts = [s.start for s in self._names]

    def within(self, span: Span) -> list[Mention]:
        """The outer mentions that begin inside ``span``."""
        return self.outer[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]

    def before(self, position: int) -> list[Mention]:
        """The forty mentions, nested ones included, that begin before ``position``."""
        stop = bisect_left(self._all_starts, position)
        return self._all[max(0, stop - 40) : stop]

    def at(self, start: int, reach: int = 0) -> Mention | None:
        """The outer mention that begins at ``start`` or up to ``reach`` code points after it."""
        i = bisect_left(self._starts, start)
        return self.outer[i] if i < len(self.outer) and self._starts[i] <= start + reach else None

    def ending(self, stop: int) -> Mention | None:
        """The outer mention that ends at ``stop``, a closing quotation mark aside."""
        i = bisect_right(self._starts, stop - 1) - 1
        return self.outer[i] if i >= 0 and self.outer[i].span.end in (stop, stop - 1) else None

    def names(self, span: Span) -> bool:
        """True if ``span`` lies in the name of a thing (the number in 年产5万吨…项目)."""
        i = bisect_right(self._name_starts, span.start) - 1
        return i >= 0 and self._names[i].overlaps(span)

    def entity(self, mention: Mention) -> Entity | None:
        """The entity that ``mention`` denotes."""
        return self._entities.get(mention.entity)

    def any(self, types: tuple[str, ...]) -> bool:
        """True if the document mentions a thing of one of ``types``."""
        return any(m.type in types for m in self._all)

    def by_tail(self, tail: str) -> str:
        """The thing named before whose name ends in ``tail``, "" if none or several do."""
        keys = {m.entity for m in self._all if m.type in _TAILED and (e := self._entities.get(m.entity)) and e.name.endswith(tail)}
        return keys.pop() if len(keys) == 1 else ""

    def other_phase(self, key: str, phase: str) -> bool:
        """True if the name of the project ``key`` holds another phase (一期) than ``phase``."""
        found = re.findall(r"[一二三四]期", self._entities[key].name) if key in self._entities else []
        return bool(found) and phase not in found

    def project_of(self, company: str) -> str:
        """The project whose name begins with a name of ``company``, "" if none or several do."""
        owner = self._entities.get(company)
        if owner is None or owner.type != "Company":
            return ""
        names = tuple(name for name in (owner.name, *owner.aliases) if len(name) > 2)
        keys = {m.entity for m in self._all if m.type == "Project" and (e := self._entities.get(m.entity)) and e.name.startswith(names)}
        return keys.pop() if len(keys) == 1 and names else ""

    def type_of(self, key: str) -> str:
        """The type of the entity ``key``, "" if unknown."""
        entity = self._entities.get(key)
        return entity.type if entity else ""


def _again(document: Document, linked: list[Mention]) -> list[Mention]:
    """Further places where the name of a thing stands, or the quoted heart of it (“护苗行动” of “护苗行动”专项活动)."""
    text = document.text
    taken = bytearray(len(text))
    for mention in linked:
        taken[mention.span.start : mention.span.end] = b"\1" * len(mention.span)
    found: list[Mention] = []
    shorts = {(m[1], mention.entity) for mention in linked if (m := _SHORT.match(text, mention.span.end))}
    for entity in sorted({m.entity: document.entities[m.entity] for m in linked if m.entity in document.entities}.values(), key=lambda e: e.key):
        if entity.type not in _THINGS:
            continue
        names = {entity.name, *entity.aliases, *(short for short, key in shorts if key == entity.key)}
        names |= {f"“{heart[1]}”" for name in names for heart in [_HEART.search(name)] if heart and entity.type == "Campaign"}
        for name in sorted(names, key=len, reverse=True):
            start = text.find(name) if len(name) > 3 or ((name, entity.key) in shorts and len(name) > 2) else -1
            while start >= 0:
                span = Span(start, start + len(name))
                if not any(taken[span.start : span.end]):
                    taken[span.start : span.end] = b"\1" * len(span)
                    found.append(Mention(span, entity.type, name, "name", "measure.again", entity.key))
                start = text.find(name, span.end)
    return found


def _outer(mentions: list[Mention]) -> list[Mention]:
    """Mentions that no longer mention covers; of two at one place the first."""
    kept: list[Mention] = []
    for mention in mentions:
        if kept and mention.span.start < kept[-1].span.end:
            continue
        kept.append(mention)
    return kept


def open_quote(text: str, start: int) -> int:
    """``start`` moved left over opening quotation marks."""
    while start > 0 and text[start - 1] in _OPEN:
        start -= 1
    return start


def shut_quote(text: str, stop: int) -> int:
    """``stop`` moved right over closing quotation marks."""
    while stop < len(text) and text[stop] in _SHUT:
        stop += 1
    return stop
