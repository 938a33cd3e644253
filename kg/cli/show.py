"""Everything known about a thing, line by line with its words / 查看实体"""

from __future__ import annotations

from pathlib import Path

import click
import networkx as nx

from kg.cli import _console as console
from kg.cli import _find


@click.command(
    epilog="""\b
Examples / 示例:
  kg show 虎林市
  kg show person/单国梁 -o exports/
"""
)
@click.argument("name")
@console.folder_option
def command(name: str, folder: Path) -> None:
    """NAME is a label, an alias or the tail of an IRI; of several things of that name the best connected is shown."""
    graph = _find.project(folder)
    node = _find.entity(graph, name)
    _head(graph, node)
    data = graph.nodes[node]
    rows = [(f"{row.zh} {row.value}", "", _find.quotes(row.evidence)) for row in data["attributes"]]
    rows += [
        (
            f"{f.indicator} {f.bound}{f.value}{f.unit}",
            " ".join(filter(None, (f.modality, f.period))),
            _find.quotes(f.evidence),
        )
        for f in data["figures"]
    ]
    edges = sorted(
        [(s, t, d) for s, t, d in graph.out_edges(node, data=True)] + [(s, t, d) for s, t, d in graph.in_edges(node, data=True)],
        key=lambda edge: (edge[2]["relation"], edge[0] != node, edge[0], edge[1], edge[2]["title"]),
    )
    rows += [(_find.edge_words(graph, s, t, d), _sure(d["confidence"]), _find.quotes(d["evidence"])) for s, t, d in edges]
    console.OUT.print(console.table(("fact / 事实", "", "words / 原文"), rows))


def _head(graph: nx.MultiDiGraph, node: str) -> None:
    data = graph.nodes[node]
    console.say(f"{data['label']}  {data['type_zh']} {data['type_en']}", "bold")
    if data["aliases"]:
        console.say(f"also / 又称: {'、'.join(data['aliases'])}")
    for line in data["description"]:
        console.say(line, "dim")
    console.say(node, "dim")


def _sure(confidence: float | None) -> str:
    return "" if confidence is None else f"{confidence:.2f}"
