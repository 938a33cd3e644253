"""Calibrated confidence: shares of right cases, drawn to the family; claims below a bound left out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg import confidence, ontology
from kg.model import Attribute, Evidence, Extraction, Fact, Span

CASES = [("relate.posts.row", True)] * 9 + [("relate.posts.row", False)] + [("relate.places.home", False)] * 2


def evidence(rule: str) -> tuple[Evidence, ...]:
    return (Evidence("a", Span(0, 1), "甲", rule),)


def test_a_rule_is_as_sure_as_it_was_right() -> None:
    fitted = confidence.fit(CASES)
    assert fitted["relate"][:2] == (12, 9)
    assert 0.85 < fitted["relate.posts.row"][2] < 0.9
    assert fitted["relate.places.home"][2] < fitted["relate"][2]


def test_few_cases_are_drawn_to_the_family() -> None:
    fitted = confidence.fit([*CASES, ("relate.posts.new", False)])
    assert 0.6 < fitted["relate.posts.new"][2] < fitted["relate.posts"][2]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [("relate.posts.row", 0.9), ("relate.posts.unknown", 0.8), ("relate.visits.goes", 0.7), ("trained.person", 0.4)],
)
def test_a_rule_without_a_row_takes_its_familys(rule: str, expected: float) -> None:
    table = {"relate": 0.7, "relate.posts": 0.8, "relate.posts.row": 0.9}
    assert confidence.of(evidence(rule), 0.4, table) == expected


def test_what_is_less_sure_is_left_out_and_counted() -> None:
    sure = Fact("a", "visited", "b", evidence("x"), 0.9)
    made = Extraction(
        "d",
        "d",
        (),
        facts=(sure, replace(sure, confidence=0.5)),
        attributes=(Attribute("a", "status", "planned", evidence("x"), 0.3),),
    )
    kept, left = confidence.at_least(made, 0.6)
    assert (kept.facts, kept.attributes, left) == ((sure,), (), 2)


def test_the_table_of_the_ontology_is_between_nought_and_one() -> None:
    table = confidence.load(ontology.load())
    assert table
    assert all(0 < value <= 1 for value in table.values())
