"""The Turtle writer: same graph, same bytes; every parser reads the same triples back."""

from __future__ import annotations

import random
import shutil
import subprocess
from pathlib import Path

import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

from kg import ontology
from kg.graph import assemble
from kg.graph.iri import local
from kg.store import Graph, load
from kg.vocab import DEFAULT_BASE, PREFIXES, term
from kg.writers import turtle
from tests import graphs

LABEL = term("rdfs:label")


@pytest.fixture(scope="module")
def built() -> Graph:
    return assemble(graphs.corpus(), ontology.load())


def triples(graph: Graph) -> set[str]:
    return {str(quad) for quad in graph.store}


def written(graph: Graph, folder: Path) -> Path:
    path = folder / "graph.ttl"
    turtle.write(graph, path, ontology.load())
    return path


def test_every_parser_reads_it(built: Graph, tmp_path: Path) -> None:
    path = written(built, tmp_path)
    assert triples(load(path)) == triples(built)
    assert len(rdflib.Graph().parse(path)) == len(built)


@pytest.mark.skipif(shutil.which("rapper") is None, reason="Raptor is not installed")
def test_raptor_reads_it(built: Graph, tmp_path: Path) -> None:
    path = written(built, tmp_path)
    told = subprocess.run(["rapper", "-c", "-i", "turtle", path], capture_output=True, text=True, check=True).stderr
    assert f"returned {len(built)} triples" in told and "Warning" not in told


def test_what_is_read_back_is_written_the_same(tmp_path: Path) -> None:
    built = assemble(graphs.corpus(), ontology.load(), "https://data.example/x/")
    path = written(built, tmp_path)
    before = path.read_bytes()
    assert written(load(path), tmp_path).read_bytes() == before


def test_the_look_of_a_block(tmp_path: Path) -> None:
    made = assemble([graphs.second()], ontology.load())
    text = written(made, tmp_path).read_text(encoding="utf-8")
    assert (
        '\nproject:木器产业园项目\n    a rkg:Project ;\n    skos:prefLabel "木器产业园项目"@zh-Hans ;\n'
        '    rdfs:label "木器产业园项目"@zh-Hans ;\n    rkg:locatedIn division:222402 .\n'
    ) in text
    assert text.startswith("@prefix rkg: <https://w3id.org/regional-kg/ontology#> .\n") and text.endswith(" .\n")


def test_prefixes_do_not_depend_on_the_graph(built: Graph, tmp_path: Path) -> None:
    def head(graph: Graph) -> list[str]:
        return [line for line in written(graph, tmp_path).read_text(encoding="utf-8").split("\n") if line.startswith("@")]

    assert head(built) == head(Graph())
    assert len(head(Graph(base="https://d.example/"))) == len(head(built))


@settings(max_examples=15, deadline=None)
@given(st.randoms(use_true_random=False))
def test_insertion_order_leaves_no_trace(tmp_path_factory: pytest.TempPathFactory, chance: random.Random) -> None:
    folder = tmp_path_factory.mktemp("order")
    quads = sorted(assemble([graphs.second()], ontology.load()).store, key=str)
    expected = written(Graph(_store(quads)), folder).read_bytes()
    chance.shuffle(quads)
    assert written(Graph(_store(quads)), folder).read_bytes() == expected


def _store(quads: list[Quad]) -> Store:
    store = Store()
    for quad in quads:
        store.add(quad)
    return store


WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
DATATYPES = st.sampled_from(["integer", "decimal", "date", "gYear", "boolean", "double", "string", "anyURI"])
LITERALS = st.one_of(
    st.builds(Literal, WORDS),
    st.builds(lambda text: Literal(text, language="zh-Hans"), WORDS),
    st.builds(lambda text, kind: Literal(text, datatype=NamedNode(PREFIXES["xsd"] + kind)), WORDS, DATATYPES),
    st.builds(
        lambda n, kind: Literal(str(n), datatype=NamedNode(PREFIXES["xsd"] + kind)),
        st.integers() | st.decimals(),
        DATATYPES,
    ),
)
NODES = st.builds(
    lambda kind, text: NamedNode(f"{DEFAULT_BASE}{kind}/{local(text)}"),
    st.sampled_from(["company", "role", "x"]),
    WORDS,
)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(NODES, NODES | LITERALS), max_size=6))
def test_any_name_and_literal_comes_back(tmp_path_factory: pytest.TempPathFactory, pairs: list[tuple[NamedNode, NamedNode | Literal]]) -> None:
    graph = Graph(_store([Quad(subject, LABEL, value) for subject, value in pairs]))
    path = written(graph, tmp_path_factory.mktemp("any"))
    assert triples(load(path)) == triples(graph)
    assert len(rdflib.Graph().parse(path)) == len(graph)


@settings(max_examples=100, deadline=None)
@given(WORDS)
def test_rdflib_reads_the_same_words(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    graph = Graph(_store([Quad(NamedNode(DEFAULT_BASE + "company/a"), LABEL, Literal(text, language="zh-Hans"))]))
    [value] = rdflib.Graph().parse(written(graph, tmp_path_factory.mktemp("words"))).objects()
    assert value == rdflib.Literal(text, lang="zh-Hans")


def test_a_failed_write_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    path.write_text("old")
    with pytest.raises(AttributeError):
        turtle.write(None, path, ontology.load())  # type: ignore[arg-type]
    assert path.read_text() == "old" and list(tmp_path.iterdir()) == [path]
