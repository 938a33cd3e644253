"""RDF -> networkx: entities become nodes, statements edges, attributes and figures rows of their entity."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

import networkx as nx
from pyoxigraph import Literal, NamedNode

from kg.network.columns import Columns
from kg.network.evidence import Evidence
from kg.network.measures import measure
from kg.network.places import layout
from kg.network.records import Figure, Row
from kg.network.spelling import initials, spell
from kg.network.words import Words
from kg.ontology import EntityType, Ontology
from kg.store import Graph
from kg.vocab import PREFIXES, term

POST = "holdsPost"
"""The relation of memberships (W3C ORG); every other statement names its predicate."""
GREY = "#8a94a6"
"""Colour of an entity whose type the ontology does not know."""


def project(graph: Graph, ontology: Ontology) -> nx.MultiDiGraph:
    """The network that all pictures and property graphs share: measured and laid out, the same for the same graph.

    Node = entity IRI, with label, type, type_zh, type_en, color ("#rrggbb"), aliases, syllables (pinyin of label and
    aliases), pinyin, initials, description (lines), attributes (Row), figures (Figure), sources (articles that name
    it), degree, community (0 = largest), importance (sums to 1), x, y (pixels).
    Edge key = statement IRI, with relation, zh, en, title, label, modality, confidence (0-1 or None), texts
    (independent articles that say so), valid_from, valid_to (ISO 8601), evidence (Quote).
    """
    return _Projection(graph, ontology).network()


class _Projection:
    """One run over one graph."""

    def __init__(self, graph: Graph, ontology: Ontology) -> None:
        self._columns = Columns(graph.store)
        self._evidence = Evidence(self._columns, graph)
        self._words = Words(ontology)
        self._graph, self._ontology = graph, ontology
        self._relations = {relation.iri: relation for relation in ontology.relations.values()}

    def network(self) -> nx.MultiDiGraph:
        edges, rows = self._statements()
        figures = self._figures()
        types = self._types()
        known = sorted({*types, *figures, *rows, *(end for source, target, _, _ in edges for end in (source, target))})
        sources = self._sources()
        network = nx.MultiDiGraph()
        for node in known:
            data = self._entity(node, types.get(node))
            data["attributes"] = tuple(sorted(rows.get(node, ()), key=lambda row: (row.key, row.value, row.id)))
            data["figures"] = tuple(sorted(figures.get(node, ()), key=_figure_order))
            data["sources"] = tuple(sources.get(node, ()))
            network.add_node(node, **data)
        for source, target, key, data in sorted(edges, key=lambda edge: edge[:3]):
            network.add_edge(source, target, key, **data)
        measure(network)
        layout(network)
        return network

    def _types(self) -> dict[str, EntityType]:
        """Entity -> its type; of several the one that the ontology lists first."""
        found: dict[str, EntityType] = {}
        for kind in self._ontology.types.values():
            for quad in self._graph.store.quads_for_pattern(None, term("rdf:type"), NamedNode(kind.iri), None):
                if isinstance(quad.subject, NamedNode):
                    found.setdefault(quad.subject.value, kind)
        return found

    def _entity(self, node: str, kind: EntityType | None) -> dict[str, Any]:
        label = self._label(node)
        aliases = tuple(sorted({*self._columns.values("skos:altLabel", node)} - {label}))
        person = kind is not None and kind.name == "Person"
        syllables = tuple(spell(name, person=person) for name in (label, *aliases))
        return {
            "label": label,
            "type": kind.name if kind else "",
            "type_zh": kind.zh if kind else "",
            "type_en": kind.en if kind else "",
            "color": kind.color if kind else GREY,
            "aliases": aliases,
            "syllables": syllables,
            "pinyin": "".join(syllables[0]),
            "initials": initials(syllables[0]),
            "description": tuple(dict.fromkeys(self._description(node))),
        }

    def _label(self, node: str) -> str:
        return self._columns.value("skos:prefLabel", node) or unquote(node.rstrip("/").rpartition("/")[2])

    def _description(self, node: str) -> Iterator[str]:
        """Where it lies, from the outermost unit in; its codes."""
        for area in self._columns.values("rkg:area", node):
            yield " › ".join(reversed([self._label(area), *map(self._label, self._above(area))]))
        above = self._above(node)
        if above:
            yield " › ".join(reversed([*map(self._label, above)]))
        yield from self._columns.values("skos:notation", node)

    def _above(self, node: str) -> list[str]:
        """The units that contain it, nearest first."""
        chain: list[str] = []
        here = node
        while (here := self._columns.value("schema:containedInPlace", here)) and here not in (node, *chain):
            chain.append(here)
        return chain

    def _statements(self) -> tuple[list[tuple[str, str, str, dict[str, Any]]], dict[str, list[Row]]]:
        """(edges, entity -> attribute rows)."""
        columns = self._columns
        edges: list[tuple[str, str, str, dict[str, Any]]] = []
        rows: dict[str, list[Row]] = {}
        for statement, subjects in columns["rdf:subject"].items():
            predicate = columns.value("rdf:predicate", statement)
            for value in columns["rdf:object"].get(statement, ()):
                if isinstance(value, Literal):
                    rows.setdefault(subjects[0].value, []).append(self._row(statement, predicate, value.value))
                else:
                    edges.append((subjects[0].value, value.value, statement, self._edge(statement, predicate)))
        post = self._ontology.relations.get(POST)
        predicate = post.iri if post else f"{PREFIXES['rkg']}{POST}"
        for membership, members in columns["org:member"].items():
            for organization in columns.values("org:organization", membership):
                edges.append((members[0].value, organization, membership, self._edge(membership, predicate)))
        return edges, rows

    def _edge(self, statement: str, predicate: str) -> dict[str, Any]:
        columns = self._columns
        relation = self._relations.get(predicate)
        name = relation.name if relation else _local(predicate)
        title = columns.value("rkg:title", statement)
        return {
            "relation": name,
            "zh": relation.zh if relation else name,
            "en": relation.en if relation else name,
            "title": title,
            "label": title or (relation.zh if relation else name),
            "modality": self._modality(statement),
            "confidence": self._confidence(statement),
            "texts": int(columns.value("rkg:textCount", statement) or 0),
            "valid_from": columns.value("rkg:validFrom", statement),
            "valid_to": columns.value("rkg:validTo", statement),
            "evidence": self._evidence[statement],
        }

    def _row(self, statement: str, predicate: str, value: str) -> Row:
        labels = (*self._words.term(predicate), *self._words.value(value))
        sure, evidence = self._confidence(statement), self._evidence[statement]
        return Row(_local(predicate), value, *labels, statement, self._modality(statement), sure, evidence)

    def _figures(self) -> dict[str, list[Figure]]:
        """Entity -> the numbers stated about it."""
        columns = self._columns
        found: dict[str, list[Figure]] = {}
        for node, subjects in columns["rkg:about"].items():
            figure = Figure(
                indicator=self._label(columns.value("rkg:indicator", node)),
                period=columns.value("rkg:period", node),
                modality=self._modality(node),
                value=columns.value("rkg:value", node),
                unit=columns.value("rkg:unit", node),
                comparison=columns.value("rkg:comparison", node),
                bound=columns.value("rkg:bound", node),
                id=node,
                confidence=self._confidence(node),
                evidence=self._evidence[node],
            )
            for subject in subjects:
                found.setdefault(subject.value, []).append(figure)
        return found

    def _sources(self) -> dict[str, list[Any]]:
        """Entity -> the articles that name it."""
        found: dict[str, list[Any]] = {}
        for article, entities in sorted(self._columns["schema:mentions"].items()):
            for entity in entities:
                found.setdefault(entity.value, []).append(self._evidence.source(article))
        return found

    def _modality(self, node: str) -> str:
        return _local(self._columns.value("rkg:modality", node)).lower() or "asserted"

    def _confidence(self, node: str) -> float | None:
        value = self._columns.value("rkg:confidence", node)
        return float(value) if value else None


def _local(iri: str) -> str:
    return iri.rpartition("#")[2] if "#" in iri else iri.rpartition("/")[2]


def _figure_order(figure: Figure) -> tuple[str, ...]:
    return figure.indicator, figure.period, figure.modality, figure.value, figure.id
