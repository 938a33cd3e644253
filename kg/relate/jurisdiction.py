"""The area that an organ is an organ of: 绥芬河市委 of 绥芬河市."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Entity, Evidence, Fact, Mention
from kg.relate._facts import fact
from kg.relate._lines import Line, slots
from kg.relate._roles import subjects
from kg.relate._scene import Scene

_RULE = "relate.jurisdiction.name"
_BORDER = re.compile("(?:口岸)?(?:海关|边检站|出入境边防检查站|管理中心|管理局|口岸办|管委会)$")
_TEAM = re.compile(r"(?:专班|小组|工作组|指挥部|小分队|工作队|突击队)$")
_VILLAGE = re.compile(r"驻村|村民|村级")
_SETS_UP = slots(r"(?:成立|组建|设立)了?[^，。；\ue000-\ue02f]{0,16}?(?P<team>{PublicBody})")


def find(scene: Scene) -> Iterator[Fact]:
    """Yield one fact for every public body of the document whose area linking found or the text tells."""
    document = scene.document
    founders = _founders(scene)
    seen: set[str] = set()
    for mention in document.mentions:
        body = document.entities.get(mention.entity)
        if body is None or body.type != "PublicBody" or body.key in seen:
            continue
        seen.add(body.key)
        area = _port(scene, body) or _named(scene, body) or founders.get(body.key, "") or _village(scene, body, mention) or body.area
        if area:
            quote = Evidence(document.article.id, mention.span, document.words(mention.span), _RULE)
            yield fact(body.key, "jurisdiction", area, quote, 0.9)


def _port(scene: Scene, body: Entity) -> str:
    """The port of entry that a customs house or border post bears the name of."""
    if not (found := _BORDER.search(body.name)):
        return ""
    stem = body.name[: found.start()]
    if any(division.level != "township" for division in scene.places.candidates(stem)):
        return ""
    for other in scene.entities.values():
        if other.type == "Zone" and len(stem) > 1 and other.name.endswith((stem + "口岸", stem + "港口岸")):
            return other.key
    return ""


def _named(scene: Scene, body: Entity) -> str:
    """The division that the name begins with, where linking put the organ outside of it (甲省援藏前方指挥部)."""
    for other in scene.entities.values():
        if other.type == "Division" and len(other.name) > 2 and body.name.startswith(other.name):
            outside = body.area != other.key and not scene.areas.inside(body.area, other.key)
            return other.key if body.area and outside else ""
    return ""


def _founders(scene: Scene) -> dict[str, str]:
    """The area of a task force without a place in its name: that of the zone or organ that set it up."""
    areas: dict[str, str] = {}
    for line in scene.live:
        for match in _SETS_UP.finditer(line.code):
            team = line.mention(match.start("team"))
            if _TEAM.search(team.name) and (area := _founder(scene, line, match.start())):
                areas.setdefault(team.entity, area)
    return areas


def _founder(scene: Scene, line: Line, verb: int) -> str:
    who = subjects(line, verb, "Zone|PublicBody")
    entity = scene.document.entities.get(who[0][1].entity) if who else None
    if entity is None:
        return ""
    return entity.key if entity.type == "Zone" else entity.area


def _village(scene: Scene, body: Entity, mention: Mention) -> str:
    """驻村工作队 belongs to the village that the text named last."""
    if not _VILLAGE.match(body.name):
        return ""
    villages = [
        m.entity for m in scene.document.mentions if m.type == "Division" and m.span.start < mention.span.start and scene.areas.level(m.entity) == "village"
    ]
    return villages[-1] if villages else ""
