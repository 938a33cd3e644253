"""The place that a passage speaks of, and the place that a name carries."""

from __future__ import annotations

import re

from kg.model import Entity, Mention
from kg.relate._lines import MENTION, Scene

_ROW = re.compile(rf"(?:[、，和及与]|以及|{MENTION})*")


class Settings:
    """Places by name and passage, for the things of one document."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._names: dict[str, str] = {}
        self._named_places()
        built = [f for f in scene.facts if f.relation == "undertakenBy"]
        self.undertakers = {f.object for f in built}
        self._builders = {f.subject: f.object for f in reversed(built)}

    def _named_places(self) -> None:
        for entity in self._scene.document.entities.values():
            if entity.type in ("Division", "Zone"):
                for name in (entity.name, *entity.aliases):
                    if len(name) > 1:
                        self._names.setdefault(name, entity.key)

    def named(self, entity: Entity) -> str:
        """The place that the name begins with, or for a project holds behind its builder's name; the most special."""
        forms = (entity.name, *entity.aliases) if entity.type != "Project" else (entity.name,)
        found = [self._head(form, entity.key) for form in forms]
        if entity.type == "Project":
            found += [self._head(self._unbuilt(entity), entity.key), *self._inside(entity)]
        best = ""
        for key in filter(None, found):
            if not best or self._scene.areas.inside(key, best):
                best = key
        return best

    def builder(self, project: str) -> str:
        """The place in the name of the project's builder, if it lies inside the home division."""
        firm = self._scene.document.entities.get(self._builders.get(project, ""))
        place = self._head(firm.name, firm.key) if firm else ""
        return place if self._scene.areas.inside(place, self._scene.document.home) else ""

    def here(self, mention: Mention) -> str:
        """The place inside home that the paragraph named last before this mention; empty if none."""
        scene = self._scene
        line = next((one for one in scene.lines if one.at[0] <= mention.span.start < one.at[-1]), None)
        if line is None:
            return ""
        index = next((i for i, m in line.marks.items() if m.span.covers(mention.span) and m.kind != "implied"), None)
        if index is None or line.marks[index].entity != mention.entity:
            return ""
        for position, place in reversed(line.among("Division|Zone", 0, index)):
            if not _ROW.fullmatch(line.code, position + 1, index) and self._fits(place, mention):
                return place.entity
        for other in reversed(scene.lines):
            if other.paragraph == line.paragraph and other.at[0] < line.at[0]:
                for _, place in reversed(other.among("Division|Zone")):
                    if self._fits(place, mention):
                        return place.entity
        return ""

    def _fits(self, place: Mention, mention: Mention) -> bool:
        areas, home = self._scene.areas, self._scene.document.home
        return place.entity != mention.entity and areas.inside(place.entity, home)

    def _head(self, name: str, own: str) -> str:
        keys = [self._names.get(name[:end], "") for end in range(len(name) - 1, 1, -1)]
        return next((key for key in keys if key and key != own), "")

    def _unbuilt(self, entity: Entity) -> str:
        firm = self._scene.document.entities.get(self._builders.get(entity.key, ""))
        for form in (firm.name, *firm.aliases) if firm else ():
            if entity.name.startswith(form):
                return entity.name[len(form) :]
        return ""

    def _inside(self, entity: Entity) -> list[str]:
        """Places anywhere in the project's name but in its builder's (挠力河甲镇段治理工程)."""
        rest = self._unbuilt(entity) or entity.name
        return [key for name, key in self._names.items() if len(name) > 2 and name in rest and key != entity.key]
