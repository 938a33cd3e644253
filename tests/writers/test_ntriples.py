"""The N-Triples writer: one sorted line a triple."""

from __future__ import annotations

from pathlib import Path

import rdflib

from kg import ontology
from kg.graph import assemble
from kg.store import Graph, load
from kg.writers import ntriples
from tests import graphs


def test_sorted_and_complete(tmp_path: Path) -> None:
    built = assemble(graphs.corpus(), ontology.load())
    path = tmp_path / "graph.nt"
    ntriples.write(built, path, ontology.load())
    lines = path.read_text(encoding="utf-8").split("\n")
    assert lines.pop() == "" and len(lines) == len(built) == len(set(lines))
    assert [line.removesuffix(" .") for line in lines] == sorted(line.removesuffix(" .") for line in lines)
    assert '"延吉市"@zh-Hans .' in "\n".join(lines)
    assert {str(quad) for quad in load(path).store} == {str(quad) for quad in built.store}
    assert len(rdflib.Graph().parse(path, format="nt")) == len(built)


def test_an_empty_graph_is_an_empty_file(tmp_path: Path) -> None:
    ntriples.write(Graph(), tmp_path / "graph.nt", ontology.load())
    assert (tmp_path / "graph.nt").read_bytes() == b""
