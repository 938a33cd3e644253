"""Where two areas lie to each other, and the place that a name begins with."""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from kg.gazetteer import Division, Gazetteer

_CHINA = "country/CN"
_LONGEST = 12
_CODE = slice(len("division/"), len("division/") + 2)
"""The digits of a key that tell the province."""
_LEVELS = frozenset({"province", "prefecture", "county"})
_TOWNS = ("镇", "乡", "街道", "苏木")
_LETTERS = {
    "省": "province",
    "市": "prefecture county",
    "县": "county",
    "区": "county",
    "州": "prefecture",
    "旗": "county",
    "盟": "prefecture",
}


class Lie(IntEnum):
    """How two areas lie to each other, the closest last."""

    UNKNOWN = 0
    APART = 1
    """In two provinces."""
    PROVINCE = 2
    """In two prefectures of one province."""
    NEAR = 3
    """In one prefecture."""
    WITHIN = 4
    """One in the other."""
    SAME = 5


class Placed(NamedTuple):
    """A name cut into the key of the place that it begins with ("" if none) and the rest."""

    place: str
    rest: str


class Areas:
    """Answers about division keys ("division/231081", "division/231081100/某村")."""

    def __init__(self, places: Gazetteer) -> None:
        self._places = places
        self._forms: dict[str, list[Division]] = {}
        for division in places.by_code.values():
            named = division.level in _LEVELS or division.level == "country"
            for form in division.forms if named else (division.name,) if division.name.endswith(_TOWNS) else ():
                self._forms.setdefault(form, []).append(division)
        self.chain = lru_cache(maxsize=1 << 16)(self._chain)
        self.lie = lru_cache(maxsize=1 << 18)(self._lie)
        self.placed = lru_cache(maxsize=1 << 18)(self._placed)

    def _chain(self, key: str) -> tuple[str, ...]:
        """Codes of a division and of what it lies in, nearest first, up to the province (or the country, if it is one)."""
        code = key.removeprefix("division/")
        own: list[str] = []
        while code and code not in self._places.by_code:
            own.append(code)
            code = code.rpartition("/")[0]
        if code:
            own.append(code)
            own += [d.code for d in self._places.ancestors(code) if d.code != _CHINA]
        return tuple(own)

    def _lie(self, one: str, other: str) -> Lie:
        if not one.startswith("division/") or not other.startswith("division/"):
            return Lie.SAME if one and one == other else Lie.UNKNOWN
        if one == other:
            return Lie.SAME
        if one[_CODE].isdigit() and other[_CODE].isdigit() and one[_CODE] != other[_CODE]:
            return Lie.APART
        a, b = self.chain(one), self.chain(other)
        if a[:1] and b[:1] and (a[0] in b or b[0] in a):
            return Lie.WITHIN
        common = [code for code in a if code in b]
        if not common:
            return Lie.APART
        return Lie.NEAR if len(common) > 1 or self._is_city(common[0]) else Lie.PROVINCE

    def _is_city(self, code: str) -> bool:
        """True for a prefecture, and for a province that is one city (上海市)."""
        division = self._places.by_code.get(code)
        return division is not None and (division.level != "province" or division.name.endswith("市"))

    def within(self, inner: str, outer: str) -> bool:
        """True if ``inner`` lies in ``outer`` and is not the same."""
        return inner != outer and bool(outer) and outer.removeprefix("division/") in self.chain(inner)

    def kin(self, one: str, other: str) -> bool:
        """True unless both are known and neither lies in the other: what a reprint by a higher paper may differ in."""
        return self.lie(one, other) in (Lie.UNKNOWN, Lie.WITHIN, Lie.SAME)

    def level(self, key: str) -> str:
        """The level of a division key; empty if there is none such (a village)."""
        division = self._places.by_code.get(key.removeprefix("division/"))
        return division.level if division else ""

    def prefecture(self, key: str) -> str:
        """Code of the prefecture that a division lies in (of the province, if it is one or lies in none); empty if unknown."""
        chain = self.chain(key)
        return chain[-2] if len(chain) > 1 else "".join(chain)

    def province(self, key: str) -> str:
        """Code of the province (or country) that a division lies in; empty if unknown."""
        return next(reversed(self.chain(key)), "")

    def _placed(self, name: str, home: str = "") -> Placed:
        """The place that ``name`` begins with, as fine as it is told (盘锦市大洼区…), and the rest of the name.

        A form of several places, or one that is a common word too, is read by ``home``; 省, 市 … alone are that of home.
        """
        place, rest = "", name
        while found := self._leading(rest, place or home, inside=bool(place)):
            place, rest = found
        if not place and home and rest[:1] in _LETTERS and len(rest) > 3:
            own = self._lettered(rest[0], home)
            return Placed(own, rest[1:]) if own else Placed("", name)
        return Placed(place, rest)

    def _leading(self, name: str, near: str, inside: bool) -> Placed | None:
        for size in range(min(_LONGEST, len(name) - 2), 1, -1):
            found = self._forms.get(name[:size], [])
            keys = [f"division/{d.code}" for d in found]
            related = [key for key in keys if near and self.lie(key, near) >= Lie.WITHIN]
            if inside:
                related = [key for key in keys if self.within(key, near)]
            elif len(keys) == 1 and not self._is_weak(found[0], name[:size]):
                return Placed(keys[0], name[size:])
            if related:
                return Placed(min(related, key=lambda key: (len(self.chain(key)), key)), name[size:])
            strong = [f"division/{d.code}" for d in found if not self._is_weak(d, name[:size])]
            if strong and not inside:
                return Placed(strong[0], name[size:]) if len(strong) == 1 else None
        return None

    def _is_weak(self, division: Division, form: str) -> bool:
        return form in division.weak or (division.level == "township" and len(form) < 4)

    def _lettered(self, letter: str, home: str) -> str:
        for code in self.chain(home):
            division = self._places.by_code.get(code)
            if division and division.level in _LETTERS[letter] and (letter == "省" or division.name.endswith(letter)):
                return f"division/{code}"
        return ""
