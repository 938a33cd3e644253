"""GEXF 1.3: valid under the official schema, complete, and as Gephi reads it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from kg import ontology
from kg.network import project
from kg.store import Graph
from kg.writers import gexf
from kg.writers._flat import clean, day, rgb
from tests.pictures import large, poisoned, sample

NAMES = {"g": "http://gexf.net/1.3", "viz": "http://gexf.net/1.3/viz"}
HOSTILE = "<b>\x00\x01\x0b\ufffe\uffff]]>\"'&\n\t\u0085\u202e"


def tree_of(graph: Graph, tmp_path: Path) -> etree._ElementTree:
    gexf.write(graph, tmp_path / "graph.gexf", ontology.load())
    return etree.parse(tmp_path / "graph.gexf")


def cells(element: etree._Element) -> dict[str, str]:
    return {each.get("for"): each.get("value") for each in element.findall("g:attvalues/g:attvalue", NAMES)}


@pytest.fixture(scope="session")
def schema(shared: Path) -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(shared / "schemas" / "gexf-1.3" / "gexf.rng"))


@pytest.mark.parametrize("graph", [sample(), Graph(), large(60, 120), poisoned(HOSTILE)], ids=["sample", "empty", "large", "hostile"])
def test_valid_under_the_official_schema(graph: Graph, schema: etree.RelaxNG, tmp_path: Path) -> None:
    assert schema.validate(tree_of(graph, tmp_path)), schema.error_log


def test_all_nodes_and_edges_are_there(tmp_path: Path) -> None:
    graph = large(60, 120)
    network, tree = project(graph, ontology.load()), tree_of(graph, tmp_path)
    assert [node.get("id") for node in tree.iterfind(".//g:node", NAMES)] == list(network)
    told = [(edge.get("source"), edge.get("target"), edge.get("id")) for edge in tree.iterfind(".//g:edge", NAMES)]
    assert told == list(network.edges(keys=True))


def test_a_node_looks_as_in_the_page(tmp_path: Path) -> None:
    node = tree_of(sample(), tmp_path).find(".//g:node[@label='林若溪']", NAMES)
    color = node.find("viz:color", NAMES)
    shown = tuple(int(color.get(channel)) for channel in "rgb")
    assert shown == rgb(ontology.load().types["Person"].color)
    assert float(node.find("viz:size", NAMES).get("value")) > 0
    assert {"entity_type": "Person", "initials": "lrx", "degree": "1", "articles": "1"}.items() <= cells(node).items()


def test_gephi_finds_its_own_columns(tmp_path: Path) -> None:
    columns = tree_of(sample(), tmp_path).iterfind(".//g:attributes[@class='node']/g:attribute", NAMES)
    types = {column.get("title"): column.get("type") for column in columns}
    assert {"Modularity Class": "integer", "Degree": "integer", "PageRank": "double"}.items() <= types.items()


def test_an_edge_carries_kind_evidence_and_time(tmp_path: Path) -> None:
    tree = tree_of(sample(), tmp_path)
    edges = {edge.get("id").rpartition("/")[2]: edge for edge in tree.iterfind(".//g:edge", NAMES)}
    assert (edges["s1"].get("kind"), edges["s1"].get("start")) == ("undertakenBy", None)
    assert (edges["s2"].get("start"), edges["s2"].get("end")) == ("2022-01-01", "2024-06-30")
    assert (edges["m1"].get("kind"), edges["m1"].get("label")) == ("holdsPost", "县委书记")
    assert cells(edges["m1"])["evidence"] == "县委书记林若溪到现场调研。"
    assert cells(edges["m1"])["articles"] == "云岫县生物医药产业园加快建设，青岭日报，2022-01-04"
    assert tree.find("g:graph", NAMES).get("mode") == "dynamic"


def test_a_graph_without_times_is_static(tmp_path: Path) -> None:
    assert tree_of(large(10, 10), tmp_path).find("g:graph", NAMES).get("mode") == "static"


def test_same_graph_same_bytes(tmp_path: Path) -> None:
    first, second = (etree.tostring(tree_of(large(50, 90), tmp_path)) for _ in range(2))
    assert first == second


@pytest.mark.parametrize(
    "date, first, last",
    [
        ("2022", "2022-01-01", "2022-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2021-11-30", "2021-11-30", "2021-11-30"),
        ("2021-13", "", ""),
        ("2021-02-30", "", ""),
        ("0000", "", ""),
        ("２０２１", "", ""),
        ("年底", "", ""),
        ("", "", ""),
    ],
)
def test_days_of_a_date_as_precise_as_known(date: str, first: str, last: str) -> None:
    assert (day(date), day(date, last=True)) == (first, last)


@given(st.text())
def test_cleaned_text_can_stand_in_xml(text: str) -> None:
    kept = clean(text)
    element = etree.Element("a")
    element.text = kept
    assert clean(kept) == kept
    assert set(kept) <= set(text)
