"""The gazetteer: divisions of China down to the township, countries, and main cities abroad, by any of their forms.

Villages and residential communities are not listed; recognisers know them by their suffix. The tables and their
sources are in ``ontology/gazetteer/``: ``divisions.tsv``, ``countries.tsv``, ``foreign.tsv``.
"""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from kg.errors import OntologyError

FILES = ("divisions", "countries", "foreign")
COLUMNS = ("code", "name", "level", "parent", "short", "aliases", "former", "weak", "sign")
LEVELS = ("country", "province", "prefecture", "county", "township")
_RANK = {level: rank for rank, level in enumerate(LEVELS)}
_LONGEST_CHAIN = 40
"""Code points; no name with its parents is longer, and the search for splits is quadratic."""


class Division(NamedTuple):
    """An administrative division.

    ``code``: "231081", nine digits for a township, "PARENT/NAME" where there is no official code, "country/KZ",
    "foreign/KZ/阿拉木图". ``level`` is one of ``LEVELS``; abroad, prefecture = city and province = region. ``parent`` is
    a code, empty for a country. ``short`` is the bare stem (绥芬河), empty where there is none of two characters;
    ``aliases`` are further present forms (延边州, 巴州), ``former`` past ones with ``until`` (ISO date or "") beside them.
    ``weak`` are the forms that are also common words or name many places: accept them only in context. ``sign`` is
    the province's one-character abbreviation (黑); it is never among the forms.
    """

    code: str
    name: str
    level: str
    parent: str = ""
    short: str = ""
    aliases: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    until: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    sign: tuple[str, ...] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        """Every form: name, short, aliases, former names."""
        return (self.name, *((self.short,) if self.short else ()), *self.aliases, *self.former)


