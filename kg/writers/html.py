"""One HTML page that opens offline: search, filters, and the words behind every edge and number."""

from __future__ import annotations

from pathlib import Path

from kg.network import project
from kg.ontology import Ontology
from kg.store import Graph
from kg.writers._atomic import whole
from kg.writers._html.data import payload
from kg.writers._html.page import render

SUFFIX = ".html"


def write(graph: Graph, path: Path, ontology: Ontology) -> None:
    """Write ``graph`` to ``path``: data, style, script and vis-network in one UTF-8 file that fetches nothing.

    Above ``data.LIMIT`` entities the page holds the most important ones and says so.
    """
    with whole(path) as stream:
        stream.write(render(payload(project(graph, ontology), ontology, graph.base)))
