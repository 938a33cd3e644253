"""The way through a document: each clause with its sentence and what the passage is about there."""

from __future__ import annotations

from dataclasses import dataclass

from kg.measure.clauses import Clause
from kg.model import Span


@dataclass(frozen=True, slots=True)
class Step:
    """One clause; ``topic`` is the key of what it is about by itself ("named") or by its passage, "" if unknown."""

    clause: Clause
    sentence: Span
    topic: str
    named: bool
