"""Parts known from names: a campaign in an event's name, a group at the head of a firm's, phases, ports of a port."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Entity, Evidence, Fact, Mention
from kg.relate._facts import fact
from kg.relate._scene import Scene

_PHASE = re.compile(r"[（(]?(?:一|二|三|四|五|[1-5])期[）)]?(?:工程|项目)?$")
_ORGAN = re.compile(r"^(?P<whole>[\w·]+[委会])(?:宣传部|组织部|统战部|社会工作部)$")
_SCHOOL = re.compile(r"(?:大学|学院|医院|研究院|科学院|总院|学校)$")
_UNIT = re.compile(r"(?:学院|研究院|研究所|医院|分院|分校|中学|小学|中心|实验室|校区|系|研究中心|工作站)$")
_ACT = re.compile(r"(?:重点|重大|合作)?(?:项目|招商)?(?:集中)?(?:签约|开幕|闭幕|启动|颁奖|新闻发布|欢迎|分会场|平行|分论坛|推介)")
"""What one act of a festival, fair or forum is called behind its name."""
_GATE = re.compile(r"(?:公路|铁路|航空|水运|空港|步行|陆路)(?=口岸$)")


def named_parts(scene: Scene) -> Iterator[Fact]:
    """Yield partOf facts that names alone tell."""
    yield from _nested(scene)
    yield from _phases(scene)
    yield from _organs(scene)


def _nested(scene: Scene) -> Iterator[Fact]:
    """A campaign named in an event's or campaign's name; a group named at the head of a firm's name."""
    outer: Mention | None = None
    inner: list[Mention] = []
    for mention in [*scene.document.mentions, None]:
        if mention and outer and outer.span.covers(mention.span):
            inner.append(mention)
            continue
        if outer:
            yield from _chain(scene, outer, inner)
        outer, inner = mention, []


def _chain(scene: Scene, outer: Mention, inner: list[Mention]) -> Iterator[Fact]:
    def quote(rule: str) -> Evidence:
        return Evidence(scene.document.article.id, outer.span, scene.document.words(outer.span), rule)

    if outer.type in ("Event", "Campaign"):
        edge = -1
        for part in inner:
            if part.type != "Campaign" or part.span.end <= edge:
                continue
            edge = part.span.end
            # A name that ends with its inner name is a fuller form of it, or another campaign of the same nickname.
            if part.entity != outer.entity and edge + 1 < outer.span.end:
                yield fact(outer.entity, "partOf", part.entity, quote("relate.parts.name"), 0.8)
    elif outer.type == "Company":
        chain = [m for m in inner if m.type == "Company" and m.entity != outer.entity and len(m.name) > 3]
        row = sorted((m for m in chain if _heads(m, outer, chain)), key=lambda m: m.span.end)
        keys = list(dict.fromkeys(m.entity for m in row))
        for lower, upper in zip([*keys[1:], outer.entity], keys, strict=False):
            yield fact(lower, "partOf", upper, quote("relate.parts.group"), 0.8)


def _heads(mention: Mention, outer: Mention, chain: list[Mention]) -> bool:
    before = mention.span.start
    return before == outer.span.start or any(m.span.end == before for m in chain)


def _organs(scene: Scene) -> Iterator[Fact]:
    """A department of a party committee; a school, institute or clinic at whose name's head another's stands."""
    document = scene.document
    names = {(e.type, name): e for e in scene.entities.values() for name in (e.name, *e.aliases)}
    seen: set[str] = set()
    for mention in document.mentions:
        entity = document.entities.get(mention.entity)
        if entity is None or entity.key in seen or entity.type not in ("PublicBody", "Organization"):
            continue
        seen.add(entity.key)
        whole = _committee(entity, names) if entity.type == "PublicBody" else _school(entity, names)
        if whole and whole.key != entity.key:
            quote = Evidence(document.article.id, mention.span, document.words(mention.span), "relate.parts.organ")
            yield fact(entity.key, "partOf", whole.key, quote, 0.75)


def _committee(entity: Entity, names: dict[tuple[str, str], Entity]) -> Entity | None:
    forms = [found["whole"] for name in (entity.name, *entity.aliases) if (found := _ORGAN.match(name))]
    return next((names["PublicBody", form] for form in forms if ("PublicBody", form) in names), None)


def _school(entity: Entity, names: dict[tuple[str, str], Entity]) -> Entity | None:
    name = entity.name
    if not _UNIT.search(name):
        return None
    heads = (name[:end] for end in range(len(name) - 2, 3, -1))
    return next((names["Organization", h] for h in heads if _SCHOOL.search(h) and ("Organization", h) in names), None)


def _phases(scene: Scene) -> Iterator[Fact]:
    """A phase of a project that is an entity too; a road or rail port of a port of entry."""
    document = scene.document
    names = {(e.type, name): e for e in scene.entities.values() for name in (e.name, *e.aliases)}
    seen: set[str] = set()
    for mention in document.mentions:
        entity = document.entities.get(mention.entity)
        if entity is None or entity.key in seen or entity.type not in ("Project", "Zone", "Campaign", "Event"):
            continue
        seen.add(entity.key)
        whole = _whole(entity, names)
        if whole and whole.key != entity.key:
            quote = Evidence(document.article.id, mention.span, document.words(mention.span), "relate.parts.phase")
            yield fact(entity.key, "partOf", whole.key, quote, 0.75)


def _whole(entity: Entity, names: dict[tuple[str, str], Entity]) -> Entity | None:
    if entity.type in ("Campaign", "Event"):
        for end in range(len(entity.name) - 2, 3, -1) if entity.type == "Event" else ():
            if ("Event", entity.name[:end]) in names and _ACT.match(entity.name[end:]):
                return names["Event", entity.name[:end]]
        ends = range(len(entity.name) - 2, 5, -1)
        return next((names["Campaign", entity.name[:end]] for end in ends if ("Campaign", entity.name[:end]) in names), None)
    cut = _PHASE.sub("", entity.name) if entity.type == "Project" else _GATE.sub("", entity.name)
    return names.get((entity.type, cut)) if cut != entity.name else None
