"""The key of each merged thing: that of its fullest name; a scope is appended where two things would share one."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence

from kg.merge._names import flat
from kg.merge._seen import DIVISION, Seen


def keyed(groups: Sequence[Sequence[Seen]]) -> Iterator[tuple[str, Sequence[Seen]]]:
    """(final key, its sightings), each key once, whatever the order of ``groups``."""
    wanted: defaultdict[str, list[Sequence[Seen]]] = defaultdict(list)
    for group in groups:
        wanted[_fullest(group)].append(group)
    for key, rivals in sorted(wanted.items()):
        if len(rivals) == 1:
            yield key, rivals[0]
        else:
            yield from zip(_scoped(key, rivals), rivals, strict=True)


def _fullest(group: Sequence[Seen]) -> str:
    """Of several keys the one with the longest name, the most parts, then the smallest: no order of files in it."""
    return min(group, key=lambda s: (-len(flat(s.name)), -s.key.count("/"), s.key)).key


def _scoped(key: str, rivals: Sequence[Sequence[Seen]]) -> list[str]:
    """The first kind of scope that tells all rivals apart: organisation or builder, area, time; else a digest."""
    base = key.rpartition("@")[0] or key
    for kind in (_area, _partner, _time):
        scopes = [kind(group) for group in rivals]
        if all(scopes) and len(set(scopes)) == len(scopes):
            return [f"{base}@{scope}" for scope in scopes]
    scopes = ["/".join(filter(None, (_area(group), _partner(group), _time(group)))) for group in rivals]
    if len(set(scopes)) == len(scopes):
        return [f"{base}@{scope}" if scope else base for scope in scopes]
    return [f"{base}@{_digest(group)}" for group in rivals]


def _area(group: Sequence[Seen]) -> str:
    stated = {place for seen in group for place in ((seen.area,) if seen.area.startswith(DIVISION) else seen.places)}
    homes = {seen.home for seen in group if seen.home}
    return min((area.removeprefix(DIVISION) for area in stated or homes), key=lambda code: (len(code), code), default="")


def _partner(group: Sequence[Seen]) -> str:
    return min((key.partition("/")[2] for seen in group for key, _, _ in seen.partners), key=lambda k: (len(k), k), default="")


def _time(group: Sequence[Seen]) -> str:
    return min((when for seen in group for when in (*seen.starts, seen.when) if when), default="")


def _digest(group: Sequence[Seen]) -> str:
    return hashlib.sha256("\n".join(sorted(map(repr, group))).encode()).hexdigest()[:10]
