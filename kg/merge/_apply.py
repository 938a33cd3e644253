"""What each entity of each page becomes, and an extraction with its final keys."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from kg.merge._seen import ANYWHERE, Seen, page_of, sightings
from kg.model import Entity, Evidence, Extraction, Fact


@dataclass(frozen=True, slots=True)
class Redirects:
    """Only what changes is kept: a sighting whose key becomes another."""

    moved: Mapping[Seen, str]
    families: Mapping[str, str]

    def __len__(self) -> int:
        """How many keys are merged into another one (a key that is only kept apart from its namesakes does not count)."""
        became: defaultdict[str, set[str]] = defaultdict(set)
        for seen, key in self.moved.items():
            became[key].add(seen.key)
        return len(
            {key for keys in became.values() for key in keys if not all(f.startswith(f"{key}@") for f in became)}
        )

    def of(self, extraction: Extraction) -> dict[tuple[str, str], str]:
        """(page, key) -> final key, of every entity of ``extraction`` on every page that names it."""
        return {(page, seen.key): self.moved.get(seen, seen.key) for page, seen in sightings(extraction, self.families)}


def apply(extraction: Extraction, redirects: Redirects) -> Extraction:
    """``extraction`` with every key replaced by what it becomes; a fact that would then point at itself is left out."""
    if not redirects.moved:
        return extraction
    return _Applied(extraction, redirects).extraction()


class _Applied:
    """One extraction on its way to final keys."""

    def __init__(self, extraction: Extraction, redirects: Redirects) -> None:
        self.given = extraction
        self.pages = page_of(extraction.articles)
        self.final = redirects.of(extraction)
        self.by_key: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for (page, key), final in sorted(self.final.items()):
            self.by_key[key].setdefault(final, page)

    def extraction(self) -> Extraction:
        """Everything with final keys."""
        given = self.given
        return replace(
            given,
            entities=tuple(each for entity in given.entities for each in self.entity(entity)),
            facts=tuple(fact for fact in map(self.fact, given.facts) if fact.subject != fact.object),
            attributes=tuple(replace(a, entity=self.to(a.entity, a.evidence)) for a in given.attributes),
            observations=tuple(replace(o, subject=self.to(o.subject, o.evidence)) for o in given.observations),
            mentions=self.mentions(),
        )

    def at(self, page: str, key: str) -> str:
        """What a key becomes on a page; where the page does not name it, what it becomes elsewhere in the file."""
        return self.final.get((page, key)) or self.final.get((ANYWHERE, key)) or next(iter(self.by_key[key]), key)

    def to(self, key: str, evidence: tuple[Evidence, ...]) -> str:
        """What a key becomes where the evidence stands."""
        return self.at(self.pages.get(evidence[0].article, ANYWHERE) if evidence else ANYWHERE, key)

    def entity(self, entity: Entity) -> list[Entity]:
        """The entities that one becomes: several where pages of one file mean different things by one key."""
        finals = self.by_key.get(entity.key) or {entity.key: ANYWHERE}
        return [
            replace(entity, key=final, area=self.at(page, entity.area) if entity.area else "")
            for final, page in finals.items()
        ]

    def fact(self, fact: Fact) -> Fact:
        """A fact between final keys."""
        return replace(fact, subject=self.to(fact.subject, fact.evidence), object=self.to(fact.object, fact.evidence))

    def mentions(self) -> dict[str, tuple[Evidence, ...]]:
        """Where each final key is named."""
        found: defaultdict[str, list[Evidence]] = defaultdict(list)
        for key, places in self.given.mentions.items():
            for place in places:
                found[self.to(key, (place,))].append(place)
        return {key: tuple(dict.fromkeys(places)) for key, places in found.items()}
