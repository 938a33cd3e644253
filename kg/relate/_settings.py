"""The place that a passage speaks of, and the place that a name carries."""

from __future__ import annotations

import re

from kg.gazetteer import Gazetteer
from kg.model import Entity, Mention
from kg.relate._lines import MENTION, Line, slots
from kg.relate._scene import CONTAINER, Scene

_PEOPLE = slots(r"(?:籍|的)?(?:由|牧民|村民|居民|农民|群众|干部|人|市民|职工|老乡|客商|企业家|商户|游客|{Person})")
_BRANCH = re.compile(
    r"(?:大学|学院|科学院|研究院|研究所|集团|公司|医院)(?P<place>[一-龥]{2,4}?)(?:研究院|研究所|研发中心|分院|分校|校区|分公司|分中心|实验室|供电公司)$"
    r"|^国网(?P<grid>[一-龥]{2,8}?)供电公司$"
)
_NATURAL = re.compile("(?:河|江|湖|溪|水库|渠|海|湾|岛|山|流域|灌区|湿地)$")
_PASSED = re.compile("(?:从|到|至|往|离|距|县城|城区|通往|连接|来自|面向|销往|发往)$")
_WENT = re.compile("(?:去|到|赴|在|往|访问|抵达)(?:了|过|了一趟)?$")
_ROW = re.compile(rf"(?:[、，和及与]|以及|{MENTION})*")


