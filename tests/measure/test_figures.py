"""Sentences of many kinds of pages and the figures that they state."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.measure import measure
from tests.measure.build import Tables, document

CASES = [
    (lines[0], [line.strip() for line in lines[1:]])
    for block in (Path(__file__).parent / "figures.txt").read_text(encoding="utf-8").split("\n\n")
    if (lines := [line for line in block.splitlines() if not line.startswith("#")])
]


def test_no_case_is_lost() -> None:
    assert len(CASES) >= 120


@pytest.mark.parametrize(("marked", "expected"), CASES, ids=[marked[:24] for marked, _ in CASES])
def test_figures(marked: str, expected: list[str]) -> None:
    observations, attributes = measure(document(marked), Tables())
    found = [" | ".join((o.subject.split("/")[-1], o.indicator, f"{o.value} {o.unit}".strip(), o.modality, o.period)).rstrip(" |") for o in observations]
    found += [" | ".join(("@ " + a.entity.split("/")[-1], a.key, a.value)) for a in attributes]
    assert found == expected
