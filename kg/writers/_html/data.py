"""The network as the JSON that the page carries: pyvis builds nodes and edges, the words stand beside them once."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import networkx as nx
from pyvis.network import Network

from kg.network import Figure, Quote, Row, Source, layout
from kg.ontology import Ontology

FIRST = 300
"""Entities of the first view, the most important ones."""
LIMIT = 10_000
"""Entities that a page holds at most: vis-network draws no more in bearable time (research figure: 11 s at 10,000)."""
LABEL = 14
"""Code points of a label in the picture; the panel shows all of it."""

_OPTIONS: dict[str, Any] = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "nodes": {"borderWidthSelected": 3, "labelHighlightBold": False},
    "edges": {
        "smooth": {"enabled": False},
        "arrows": {"to": {"scaleFactor": 0.45}},
        "selectionWidth": 0,
        "hoverWidth": 0.6,
        "selfReference": {"size": 14},
    },
    "interaction": {"hover": True, "tooltipDelay": 120, "multiselect": False, "selectConnectedEdges": False},
}
_DASHES: dict[str, list[int]] = {"planned": [8, 6], "denied": [2, 5], "reported": [2, 5]}


class _Ids(list[int]):
    """pyvis asks this list for every edge whether both ends exist; a set beside it answers without a scan."""

    def __init__(self) -> None:
        super().__init__()
        self._known: set[int] = set()

    def append(self, item: int) -> None:
        super().append(item)
        self._known.add(item)

    def __contains__(self, item: object) -> bool:
        return item in self._known


class _Told:
    """Articles and quotes, each once, numbered in order of first use."""

    def __init__(self) -> None:
        self.sources: dict[Source, int] = {}
        self.quotes: dict[Quote, int] = {}

    def source(self, source: Source) -> int:
        """The number of an article."""
        return self.sources.setdefault(source, len(self.sources))

    def evidence(self, evidence: tuple[Quote, ...]) -> list[int]:
        """The numbers of quotes."""
        for quote in evidence:
            self.source(quote.source)
        return [self.quotes.setdefault(quote, len(self.quotes)) for quote in evidence]


def payload(network: nx.MultiDiGraph, ontology: Ontology, base: str = "", limit: int = LIMIT) -> dict[str, Any]:
    """All that the page knows. Keys of entities and statements are IRIs without ``base``."""
    order = sorted(network, key=lambda node: (-network.nodes[node]["importance"], node))[:limit]
    number = {node: position for position, node in enumerate(order)}
    edges = sorted((number[s], number[t], key) for s, t, key in network.edges(keys=True) if s in number and t in number)
    triples = [(order[source], order[target], key) for source, target, key in edges]
    told = _Told()
    picture, first = _picture(network, order, edges), _first(network, order)
    words = {
        "entities": [_entity(node, network.nodes[node], told, base) for node in order],
        "statements": [_statement(key, network.edges[s, t, key], told, base) for s, t, key in triples],
    }
    return {
        **words,
        "nodes": picture.nodes,
        "edges": picture.edges,
        "options": json.loads(picture.get_network_data()[5]),
        "quotes": [[told.sources[quote.source], quote.prefix, quote.exact, quote.suffix, quote.rule] for quote in told.quotes],
        "articles": [[each.title, each.date, each.publisher, each.url] for each in told.sources],
        "types": {name: {"zh": kind.zh, "en": kind.en, "color": kind.color} for name, kind in ontology.types.items()},
        "relations": {
            name: {"zh": each.zh, "en": each.en, "back_zh": each.inverse_zh, "back_en": each.inverse_en} for name, each in ontology.relations.items()
        },
        "first": first,
        "near": _near(network, [order[position] for position in first]),
        "total": len(network),
    }


def _picture(network: nx.MultiDiGraph, order: list[str], edges: list[tuple[int, int, str]]) -> Network:
    """The nodes (numbered by importance) and edges (numbered by place) in pyvis, positions given, physics off."""
    picture = Network(directed=True, cdn_resources="in_line")
    picture.node_ids = _Ids()
    picture.options = _OPTIONS
    top = max((network.nodes[node]["importance"] for node in order), default=0.0) or 1.0
    for position, node in enumerate(order):
        data = network.nodes[node]
        weight = (data["importance"] / top) ** 0.5
        picture.add_node(
            position,
            label=shorten(data["label"]) or " ",
            color=data["color"],
            x=data["x"],
            y=data["y"],
            size=round(6 + 16 * weight, 1),
            font={"size": round(12 + 5 * weight)},
        )
    together = Counter(frozenset((source, target)) for source, target, _ in edges)
    seen: Counter[frozenset[int]] = Counter()
    for position, (source, target, key) in enumerate(edges):
        pair = frozenset((source, target))
        look = _curve(seen[pair], source < target) if together[pair] > 1 and source != target else {}
        seen[pair] += 1
        modality = network.edges[order[source], order[target], key]["modality"]
        if modality in _DASHES:
            look["dashes"] = _DASHES[modality]
        picture.add_edge(source, target, id=position, **look)
    return picture


def _curve(place: int, forwards: bool) -> dict[str, Any]:
    """Edges between the same two nodes fan out: straight, then bent to either side, further each time."""
    if place == 0:
        return {}
    left = (place % 2 == 1) == forwards
    side = "curvedCW" if left else "curvedCCW"
    return {"smooth": {"enabled": True, "type": side, "roundness": round(0.2 * ((place + 1) // 2), 2)}}


def shorten(label: str) -> str:
    """At most LABEL code points, in one line."""
    line = " ".join(label.split())
    return line if len(line) <= LABEL else line[: LABEL - 1] + "…"


def _first(network: nx.MultiDiGraph, order: list[str]) -> list[int]:
    """The entities of the first view: the most important that have a relation, or all if none has."""
    tied = [position for position, node in enumerate(order) if network.nodes[node]["degree"]]
    return (tied or list(range(len(order))))[:FIRST]


def _near(network: nx.MultiDiGraph, nodes: list[str]) -> list[list[int]]:
    """Places of the first view's entities when they stand by themselves: closer than among all."""
    few = nx.MultiDiGraph()
    few.add_nodes_from(nodes)
    few.add_edges_from(network.subgraph(nodes).edges(keys=True))
    layout(few)
    return [[few.nodes[node]["x"], few.nodes[node]["y"]] for node in nodes]