def read_lines(path: Path) -> Iterator[tuple[int, str]]:
    """Numbered data lines of a table, the first with the column names; '#' lines (source, licence, date) are skipped.

    Raises:
        OntologyError: the file is missing, not UTF-8, or has no '#' line that names its source.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise OntologyError(f"{path}: cannot be read as UTF-8 text ({error})") from error
    if not lines[0].startswith("#"):
        raise OntologyError(f"{path}:1: no source; begin with '#' lines that give source, licence and date")
    for number, line in enumerate(lines, 1):
        if line and not line.startswith("#"):
            yield number, line


def load(folder: Path) -> Gazetteer:
    """Read the three tables of ``folder`` (ontology/gazetteer).

    Raises:
        OntologyError: a column, level, parent or number of cells is wrong; the message names file and line.
    """
    collecting = gc.isenabled()
    gc.disable()  # 45,000 tuples without a cycle: the collector would take a third of the time
    try:
        return Gazetteer(_load(folder))
    finally:
        if collecting:
            gc.enable()


def _load(folder: Path) -> dict[str, Division]:
    divisions: dict[str, Division] = {}
    for name in FILES:
        path = folder / f"{name}.tsv"
        for division in _read(path):
            if division.code in divisions:
                raise OntologyError(f"{path}: code '{division.code}' stands twice")
            divisions[division.code] = division
    for division in divisions.values():
        if division.parent and division.parent not in divisions:
            raise OntologyError(f"{folder}: '{division.code}' has the unknown parent '{division.parent}'")
    return divisions


def _read(path: Path) -> Iterator[Division]:
    lines = read_lines(path)
    number, header = next(lines, (0, ""))
    if tuple(header.split("\t")) != COLUMNS:
        raise OntologyError(f"{path}:{number}: columns must be {' '.join(COLUMNS)} (found: {' '.join(header.split())})")
    for number, line in lines:
        cells = line.split("\t")
        if len(cells) != len(COLUMNS):
            raise OntologyError(f"{path}:{number}: {len(cells)} cells instead of {len(COLUMNS)}; separate them by tabs")
        code, name, level, parent, short, aliases, former, weak, sign = cells
        if level not in _RANK:
            raise OntologyError(f"{path}:{number}: unknown level '{level}'; one of {', '.join(LEVELS)}")
        past, until = _dated(former) if former else ((), ())
        # Written out, not in a helper: 45,000 rows, and most lists are empty or of one form.
        others = tuple(aliases.split("|")) if aliases else ()
        context = (weak,) if weak and "|" not in weak else tuple(weak.split("|")) if weak else ()
        yield Division(code, name, level, parent, short, others, past, until, context, tuple(sign.split("|")) if sign else ())


def _dated(cell: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    pairs = [item.partition("@") for item in cell.split("|")]
    return tuple(name for name, _, _ in pairs), tuple(date for _, _, date in pairs)


class Gazetteer:
    """All divisions, found by code or by any of their forms."""

    def __init__(self, divisions: Mapping[str, Division]) -> None:
        self.by_code: Mapping[str, Division] = MappingProxyType(dict(divisions))
        index: defaultdict[str, list[Division]] = defaultdict(list)
        for division in divisions.values():
            index[division.name].append(division)
            if division.short:
                index[division.short].append(division)
            if division.aliases or division.former:
                for form in (*division.aliases, *division.former):
                    index[form].append(division)
        self._index: Mapping[str, list[Division]] = dict(index)
        self._signs = {sign: d for d in reversed(tuple(divisions.values())) for sign in d.sign}

    def candidates(self, name: str) -> tuple[Division, ...]:
        """What ``name`` may mean: a full, short or former name, or one with parents before it (大同市云州区).

        The likelier first: forms that need no context, then higher levels, then the order of codes.
        """
        found = self._exact(name)
        return found or (self._chained(name) if len(name) <= _LONGEST_CHAIN else ())

    def _exact(self, name: str) -> tuple[Division, ...]:
        found = self._index.get(name, ())
        if len(found) < 2:
            return tuple(found)
        return tuple(sorted(dict.fromkeys(found), key=lambda d: (name in d.weak, _RANK[d.level], d.code)))

    def _chained(self, name: str) -> tuple[Division, ...]:
        """Split into parents and a name; the shortest parent that yields anything wins."""
        for cut in range(2, len(name) - 1):
            heads = {division.code for division in self._exact(name[:cut])}
            if not heads:
                continue
            tails = self.candidates(name[cut:])
            inside = tuple(d for d in tails if any(a.code in heads for a in self.ancestors(d.code)))
            if inside:
                return inside
        return ()

    def ancestors(self, code: str) -> tuple[Division, ...]:
        """The divisions above ``code``, nearest first, up to the country; empty for an unknown code."""
        found: list[Division] = []
        division = self.by_code.get(code)
        while division and division.parent:
            division = self.by_code[division.parent]
            found.append(division)
        return tuple(found)

    def contains(self, outer: str, inner: str) -> bool:
        """True if the division ``inner`` (code) lies in ``outer`` (code); a division does not contain itself."""
        return any(division.code == outer for division in self.ancestors(inner))

    def within(self, name: str, code: str) -> Division | None:
        """The one candidate of ``name`` inside the division ``code``; of several, the one that is alone on the highest level."""
        inside = [d for d in self.candidates(name) if self.contains(code, d.code)]
        best = min((_RANK[d.level] for d in inside), default=0)
        highest = [d for d in inside if _RANK[d.level] == best]
        return highest[0] if len(highest) == 1 else None

    def forms(self, *, weak: bool = True) -> Iterable[str]:
        """All forms, sorted; without ``weak`` only those that stand for a place also out of context."""
        return sorted(form for form in self._index if weak or not self.is_weak(form))

    def is_weak(self, form: str) -> bool:
        """True if ``form`` needs context to be read as any of its divisions (合作, 新城镇); False for an unknown form."""
        found = self._index.get(form, ())
        return bool(found) and all(form in division.weak for division in found)

    def signed(self, sign: str) -> Division | None:
        """The province or country of a one-character sign (黑 -> 黑龙江省); provinces before countries."""
        return self._signs.get(sign)
