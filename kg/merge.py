"""Cross-document linking: the same thing under different forms in several files becomes one entity.

Linking inside a file has already given content-based keys, so equal keys are equal things. Here two keys of one type
become one if they share a specific form and nothing speaks against it: organs, companies and places must lie in
compatible areas, campaigns must share organiser or area and year, persons must share a post's organisation. Keys whose
shared form is ambiguous in the corpus stay apart: a wrong merge costs an analyst more than a missed one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.model import Attribute, Entity, Extraction, Fact, Observation

MERGED_BY_NAME = frozenset({"Company", "Organization", "Project", "Zone", "Facility", "PublicBody", "Policy"})
SHORTEST = 3  # code points: a shared form below this says nothing (二期, 站前)


@dataclass(frozen=True, slots=True)
class _Seen:
    """What merging needs to know of an entity: its forms, its areas, and for a person the organisations served."""

    entity: Entity
    organisations: frozenset[str]


def redirects(extractions: Iterable[Extraction]) -> dict[str, str]:
    """Key -> the key it is merged into (only keys that change). Independent of the order of ``extractions``."""
    seen = _collect(extractions)
    parent: dict[str, str] = {}
    for group in _by_form(seen).values():
        for one, other in _pairs(group):
            _join(parent, one, other, seen)
    return {key: root for key in sorted(seen) if (root := _root(parent, key)) != key}


def apply(extraction: Extraction, moved: Mapping[str, str]) -> Extraction:
    """``extraction`` with every key replaced by the key it is merged into."""
    if not moved:
        return extraction

    def to(key: str) -> str:
        return moved.get(key, key)

    def fact(f: Fact) -> Fact:
        return replace(f, subject=to(f.subject), object=to(f.object))

    def attribute(a: Attribute) -> Attribute:
        return replace(a, entity=to(a.entity))

    def observation(o: Observation) -> Observation:
        return replace(o, subject=to(o.subject))

    return replace(
        extraction,
        entities=tuple(replace(e, key=to(e.key), area=to(e.area) if e.area else "") for e in extraction.entities),
        facts=tuple(map(fact, extraction.facts)),
        attributes=tuple(map(attribute, extraction.attributes)),
        observations=tuple(map(observation, extraction.observations)),
        mentions={to(key): places for key, places in extraction.mentions.items()},
    )


def _collect(extractions: Iterable[Extraction]) -> dict[str, _Seen]:
    entities: dict[str, Entity] = {}
    serves: defaultdict[str, set[str]] = defaultdict(set)
    for extraction in extractions:
        for entity in extraction.entities:
            old = entities.get(entity.key)
            aliases = {*entity.aliases, *(old.aliases if old else ()), *((old.name,) if old else ())} - {entity.name}
            entities[entity.key] = replace(entity, aliases=tuple(sorted(aliases)))
        for fact in extraction.facts:
            if fact.relation == "holdsPost" and fact.modality == "asserted":
                serves[fact.subject].add(fact.object)
    return {key: _Seen(entity, frozenset(serves[key])) for key, entity in entities.items()}


def _by_form(seen: Mapping[str, _Seen]) -> dict[tuple[str, str], list[_Seen]]:
    """(type, form) -> entities that carry the form; only forms that at least two entities carry."""
    groups: defaultdict[tuple[str, str], list[_Seen]] = defaultdict(list)
    for key in sorted(seen):
        entity = seen[key].entity
        if entity.type in MERGED_BY_NAME or entity.type == "Person":
            for form in sorted({entity.name, *entity.aliases}):
                if len(form) >= SHORTEST or entity.type == "Person":
                    groups[entity.type, form].append(seen[key])
    return {form: group for form, group in sorted(groups.items()) if len(group) > 1}


def _pairs(group: Sequence[_Seen]) -> list[tuple[str, str]]:
    """The pairs of a group that are the same thing."""
    if group[0].entity.type == "Person":
        return [
            (a.entity.key, b.entity.key)
            for a in group
            for b in group
            if a is not b and a.organisations & b.organisations
        ]
    areas = Counter(one.entity.area for one in group if one.entity.area)
    if len(areas) > 1:  # the same short form in two cities: leave both
        return [
            (a.entity.key, b.entity.key)
            for a in group
            for b in group
            if a is not b and a.entity.area == b.entity.area != ""
        ]
    return [(group[0].entity.key, other.entity.key) for other in group[1:]]


def _root(parent: Mapping[str, str], key: str) -> str:
    while key in parent:
        key = parent[key]
    return key


def _join(parent: dict[str, str], one: str, other: str, seen: Mapping[str, _Seen]) -> None:
    """Merge two groups under the key with the fullest name (then the smallest key)."""
    a, b = _root(parent, one), _root(parent, other)
    if a != b:
        keep, drop = sorted((a, b), key=lambda key: (-len(seen[key].entity.name), key))
        parent[drop] = keep
