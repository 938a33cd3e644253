"""Mentions to entities inside one source file: short forms, completed names, pointing words.

``link`` takes all documents of one file, since a page's articles share persons and companies while each article has its
own 我市. It changes no span; a mention that can be placed nowhere is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from types import MappingProxyType

from kg.link._bodies import BodyLinker
from kg.link._deixis import Deixis
from kg.link._divisions import abroad, link_divisions, settle_towns
from kg.link._homes import find_homes
from kg.link._persons import link_persons
from kg.link._pointing import link_pointing
from kg.link._things import link_things
from kg.link._work import Draft, Work
from kg.link._zones import link_zones
from kg.model import Document, Mention, Span
from kg.ontology import Ontology

__all__ = ["link"]

_LARGEST_PAGE = 60
"""Articles that are linked together at most; a newspaper page has fewer."""


def _implied_places(work: Work) -> Iterator[tuple[int, Mention]]:
    """One mention for each division that only its organ tells of (黑龙江省 of 省委), where that organ is first named."""
    named = {ref.key for ref in work.refs}
    for ref in work.of("PublicBody"):
        area = work.drafts[ref.key].area if ref.key in work.drafts else ""
        if area in work.drafts and area not in named:
            named.add(area)
            span = Span(ref.mention.span.start, ref.mention.span.start + 1)
            yield ref.page, Mention(span, work.drafts[area].type, work.drafts[area].name, "implied", "link.place", area)


def link(documents: Sequence[Document], ontology: Ontology) -> list[Document]:
    """Give every mention of one file's articles its entity.

    The documents share one mapping of entities; ``Document.home`` is the key of the division that 我市 means there.
    Mentions that stay without an entity are dropped; Title mentions are kept as they are. Articles of an archive, which
    say that they come from different pages, are linked page by page, then put together by key.
    """
    drafts: dict[str, Draft] = {}
    linked: dict[int, Document] = {}
    for numbers in _pages(documents):
        work = _link_page([documents[number] for number in numbers], ontology)
        for key, draft in work.drafts.items():
            drafts[key] = _joined(drafts[key], draft) if key in drafts else draft
        linked.update(zip(numbers, _with_keys(work), strict=True))
    entities = MappingProxyType({key: drafts[key].entity() for key in sorted(drafts)})
    return [replace(linked[number], entities=entities) for number in range(len(documents))]


def _pages(documents: Sequence[Document]) -> list[list[int]]:
    """Numbers of the documents that belong to one page: same source and address, so many at most."""
    groups: dict[tuple[str, ...], list[list[int]]] = {}
    for number, document in enumerate(documents):
        article = document.article
        chunks = groups.setdefault((article.source, article.url), [[]])
        if len(chunks[-1]) >= _LARGEST_PAGE:
            chunks.append([])
        chunks[-1].append(number)
    return [chunk for chunks in groups.values() for chunk in chunks]


def _link_page(documents: Sequence[Document], ontology: Ontology) -> Work:
    work = Work(documents, ontology)
    link_divisions(work)
    find_homes(work)
    abroad(work)
    settle_towns(work)
    deixis = Deixis(work)
    link_zones(work, deixis)
    BodyLinker(work, deixis).run()
    link_persons(work)
    link_things(work, deixis)
    link_pointing(work, deixis)
    return work


def _with_keys(work: Work) -> list[Document]:
    """The page's documents with keys and homes."""
    found: list[list[Mention]] = [[m for m in d.mentions if m.type == "Title"] for d in work.documents]
    for page, mention in _implied_places(work):
        found[page].append(mention)
    for ref in work.refs:
        if ref.key in work.drafts:
            m = ref.mention
            found[ref.page].append(Mention(m.span, work.drafts[ref.key].type, m.name, m.kind, m.rule, ref.key))
    return [
        replace(
            document,
            mentions=tuple(sorted(found[page], key=lambda m: (m.span.start, -m.span.end, m.type, m.rule))),
            home=work.homes[page] if work.homes[page] in work.drafts else "",
        )
        for page, document in enumerate(work.documents)
    ]


def _joined(one: Draft, other: Draft) -> Draft:
    """Two drafts of one entity from two pages."""
    one.add(*other.forms, other.name)
    if (len(other.name), one.name) > (len(one.name), other.name):
        one.name = other.name
    one.area = one.area or other.area
    return one
