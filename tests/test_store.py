"""The store: queries, parameters as terms, refusals, time limits, files."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.errors import GraphError, QueryError
from kg.sparql import bind, refuse
from kg.store import Graph, load
from kg.vocab import term

NAME = term("skos:prefLabel")


def small(*names: str) -> Graph:
    """Subjects e:0, e:1 ... with these names."""
    store = Store()
    for number, name in enumerate(names):
        store.add(Quad(NamedNode(f"e:{number}"), NAME, Literal(name, language="zh-Hans")))
    return Graph(store)


def test_select_ask_construct() -> None:
    graph = small("甲", "乙")
    selected = graph.query("SELECT ?x ?none { ?x skos:prefLabel ?n } ORDER BY ?x")
    assert selected.columns == ("x", "none")
    assert selected.rows == ((NamedNode("e:0"), None), (NamedNode("e:1"), None))
    assert graph.query("ASK { ?x skos:prefLabel '甲'@zh-Hans }").truth is True
    built = graph.query("CONSTRUCT { ?x rdfs:label ?n } WHERE { ?x skos:prefLabel ?n }").triples
    assert built is not None and len(built) == 2 and len(graph) == 2


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?x { ?x skos:prefLabel ?n FILTER(STR(?n) = ?name) }",
        "SELECT ?x { ?x skos:prefLabel ?n . { FILTER(STR(?name) != '') } UNION { ?y ?z ?x } FILTER(STR(?n) = ?name) }",
        "SELECT ?x { { SELECT ?x ?name { ?x skos:prefLabel ?n FILTER(STR(?n) = ?name) } } }",
        "SELECT ?x ?name { ?x skos:prefLabel ?n FILTER(STR(?n) = ?name) } ORDER BY ?name DESC(?x)",
        "SELECT ?x (COUNT(?n) AS ?c) { ?x skos:prefLabel ?n FILTER(STR(?n) = $name) } GROUP BY ?x ?name",
        "SELECT ?x { ?x skos:prefLabel ?n FILTER(STR(?n) = ?name) } # ?name '",
    ],
)
def test_parameters_hold_everywhere(query: str) -> None:
    assert {row[0] for row in small("甲", "乙").query(query, name="乙").rows} == {NamedNode("e:1")}


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_parameters_are_never_syntax(text: str) -> None:
    answer = small("甲").query("SELECT ?v { ?x skos:prefLabel ?n BIND(?name AS ?v) }", name=text)
    assert answer.rows == ((Literal(text),),)


@pytest.mark.parametrize("value", [Decimal("12.50"), 3, True, NamedNode("e:0"), Literal("a", language="en")])
def test_parameters_may_be_terms_and_numbers(value: Decimal | int | NamedNode | Literal) -> None:
    assert small("甲").query("ASK { FILTER(?v = ?w) }", v=value, w=value).truth is True


def test_parameters_must_be_unicode() -> None:
    with pytest.raises(QueryError, match="holds a character that UTF-8 cannot carry"):
        small("甲").query("ASK { FILTER(?v = 1) }", v="\ud800")


def test_an_unknown_parameter_is_named() -> None:
    with pytest.raises(QueryError, match=re.escape("the query has no ?nmae; name a variable that stands in it")):
        small().query("SELECT ?name { ?x ?y ?name }", nmae="x")


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "select * { service silent <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * { \\u0053ERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * FROM <http://127.0.0.1:1/> { ?s ?p ?o }",
        "SELECT * { ?s ?p 'a\\\\' } LOAD <http://127.0.0.1:1/>",
        "# \n SELECT * { {}SERVICE<http://127.0.0.1:1/>{ ?s ?p ?o } }",
        "SELECT * { ?s ?p ''' ' ''' . SERVICE ?x { ?s ?p ?o } }",
        "SELECT * { ?s ?p 'x' # '\nSERVICE ?x { ?s ?p ?o } }",
    ],
)
def test_queries_do_not_reach_out(query: str) -> None:
    with pytest.raises(QueryError, match="is refused"):
        small("甲").query(query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?service skos:prefLabel ?load # SERVICE, FROM\n }",
        'SELECT * { ?s <http://x/SERVICE> \'SERVICE <http://x/>\' , """FROM " LOAD""" }',
        "PREFIX service: <e:> SELECT * { service:FROM skos:LOAD 'x\\'SERVICE'@from }",
        "PREFIX from: <e:> SELECT * { ?s from:load ?o . ?o from: ?from FILTER(1<2 && 3>2) }",
    ],
)
def test_the_words_may_stand_in_strings_names_and_comments(query: str) -> None:
    small("甲").query(query)


def test_update_is_no_query() -> None:
    with pytest.raises(QueryError, match="cannot be run"):
        small("甲").query("DELETE WHERE { ?s ?p ?o }")


def test_a_wrong_query_says_where() -> None:
    with pytest.raises(QueryError, match="the query cannot be run: error at 1:1"):
        small().query("SELEC ?x { ?x ?y ?z }")


def test_time_limit() -> None:
    graph = small(*map(str, range(200)))
    with pytest.raises(QueryError, match=re.escape("took longer than 0.05 s; make it narrower or add LIMIT")):
        graph.query("SELECT (COUNT(*) AS ?n) { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f FILTER(?b != ?f) }", timeout=0.05)
    assert len(graph.query("SELECT * { ?s ?p ?o }", timeout=5).rows) == 200
    with pytest.raises(QueryError, match="cannot be run"):
        graph.query("SELECT", timeout=5)


def test_rdflib_sees_the_same_triples() -> None:
    graph = small("甲", "乙")
    assert len(graph.rdf) == len(graph) == 2
    assert {str(name) for name in graph.rdf.objects()} == {"甲", "乙"}


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("none.ttl", None, "no such file; build the graph first with 'kg build'"),
        ("bad.ttl", "<a:b> <a:c> .", "not readable as"),
        ("bad.nt", "\0\ufffd", "not readable as"),
        ("graph.csv", "a,b", "cannot tell the format from '.csv'"),
    ],
)
def test_unreadable_graphs(tmp_path: Path, name: str, content: str | None, message: str) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(GraphError, match=re.escape(message)):
        load(path)


def test_load_finds_the_base(tmp_path: Path) -> None:
    path = tmp_path / "g.ttl"
    path.write_text("<e:set> a <http://rdfs.org/ns/void#Dataset> ; <http://rdfs.org/ns/void#uriSpace> 'https://d.example/' .")
    assert load(path).base == "https://d.example/"


def test_binding_leaves_strings_and_iris_alone() -> None:
    query = "SELECT ?x { ?x <e:?x> '?x' } # ?x"
    assert bind(query, {"x": NamedNode("e:0")}) == "SELECT (<e:0> AS ?x) { <e:0> <e:?x> '?x' } # ?x"


@settings(max_examples=100, deadline=None)
@given(st.text())
def test_refusal_reads_any_text(text: str) -> None:
    try:
        refuse(text)
    except QueryError as fault:
        assert "is refused" in str(fault)