def _key(iri: str, base: str) -> str:
    return iri.removeprefix(base) if base else iri


def _entity(node: str, data: dict[str, Any], told: _Told, base: str) -> dict[str, Any]:
    return {
        "key": _key(node, base),
        "type": data["type"],
        "names": [data["label"], *data["aliases"]],
        "pinyin": [list(syllables) for syllables in data["syllables"]],
        "importance": data["importance"],
        "lines": list(data["description"]),
        "rows": [_row(row, told) for row in data["attributes"]],
        "figures": [_figure(figure, told) for figure in data["figures"]],
        "sources": [told.source(source) for source in data["sources"]],
    }


def _row(row: Row, told: _Told) -> dict[str, Any]:
    names = {"zh": row.zh, "en": row.en, "value_zh": row.value_zh, "value_en": row.value_en}
    return {**names, "quotes": told.evidence(row.evidence)}


def _figure(figure: Figure, told: _Told) -> dict[str, Any]:
    return {
        "indicator": figure.indicator,
        "value": figure.value,
        "unit": figure.unit,
        "modality": figure.modality,
        "period": figure.period,
        "comparison": figure.comparison,
        "bound": figure.bound,
        "quotes": told.evidence(figure.evidence),
    }


def _statement(key: str, data: dict[str, Any], told: _Told, base: str) -> dict[str, Any]:
    return {
        "key": _key(key, base),
        "relation": data["relation"],
        "title": data["title"],
        "modality": data["modality"],
        "confidence": data["confidence"],
        "texts": data["texts"],
        "from": data["valid_from"],
        "to": data["valid_to"],
        "quotes": told.evidence(data["evidence"]),
    }
