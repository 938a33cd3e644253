"""Sightings to groups of the same thing: blocks by core, bonds between pairs, joins that no clash forbids.

Near-linear: only sightings that share a block are compared, and a block too large is cut by area and reprint family.
The result depends on the set of sightings alone, not on their order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from enum import Enum
from itertools import combinations
from typing import Any, Protocol

from kg.merge._names import slip
from kg.merge._seen import Seen

LARGE = 100
"""Sightings in a block from which they are only compared within one area or reprint family."""


class Bond(Enum):
    """What the comparison of two sightings says."""

    CLASH = "clash"
    NONE = "none"
    FIRST_VAGUE = "first vague"
    """Alike, but the first says too little: it joins if nothing else in the corpus is alike."""
    SECOND_VAGUE = "second vague"
    BOTH_VAGUE = "both vague"
    SAME = "same"

    def turned(self) -> Bond:
        """The same bond seen from the other side."""
        return {Bond.FIRST_VAGUE: Bond.SECOND_VAGUE, Bond.SECOND_VAGUE: Bond.FIRST_VAGUE}.get(self, self)


class Rule(Protocol):
    """How things of one type are recognised again. ``Any`` is the rule's own hashable view of a sighting."""

    def view(self, seen: Seen) -> Any:
        """What of a sighting matters; equal views are the same thing."""

    def blocks(self, view: Any) -> Iterable[Hashable]:
        """Only views that share one of these are compared."""

    def fine(self, view: Any) -> Iterable[Hashable]:
        """By what a too large block is cut: areas, families."""

    def compare(self, one: Any, other: Any) -> Bond:
        """Whether two views are the same thing."""

    def hard(self, view: Any) -> Hashable:
        """What of a view can forbid a join."""

    def clash(self, one: Any, other: Any) -> bool:
        """True if two things of these hard parts can never be the same, whatever links them."""


class _Groups:
    """Union-find over view numbers; a group knows its hard parts, so that no join brings two that clash together."""

    def __init__(self, views: Sequence[Any], rule: Rule) -> None:
        self.parent = list(range(len(views)))
        self.hard: dict[int, frozenset[Hashable]] = {n: frozenset((rule.hard(view),)) for n, view in enumerate(views)}
        self.rule = rule

    def root(self, number: int) -> int:
        while self.parent[number] != number:
            self.parent[number] = self.parent[self.parent[number]]
            number = self.parent[number]
        return number

    def join(self, one: int, other: int) -> bool:
        """Make two groups one unless they clash; True if they were two and are one now."""
        a, b = sorted((self.root(one), self.root(other)))
        if a == b or any(self.rule.clash(x, y) for x in self.hard[a] for y in self.hard[b] if x != y):
            return False
        self.parent[b] = a
        self.hard[a] |= self.hard.pop(b)
        return True


def groups(sightings: Iterable[Seen], rule: Rule) -> list[list[Seen]]:
    """The sightings of one type in groups; each group is one thing."""
    alike: defaultdict[Any, list[Seen]] = defaultdict(list)
    for seen in sorted(set(sightings), key=_order):
        alike[rule.view(seen)].append(seen)
    views = list(alike)
    made = _Groups(views, rule)
    vague: defaultdict[int, set[int]] = defaultdict(set)
    same: list[tuple[int, int]] = []
    for one, other in _pairs(views, rule):
        bond = rule.compare(views[one], views[other])
        if bond is Bond.SAME:
            same.append((one, other))
        if bond in (Bond.FIRST_VAGUE, Bond.BOTH_VAGUE):
            vague[one].add(other)
        if bond in (Bond.SECOND_VAGUE, Bond.BOTH_VAGUE):
            vague[other].add(one)
    for one, other in sorted(same) + _reprinted(views, alike):
        made.join(one, other)
    _settle(made, vague)
    found: defaultdict[int, list[Seen]] = defaultdict(list)
    for number, view in enumerate(views):
        found[made.root(number)] += alike[view]
    return list(found.values())


def _reprinted(views: Sequence[Any], alike: Mapping[Any, Sequence[Seen]]) -> list[tuple[int, int]]:
    """Pairs that stand in the same place of two reprints under names alike: one was misprinted or misread."""
    slots: defaultdict[int, list[tuple[int, Seen]]] = defaultdict(list)
    for number, view in enumerate(views):
        for seen in alike[view]:
            for slot in seen.slots:
                slots[slot].append((number, seen))
    pairs = {(one, other) for rows in slots.values() for (one, first), (other, second) in combinations(rows, 2) if one != other and _misread(first, second)}
    return sorted(pairs)


def _misread(one: Seen, other: Seen) -> bool:
    """True if two names may be one misprinted; a template filled in for two places, or two surnames, is no misprint."""
    if one.home and other.home and one.home != other.home:
        return False
    return slip(one.name, other.name) and (one.type != "Person" or one.name[:1] == other.name[:1])


def _settle(made: _Groups, vague: dict[int, set[int]]) -> None:
    """Join each vague group to the one group that it can mean; where there are several it stays by itself.

    In rounds: once 甲县乙药业 has joined 甲县乙药业有限公司, 乙药业 has one target where it had two.
    """
    while True:
        targets: defaultdict[int, set[int]] = defaultdict(set)
        for number, others in vague.items():
            root = made.root(number)
            targets[root] |= {made.root(other) for other in others} - {root}
        single = [(root, min(found)) for root, found in sorted(targets.items()) if len(found) == 1]
        if not sum(made.join(root, target) for root, target in single):
            return


def _pairs(views: Sequence[Any], rule: Rule) -> Iterator[tuple[int, int]]:
    """Pairs of view numbers (smaller first) that share a block, each once."""
    blocks: defaultdict[Hashable, list[int]] = defaultdict(list)
    for number, view in enumerate(views):
        for block in dict.fromkeys(rule.blocks(view)):
            blocks[block].append(number)
    done: set[tuple[int, int]] = set()
    for members in blocks.values():
        for part in [members] if len(members) <= LARGE else _cut(members, views, rule):
            for pair in combinations(part, 2):
                if pair not in done:
                    done.add(pair)
                    yield pair


def _cut(members: Sequence[int], views: Sequence[Any], rule: Rule) -> list[list[int]]:
    """By area and family; what is only known to be of a province stands in each of its prefectures."""
    parts: defaultdict[Hashable, list[int]] = defaultdict(list)
    for number in members:
        for key in dict.fromkeys(rule.fine(views[number])):
            parts[key].append(number)
    provinces = [str(key) for key in parts if str(key).endswith("0000")]
    for province in provinces:
        for key, part in parts.items():
            if key != province and str(key).startswith(province[:2]) and len(str(key)) == len(province):
                part += [number for number in parts[province] if number not in part]
    return [sorted(part) for part in parts.values()]


def _order(seen: Seen) -> tuple[object, ...]:
    return (
        seen.key, seen.name, seen.aliases, seen.area, seen.home, seen.places, seen.partners, seen.owner, seen.when,
        seen.starts, seen.families, seen.slots,
    )  # fmt: skip
