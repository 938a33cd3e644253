"""Degree, importance and community of every node."""

from __future__ import annotations

from collections import Counter

import igraph
import networkx as nx

from kg.network.seeded import seeded


def measure(network: nx.MultiDiGraph) -> None:
    """Set ``degree`` (edges at the node), ``importance`` (PageRank of the undirected graph, sums to 1) and
    ``community`` (Louvain, Blondel et al. 2008; numbered by size, 0 the largest, then by smallest node)."""
    nodes = sorted(network)
    if not nodes:
        return
    number = {node: position for position, node in enumerate(nodes)}
    pairs = Counter(tuple(sorted((number[s], number[t]))) for s, t in network.edges() if s != t)
    ends = sorted(pairs)
    flat = igraph.Graph(n=len(nodes), edges=ends, edge_attrs={"weight": [pairs[pair] for pair in ends]})
    ranks = flat.pagerank(weights="weight")
    community = _communities(flat)
    for position, node in enumerate(nodes):
        network.nodes[node]["degree"] = network.degree(node)
        network.nodes[node]["importance"] = round(ranks[position], 9)
        network.nodes[node]["community"] = community[position]


def _communities(flat: igraph.Graph) -> dict[int, int]:
    with seeded():
        found = [members for members in flat.community_multilevel(weights="weight") if members]
    found.sort(key=lambda members: (-len(members), min(members)))
    return {node: position for position, members in enumerate(found) for node in members}
