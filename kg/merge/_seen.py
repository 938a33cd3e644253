"""What merging needs to know of an entity on one page; equal sightings are one, so memory grows with what differs."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from zlib import crc32

from kg.model import Article, Entity, Evidence, Extraction

DIVISION = "division/"
ANYWHERE = ""
"""The page of an entity that nothing on a page names (a division known only as an area)."""

_PARTNERS = {"holdsPost": "Person", "undertakenBy": "Project", "organizedBy": "Campaign"}
_DATED = frozenset({"Campaign", "Event", "Policy", "Person"})
_DATES = frozenset({"startDate", "date"})
_NO_SLOTS = frozenset({"Division"})
_AROUND = 4
"""Code points before and behind a mention that tell its place in a text."""
_BY_AREA = frozenset({"PublicBody", "Zone", "Division"})


@dataclass(frozen=True, slots=True)
class Seen:
    """An entity as one page shows it. Only what the rule for its type looks at is filled in."""

    key: str
    type: str
    name: str
    aliases: tuple[str, ...] = ()
    area: str = ""
    """Key of the division or zone that a body governs or a zone lies in."""
    home: str = ""
    """Key of the division that the article speaks for."""
    places: tuple[str, ...] = ()
    """Keys of divisions that the page says it lies in."""
    partners: tuple[tuple[str, str, str], ...] = ()
    """(key, area, post): where a person holds a post, who builds a project, who runs a campaign."""
    owner: str = ""
    """The form of a company that a project's name holds."""
    when: str = ""
    """Month of publication, "2022-03" or "2022"."""
    starts: tuple[str, ...] = ()
    """Months of its start or date, as stated."""
    families: tuple[str, ...] = ()
    """Reprint families (of more than one article) that it is named in."""
    slots: tuple[int, ...] = ()
    """Checksums of the words around it in such families: what stands in the same place of two reprints is one thing."""

    @property
    def forms(self) -> tuple[str, ...]:
        """Its name, then its other forms."""
        return (self.name, *self.aliases)


def page_of(articles: tuple[Article, ...]) -> dict[str, str]:
    """Article id -> the page (or row) that it stands on: what linking inside a file took together."""
    return {article.id: article.doc or article.id for article in articles}


def sightings(extraction: Extraction, families: Mapping[str, str]) -> Iterator[tuple[str, Seen]]:
    """(page, entity as that page shows it), each pair once. ``families``: article id -> family, only true reprints."""
    pages = page_of(extraction.articles)
    facts = _Said(extraction, pages)
    articles = {article.id: article for article in extraction.articles}
    for entity in extraction.entities:
        named: defaultdict[str, list[Article]] = defaultdict(list)
        for place in extraction.mentions.get(entity.key, ()):
            if place.article in articles:
                named[pages[place.article]].append(articles[place.article])
        for page in facts.pages.get(entity.key, ()):
            named.setdefault(page, [])
        slots = _slots(extraction.mentions.get(entity.key, ()), articles, families) if entity.type not in _NO_SLOTS else {}
        for page, where in named.items() if named else [(ANYWHERE, [])]:
            seen = _seen(entity, page, where, facts, families)
            mine = {slot for article in where for slot in slots.get(article.id, ())}
            yield page, replace(seen, slots=tuple(sorted(mine))) if mine else seen


def _seen(entity: Entity, page: str, where: list[Article], facts: _Said, families: Mapping[str, str]) -> Seen:
    name, aliases = entity.name, entity.aliases
    if entity.type in _BY_AREA and entity.area:
        return Seen(entity.key, entity.type, name, aliases, entity.area)
    if entity.type == "Division":
        return Seen(entity.key, entity.type, name)
    at = page, entity.key
    owner, owners = facts.owner(name) if entity.type == "Project" else ("", ())
    dated = entity.type in _DATED
    return Seen(
        entity.key, entity.type, name, aliases, entity.area,
        home=next((a.region for a in where if a.region.startswith(DIVISION)), ""),
        places=tuple(sorted(facts.places.get(at, ()))),
        partners=tuple(sorted({*facts.partners.get(at, ()), *owners})),
        owner=owner,
        when=next((a.published[:7] for a in where if a.published), "") if dated else "",
        starts=tuple(sorted(facts.starts.get(at, ()))) if dated else (),
        families=tuple(sorted({families[a.id] for a in where if a.id in families})),
    )  # fmt: skip


def _slots(places: tuple[Evidence, ...], articles: Mapping[str, Article], families: Mapping[str, str]) -> dict[str, set[int]]:
    """Article id -> checksums of family and context of each mention, in articles that have reprints."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for place in places:
        family = families.get(place.article)
        if family and place.article in articles:
            text, span = articles[place.article].text, place.span
            around = text[max(0, span.start - _AROUND) : span.start] + "|" + text[span.end : span.end + _AROUND]
            if len(around) == 2 * _AROUND + 1:
                found[place.article].add(crc32(f"{family}{unicodedata.normalize('NFKC', around)}".encode()))
    return found


class _Said:
    """What an extraction's facts and dates say, by (page, entity)."""

    def __init__(self, extraction: Extraction, pages: Mapping[str, str]) -> None:
        self.places: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        self.partners: defaultdict[tuple[str, str], set[tuple[str, str, str]]] = defaultdict(set)
        self.starts: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        self.pages: defaultdict[str, dict[str, None]] = defaultdict(dict)
        areas = {entity.key: entity.area for entity in extraction.entities if entity.area}
        types = {entity.key: entity.type for entity in extraction.entities}
        companies = (entity for entity in extraction.entities if entity.type == "Company")
        named = {(form, entity.key) for entity in companies for form in (entity.name, *entity.aliases) if len(form) > 1}
        self.companies = sorted(named, key=lambda row: (-len(row[0]), row))
        for fact in extraction.facts:
            page = _page(fact.evidence, pages)
            self.pages[fact.subject][page] = self.pages[fact.object][page] = None
            if fact.relation == "locatedIn":
                place = fact.object if fact.object.startswith(DIVISION) else areas.get(fact.object, "")
                if place.startswith(DIVISION):
                    self.places[page, fact.subject].add(place)
            elif fact.modality == "asserted" and _PARTNERS.get(fact.relation) == types.get(fact.subject):
                self.partners[page, fact.subject].add((fact.object, areas.get(fact.object, ""), fact.title))
        for attribute in extraction.attributes:
            if attribute.key in _DATES:
                self.starts[_page(attribute.evidence, pages), attribute.entity].add(attribute.value[:7])

    def owner(self, name: str) -> tuple[str, tuple[tuple[str, str, str], ...]]:
        """The longest form of a company that a project's name holds, and that company's key."""
        found = next(((form, ((key, "", ""),)) for form, key in self.companies if form in name and form != name), None)
        return found or ("", ())


def _page(evidence: tuple[Evidence, ...], pages: Mapping[str, str]) -> str:
    return pages.get(evidence[0].article, ANYWHERE) if evidence else ANYWHERE
