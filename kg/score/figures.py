"""What scoring yields: figures by kind and type, and the slips that explain them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

KINDS = ("entities", "relations", "observations", "attributes", "status")
Record = Mapping[str, Any]
Row = Mapping[str, Any]


@dataclass(slots=True)
class Figures:
    """Right, spurious and missed cases."""

    right: int = 0
    spurious: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """0-1; 0 if nothing was predicted."""
        return self.right / (self.right + self.spurious) if self.right + self.spurious else 0.0

    @property
    def recall(self) -> float:
        """0-1; 0 if there was nothing to find."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, 0-1."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Slip:
    """One miss or false alarm: its document, kind ("entity missed", "relation spurious" ...), words, and the row itself."""

    doc: str
    kind: str
    words: str
    row: Row


@dataclass(slots=True)
class Scores:
    """Figures by kind and by type within a kind, and every slip in document order."""

    by_type: dict[str, defaultdict[str, Figures]] = field(default_factory=lambda: {kind: defaultdict(Figures) for kind in KINDS})
    slips: list[Slip] = field(default_factory=list)
    documents: int = 0
    missing: tuple[str, ...] = ()

    def total(self, kind: str) -> Figures:
        """Micro figures of one of ``KINDS``."""
        rows = self.by_type[kind].values()
        return Figures(sum(r.right for r in rows), sum(r.spurious for r in rows), sum(r.missed for r in rows))

    @property
    def overall(self) -> float:
        """Mean of the micro F1 of entities, relations and observations, 0-1."""
        return sum(self.total(kind).f1 for kind in KINDS[:3]) / 3
