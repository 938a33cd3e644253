"""The organs of the tables ``agencies`` and ``agency_fields`` as one automaton.

Kinds: ``party`` 委, 党委; ``zoneparty`` 工委, 党工委; ``base`` organs that stand behind a place; ``cityhall`` 市府 behind a city's
委; ``sub`` organs that stand behind another organ; ``office`` of a subdistrict; ``zonebase`` 管委会; ``village`` and ``branch``
behind a village; ``school`` party schools; ``state`` organs that need no place; ``statehead`` stands before a place.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import ahocorasick_rs

from kg.ontology import Ontology

_HEADS = {"局": "局", "委": "委员会", "厅": "厅", "办": "办公室", "社": "社"}


class Organ(NamedTuple):
    """A form of an organ's name, its canonical form and its kind."""

    words: str
    full: str
    kind: str


@dataclass(frozen=True, slots=True)
class OrganHit:
    """An organ form at a place of the text."""

    start: int
    end: int
    organ: Organ


class Organs:
    """Searches for all organ forms at once, longest first."""

    def __init__(self, ontology: Ontology) -> None:
        known: dict[str, Organ] = {}
        for row in ontology.table("agencies"):
            known[row["name"]] = Organ(row["name"], row["full"], row["kind"])
            known.setdefault(row["full"], Organ(row["full"], row["full"], row["kind"]))
        for row in ontology.table("agency_fields"):
            for head in row["heads"].split("|"):
                for words in (row["short"] + head, row["full"] + head, row["short"] + _HEADS[head], row["full"] + _HEADS[head]):
                    known.setdefault(words, Organ(words, row["full"] + _HEADS[head], "base"))
        known["委"] = Organ("委", "委员会", "party")
        del known["委员会"]
        self.organs = [known[words] for words in sorted(known)]
        self._machine = ahocorasick_rs.AhoCorasick(
            [organ.words for organ in self.organs],
            matchkind=ahocorasick_rs.MatchKind.LeftmostLongest,
            implementation=ahocorasick_rs.Implementation.ContiguousNFA,
        )

    def hits(self, text: str) -> list[OrganHit]:
        """The organ forms of ``text`` from left to right."""
        return [OrganHit(start, end, self.organs[index]) for index, start, end in self._machine.find_matches_as_indexes(text)]
