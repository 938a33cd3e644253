"""Extractions -> one RDF graph: plain triples for what is believed, statements, posts, figures and evidence for why.

    assemble        the whole graph                              (here)
    nodes           entities, divisions, articles
    statements      facts and attributes, memberships
    observations    figures
    evidence        quotes, counts, combined confidence
    sink, iri       terms made once; IRIs from content

The graph depends on what the extractions say, never on their order.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from pyoxigraph import Store

from kg.graph.evidence import Evidences
from kg.graph.nodes import add_articles, add_entities, add_mention
from kg.graph.observations import FIGURES_DATASET, add_observation, observation_key
from kg.graph.sink import Sink, plain
from kg.graph.statements import Backing, FactKey, add_attribute, add_fact, attribute_key, fact_key
from kg.model import Article, Entity, Extraction
from kg.ontology import Ontology
from kg.store import Graph
from kg.vocab import DEFAULT_BASE, term

__all__ = ["DEFAULT_BASE", "assemble"]


def assemble(extractions: Iterable[Extraction], ontology: Ontology, base: str = DEFAULT_BASE) -> Graph:
    """Build the graph of ``extractions``; the result knows the articles' texts (``Graph.texts``).

    The same fact from several files is one statement with all its evidence. ``base`` ends with "/" or "#".

    Raises:
        KeyError: a type or relation that the ontology does not have.
        ValueError: ``base`` is no IRI.
    """
    gathered = _Gathered()
    for extraction in extractions:
        gathered.take(extraction, ontology)
    with _collector_at_rest():
        return _built(gathered, ontology, base)


def _built(gathered: _Gathered, ontology: Ontology, base: str) -> Graph:
    sink = Sink(base)
    evidences = Evidences(sink, gathered.articles)
    add_articles(sink, gathered.editions)
    add_entities(sink, gathered.entities, ontology)
    for article, entity in gathered.mentions:
        add_mention(sink, article, entity)
    for fact, backing in gathered.facts.items():
        add_fact(sink, evidences, fact, backing, ontology)
    for attribute, backing in gathered.attributes.items():
        add_attribute(sink, evidences, attribute, backing)
    for observation, backing in gathered.observations.items():
        add_observation(sink, evidences, observation, backing, ontology)
    _describe(sink)
    if gathered.observations:
        sink.kind(sink.node(FIGURES_DATASET), term("qb:DataSet"))
    store = Store()
    store.bulk_extend(sink.quads)
    return Graph(store, base, {article.id: article.text for article in gathered.articles.values()})


@dataclass(slots=True)
class _Gathered:
    """What all files say, the same things side by side."""

    articles: dict[str, Article] = field(default_factory=dict)
    editions: list[Article] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    mentions: set[tuple[str, str]] = field(default_factory=set)
    facts: dict[FactKey, Backing] = field(default_factory=dict)
    attributes: dict[tuple[str, str, str], Backing] = field(default_factory=dict)
    observations: dict[tuple[str, ...], Backing] = field(default_factory=dict)

    def take(self, extraction: Extraction, ontology: Ontology) -> None:
        """Add one file."""
        self.editions.extend(extraction.articles)  # the same text may stand in several files
        for article in extraction.articles:
            known = self.articles.get(article.id)
            self.articles[article.id] = article if known is None else min(known, article, key=repr)
        self.entities.extend(extraction.entities)
        for key, places in extraction.mentions.items():
            self.mentions.update((place.article, key) for place in places)
        for fact in extraction.facts:
            self.facts.setdefault(fact_key(fact, ontology), []).append((fact.evidence, fact.confidence))
        for found in extraction.attributes:
            self.attributes.setdefault(attribute_key(found), []).append((found.evidence, found.confidence))
        for number in extraction.observations:
            self.observations.setdefault(observation_key(number), []).append((number.evidence, number.confidence))


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """No search for cycles meanwhile: terms and keys form none, and the search would take a third of the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _describe(sink: Sink) -> None:
    """The data set names the space of its IRIs, so that a reader of the file knows the base."""
    node = sink.node("dataset/graph")
    sink.kind(node, term("void:Dataset"))
    sink.add(node, term("void:uriSpace"), plain(sink.base))
