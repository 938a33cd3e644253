"""How two things are connected, step by step / 查找关联路径"""

from __future__ import annotations

from itertools import islice, pairwise
from pathlib import Path

import click
import networkx as nx

from kg.cli import _console as console
from kg.cli import _find


@click.command(
    epilog="""\b
Example / 示例:
  kg path 单国梁 云帆冷链虎林口岸物流园项目
"""
)
@click.argument("start")
@click.argument("end")
@click.option("--most", type=click.IntRange(1, 20), default=3, show_default=True, help="How many connections to show.")
@console.folder_option
def command(start: str, end: str, most: int, folder: Path) -> None:
    """The shortest connections between START and END, each step with the words that say so."""
    graph = _find.project(folder)
    source, target = _find.entity(graph, start), _find.entity(graph, end)
    try:
        found = sorted(islice(nx.all_shortest_paths(nx.Graph(graph), source, target), 1000))[:most]
    except nx.NetworkXNoPath:
        console.say("not connected / 没有关联")
        raise click.exceptions.Exit(1) from None
    for number, nodes in enumerate(found, 1):
        console.say(f"{number}. {len(nodes) - 1} steps / 步", "bold")
        rows = [_step(graph, one, other) for one, other in pairwise(nodes)]
        console.OUT.print(console.table(("", "words / 原文"), rows))


def _step(graph: nx.MultiDiGraph, one: str, other: str) -> tuple[str, str]:
    """The edge between two neighbours that is surest."""
    edges = [(s, t, data) for s, t in ((one, other), (other, one)) for data in (graph.get_edge_data(s, t) or {}).values()]
    s, t, data = max(edges, key=lambda edge: (edge[2]["confidence"] or 0, edge[2]["relation"], edge[0] == one))
    return _find.edge_words(graph, s, t, data), _find.quotes(data["evidence"])
