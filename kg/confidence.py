"""Confidence that means something: how often a rule was right on annotated pages.

Recognisers and relators give a first guess; ``ontology/gazetteer/confidence.tsv`` replaces it by the share of right
cases of the rule on held-aside gold pages, drawn towards the share of its family where cases are few
(``scripts/calibrate.py`` writes the table and prints how reliable it is). A rule without a row takes its family's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from kg.model import Attribute, Evidence, Extraction, Fact, Observation
from kg.ontology import Ontology

TABLE = "confidence"
WEIGHT = 4.0
"""How many cases the family's share counts for beside a rule's own cases."""

Claim = TypeVar("Claim", Fact, Attribute, Observation)


def load(ontology: Ontology) -> Mapping[str, float]:
    """Rule or family ("relate.places", "relate") -> confidence, 0-1."""
    return {row["rule"]: float(row["confidence"]) for row in ontology.table(TABLE)}


def families(rule: str) -> Iterable[str]:
    """The rule and what it belongs to, nearest first.

    >>> list(families("relate.posts.row"))
    ['relate.posts.row', 'relate.posts', 'relate']
    """
    parts = rule.split(".")
    return (".".join(parts[:size]) for size in range(len(parts), 0, -1))


def fit(cases: Iterable[tuple[str, bool]]) -> dict[str, tuple[int, int, float]]:
    """Rule and family -> (cases, right, confidence 0-1) from (rule, was it right)."""
    counted: dict[str, tuple[int, int]] = {}
    for rule, right in cases:
        for name in families(rule):
            seen, good = counted.get(name, (0, 0))
            counted[name] = (seen + 1, good + right)
    fitted: dict[str, tuple[int, int, float]] = {}
    for name in sorted(counted, key=lambda name: (name.count("."), name)):
        seen, good = counted[name]
        above = name.rpartition(".")[0]
        prior = fitted[above][2] if above else 0.5
        fitted[name] = (seen, good, round((good + WEIGHT * prior) / (seen + WEIGHT), 3))
    return fitted


def of(evidence: tuple[Evidence, ...], guess: float, table: Mapping[str, float]) -> float:
    """The confidence of a claim with this evidence; ``guess`` where its family has no row."""
    rule = evidence[0].rule if evidence else ""
    return next((table[name] for name in families(rule) if name in table), guess)


def calibrated(extraction: Extraction, table: Mapping[str, float]) -> Extraction:
    """``extraction`` with calibrated confidences."""

    def claim(one: Claim) -> Claim:
        return replace(one, confidence=of(one.evidence, one.confidence, table))

    return replace(
        extraction,
        facts=tuple(claim(fact) for fact in extraction.facts),
        attributes=tuple(claim(attribute) for attribute in extraction.attributes),
        observations=tuple(claim(observation) for observation in extraction.observations),
    )


def at_least(extraction: Extraction, least: float) -> tuple[Extraction, int]:
    """``extraction`` without claims below ``least`` (0-1), and how many were left out. Entities stay."""
    kept = replace(
        extraction,
        facts=tuple(fact for fact in extraction.facts if fact.confidence >= least),
        attributes=tuple(attribute for attribute in extraction.attributes if attribute.confidence >= least),
        observations=tuple(observation for observation in extraction.observations if observation.confidence >= least),
    )
    return kept, _claims(extraction) - _claims(kept)


def _claims(extraction: Extraction) -> int:
    return len(extraction.facts) + len(extraction.attributes) + len(extraction.observations)
