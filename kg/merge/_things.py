"""Things with a name and a place: the same core, and no other place, year, edition, phase, capacity or builder."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable

from kg.merge._areas import Areas, Lie
from kg.merge._cluster import Bond
from kg.merge._names import differ, flat, marks
from kg.merge._resolver import Resolver
from kg.merge._seen import Seen
from kg.merge._view import Hard, View, known, less, unknown, where

_NATIONAL_BODY = re.compile("^(?:中国|中华|全国|国家|国际|世界|联合国)|(?<!老年)(?:大学|研究院|科学院|研究所|基金会|通讯社|出版社)$")
CLEAR = 5
"""Code points of a core from which it hardly names two things of one prefecture."""
SAYING = 3
"""Code points below which a short form (二期, 馆) is no way to recognise a thing in another text."""
LEAST = 4
"""Code points below which a core says nothing where an area is not known for certain."""


class Things:
    """The rule for organisations; the other types change how a name is cut and what makes it known everywhere.

    ``heads`` are words for kinds of things (新闻发布会, 文化馆): as a short form they name nothing.
    """

    place_is_part = True
    """True if 省X and 市X are two things although one place lies in the other."""

    def __init__(self, areas: Areas, final: Resolver, heads: frozenset[str]) -> None:
        self.areas, self.final, self.heads = areas, final, heads

    def view(self, seen: Seen) -> View:
        """The name without its place, and what the page adds."""
        place, cores, hard = self.cut(seen)
        national = not place and any(self.national(core) for core in cores)
        return View(
            hard._replace(place=place, places=() if national else seen.places, owners=self.owners(seen)),
            cores, "" if national or self.telling(place) else seen.home, seen.families, national,
        )  # fmt: skip

    def telling(self, place: str) -> bool:
        """True if a place in the name makes it irrelevant which paper names it."""
        return bool(place)

    def cut(self, seen: Seen) -> tuple[str, tuple[str, ...], Hard]:
        """Place, cores of all forms, and marks of the fullest form."""
        place, cores, hard = "", [], Hard()
        for form in seen.forms:
            at, rest = self.placed(self.bare(form, seen), seen.home)
            place = place or at
            found = marks(rest)
            inner, core = self.placed(found.core, seen.home) if not at else ("", found.core)
            place = place or inner
            core = self.core(core) or core
            if form == seen.name or (len(core) >= SAYING and not self.empty(core)):
                cores.append(core or flat(form))
            hard = Hard(
                years=hard.years or found.years, ordinal=hard.ordinal or found.ordinal,
                phase=hard.phase or found.phase, amounts=hard.amounts or found.amounts,
            )  # fmt: skip
        return place, tuple(dict.fromkeys(cores)), hard

    def bare(self, form: str, seen: Seen) -> str:
        """A form without what is no part of the core."""
        return flat(form)

    def placed(self, name: str, home: str) -> tuple[str, str]:
        """The place that a name begins with, and the rest."""
        return self.areas.placed(name, home)

    def core(self, rest: str) -> str:
        """The core of a name whose place and marks are taken off."""
        return rest

    def empty(self, core: str) -> bool:
        """True for a form that says only what kind of thing it is."""
        return core in self.heads

    def national(self, core: str) -> bool:
        """True if a name without a place means the same thing everywhere."""
        return bool(_NATIONAL_BODY.search(core))

    def owners(self, seen: Seen) -> frozenset[str]:
        """The final keys of who builds it."""
        return frozenset()

    def blocks(self, view: View) -> Iterable[Hashable]:
        """Equal cores."""
        return view.cores

    def fine(self, view: View) -> Iterable[Hashable]:
        """Prefectures, then families."""
        named = (view.hard.place, view.home, *view.hard.places)
        return [*(self.areas.prefecture(key) for key in named if key), *view.families]

    def hard(self, view: View) -> Hard:
        """What of a view can forbid a join."""
        return view.hard

    def clash(self, one: Hard, other: Hard) -> bool:
        """Other years, editions, phases, capacities, builders or places."""
        if differ(one.years, other.years) or differ(one.ordinal, other.ordinal) or differ(one.amounts, other.amounts):
            return True
        if one.phase != other.phase or (one.owners and other.owners and not one.owners & other.owners):
            return True
        lie = self.areas.lie(one.place, other.place)
        if lie and lie < (Lie.SAME if self.place_is_part else Lie.WITHIN):
            return True
        return bool(not one.place and not other.place and one.places and other.places) and (
            max(self.areas.lie(a, b) for a in one.places for b in other.places) < Lie.WITHIN
        )

    def compare(self, one: View, other: View) -> Bond:
        """Same core given: compare marks, then areas; a reprint needs no area."""
        if self.clash(one.hard, other.hard):
            return Bond.CLASH
        reprint = set(one.families) & set(other.families) and self.areas.kin(one.home, other.home)
        if reprint or (one.national and other.national):
            return self.told(one, other)
        bond = self.near(one, other)
        return self.told(one, other) if bond is Bond.SAME else bond

    def told(self, one: View, other: View) -> Bond:
        """For alike things in one area: SAME, or vague where one side lacks a mark that the other has."""
        return less(known(one.hard), known(other.hard))

    def near(self, one: View, other: View) -> Bond:
        """What the areas say."""
        short = max(map(len, set(one.cores) & set(other.cores)), default=CLEAR)
        if one.hard.place and other.hard.place:
            lie = self.areas.lie(one.hard.place, other.hard.place)
            return Bond.SAME if lie is Lie.SAME else self.outer(one.hard.place, other.hard.place)
        if one.hard.place or other.hard.place:
            return self.placeless(one, other, short) if other.hard.place else self.placeless(other, one, short).turned()
        ones, others = where(one), where(other)
        if not ones or not others:
            return unknown(bool(ones), bool(others)) if short >= LEAST else Bond.NONE
        lie, first, second = max((self.areas.lie(a, b), a, b) for a in ones for b in others)
        if lie is Lie.SAME:
            return Bond.SAME
        if lie is Lie.WITHIN and short >= LEAST:
            return self.outer(first, second)
        return Bond.SAME if lie in (Lie.NEAR, Lie.PROVINCE) and self.wide(one, other, lie) else Bond.NONE

    def placeless(self, one: View, other: View, short: int) -> Bond:
        """``one`` names no place, ``other`` does: the place must be where the first one's article is at home."""
        place = other.hard.place
        areas = where(one)
        if not areas:
            return Bond.FIRST_VAGUE if short >= LEAST else Bond.NONE
        lie, at = max((self.areas.lie(place, area), area) for area in areas)
        if lie is Lie.SAME or (lie is Lie.WITHIN and at in one.hard.places):
            return Bond.SAME
        if lie is Lie.WITHIN and (short >= CLEAR or self.areas.within(place, at)):
            return Bond.FIRST_VAGUE
        return Bond.NONE

    def wide(self, one: View, other: View, lie: Lie) -> bool:
        """True if the name is so rare that it means one thing in the whole prefecture or province."""
        return False

    def outer(self, one: str, other: str) -> Bond:
        """The side whose area is the wider one is vague."""
        if self.areas.within(one, other):
            return Bond.SECOND_VAGUE
        return Bond.FIRST_VAGUE if self.areas.within(other, one) else Bond.NONE
