"""Which place lies in which: divisions by the gazetteer, villages by their key, zones by what linking found."""

from __future__ import annotations

from kg.gazetteer import Gazetteer
from kg.model import Document

_PREFIX = "division/"


class Areas:
    """The places of one document."""

    def __init__(self, document: Document, places: Gazetteer) -> None:
        self._document, self._places = document, places
        self._known: dict[str, tuple[str, ...]] = {}

    def chain(self, key: str) -> tuple[str, ...]:
        """The place behind ``key`` and all that it lies in, nearest first."""
        if key not in self._known:
            self._known[key] = tuple(self._climb(key))
        return self._known[key]

    def inside(self, inner: str, outer: str) -> bool:
        """True if ``inner`` lies in ``outer`` and is not the same."""
        return inner != outer and outer in self.chain(inner)

    def level(self, key: str) -> str:
        """The level of a division (country, province, prefecture, county, township); village or "" for the rest."""
        if not key.startswith(_PREFIX):
            return ""
        division = self._places.by_code.get(key.removeprefix(_PREFIX))
        return division.level if division else "village"

    def _climb(self, key: str) -> list[str]:
        chain = [key]
        while key and not key.startswith(_PREFIX):
            entity = self._document.entities.get(key)
            key = entity.area if entity and entity.area not in chain else ""
            if key:
                chain.append(key)
        code = key.removeprefix(_PREFIX)
        while code and code not in self._places.by_code:
            code = code.rpartition("/")[0]
            if code:
                chain.append(_PREFIX + code)
        chain += [_PREFIX + division.code for division in self._places.ancestors(code)]
        return list(dict.fromkeys(chain))
