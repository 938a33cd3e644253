"""Where things lie: said in words, by name, by the place the passage speaks of, else by the home of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.model import Entity, Evidence, Fact, Mention
from kg.relate._facts import fact
from kg.relate._reached import reached
from kg.relate._scene import Scene
from kg.relate._settings import Settings
from kg.relate._stated_places import stated

_THINGS = ("Project", "Zone", "Facility", "Company", "Organization")
_LEARNED = re.compile("大学")
_MEDIA = re.compile(r"(?:电视台|日报|报社|通讯社|网|融媒体中心)$")
_COUNT = re.compile(r"\d个|等项目|在列|打头|分别是")
_WITHIN = ("Facility", "Project")
_PUBLIC = re.compile("投资|国有|城市建设|城建|城投|交投|交通|文旅|文化旅游|产业发展|水务|公交|供电|供水|开发区建设")
_LINEAR = re.compile(r"(?:铁路|公路|高速|高铁|客专|专线|国道|省道|河|江|运河|航线|管道|线|山脉|沙漠|长城|大通道)$")


def find(scene: Scene) -> Iterator[Fact]:
    """Yield locatedIn facts, one place a thing unless the text says more."""
    listed = [one for one in scene.facts if one.relation == "locatedIn"]
    said = _special(scene, [*listed, *stated(scene)])
    firm = {one.subject for one in said}
    said += [one for one in _special(scene, [*reached(scene)]) if one.subject not in firm]
    yield from said
    yield from (one for one in _plants(scene, said) if one.subject not in firm)
    done = {one.subject for one in said if one.modality == "asserted" and not one.evidence[0].rule.endswith("also")}
    yield from _campaigns(scene, done)
    settings = Settings(scene, scene.places)
    parts = {f.subject for f in scene.facts if f.relation == "partOf" and scene.type_of(f.subject) in _WITHIN and not f.evidence[0].rule.endswith("parts.line")}
    for key, mentions in _things(scene, done | parts).items():
        found = _thing(scene, settings, scene.document.entities[key], mentions)
        yield from (one for one in found if one.subject not in done)
    yield from _shows(scene, settings, done)


def _plants(scene: Scene, said: list[Fact]) -> Iterator[Fact]:
    """在甲县，乙公司丙项目…: where the project's name begins with its builder's, the place is said of both."""
    builders = {f.subject: f.object for f in scene.facts if f.relation == "undertakenBy"}
    for one in said:
        firm = scene.document.entities.get(builders.get(one.subject, ""))
        rule = one.evidence[0].rule.rpartition(".")[2]
        if firm and firm.type == "Company" and rule in ("in", "of", "sits", "why", "within", "built"):
            words = scene.document.entities[one.subject].name
            if any(words.startswith(name) for name in (firm.name, *firm.aliases)):
                yield replace(one, subject=firm.key, confidence=0.65)


def _special(scene: Scene, said: list[Fact]) -> list[Fact]:
    """Without places that hold another place said of the same thing."""
    up: dict[str, set[str]] = {}
    for one in said:
        up.setdefault(one.subject, set()).add(one.object)

    def holds(outer: str, inner: str, seen: frozenset[str] = frozenset()) -> bool:
        if scene.areas.inside(inner, outer):
            return True
        steps = up.get(inner, set()) - seen
        return any(step == outer or holds(outer, step, seen | {inner, step}) for step in steps)

    return [one for one in said if not any(o != one.object and holds(one.object, o) for o in up[one.subject])]


def _shows(scene: Scene, settings: Settings, done: set[str]) -> Iterator[Fact]:
    """A show that is part of another and bears a place's name is held there."""
    for one in scene.facts:
        entity = scene.document.entities.get(one.subject)
        if one.relation != "partOf" or entity is None or entity.type != "Event" or entity.key in done:
            continue
        if scene.type_of(one.object) == "Event" and (place := settings.named(entity)):
            yield fact(entity.key, "locatedIn", place, one.evidence[0], 0.65)


def _things(scene: Scene, done: set[str]) -> dict[str, list[Mention]]:
    things: dict[str, list[Mention]] = {}
    for mention in scene.document.mentions:
        if mention.type in _THINGS and mention.entity not in done and mention.entity in scene.document.entities:
            things.setdefault(mention.entity, []).append(mention)
    return things


def _thing(scene: Scene, settings: Settings, entity: Entity, mentions: list[Mention]) -> Iterator[Fact]:
    known = scene.document.entities
    choose = _firm if entity.type in ("Company", "Organization") else _site
    for place, rule, confidence, mention in choose(scene, settings, entity, mentions):
        if place and place != entity.key and place in known and known[place].name != entity.name:
            quote = Evidence(scene.document.article.id, mention.span, scene.document.words(mention.span), rule)
            yield fact(entity.key, "locatedIn", place, quote, confidence)
            if entity.type == "Project":
                yield from _beside(scene, settings, entity, place, quote)
            return


