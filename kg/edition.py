"""A built graph and its files: what a build gives to a caller, and how it is written."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import networkx as nx
import rdflib

from kg import network, ontology, plugins
from kg.model import Article, Rejected
from kg.store import Answer, Graph

Progress = Callable[[str, int, int], None]
"""Told (step, done, total) as the work goes on."""


@dataclass
class Edition:
    """A built graph: the graph itself, its articles, what was refused, and how much there is of what."""

    store: Graph
    articles: tuple[Article, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    ontology: ontology.Ontology = field(default_factory=ontology.load)

    def query(self, sparql: str, *, timeout: float | None = None, **params: Any) -> Answer:
        """Answer a SPARQL query; see ``kg.store.Graph.query``."""
        return self.store.query(sparql, timeout=timeout, **params)

    @property
    def rdf(self) -> rdflib.Graph:
        """The graph as an ``rdflib.Graph``: the same triples, not a copy."""
        return self.store.rdf

    @cached_property
    def network(self) -> nx.MultiDiGraph:
        """The graph as a networkx multigraph: entities as nodes, statements as edges."""
        return network.project(self.store, self.ontology)

    def __len__(self) -> int:
        return len(self.store)


def write(edition: Edition, out: Path, progress: Progress) -> None:
    """Write graph.ttl, graph.html, articles.jsonl and build.json into ``out``.

    All are written aside first and renamed at the end, so that a killed build leaves the previous ones whole.
    """
    out.mkdir(parents=True, exist_ok=True)
    files: dict[str, Callable[[Path], None]] = {
        "graph.ttl": lambda path: plugins.load("kg.writers", "turtle").write(edition.store, path, edition.ontology),
        "graph.html": lambda path: plugins.load("kg.writers", "html").write(edition.store, path, edition.ontology),
        "articles.jsonl": lambda path: _articles(edition.articles, path),
        "build.json": lambda path: _summary(edition, path),
    }
    for done, (name, make) in enumerate(files.items(), 1):
        make(out / f".{name}.part")
        progress("write", done, len(files))
    for name in files:
        (out / f".{name}.part").replace(out / name)


def _articles(articles: Sequence[Article], path: Path) -> None:
    """The cleaned texts that all offsets point into, one JSON object a line, sorted by id."""
    unique = {article.id: article for article in articles}
    with path.open("w", encoding="utf-8") as stream:
        for _, a in sorted(unique.items()):
            row = {"id": a.id, "doc": a.doc, "source": a.source, "title": a.title, "published": a.published,
                   "published_from": a.published_from, "publisher": a.publisher, "authors": a.authors,
                   "family": a.family, "flags": a.flags, "text": a.text}  # fmt: skip
            stream.write(json.dumps(row, ensure_ascii=False) + "\n")


def _summary(edition: Edition, path: Path) -> None:
    rejected = [{"source": r.source, "step": r.step, "reason": r.reason} for r in edition.rejected]
    text = json.dumps({"counts": edition.counts, "rejected": rejected}, ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8")