class Settings:
    """Places by name and passage, for the things of one document."""

    def __init__(self, scene: Scene, places: Gazetteer) -> None:
        self._scene, self._places = scene, places
        self._names: dict[str, str] = {}
        self._named_places()
        built = [f for f in scene.facts if f.relation == "undertakenBy"]
        self.undertakers = {f.object for f in built}
        self._builders = {f.subject: f.object for f in reversed(built)}

    def _named_places(self) -> None:
        for entity in self._scene.entities.values():
            if entity.type in ("Division", "Zone"):
                division = self._places.by_code.get(entity.key.removeprefix("division/"))
                for name in (entity.name, *entity.aliases, *(division.forms if division else ())):
                    if len(name) > 1:
                        self._names.setdefault(name, entity.key)
                if len(entity.name) > 3 and entity.name.endswith("村"):
                    self._names.setdefault(entity.name[:-1], entity.key)

    def named(self, entity: Entity) -> str:
        """The place that the name begins with, or that a project's name holds behind its builder's; the most special."""
        if entity.type == "Project":
            rest = self._unbuilt(entity)
            found = [self._head(rest, entity.key), *self._inside(rest, entity.key)]
        else:
            found = [self._heads(form, entity.key) for form in (entity.name, *entity.aliases)]
            found.append(self._branch(entity.name, entity.key))
        best = ""
        for key in filter(None, found):
            if not best or self._scene.areas.inside(key, best):
                best = key
        return best

    def elsewhere(self, entity: Entity) -> bool:
        """True if the name begins with a division that neither holds nor lies in the home division."""
        home = self._scene.document.home
        for end in range(min(len(entity.name) - 1, 4), 1, -1):
            head = entity.name[:end]
            if self._places.is_weak(head):
                continue
            keys = [f"division/{division.code}" for division in self._places.candidates(head)]
            if keys:
                areas = self._scene.areas
                return not any(key == home or areas.inside(key, home) or areas.inside(home, key) for key in keys)
        return False

    def facility(self, entity: Entity) -> str:
        """The structure whose name a firm's name begins with, or a project's name holds."""
        rest = self._unbuilt(entity)
        for other in self._scene.entities.values():
            if other.type != "Facility" or other.key == entity.key or len(other.name) < 3:
                continue
            if entity.type == "Project" and not _NATURAL.search(other.name):
                continue
            if rest.startswith(other.name) or (entity.type == "Project" and other.name in rest):
                return other.key
        return ""

    def builder_of(self, project: str) -> str:
        """Who builds the project; empty if unknown."""
        return self._builders.get(project, "")

    def builder(self, project: str) -> str:
        """The place in the name of the project's builder, if it lies inside the home division."""
        firm = self._scene.document.entities.get(self._builders.get(project, ""))
        place = self._head(firm.name, firm.key) if firm else ""
        return place if self._scene.areas.inside(place, self._scene.document.home) else ""

    def here(self, mention: Mention) -> tuple[str, int]:
        """The place inside home that the paragraph named last before this mention, and how many sentences before."""
        scene = self._scene
        number = next((i for i, one in enumerate(scene.lines) if one.at[0] <= mention.span.start < one.at[-1]), -1)
        line = scene.lines[number]
        index = next((i for i, m in line.marks.items() if m.span == mention.span and m.kind == "name"), None)
        if number < 0 or index is None:
            return "", 0
        for position, place in reversed(line.among("Division|Zone", 0, index)):
            if not _ROW.fullmatch(line.code, position + 1, index) and self._fits(line, position, mention):
                return place.entity, 0
        for back, other in enumerate(reversed(scene.lines[:number]), 1):
            if other.paragraph != line.paragraph:
                break
            for position, place in reversed(other.among("Division|Zone")):
                if self._fits(other, position, mention):
                    return place.entity, back
        return "", 0

    def abroad(self, mention: Mention) -> str:
        """The country or foreign city that the sentence went to before this mention (去了智利，在…); empty if none."""
        scene = self._scene
        line = next((one for one in scene.live if one.at[0] <= mention.span.start < one.at[-1]), None)
        before = [one for one in line.among("Division") if line.at[one[0]] < mention.span.start] if line else []
        if not line or not before or not _WENT.search(line.code, 0, before[-1][0]):
            return ""
        key = before[-1][1].entity
        far = key.startswith(("division/country/", "division/foreign/"))
        return key if far and not scene.areas.inside(scene.document.home, key) else ""

    def _fits(self, line: Line, position: int, mention: Mention) -> bool:
        place = line.mention(position)
        row = {line.code[max(0, position - 1) : position], line.code[position + 1 : position + 2]} & {"、"}
        if _PASSED.search(line.code, max(0, position - 3), position) or (row and place.type == "Division"):
            return False
        if place.entity == mention.entity or _PEOPLE.match(line.code, position + 1):
            return False
        if place.type == "Zone" and not CONTAINER.search(place.name):
            return False
        return self._scene.areas.inside(place.entity, self._scene.document.home)

    def _head(self, name: str, own: str) -> str:
        for end in range(len(name) - 1, 1, -1):
            key = self._names.get(name[:end], "")
            if key and key != own:
                return key
        return ""

    def _heads(self, name: str, own: str) -> str:
        """The last of the places that stand in a row at the name's head (甲县乙村丙合作社), each inside the one before."""
        place = self._head(name, own)
        while place:
            rest = next(name[len(form) :] for form in self._forms(place) if name.startswith(form))
            inner = self._head(rest, own)
            if not inner or not self._scene.areas.inside(inner, place):
                break
            place, name = inner, rest
        return place

    def _forms(self, place: str) -> list[str]:
        return sorted((form for form, key in self._names.items() if key == place), key=len, reverse=True)

    def _branch(self, name: str, own: str) -> str:
        """The place in a branch's name (甲大学乙市研究院)."""
        found = _BRANCH.search(name)
        key = self._names.get(found["place"] or found["grid"], "") if found else ""
        return key if key != own else ""

    def _unbuilt(self, entity: Entity) -> str:
        """The project's name without its builder's at the head."""
        firm = self._scene.document.entities.get(self._builders.get(entity.key, ""))
        forms = (firm.name, *firm.aliases) if firm and entity.type == "Project" else ()
        return next((entity.name[len(form) :] for form in forms if entity.name.startswith(form)), entity.name)

    def _inside(self, name: str, own: str) -> list[str]:
        """Places anywhere in a project's name (甲河乙镇段治理工程)."""
        return [key for form, key in self._names.items() if len(form) > 2 and form in name and key != own]