def _beside(scene: Scene, settings: Settings, project: Entity, place: str, quote: Evidence) -> Iterator[Fact]:
    """What else a project's place tells: the river it works on, and where its builder has its plant."""
    if (site := settings.facility(project)) and site != place:
        yield fact(project.key, "locatedIn", site, replace(quote, rule="relate.places.name"), 0.7)
    firm = settings.builder_of(project.key)
    if firm and quote.rule == "relate.places.passage.near" and scene.type_of(firm) == "Company":
        yield fact(firm, "locatedIn", place, replace(quote, rule="relate.places.plant"), 0.6)


Choice = tuple[str, str, float, Mention]


def _firm(scene: Scene, settings: Settings, entity: Entity, mentions: list[Mention]) -> Iterator[Choice]:
    """Where a firm's or an organisation's name puts it; those that stand only in a project's name are left out."""
    home, first = scene.document.home, mentions[0]
    if _MEDIA.search(entity.name):
        return
    yield settings.facility(entity) if entity.type == "Company" else "", "relate.places.name", 0.75, first
    named = settings.named(entity)
    if not named or (entity.key in settings.undertakers and not _local(scene, entity, named)):
        return
    inside = scene.areas.inside(named, home) or named == home
    if (
        inside
        or scene.areas.level(named) != "province"
        or (scene.document.entities[named].name.endswith("市") and not scene.areas.inside(home, named))
        or (entity.type == "Organization" and not _LEARNED.search(entity.name))
    ):
        yield named, "relate.places.name", 0.7, first


def _local(scene: Scene, entity: Entity, named: str) -> bool:
    """True for a firm that bears the full name of its county or town, or a public firm that of its city."""
    name, home = scene.document.entities[named].name, scene.document.home
    if not entity.name.startswith(name):
        return False
    near = named == home or scene.areas.inside(named, home)
    return _PUBLIC.search(entity.name) is not None or (near and len(name) > 2)


def _site(scene: Scene, settings: Settings, entity: Entity, mentions: list[Mention]) -> Iterator[Choice]:
    """Possible places of a project, zone or facility, the best first."""
    home, first = scene.document.home, mentions[0]
    named = settings.named(entity)
    within = scene.areas.inside(named, home) if named else False
    if within or (named and named == home and entity.type != "Project"):
        yield named, "relate.places.name", 0.85, first
    if entity.type != "Project" and (settings.elsewhere(entity) or _outside(scene, named)):
        # Named after a place elsewhere: it lies there if the text speaks of that place, else nothing is said.
        if scene.areas.level(named) != "province":
            yield named, "relate.places.elsewhere", 0.6, first
        return
    if entity.type == "Facility" and not named:
        yield settings.abroad(first), "relate.places.abroad", 0.65, first
    if entity.type == "Facility" and not named and _LINEAR.search(entity.name):
        return
    for mention in mentions:
        place, back = settings.here(mention)
        near = ".near" if back <= 1 and _alone(scene, mention) else ""
        yield place, f"relate.places.passage{near}", 0.75, mention
    if entity.type == "Project":
        yield settings.builder(entity.key), "relate.places.builder", 0.7, first
    yield scene.seat, "relate.places.home", 0.6, first
    yield home, "relate.places.home", 0.6, first


def _outside(scene: Scene, named: str) -> bool:
    home = scene.document.home
    return bool(named) and named != home and not scene.areas.inside(home, named)


def _alone(scene: Scene, mention: Mention) -> bool:
    line = next((one for one in scene.lines if one.at[0] <= mention.span.start < one.at[-1]), None)
    if line is None or _COUNT.search(line.code):
        return False
    return len({m.entity for _, m in line.among("Project")}) == 1


def _campaigns(scene: Scene, done: set[str]) -> Iterator[Fact]:
    """A campaign is carried out in the area of who organises it."""
    organisers: dict[str, list[Fact]] = {}
    for one in scene.facts:
        if one.relation == "organizedBy" and scene.type_of(one.subject) == "Campaign" and one.subject not in done:
            organisers.setdefault(one.subject, []).append(one)
    for key, facts in organisers.items():
        areas = [(_area(scene, one.object), one) for one in facts]
        lowest = [(area, one) for area, one in areas if area and not any(scene.areas.inside(other, area) for other, _ in areas if other)]
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
