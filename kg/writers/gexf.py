"""GEXF 1.3 for Gephi: colours, sizes, places, communities, evidence, and the time for which relations hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import networkx as nx

from kg.network import project
from kg.ontology import Ontology
from kg.store import Graph
from kg.writers._atomic import whole
from kg.writers._flat import Cell, clean, day, diameter, edge_cells, line, node_cells, rgb

SUFFIX = ".gexf"

# What Gephi's own commands call these columns, so that its filters and partitions find them.
_TITLES = {"community": "Modularity Class", "degree": "Degree", "importance": "PageRank"}
_TYPES: dict[type, str] = {str: "string", int: "integer", float: "double"}
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def write(graph: Graph, path: Path, ontology: Ontology) -> None:
    """Write ``graph`` to ``path``, valid under the RELAX NG schema of GEXF 1.3 (gexf.net, 2023).

    The relation stands in ``kind``, because Gephi merges parallel edges of one kind. A graph with valid times is
    dynamic: an edge holds from the first day of ``validFrom`` to the last of ``validTo``, open where unknown.
    """
    with whole(path) as stream:
        stream.writelines(_document(project(graph, ontology)))


def _document(network: nx.MultiDiGraph) -> Iterator[str]:
    dynamic = any(_times(data) for _, _, data in network.edges(data=True))
    mode = 'mode="dynamic" timeformat="date" timerepresentation="interval"' if dynamic else 'mode="static"'
    nodes = {node: node_cells(data) for node, data in network.nodes(data=True)}
    edges = ((source, target, key, data) for source, target, key, data in network.edges(keys=True, data=True))
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3"'
    yield ' xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n'
    yield "<meta><creator>regional-kg</creator><description>Regional knowledge graph</description></meta>\n"
    yield f'<graph defaultedgetype="directed" idtype="string" {mode}>\n'
    yield from _columns("node", nodes.values())
    yield from _columns("edge", (edge_cells(data) for *_, data in islice(network.edges(data=True), 1)))  # all alike
    yield f'<nodes count="{len(nodes)}">\n'
    top = max((data["importance"] for _, data in network.nodes(data=True)), default=0.0)
    yield from (_node(node, network.nodes[node], cells, top) for node, cells in nodes.items())
    yield f'</nodes>\n<edges count="{network.number_of_edges()}">\n'
    yield from (_edge(*edge) for edge in edges)
    yield "</edges>\n</graph>\n</gexf>\n"


def _columns(of: str, rows: Iterable[dict[str, Cell]]) -> Iterator[str]:
    """The declarations of all columns that ``rows`` have, sorted."""
    kinds = {name: _TYPES[type(cell)] for row in rows for name, cell in row.items()}
    yield f'<attributes class="{of}" mode="static">\n'
    for name in sorted(kinds):
        title = _TITLES.get(name, name)
        yield f'<attribute id="{_text(name)}" title="{_text(title)}" type="{kinds[name]}"/>\n'
    yield "</attributes>\n"


def _node(node: str, data: dict[str, Any], cells: dict[str, Cell], top: float) -> str:
    red, green, blue = rgb(data["color"])
    return (
        f'<node id="{_text(node)}" label="{_text(line(data["label"]))}">{_cells(cells)}'
        f'<viz:color r="{red}" g="{green}" b="{blue}"/><viz:position x="{data["x"]}.0" y="{-data["y"]}.0" z="0.0"/>'
        f'<viz:size value="{diameter(data["importance"], top)}"/></node>\n'
    )


def _edge(source: str, target: str, key: str, data: dict[str, Any]) -> str:
    cells = edge_cells(data)
    return (
        f'<edge id="{_text(key)}" source="{_text(source)}" target="{_text(target)}" type="directed"'
        f' label="{_text(line(data["label"]))}" kind="{_text(line(data["relation"]))}"'
        f' weight="{cells["confidence"]}"{_times(data)}>{_cells(cells)}</edge>\n'
    )


def _times(data: dict[str, Any]) -> str:
    """The attributes ``start`` and ``end`` of an edge; neither where the end is before the start."""
    start, end = day(data["valid_from"]), day(data["valid_to"], last=True)
    if start and end and end < start:
        return ""
    return (f' start="{start}"' if start else "") + (f' end="{end}"' if end else "")


def _cells(cells: dict[str, Cell]) -> str:
    told = ((_text(name), _text(str(cell))) for name, cell in sorted(cells.items()) if cell != "")
    return "<attvalues>" + "".join(f'<attvalue for="{name}" value="{cell}"/>' for name, cell in told) + "</attvalues>"


def _text(text: str) -> str:
    """``text`` inside an attribute."""
    return clean(text).translate(_ESCAPES)
