"""N-Triples, sorted: one triple a line, for bulk loading and line-by-line comparison."""

from __future__ import annotations

from pathlib import Path

from kg.ontology import Ontology
from kg.store import Graph
from kg.writers._atomic import whole
from kg.writers._rdf import language, sorted_lines

SUFFIX = ".nt"


def write(graph: Graph, path: Path, ontology: Ontology) -> None:
    """Write ``graph`` to ``path`` (W3C N-Triples 1.1)."""
    with whole(path) as stream:
        stream.writelines(f"{language(line)} .\n" for line in sorted_lines(graph))
