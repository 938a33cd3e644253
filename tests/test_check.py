"""Checking a graph: a lawful one passes, and what is broken is told by node, law and article."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kg import ontology
from kg.check import check
from kg.graph import assemble
from kg.model import Report, Violation
from kg.ontology import Ontology
from kg.store import Graph
from tests import graphs

BASE = "https://w3id.org/regional-kg/id/"


def changed(update: str) -> Report:
    """The report on the hand-made graph after a SPARQL update."""
    graph = assemble(graphs.corpus(), ontology.load())
    graph.store.update(f"BASE <{BASE}> PREFIX rkg: <https://w3id.org/regional-kg/ontology#> {update}")
    return check(graph, graph.texts, ontology.load())


def test_what_is_assembled_is_lawful() -> None:
    graph = assemble(graphs.corpus(), ontology.load())
    assert check(graph, graph.texts, ontology.load()) == Report(True)


@pytest.mark.parametrize(
    ("update", "expected"),
    [
        (
            "INSERT DATA { <division/222401> rkg:engagedWith <company/北辰新材料有限公司> }",
            Violation(
                "division/222401",
                "a relation is backed by an asserted statement",
                "延吉市: engagedWith company/北辰新材料有限公司：没有已断言的陈述 / no asserted statement says so (a1.txt)",
            ),
        ),
        (
            "DELETE { ?s rkg:confidence ?c } INSERT { ?s rkg:confidence 2.5 } WHERE { ?s rkg:about <project/木器产业园项目> ; rkg:confidence ?c }",
            None,
        ),
        ("DELETE WHERE { <project/木器产业园项目> <http://www.w3.org/2004/02/skos/core#prefLabel> ?label }", None),
    ],
)
def test_a_broken_law_is_told(update: str, expected: Violation | None) -> None:
    report = changed(update)
    assert not report.conforms and len(report.violations) == 1
    [violation] = report.violations
    assert violation == expected or (expected is None and ".txt)" in violation.message)


def test_quotes_are_held_against_the_text() -> None:
    graph = assemble(graphs.corpus(), ontology.load())
    told = check(graph, graph.texts | {"a3": "另" + graphs.SECOND}, ontology.load()).violations
    assert {violation.law for violation in told} == {"a quote equals the text at its place"}
    assert len(told) == 4 and all("(a3.txt)" in violation.message for violation in told)
    assert check(graph, {}, ontology.load()).conforms


@pytest.fixture
def with_core_laws(tmp_path: Path) -> Ontology:
    """An ontology whose laws are in SHACL Core, which only pySHACL can run."""
    laws = tmp_path / "shapes.ttl"
    laws.write_text(
        """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix rkg: <https://w3id.org/regional-kg/ontology#> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        rkg:lawShort a sh:NodeShape ; rdfs:label "短名"@zh-Hans, "names are short"@en ; sh:targetClass rkg:Project ;
            sh:property [ sh:path skos:prefLabel ; sh:maxLength 7 ; sh:message "too long" ] .""",
        encoding="utf-8",
    )
    known = ontology.load()
    return replace(known, files=(*known.files[:-1], laws))


def test_laws_in_core_are_run_by_pyshacl(with_core_laws: Ontology) -> None:
    graph = assemble(graphs.corpus(), ontology.load())
    assert check(graph, graph.texts, with_core_laws).violations == ()
    graph.store.update(
        f"BASE <{BASE}> PREFIX skos: <http://www.w3.org/2004/02/skos/core#> INSERT DATA {{"
        " <project/新能源电池项目> skos:prefLabel '很长的新能源电池项目'@zh-Hans }"
    )
    [violation] = check(graph, graph.texts, with_core_laws).violations
    assert (violation.node, violation.law) == ("project/新能源电池项目", "names are short")
    assert "too long: 很长的新能源电池项目" in violation.message and "(a1.txt)" in violation.message


def test_an_empty_graph_is_lawful() -> None:
    assert check(Graph(), {}, ontology.load()).conforms
