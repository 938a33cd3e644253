"""GraphML for networkx, igraph, Gephi, yEd: the same network, with the keys by which Gephi draws it."""

from __future__ import annotations

from pathlib import Path

import networkx as nx

from kg.network import project
from kg.ontology import Ontology
from kg.store import Graph
from kg.writers._atomic import whole
from kg.writers._flat import diameter, edge_cells, line, node_cells, rgb

SUFFIX = ".graphml"


def write(graph: Graph, path: Path, ontology: Ontology) -> None:
    """Write ``graph`` to ``path`` (GraphML 1.0) through networkx; ``label x y size r g b weight`` are Gephi's keys."""
    flat = _flat(project(graph, ontology))
    with whole(path) as stream:
        nx.write_graphml_lxml(flat, stream.buffer)


def _flat(network: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """A copy whose values are strings and numbers only."""
    flat = nx.MultiDiGraph()
    top = max((data["importance"] for _, data in network.nodes(data=True)), default=0.0)
    for node, data in network.nodes(data=True):
        red, green, blue = rgb(data["color"])
        look = {"x": float(data["x"]), "y": float(-data["y"]), "size": diameter(data["importance"], top)}
        flat.add_node(node, label=line(data["label"]), **look, r=red, g=green, b=blue, **node_cells(data))
    for source, target, key, data in network.edges(keys=True, data=True):
        cells = edge_cells(data)
        flat.add_edge(source, target, key, label=line(data["label"]), weight=cells["confidence"], **cells)
    return flat
