"""Where things lie: said in words, by name, by the place the passage speaks of, else by the home of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Entity, Evidence, Fact, Mention
from kg.relate._facts import fact
from kg.relate._lines import Line, Scene
from kg.relate._settings import Settings
from kg.relate._stated_places import stated

_THINGS = ("Project", "Zone", "Facility", "Company", "Organization")
_LINEAR = re.compile(r"(?:铁路|公路|高速|高铁|客专|专线|国道|省道|河|江|运河|航线|管道|线|草原|山脉|沙漠|长城|大通道)$")


def find(scene: Scene) -> Iterator[Fact]:
    """Yield locatedIn facts, one place a thing unless the text says more."""
    said = [*stated(scene)]
    yield from said
    done = {one.subject for one in said}
    yield from _campaigns(scene, done)
    settings = Settings(scene)
    parts = {f.subject for f in scene.facts if f.relation == "partOf" and scene.type_of(f.subject) == "Facility"}
    for key, mentions in _things(scene, done | parts).items():
        yield from _thing(scene, settings, scene.document.entities[key], mentions)


def _things(scene: Scene, done: set[str]) -> dict[str, list[Mention]]:
    things: dict[str, list[Mention]] = {}
    for mention in scene.document.mentions:
        if mention.type in _THINGS and mention.entity not in done and mention.entity in scene.document.entities:
            things.setdefault(mention.entity, []).append(mention)
    return things


def _thing(scene: Scene, settings: Settings, entity: Entity, mentions: list[Mention]) -> Iterator[Fact]:
    for place, rule, confidence, mention in _choices(scene, settings, entity, mentions):
        if place and place != entity.key:
            quote = Evidence(scene.document.article.id, mention.span, scene.document.words(mention.span), rule)
            yield fact(entity.key, "locatedIn", place, quote, confidence)
            return


def _choices(
    scene: Scene, settings: Settings, entity: Entity, mentions: list[Mention]
) -> Iterator[tuple[str, str, float, Mention]]:
    """Possible places, the best first: key, rule, confidence, the mention it rests on."""
    home, first = scene.document.home, mentions[0]
    named = settings.named(entity)
    local = bool(named) and (named == home or scene.areas.inside(named, home))
    if local and named != home:
        yield named, "relate.places.name", 0.85, first
    if entity.type in ("Company", "Organization"):
        if named and entity.key not in settings.undertakers and not scene.areas.inside(home, named):
            if local or scene.areas.level(named) not in ("province", ""):
                yield named, "relate.places.name", 0.7, first
        return
    if entity.type == "Zone" and local:
        yield named, "relate.places.name", 0.85, first
    if named and not local and not scene.areas.inside(home, named) and entity.type != "Project":
        # Named after a place elsewhere: it lies there or is merely talked about.
        if scene.areas.level(named) != "province":
            yield named, "relate.places.elsewhere", 0.6, first
        return
    for mention in mentions:
        yield settings.here(mention), "relate.places.passage", 0.75, mention
    if entity.type == "Project":
        yield settings.builder(entity.key), "relate.places.builder", 0.7, first
    if entity.type == "Facility" and not named and _LINEAR.search(entity.name):
        return
    yield scene.seat, "relate.places.home", 0.6, first


def _campaigns(scene: Scene, done: set[str]) -> Iterator[Fact]:
    """A campaign is carried out in the area of who organises it."""
    organisers: dict[str, list[Fact]] = {}
    for one in scene.facts:
        if one.relation == "organizedBy" and scene.type_of(one.subject) == "Campaign" and one.subject not in done:
            organisers.setdefault(one.subject, []).append(one)
    for key, facts in organisers.items():
        areas = [(_area(scene, one.object), one) for one in facts]
        lowest = [
            (area, one)
            for area, one in areas
            if area and not any(scene.areas.inside(other, area) for other, _ in areas if other)
        ]
        if lowest:
            area, one = lowest[0]
            yield fact(key, "locatedIn", area, one.evidence[0], min(0.8, one.confidence))


def _area(scene: Scene, organiser: str) -> str:
    entity = scene.document.entities.get(organiser)
    if entity is None:
        return ""
    if entity.type in ("Division", "Zone"):
        return entity.key
    return entity.area if entity.type == "PublicBody" else ""


def line_at(scene: Scene, offset: int) -> Line | None:
    """The line that holds this text offset."""
    return next((line for line in scene.lines if line.at[0] <= offset < line.at[-1]), None)
