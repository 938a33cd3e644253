"""Public bodies, zones and villages: the same name in the same area."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable
from typing import NamedTuple

from kg.merge._areas import Areas, Lie
from kg.merge._cluster import Bond
from kg.merge._names import flat
from kg.merge._resolver import Resolver
from kg.merge._seen import DIVISION, Seen

_RANK = re.compile("^(?:国家级|省级)")
_SHORT = {"边境经济合作区": "边合区", "跨境经济合作区": "跨合区", "发展改革": "发改", "发展和改革": "发改"}


class View(NamedTuple):
    """A sighting as these rules see it."""

    key: str
    """The key without its type: what linking holds to be the same organ wherever the area is the same."""
    cores: frozenset[str]
    """Forms without the place."""
    areas: frozenset[str]


class Bodies:
    """The rule for public bodies and zones: the area decides, a form in common suffices."""

    def __init__(self, areas: Areas, final: Resolver) -> None:
        self.areas, self.final = areas, final

    def view(self, seen: Seen) -> View:
        """Key, forms without their place, area."""
        area = seen.area or seen.home
        own = self.final.of([(area, "", "")]) if area else frozenset()
        near = area if area.startswith(DIVISION) else ""
        cores = {_shortened(self.areas.placed(flat(form), near).rest) for form in seen.forms}
        return View(seen.key.partition("/")[2], frozenset(core for core in cores if len(core) > 1), own)

    def blocks(self, view: View) -> Iterable[Hashable]:
        """Keys and forms."""
        return (view.key, *sorted(view.cores))

    def fine(self, view: View) -> Iterable[Hashable]:
        """Areas."""
        return sorted(view.areas)

    def hard(self, view: View) -> frozenset[str]:
        """The areas."""
        return view.areas

    def clash(self, one: frozenset[str], other: frozenset[str]) -> bool:
        """Other areas."""
        return bool(one and other and not one & other)

    def compare(self, one: View, other: View) -> Bond:
        """One area, and a form in common; without an area it is the one body of that name."""
        if self.clash(one.areas, other.areas):
            return Bond.CLASH
        if one.areas & other.areas:
            return Bond.SAME
        return Bond.BOTH_VAGUE if not one.areas and not other.areas else Bond.FIRST_VAGUE if not one.areas else Bond.SECOND_VAGUE


class Villages:
    """The rule for villages and communities: with and without the township that they lie in."""

    def __init__(self, areas: Areas) -> None:
        self.areas = areas

    def view(self, seen: Seen) -> tuple[str, str]:
        """Name and parent; a division with a code is its own parent."""
        parent, _, name = seen.key.rpartition("/")
        return name, parent

    def blocks(self, view: tuple[str, str]) -> Iterable[Hashable]:
        """The name."""
        return (view[0],)

    def fine(self, view: tuple[str, str]) -> Iterable[Hashable]:
        """The prefecture."""
        return (self.areas.prefecture(view[1]),)

    def hard(self, view: tuple[str, str]) -> str:
        """The parent."""
        return view[1]

    def clash(self, one: str, other: str) -> bool:
        """Neither parent lies in the other."""
        return self.areas.lie(one, other) < Lie.WITHIN

    def compare(self, one: tuple[str, str], other: tuple[str, str]) -> Bond:
        """The one whose parent is the wider area is vague."""
        lie = self.areas.lie(one[1], other[1])
        if lie < Lie.WITHIN:
            return Bond.CLASH
        return Bond.SAME if lie is Lie.SAME else Bond.FIRST_VAGUE if self.areas.within(other[1], one[1]) else Bond.SECOND_VAGUE


def _shortened(core: str) -> str:
    """A core without its rank, and with words that are mostly shortened in their short form."""
    for long, short in _SHORT.items():
        core = core.replace(long, short)
    return _RANK.sub("", core)
