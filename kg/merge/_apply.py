"""What each entity of each page becomes, and an extraction with its final keys."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from kg.merge._seen import ANYWHERE, Seen, page_of, sightings
from kg.model import Entity, Evidence, Extraction, Fact


@dataclass(frozen=True, slots=True)
class Redirects:
    """Only what changes is kept: a sighting whose key becomes another."""

    moved: Mapping[Seen, str]
    families: Mapping[str, str]
    """Article id -> reprint family, of articles that have reprints."""
    merged: int = 0
    """How many keys became another thing's key; one that only got a scope does not count."""
    apart: frozenset[str] = frozenset()
    """Final keys whose documents are kept apart."""

    def __len__(self) -> int:
        """How many keys are merged into another one."""
        return self.merged

    def of(self, extraction: Extraction) -> dict[tuple[str, str], str]:
        """(page, key) -> final key, of every entity of ``extraction`` on every page that names it."""
        found = {(page, seen.key): self.moved.get(seen, seen.key) for page, seen in sightings(extraction, self.families)}
        if not self.apart.isdisjoint(found.values()):
            texts = self._texts(extraction)
            found = {at: f"{key}@{texts.get(at[0], '')}" if key in self.apart else key for at, key in found.items()}
        return found

    def split(self, keys: Iterable[str]) -> Redirects:
        """These final keys taken apart: into the keys that were merged in them, else into one for each document."""
        wanted = frozenset(keys)
        undone = {seen: key for seen, key in self.moved.items() if key in wanted}
        kept = {seen: key for seen, key in self.moved.items() if key not in wanted}
        fewer = len({seen.key for seen in undone})
        return Redirects(kept, self.families, max(0, self.merged - fewer), self.apart | (wanted - set(undone.values())))

    def _texts(self, extraction: Extraction) -> dict[str, str]:
        """Page -> a short name of its text, the same for all reprints."""
        found: dict[str, str] = {}
        for article, page in page_of(extraction.articles).items():
            found.setdefault(page, self.families.get(article, article)[:12])
        return found


def apply(extraction: Extraction, redirects: Redirects) -> Extraction:
    """``extraction`` with every key replaced by what it becomes; a fact that would then point at itself is left out."""
    if not redirects.moved and not redirects.apart:
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
        return [replace(entity, key=final, area=self.at(page, entity.area) if entity.area else "") for final, page in finals.items()]

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
