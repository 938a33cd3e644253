"""GraphML: networkx and igraph read back what was written, and Gephi finds its keys."""

from __future__ import annotations

from pathlib import Path

import igraph
import networkx as nx
import pytest
from lxml import etree

from kg import ontology
from kg.network import project
from kg.store import Graph
from kg.writers import graphml
from tests.pictures import large, poisoned, sample


def written(graph: Graph, tmp_path: Path) -> Path:
    graphml.write(graph, tmp_path / "graph.graphml", ontology.load())
    return tmp_path / "graph.graphml"


@pytest.mark.parametrize("graph", [sample(), large(60, 120), Graph()], ids=["sample", "large", "empty"])
def test_networkx_reads_it_back(graph: Graph, tmp_path: Path) -> None:
    network = project(graph, ontology.load())
    back = nx.read_graphml(written(graph, tmp_path), force_multigraph=True)
    assert sorted(back) == list(network)
    assert sorted(back.edges(keys=True)) == sorted(network.edges(keys=True))
    for node, data in network.nodes(data=True):
        assert (back.nodes[node]["label"], back.nodes[node]["community"]) == (data["label"], data["community"])


def test_igraph_reads_it_back(tmp_path: Path) -> None:
    back = igraph.Graph.Read_GraphML(str(written(sample(), tmp_path)))
    assert (back.vcount(), back.ecount()) == (6, 4)
    assert "林若溪" in back.vs["label"]
    assert "县委书记林若溪到现场调研。" in back.es["evidence"]


def test_gephi_finds_its_keys(tmp_path: Path) -> None:
    tree = etree.parse(written(sample(), tmp_path))
    keys = {(key.get("for"), key.get("attr.name")): key.get("attr.type") for key in tree.iterfind("{*}key")}
    colour = {("node", channel): "long" for channel in "rgb"}
    place = {("node", name): "double" for name in ("x", "y", "size")}
    assert {("node", "label"): "string", ("edge", "label"): "string", **place}.items() <= keys.items()
    assert {name: keys[name] for name in colour}.keys() == colour.keys()
    assert keys["edge", "weight"] in ("double", "float")


def test_hostile_characters_do_no_harm(tmp_path: Path) -> None:
    path = written(poisoned("<b>\x00\x01\ufffe]]>&\"'"), tmp_path)
    back = nx.read_graphml(path, force_multigraph=True)
    assert len(back) == 6
    assert all(data["label"].startswith("<b>]]>&\"'") for _, data in back.nodes(data=True))


def test_same_graph_same_bytes(tmp_path: Path) -> None:
    assert written(large(50, 90), tmp_path).read_bytes() == written(large(50, 90), tmp_path).read_bytes()
