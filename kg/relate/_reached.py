"""Firms and houses that a journey reaches: 在甲市，一行来到乙公司; 第一站是甲市。在乙公司，…."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Fact
from kg.relate._facts import fact
from kg.relate._lines import Line, slots
from kg.relate._roles import listed
from kg.relate._scene import Scene

_TRAVELS = slots(
    r"(?:在|到|赴|前往|来到|抵达|走进|飞抵|转战|站是|站为|站来到|站到|站：)(?P<where>{Division}+(?:(?:[、和及]|以及){Division}+)*)"
    r"(?=[，。]|[^，。；\ue000-\ue02f]{0,8}(?:考察|调研|招商|洽谈|对接|学习|参观|走访|拜访|时))"
)
_SEES = slots(
    r"(?:走访|拜访|造访|来到|走进|参观|考察|察看|到访|对接|洽谈|深入|看望|探访|观摩)了?(?:[^，。；、\ue000-\ue02f]{1,6}[、和])?(?={Company|Organization|Facility})|^在(?={Company|Organization})"
)
_THINGS = "Company|Organization|Facility"


def reached(scene: Scene) -> Iterator[Fact]:
    """Yield locatedIn facts of what is seen in the one place outside of home that the passage travels to."""
    there, paragraph = "", -1
    for line in scene.live:
        if line.paragraph != paragraph:
            there, paragraph = "", line.paragraph
        events = [(m.start(), m, True) for m in _TRAVELS.finditer(line.code)]
        events += [(m.start(), m, False) for m in _SEES.finditer(line.code)] if line.has(_THINGS) else []
        for _, match, travels in sorted(events, key=lambda one: (one[0], not one[2])):
            if travels:
                there = _one(scene, line, match)
            elif there:
                yield from _seen(scene, line, match, there)


def _one(scene: Scene, line: Line, match: re.Match[str]) -> str:
    """The place travelled to: the only one, and neither home nor in nor around it."""
    places = listed(line, match.start("where"), "Division")
    key = places[0][1].entity if len(places) == 1 else ""
    home, areas = scene.document.home, scene.areas
    return "" if not key or key == home or areas.inside(key, home) or areas.inside(home, key) else key


def _seen(scene: Scene, line: Line, match: re.Match[str], there: str) -> Iterator[Fact]:
    for position, thing in listed(line, match.end(), _THINGS):
        name = scene.document.entities[thing.entity].name
        heads = [d for end in range(4, 1, -1) for d in scene.places.candidates(name[:end])]
        keys = [f"division/{d.code}" for d in heads if d.level not in ("county", "township") or f"division/{d.code}" in scene.entities]
        if keys and not any(key == there or scene.areas.inside(there, key) for key in keys):
            continue
        quote = line.evidence("relate.places.reached", match.start(), position + 1)
        yield fact(thing.entity, "locatedIn", there, quote, 0.75)
