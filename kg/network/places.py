"""Where the nodes stand: each connected part laid out by itself, the parts packed around the largest."""

from __future__ import annotations

import math

import igraph
import networkx as nx

from kg.network.seeded import seeded

SPACING = 84.0
"""Pixels that neighbours keep apart in height; in width half as much again, for the labels are wide."""
WIDE = 1.5

_SMALL = 300
"""Nodes up to which a part is laid out by Kamada-Kawai, whose pictures are better and whose cost is cubic."""
_ROUNDS = 500
_PUSHES = 40
_EFFORT = 40_000
"""Rounds of pushing times nodes, at most: some seconds' work is not worth a finer picture of a crowd."""

Point = tuple[float, float]


def layout(network: nx.MultiDiGraph) -> None:
    """Set ``x`` and ``y`` (whole pixels, y downwards) of every node."""
    parts = sorted(map(sorted, nx.weakly_connected_components(network)), key=lambda part: (-len(part), part))
    discs = [_disc(network, part) for part in parts]
    for part, (points, _), (left, top) in zip(parts, discs, _packed([radius for _, radius in discs]), strict=True):
        for node, (x, y) in zip(part, points, strict=True):
            network.nodes[node]["x"], network.nodes[node]["y"] = round((left + x) * WIDE), round(top + y)


def _disc(network: nx.MultiDiGraph, part: list[str]) -> tuple[list[Point], float]:
    """Places of one connected part around its centre, and its radius."""
    if len(part) == 1:
        return [(0.0, 0.0)], SPACING * 0.6
    number = {node: position for position, node in enumerate(part)}
    ends = sorted({(number[s], number[t]) for s, t in network.subgraph(part).edges() if s != t})
    graph = igraph.Graph(n=len(part), edges=ends).simplify()
    with seeded():
        if len(part) <= _SMALL:
            found = graph.layout_kamada_kawai(seed=graph.layout_circle(), maxiter=60 * len(part))
        else:
            found = graph.layout_fruchterman_reingold(niter=_ROUNDS, grid="auto")
    points = _pushed(_scaled([(float(x), float(y)) for x, y in found], graph))
    middle = [(min(axis) + max(axis)) / 2 for axis in zip(*points, strict=True)]
    points = [(x - middle[0], y - middle[1]) for x, y in points]
    return points, max(math.hypot(x, y) for x, y in points) + SPACING * 0.6


def _scaled(points: list[Point], graph: igraph.Graph) -> list[Point]:
    """Blown up until an edge of middling length is one and a half SPACING long."""
    lengths = sorted(math.dist(points[source], points[target]) for source, target in graph.get_edgelist())
    factor = 1.5 * SPACING / max(lengths[len(lengths) // 2], 1e-6)
    return [(x * factor, y * factor) for x, y in points]


def _pushed(points: list[Point]) -> list[Point]:
    """Points nearer than SPACING pushed apart, in rounds, until none is or the rounds are over."""
    places = [list(point) for point in points]
    for _ in range(min(_PUSHES, max(4, _EFFORT // len(points)))):
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


def _packed(radii: list[float]) -> list[Point]:
    """Centres of discs, given largest part first: the first in the middle, the others on rings around it."""
    centres = [(0.0, 0.0)] if radii else []
    edge = radii[0] if radii else 0.0
    waiting = 1
    while waiting < len(radii):
        thick = max(radii[waiting:])
        distance = edge + thick
        ring: list[float] = []
        angle = 0.0
        while waiting < len(radii):
            wide = 2 * math.asin(min(1.0, radii[waiting] / distance))
            if ring and angle + wide > 2 * math.pi:
                break
            ring.append(angle + wide / 2)
            angle += wide
            waiting += 1
        stretch = 2 * math.pi / angle if angle > math.pi else 1.0
        centres += [(distance * math.cos(at * stretch), distance * math.sin(at * stretch)) for at in ring]
        edge = distance + thick
    return centres
