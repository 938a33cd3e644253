"""What was merged before: bodies before the people who serve in them, companies before their projects."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from kg.merge._seen import DIVISION


class Resolver:
    """Raw keys to final keys, and the areas of bodies and zones."""

    def __init__(self) -> None:
        self._final: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        self._areas: defaultdict[str, set[str]] = defaultdict(set)

    def add(self, raw: str, area: str, final: str) -> None:
        """A raw key, of a body or zone with that area, has become ``final`` (one of several, where it meant several things)."""
        self._final[raw, area].add(final)
        if area:
            self._areas[final].add(area)

    def of(self, keys: Iterable[tuple[str, str, str]]) -> frozenset[str]:
        """The final keys of raw ones with their areas (the third word is not looked at)."""
        return frozenset(final for key, area, _ in keys for final in self._final.get((key, area), (key,)))

    def areas(self, final: str) -> frozenset[str]:
        """The divisions that a body or zone (final key) is of; a zone's body is of the zone's division."""
        found: set[str] = set()
        for area in self._areas.get(final, ()):
            found |= {area} if area.startswith(DIVISION) else self._areas.get(area, set())
        return frozenset(area for area in found if area.startswith(DIVISION))
