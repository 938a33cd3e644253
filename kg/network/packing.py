"""Discs side by side, close together: where the parts of a picture go."""

from __future__ import annotations

import math

Point = tuple[float, float]

_NEAR = 150
"""Discs that are fitted into the gaps one by one; the rest, small ones by then, go on rings outside."""
_SIDES = 16


def packed(radii: list[float]) -> list[Point]:
    """Centres of discs whose radii are given in falling order: none over another, the largest in the middle."""
    centres: list[Point] = []
    for number, radius in enumerate(radii[:_NEAR]):
        centres.append(_fitted(centres, radii[:number], radius))
    return centres + _ringed(centres, radii)


def _fitted(centres: list[Point], radii: list[float], radius: float) -> Point:
    """The free place next to one of the discs that lies nearest to the middle."""
    if not centres:
        return 0.0, 0.0
    places = sorted(
        (round(math.hypot(x + reach * cos, y + reach * sin), 6), x + reach * cos, y + reach * sin)
        for (x, y), other in zip(centres, radii, strict=True)
        for reach in (other + radius,)
        for cos, sin in _DIRECTIONS
    )
    for _, x, y in places:
        room = (math.hypot(x - left, y - top) - other for (left, top), other in zip(centres, radii, strict=True))
        if all(gap > radius * 0.999 for gap in room):
            return x, y
    raise AssertionError("the outermost disc always has a free side")


_DIRECTIONS = [(math.cos(turn), math.sin(turn)) for turn in (2 * math.pi * side / _SIDES for side in range(_SIDES))]


def _ringed(centres: list[Point], radii: list[float]) -> list[Point]:
    """Centres of the discs that ``centres`` leave over, on rings around these."""
    edge = max((math.hypot(x, y) + radius for (x, y), radius in zip(centres, radii, strict=False)), default=0.0)
    waiting = len(centres)
    found: list[Point] = []
    while waiting < len(radii):
        distance = edge + radii[waiting]
        edge = distance + radii[waiting]
        angle = 0.0
        while waiting < len(radii):
            wide = 2 * math.asin(min(1.0, radii[waiting] / distance))
            if angle and angle + wide > 2 * math.pi:
                break
            found.append((distance * math.cos(angle + wide / 2), distance * math.sin(angle + wide / 2)))
            angle += wide
            waiting += 1
    return found
