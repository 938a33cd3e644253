"""Persons: a name alone proves nothing; a shared organisation, an area of office, or a reprint does."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable
from typing import NamedTuple

from kg.merge._areas import Areas, Lie
from kg.merge._campaigns import AREA_ORGAN
from kg.merge._cluster import Bond
from kg.merge._resolver import Resolver
from kg.merge._seen import DIVISION, Seen

_SENIOR = re.compile("(?<!第一)书记$|(?<![班组队站所村楼户店家])长$|(?<!村)主任$|主席$|常委$|委员$|专员$|领导$|政委$|总指挥$|秘书长$|组长$|队长$|所长$")
_RANKS = {"province": 0, "prefecture": 1, "county": 2, "township": 3, "": 4}


class View(NamedTuple):
    """A sighting as this rule sees it."""

    name: str
    serves: frozenset[str]
    """Final keys of what the person holds a post in."""
    offices: tuple[str, ...]
    """Areas of the public bodies and zones that the person leads or sits in."""
    leads: tuple[str, ...]
    """Areas whose party committee, government, congress or conference it is."""
    home: str
    families: tuple[str, ...]


class Persons:
    """The rule for persons."""

    def __init__(self, areas: Areas, final: Resolver) -> None:
        self.areas, self.final = areas, final

    def view(self, seen: Seen) -> View:
        """Name, posts, and the division that the key or the article gives."""
        serves = self.final.of(seen.partners)
        senior = self.final.of(partner for partner in seen.partners if _SENIOR.search(partner[2]))
        offices = {area for key in senior for area in self.final.areas(key)}
        leads = {area for key in senior if AREA_ORGAN.search(key) for area in self.final.areas(key)}
        scope = DIVISION + seen.key.rpartition("@")[2]
        home = seen.home or (scope if self.areas.level(scope) else "")
        return View(seen.name, serves, tuple(sorted(offices)), tuple(sorted(leads)), home, seen.families)

    def blocks(self, view: View) -> Iterable[Hashable]:
        """The whole name."""
        return (view.name,)

    def fine(self, view: View) -> Iterable[Hashable]:
        """Prefectures, organisations, families."""
        return [
            *(self.areas.prefecture(key) for key in (*view.offices, view.home) if key),
            *sorted(view.serves),
            *view.families,
        ]

    def hard(self, view: View) -> frozenset[str]:
        """Nothing forbids a join: people hold several posts."""
        return frozenset()

    def clash(self, one: frozenset[str], other: frozenset[str]) -> bool:
        """Never, see ``hard``."""
        return False

    def compare(self, one: View, other: View) -> Bond:
        """A reprint or an organisation in common; offices in one area, or one step up; a name without a post at home there."""
        reprint = set(one.families) & set(other.families) and self.areas.kin(one.home, other.home)
        if reprint or one.serves & other.serves:
            return Bond.SAME
        if one.offices and other.offices:
            return self.career(one, other)
        if one.serves and other.serves:
            return Bond.NONE
        if one.serves or other.serves:
            vague, known = (other, one) if one.serves else (one, other)
            places = known.offices or (known.home,)
            at_home = bool(vague.home) and vague.home in places
            return Bond.NONE if not at_home else Bond.SECOND_VAGUE if one.serves else Bond.FIRST_VAGUE
        return Bond.SAME if one.home and one.home == other.home else Bond.NONE

    def career(self, one: View, other: View) -> Bond:
        """Posts of one area are one official's; leaders rise from a county to its city if no namesake could be meant."""
        if set(one.offices) & set(other.offices):
            return Bond.SAME
        pairs = [(a, b) for a in one.leads for b in other.leads if self.areas.lie(a, b) is Lie.WITHIN]
        steps = [(a, b) for a, b in pairs if abs(self._rank(a) - self._rank(b)) == 1]
        if not steps:
            return Bond.NONE
        return Bond.FIRST_VAGUE if any(self.areas.within(b, a) for a, b in steps) else Bond.SECOND_VAGUE

    def _rank(self, key: str) -> int:
        return _RANKS[self.areas.level(key)]
