"""Entities, divisions with the units above them, and articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pyoxigraph import NamedNode

from kg.gazetteer import Division
from kg.graph.sink import Sink, adcode, moment, plain, words
from kg.model import Article, Entity
from kg.ontology import Ontology
from kg.vocab import term

_PREF, _ALT, _LABEL, _NOTATION = (
    term("skos:prefLabel"),
    term("skos:altLabel"),
    term("rdfs:label"),
    term("skos:notation"),
)
_AREA, _WITHIN, _LEVEL = term("rkg:area"), term("schema:containedInPlace"), term("rkg:level")
_ARTICLE, _HEADLINE, _PUBLISHED = term("schema:NewsArticle"), term("schema:headline"), term("schema:datePublished")
_PUBLISHER, _CREATOR, _URL = term("dc:publisher"), term("dc:creator"), term("schema:url")
_FAMILY, _FILE, _FLAG, _ABOUT = term("rkg:family"), term("rkg:sourceFile"), term("rkg:flag"), term("schema:mentions")

DIVISIONS = "division/"
"""What keys of divisions begin with (kg.model: division/<code>, division/<parent code>/<name>)."""


@dataclass(slots=True)
class _Forms:
    """Everything that the files say of one entity key."""

    types: set[str] = field(default_factory=set)
    names: Counter[str] = field(default_factory=Counter)
    aliases: set[str] = field(default_factory=set)
    areas: set[str] = field(default_factory=set)
    codes: set[str] = field(default_factory=set)


def add_entities(sink: Sink, entities: Iterable[Entity], ontology: Ontology) -> None:
    """Write each key once with its class, names, codes and area; divisions also with all units above them."""
    gathered: dict[str, _Forms] = {}
    for entity in entities:
        forms = gathered.setdefault(entity.key, _Forms())
        forms.types.add(entity.type)
        forms.names[entity.name] += 1
        forms.aliases.update(entity.aliases)
        forms.areas.update({entity.area} - {"", entity.key})
        forms.codes.update(entity.codes)
    divisions = {key: forms for key, forms in gathered.items() if key.startswith(DIVISIONS)}
    for key, forms in gathered.items():
        node = sink.node(key)
        sink.kind(node, *(term_of(ontology, name) for name in forms.types))
        if key not in divisions:
            _label(sink, node, _chosen(forms.names), {*forms.names, *forms.aliases})
        sink.add_all(node, _NOTATION, map(plain, forms.codes))
        if key not in divisions:  # a division lies in the one above it
            sink.add_all(node, _AREA, map(sink.node, forms.areas))
    _add_divisions(sink, divisions, ontology)
    areas = {area for forms in gathered.values() for area in forms.areas if area.startswith(DIVISIONS)}
    _add_divisions(sink, {area: _Forms() for area in areas - divisions.keys()}, ontology)


def add_articles(sink: Sink, articles: Iterable[Article]) -> None:
    """Write the articles: headline, date, publisher and authors as printed, source file, reprint family."""
    for article in articles:
        node = sink.node("article/" + article.id)
        sink.kind(node, _ARTICLE)
        sink.add(node, _FAMILY, sink.node("article/" + (article.family or article.id)))
        sink.add_all(node, _HEADLINE, map(words, filter(None, [article.title])))
        sink.add_all(node, _PUBLISHED, map(moment, filter(None, [article.published])))
        sink.add_all(node, _FILE, map(plain, filter(None, [article.source])))
        sink.add_all(node, _PUBLISHER, map(plain, filter(None, [article.publisher])))
        sink.add_all(node, _CREATOR, map(plain, filter(None, article.authors)))
        sink.add_all(node, _URL, map(plain, filter(None, [article.url])))
        sink.add_all(node, _FLAG, map(plain, article.flags))


def add_mention(sink: Sink, article: str, entity: str) -> None:
    """``article`` names ``entity``."""
    sink.add(sink.node("article/" + article), _ABOUT, sink.node(entity))


def term_of(ontology: Ontology, name: str) -> NamedNode:
    """The class of an entity type."""
    return NamedNode(ontology.types[name].iri)


def _chosen(names: Counter[str]) -> str:
    """The name used most; of equals the longest, then the first by code point."""
    return min(names, key=lambda name: (-names[name], -len(name), name))


def _label(sink: Sink, node: NamedNode, name: str, others: set[str]) -> None:
    sink.add(node, _PREF, words(name))
    sink.add(node, _LABEL, words(name))
    sink.add_all(node, _ALT, map(words, others - {name, ""}))


def _add_divisions(sink: Sink, divisions: Mapping[str, _Forms], ontology: Ontology) -> None:
    for key, forms in divisions.items():
        code = key.removeprefix(DIVISIONS)
        known = ontology.places.by_code.get(code)
        others = {*forms.names, *forms.aliases}
        if known is not None:
            _add_chain(sink, (known, *ontology.places.ancestors(code)), ontology)
            sink.add_all(sink.node(key), _ALT, map(words, others - {known.name, ""}))
            continue
        if forms.names:
            _label(sink, sink.node(key), _chosen(forms.names), others)
            sink.add(sink.node(key), _LEVEL, plain("village"))
        parent = ontology.places.by_code.get(code.rpartition("/")[0])
        if parent is not None:  # a village: its key begins with the code of the unit above
            sink.add(sink.node(key), _WITHIN, sink.node(DIVISIONS + parent.code))
            _add_chain(sink, (parent, *ontology.places.ancestors(parent.code)), ontology)


def _add_chain(sink: Sink, chain: tuple[Division, ...], ontology: Ontology) -> None:
    for below, above in zip(chain, (*chain[1:], None), strict=True):
        node = sink.node(DIVISIONS + below.code)
        sink.kind(node, term_of(ontology, "Division"))
        _label(sink, node, below.name, {below.short, *below.aliases, *below.former})
        sink.add(node, _LEVEL, plain(below.level))
        if below.code.isdigit():
            sink.add(node, _NOTATION, adcode(below.code))
        if above is not None:
            sink.add(node, _WITHIN, sink.node(DIVISIONS + above.code))
