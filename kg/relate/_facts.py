"""Making facts, and joining those that say the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg.model import Evidence, Fact


def fact(
    subject: str,
    relation: str,
    object_: str,
    evidence: Evidence,
    confidence: float,
    *,
    title: str = "",
    modality: str = "asserted",
) -> Fact:
    """One fact on one piece of evidence; ``confidence`` 0 to 1."""
    return Fact(subject, relation, object_, (evidence,), confidence, title, modality)


def join(facts: Iterable[Fact]) -> list[Fact]:
    """Facts that agree in everything but evidence become one, with all evidence and the best confidence."""
    joined: dict[tuple[str, str, str, str, str], Fact] = {}
    for one in facts:
        key = (one.subject, one.relation, one.object, one.title, one.modality)
        old = joined.get(key)
        if old is None:
            joined[key] = one
            continue
        evidence = tuple(sorted({*old.evidence, *one.evidence}))
        joined[key] = replace(old, evidence=evidence, confidence=max(old.confidence, one.confidence))
    return list(joined.values())
