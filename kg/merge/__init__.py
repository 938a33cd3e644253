"""Linking across documents: the same thing under different forms becomes one; namesakes and editions stay apart.

    redirects    what becomes what, from all extractions    (here)
    apply        an extraction with its final keys           (here)
    _seen        what of an entity on a page matters; _areas, _names: places and marks of names
    _cluster     blocks, bonds, groups; _keys: their keys
    _bodies, _companies (_firms), _things (_view), _kinds, _campaigns, _events, _persons     one rule a type

Linking inside a file has given content-based keys. Neither are equal keys always one thing (两县的“集中供热改造工程”) nor
different keys two. A rule compares what pages say: places, builders, posts, years, phases. A name that says too little
joins only if there is one thing that it can mean: a wrong merge costs an analyst more than a missed one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from kg import ontology
from kg.merge._apply import Redirects, apply
from kg.merge._areas import Areas
from kg.merge._bodies import Bodies, Villages
from kg.merge._campaigns import Campaigns
from kg.merge._cluster import Rule, groups
from kg.merge._companies import Companies
from kg.merge._events import Events
from kg.merge._keys import keyed
from kg.merge._kinds import Facilities, Policies, Projects
from kg.merge._persons import Persons
from kg.merge._resolver import Resolver
from kg.merge._seen import Seen, sightings
from kg.merge._things import Things
from kg.model import Extraction

__all__ = ["Redirects", "apply", "redirects"]

_HEADS = ("organization_heads", "facility_heads", "project_heads", "event_heads", "campaign_heads")


def redirects(extractions: Iterable[Extraction], families: Mapping[str, str] | None = None) -> Redirects:
    """What each entity of each page becomes. Independent of the order of ``extractions``, which are read once.

    ``families``: article id -> id of its reprint family (``kg.clean.families``); a name in two reprints of one article
    is the same thing even where one of them does not say which city it speaks of.
    """
    reprints = _true_families(families or {})
    by_type: defaultdict[str, set[Seen]] = defaultdict(set)
    for extraction in extractions:
        for _, seen in sightings(extraction, reprints):
            by_type[seen.type].add(seen)
    final = Resolver()
    moved: dict[Seen, str] = {}
    merged = 0
    for name, rule in _rules(final):
        for key, group in keyed(groups(by_type.pop(name, ()), rule)):
            merged += len({seen.key for seen in group}) - 1
            for seen in group:
                final.add(seen.key, seen.area, key)
                if seen.key != key:
                    moved[seen] = key
    return Redirects(moved, reprints, merged)


def _true_families(families: Mapping[str, str]) -> dict[str, str]:
    """Only articles that have reprints."""
    sizes: defaultdict[str, int] = defaultdict(int)
    for family in families.values():
        sizes[family] += 1
    return {article: family for article, family in families.items() if sizes[family] > 1}


@lru_cache(maxsize=1)
def _areas() -> Areas:
    return Areas(ontology.load().places)


def _rules(final: Resolver) -> list[tuple[str, Rule]]:
    """The rules in the order in which they need each other."""
    areas, rules = _areas(), ontology.load()
    heads = frozenset(row["head"] for name in _HEADS for row in rules.table(name))
    return [
        ("Division", Villages(areas)),
        ("Zone", Bodies(areas, final)),
        ("PublicBody", Bodies(areas, final)),
        ("Company", Companies(areas, rules)),
        ("Organization", Things(areas, final, heads)),
        ("Facility", Facilities(areas, final, heads)),
        ("Project", Projects(areas, final, heads)),
        ("Policy", Policies(areas, final, heads)),
        ("Campaign", Campaigns(areas, final, heads)),
        ("Event", Events(areas, final, heads)),
        ("Person", Persons(areas, final)),
    ]
