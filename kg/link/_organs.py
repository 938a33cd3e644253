"""Canonical forms of organ names: 发改局 is 发展和改革局, 市政府新闻办 is 政府新闻办公室."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from kg.ontology import load

_HEADS = {"局": "局", "委": "委员会", "厅": "厅", "办": "办公室", "社": "社"}
_SAME = {"纪委监委": "纪委", "党委": "委", "党工委": "工委", "委员会": "委"}
_BASES = ("人大常委会", "人民政府", "政府", "人大", "政协", "党工委", "工委", "管委会", "党委", "委")


@dataclass(slots=True)
class Organs:
    """Looks up canonical organ names."""

    full: dict[str, str] = field(default_factory=dict)

    def known(self, organ: str) -> bool:
        """True if ``organ`` is in the tables."""
        return organ in self.full or organ in _SAME

    def canonical(self, organ: str) -> str:
        """The canonical form of an organ's name without its place; unknown ones stay as they are."""
        if organ in self.full:
            full = self.full[organ]
            return _SAME.get(organ) or _SAME.get(full, full)
        for base in _BASES:
            rest = organ.removeprefix(base)
            if rest != organ and rest:
                return self.canonical(base) + self.canonical(rest)
        return organ


@lru_cache(maxsize=2)
def organs(folder: Path) -> Organs:
    """The organs of the tables agencies and agency_fields of the ontology in ``folder``; kept, since every file needs them."""
    ontology = load(folder)
    made = Organs()
    for row in ontology.table("agencies"):
        made.full.setdefault(row["name"], row["full"])
        made.full.setdefault(row["full"], row["full"])
    for row in ontology.table("agency_fields"):
        for head in row["heads"].split("|"):
            full = row["full"] + _HEADS[head]
            for words in (row["short"] + head, row["full"] + head, row["short"] + _HEADS[head], full):
                made.full.setdefault(words, full)
    return made
