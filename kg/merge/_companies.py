"""Companies: full and short names, with and without their place; groups, branches and cooperatives are firms of their own."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable
from typing import NamedTuple

from kg.merge._areas import Areas, Lie
from kg.merge._cluster import Bond
from kg.merge._firms import LEGAL, cut
from kg.merge._seen import Seen
from kg.ontology import Ontology

_STATE = re.compile("^(?:中国|国家|中华|中[铁建交粮化石核车信电航]|国[网电投药能])")
_CLEAR = 4
"""Code points of a core from which a company's short name is hardly that of another in the same prefecture."""


class Hard(NamedTuple):
    """What no two sightings of one company may differ in."""

    place: str
    places: tuple[str, ...]
    group: bool
    legal: str
    kind: str


class View(NamedTuple):
    """A sighting as this rule sees it."""

    hard: Hard
    cores: tuple[str, ...]
    brands: tuple[str, ...]
    """Cores without their line of business (澄川 of 澄川药业)."""
    bare: bool
    """True if the name is a brand alone, without a line of business or legal form."""
    home: str
    families: tuple[str, ...]
    national: bool


class Companies:
    """The rule for companies."""

    def __init__(self, areas: Areas, ontology: Ontology) -> None:
        self.areas = areas
        rows = ontology.table("company_heads")
        self.known = {LEGAL.sub("", row["head"]) or row["head"] for row in rows if row["kind"] in ("known", "knownbank")}
        trades = sorted({row["word"] for row in ontology.table("industries") if len(row["word"]) > 1}, key=lambda w: (-len(w), w))
        self.trade = re.compile(f"(?:{'|'.join(map(re.escape, trades))}|[矿药米乳酒茶木纸]业)+$")

    def view(self, seen: Seen) -> View:
        """The parts of the fullest form; cores and brands of all forms."""
        names = [cut(form, seen.home, self.areas) for form in seen.forms]
        first = max(names, key=lambda name: (bool(name.legal), bool(name.place), bool(name.kind), len(name.core)))
        cores = tuple(dict.fromkeys(name.core for name in names))
        brands = tuple(dict.fromkeys(brand for core in cores if len(brand := self.trade.sub("", core)) > 1 and brand != core))
        national = any(core in self.known or _STATE.match(core) for core in cores) and not first.place
        hard = Hard(first.place, () if national else seen.places, first.group, first.legal, first.kind)
        bare = not brands and not first.legal and not first.kind
        told = national or bool(first.place and first.legal)
        return View(hard, cores, brands, bare, "" if told and national else seen.home, seen.families, national)

    def blocks(self, view: View) -> Iterable[Hashable]:
        """Cores; a brand alone means a firm of its own province, if any."""
        yield from view.cores
        brands = view.brands if not view.bare else view.cores
        named = (view.hard.place, view.home, *view.hard.places)
        for province in sorted({self.areas.province(key) for key in named if key}):
            for brand in brands:
                yield province, brand

    def fine(self, view: View) -> Iterable[Hashable]:
        """Prefectures and families."""
        named = (view.hard.place, view.home, *view.hard.places)
        return [*(self.areas.prefecture(key) for key in named if key), *view.families]

    def hard(self, view: View) -> Hard:
        """What of a view can forbid a join."""
        return view.hard

    def clash(self, one: Hard, other: Hard) -> bool:
        """Another place in the name, another legal form, a group and one of its firms, a branch and its bank, other seats."""
        if one.kind != other.kind or (one.legal and other.legal and (one.legal, one.group) != (other.legal, other.group)):
            return True
        if one.place and other.place and one.place != other.place:
            return bool(one.legal and other.legal) or self.areas.lie(one.place, other.place) < Lie.WITHIN
        seats = one.places if not one.place else (), other.places if not other.place else ()
        return bool(seats[0] and seats[1]) and max(self.areas.lie(a, b) for a in seats[0] for b in seats[1]) < Lie.WITHIN

    def compare(self, one: View, other: View) -> Bond:
        """Equal cores in one area; a bare brand means the one firm of its area that has it."""
        if self.clash(one.hard, other.hard) or (not _fits(one.hard, other.hard)):
            return Bond.CLASH
        shared = set(one.cores) & set(other.cores)
        area = self.near(one, other, max(map(len, shared), default=0))
        if not shared:
            first, second = bool(set(one.cores) & set(other.brands)), bool(set(other.cores) & set(one.brands))
            if area is not Bond.SAME or first == second or one.hard.group or other.hard.group:
                return Bond.NONE
            return Bond.FIRST_VAGUE if first else Bond.SECOND_VAGUE
        if area is not Bond.SAME:
            return area
        return _less(one.hard, other.hard)

    def near(self, one: View, other: View, size: int) -> Bond:
        """What places, seats and the articles' homes say; ``size``: code points of the longest shared core."""
        reprint = set(one.families) & set(other.families) and self.areas.kin(one.home, other.home)
        if reprint or (one.national and other.national):
            return Bond.SAME
        a, b = one.hard.place, other.hard.place
        if a and b:
            return Bond.SAME if self.areas.lie(a, b) >= Lie.WITHIN else Bond.NONE
        ones, others = _where(one), _where(other)
        if not ones or not others:
            return Bond.NONE if size < _CLEAR else Bond.FIRST_VAGUE if not ones else Bond.SECOND_VAGUE
        lie = max(self.areas.lie(x, y) for x in ones for y in others)
        if lie is Lie.PROVINCE:
            return Bond.SAME if size >= _CLEAR and (one.hard.legal or other.hard.legal or one.hard.group or other.hard.group) else Bond.NONE
        return Bond.SAME if lie >= Lie.WITHIN or (lie is Lie.NEAR and size >= _CLEAR) else Bond.NONE


def _where(view: View) -> tuple[str, ...]:
    """Where a company may be: the place in its name, its seats, and where it is spoken of."""
    named = (view.hard.place, *view.hard.places, view.home)
    return tuple(dict.fromkeys(key for key in named if key))


def _fits(one: Hard, other: Hard) -> bool:
    """A short name without 集团 is not the group where both could be meant by their full names only."""
    return not (one.legal and not other.legal and other.group and not one.group) and not (other.legal and not one.legal and one.group and not other.group)


def _less(one: Hard, other: Hard) -> Bond:
    """SAME if both names say as much, else the one that says less is vague."""
    if bool(one.legal) == bool(other.legal) and bool(one.place) != bool(other.place):
        return Bond.SECOND_VAGUE if one.place else Bond.FIRST_VAGUE
    if one.legal and other.legal:
        return Bond.SAME
    if not one.legal and not other.legal:
        return Bond.SAME if one.group == other.group else Bond.FIRST_VAGUE if other.group else Bond.SECOND_VAGUE
    return Bond.SECOND_VAGUE if one.legal else Bond.FIRST_VAGUE
