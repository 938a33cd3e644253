"""Where the nodes stand: each connected part laid out by itself, the parts packed around the largest."""

from __future__ import annotations

import math

import igraph
import networkx as nx

from kg.network.packing import Point, packed
from kg.network.seeded import seeded

SPACING = 84.0
"""Pixels that neighbours keep apart in height; in width half as much again, for the labels are wide."""
WIDE = 1.5

_SMALL = 300
"""Nodes up to which a part is laid out by Kamada-Kawai, whose pictures are better and whose cost is cubic."""
_ROUNDS = 500
_PUSHES = 12
"""Rounds of pushing neighbours apart; more would smear the shape out."""


def layout(network: nx.MultiDiGraph) -> None:
    """Set ``x`` and ``y`` (whole pixels, y downwards) of every node; nodes without any edge stand in rows below."""
    found = sorted(map(sorted, nx.weakly_connected_components(network)), key=lambda part: (-len(part), part))
    parts = [part for part in found if len(part) > 1]
    discs = [_disc(network, part) for part in parts]
    ranked = sorted(range(len(parts)), key=lambda number: (-discs[number][1], number))
    places: dict[str, Point] = {}
    for number, (left, top) in zip(ranked, packed([discs[number][1] for number in ranked]), strict=True):
        for node, (x, y) in zip(parts[number], discs[number][0], strict=True):
            places[node] = left + x, top + y
    bottom = max((y for _, y in places.values()), default=0.0)
    lone = [part[0] for part in found if len(part) == 1]
    places |= zip(lone, _rows(len(lone), bottom + 2 * SPACING), strict=True)
    for node, (x, y) in places.items():
        network.nodes[node]["x"], network.nodes[node]["y"] = round(x * WIDE), round(y)


def _rows(count: int, top: float) -> list[Point]:
    """Places in rows from ``top`` downwards, twice as wide as high on the screen."""
    columns = math.ceil(math.sqrt(count * 2 / WIDE)) or 1
    middle = (min(columns, count) - 1) / 2
    return [((number % columns - middle) * SPACING, top + number // columns * SPACING) for number in range(count)]


def _disc(network: nx.MultiDiGraph, part: list[str]) -> tuple[list[Point], float]:
    """Places of one connected part around its centre, and its radius."""
    number = {node: position for position, node in enumerate(part)}
    ends = sorted({(number[s], number[t]) for s, t in network.subgraph(part).edges() if s != t})
    graph = igraph.Graph(n=len(part), edges=ends).simplify()
    with seeded():
        if len(part) <= _SMALL:
            found = graph.layout_kamada_kawai(seed=graph.layout_circle(), maxiter=60 * len(part))
            points = _scaled(list(map(tuple, found)), graph)
        else:
            found = graph.layout_fruchterman_reingold(niter=_ROUNDS, grid="auto")
            points = _thinned(list(map(tuple, found)))
    points = _pushed(points)
    middle = [(min(axis) + max(axis)) / 2 for axis in zip(*points, strict=True)]
    points = [(x - middle[0], y - middle[1]) for x, y in points]
    return points, max(math.hypot(x, y) for x, y in points) + SPACING * 0.6


def _scaled(points: list[Point], graph: igraph.Graph) -> list[Point]:
    """Blown up until an edge of middling length is one and a half SPACING long."""
    lengths = sorted(math.dist(points[source], points[target]) for source, target in graph.get_edgelist())
    factor = 1.5 * SPACING / max(lengths[len(lengths) // 2], 1e-6)
    return [(x * factor, y * factor) for x, y in points]


def _thinned(points: list[Point]) -> list[Point]:
    """The crowd in the middle let out: directions and the order of distances stay, the density becomes even."""
    middle = [sum(axis) / len(points) for axis in zip(*points, strict=True)]
    moved = [(x - middle[0], y - middle[1]) for x, y in points]
    order = sorted(range(len(moved)), key=lambda number: (math.hypot(*moved[number]), number))
    found = list(moved)
    for rank, number in enumerate(order):
        x, y = moved[number]
        stretch = SPACING * 1.1 * math.sqrt((rank + 0.5) / math.pi) / max(math.hypot(x, y), 1e-9)
        found[number] = x * stretch, y * stretch
    return found


def _pushed(points: list[Point]) -> list[Point]:
    """Points nearer than SPACING pushed apart, in rounds, until none is or _PUSHES rounds are over."""
    places = [list(point) for point in points]
    for _ in range(_PUSHES):
        cells: dict[tuple[int, int], list[int]] = {}
        for number, (x, y) in enumerate(places):
            cells.setdefault((math.floor(x / SPACING), math.floor(y / SPACING)), []).append(number)
        if not sum(_push_cell(places, cells, cell) for cell in cells):
            break
    return [(x, y) for x, y in places]


def _push_cell(places: list[list[float]], cells: dict[tuple[int, int], list[int]], cell: tuple[int, int]) -> int:
    """Push the pairs of this cell and of it with the cells around it; how many were too near."""
    column, row = cell
    moved = 0
    here = cells[cell]
    beside = ((column + 1, row - 1), (column + 1, row), (column + 1, row + 1), (column, row + 1))
    around = [each for other in beside for each in cells.get(other, ())]
    for position, first in enumerate(here):
        for second in (*here[position + 1 :], *around):
            across, down = places[second][0] - places[first][0], places[second][1] - places[first][1]
            gap = math.hypot(across, down)
            if gap >= SPACING * 0.98:
                continue
            if gap < 1e-6:  # on the same spot: part them along a direction of their own
                across, down, gap = math.cos(second), math.sin(second), 1.0
            push = (SPACING - gap) / gap / 2
            places[first][0] -= across * push
            places[first][1] -= down * push
            places[second][0] += across * push
            places[second][1] += down * push
            moved += 1
    return moved
