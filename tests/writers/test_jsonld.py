"""The JSON-LD writer: JSON for anyone, the same triples for RDF tools."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

from kg import ontology
from kg.graph import assemble
from kg.store import Graph, load
from kg.vocab import DEFAULT_BASE, term
from kg.writers import jsonld
from tests import graphs


def written(graph: Graph, folder: Path) -> Path:
    path = folder / "graph.jsonld"
    jsonld.write(graph, path, ontology.load())
    return path


def test_the_same_triples(tmp_path: Path) -> None:
    built = assemble(graphs.corpus(), ontology.load())
    path = written(built, tmp_path)
    assert {str(quad) for quad in load(path).store} == {str(quad) for quad in built.store}
    assert len(rdflib.Graph().parse(path, format="json-ld")) == len(built)


def test_plain_to_read(tmp_path: Path) -> None:
    content = json.loads(written(assemble([graphs.second()], ontology.load()), tmp_path).read_text(encoding="utf-8"))
    label = {"@language": "zh-Hans", "@value": "木器产业园项目"}
    assert {
        "@id": "project:木器产业园项目", "@type": ["rkg:Project"], "rdfs:label": label, "skos:prefLabel": label,
        "rkg:locatedIn": {"@id": "division:222402"},
    } in content["@graph"]  # fmt: skip


def test_same_graph_same_bytes(tmp_path: Path) -> None:
    first, second = (assemble(files, ontology.load()) for files in (graphs.corpus(), graphs.corpus()[::-1]))
    assert written(first, tmp_path).read_bytes() == written(second, tmp_path).read_bytes()


def test_an_empty_graph(tmp_path: Path) -> None:
    assert json.loads(written(Graph(), tmp_path).read_text(encoding="utf-8"))["@graph"] == []


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_words_come_back(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    store = Store()
    node = NamedNode(DEFAULT_BASE + "company/a")
    for value in (Literal(text), Literal(text, language="zh-Hans"), Literal(text, datatype=term("xsd:integer"))):
        store.add(Quad(node, term("rdfs:label"), value))
    path = written(Graph(store), tmp_path_factory.mktemp("words"))
    assert {str(quad) for quad in load(path).store} == {str(quad) for quad in store}
