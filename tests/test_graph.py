"""Extractions by hand -> triples: both layers, merging across files, IRIs and literals that nothing breaks."""

from __future__ import annotations

import random
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from kg import ontology
from kg.graph import assemble
from kg.graph.evidence import WHOLE, combined, millionths
from kg.graph.iri import digest, local
from kg.graph.sink import decimal, moment
from kg.model import Article, Entity, Evidence, Extraction, Fact, Span
from kg.store import Graph
from kg.writers import turtle
from tests import graphs


@pytest.fixture(scope="module")
def graph() -> Graph:
    return assemble(graphs.corpus(), ontology.load())


def ask(graph: Graph, pattern: str) -> bool:
    """True if ``pattern`` holds; keys stand for IRIs as <key>."""
    return graph.query("BASE <https://w3id.org/regional-kg/id/> ASK { " + pattern + " }").truth is True


def values(graph: Graph, query: str) -> list[tuple[str, ...]]:
    rows = graph.query("BASE <https://w3id.org/regional-kg/id/> " + query).rows
    return [tuple("" if cell is None else getattr(cell, "value", "") for cell in row) for row in rows]


@pytest.mark.parametrize(
    "pattern",
    [
        "<organization/北山理工学院> a rkg:Organization",
        f"<{graphs.MAKER}> rkg:locatedIn <division/222402>",
        "<division/222401> skos:prefLabel '延吉市'@zh-Hans ; rdfs:label '延吉市'@zh-Hans ; skos:altLabel '延吉'@zh-Hans",
        "<division/222401> skos:notation '222401'^^rkg:adcode ; rkg:level 'county'",
        "<division/222401> schema:containedInPlace+ <division/220000> . <division/220000> skos:prefLabel '吉林省'@zh-Hans",
        f"<{graphs.PARTY}> rkg:area <division/222401>",
        "<article/a1> a schema:NewsArticle ; schema:headline '延吉启动“春季攻坚”行动'@zh-Hans ; rkg:sourceFile 'a1.txt'",
        "<article/a1> schema:datePublished '2023-03-05'^^xsd:date ; dc:publisher '北山日报' ; schema:mentions <division/222401>",
        "<article/a2> rkg:family <article/a1> . <article/a3> rkg:family <article/a3>",
        f"<{graphs.PLANT}> rkg:status 'underConstruction'",
    ],
)
def test_plain_layer(graph: Graph, pattern: str) -> None:
    assert ask(graph, pattern)


def test_a_planned_fact_is_a_statement_only(graph: Graph) -> None:
    assert ask(graph, "?s rdf:predicate rkg:cooperatesWith ; rkg:modality rkg:Planned")
    assert not ask(graph, "?x rkg:cooperatesWith ?y")


@pytest.mark.parametrize(("confidence", "believed"), [(0.5, True), (0.499999, False), (7.0, True), (-1.0, False)])
def test_a_doubtful_fact_is_a_statement_only(confidence: float, believed: bool) -> None:
    source = graphs.article("b", "甲\n乙丙公司落户延吉市。")
    entities = (Entity("company/乙丙公司", "Company", "乙丙公司"), Entity(graphs.YANJI, "Division", "延吉市"))
    fact = Fact("company/乙丙公司", "locatedIn", graphs.YANJI, graphs.evidence(source, "落户延吉市"), confidence)
    built = assemble([Extraction("b", "b.txt", (source,), entities, (fact,))], ontology.load())
    assert ask(built, "?s a rkg:Statement") and ask(built, "?x rkg:locatedIn ?y") is believed


def test_a_post_is_a_membership_and_a_plain_triple(graph: Graph) -> None:
    assert ask(
        graph,
        f"?m a org:Membership ; org:member <{graphs.SECRETARY}> ; org:organization <{graphs.PARTY}> ;"
        " rkg:title '书记'@zh-Hans ; org:role/skos:prefLabel '书记'@zh-Hans ; rkg:modality rkg:Asserted",
    )
    assert ask(graph, f"<{graphs.SECRETARY}> rkg:holdsPost <{graphs.PARTY}>")
    assert not ask(graph, "?s rdf:predicate rkg:holdsPost")


def test_a_figure_keeps_its_wording_and_gives_base_units(graph: Graph) -> None:
    query = f"""SELECT ?value ?unit ?normal ?dimension ?raw ?kind {{ ?o a qb:Observation ; rkg:about <{graphs.SPRING}> ;
        rkg:indicator/skos:prefLabel '引进资金'@zh-Hans ; rkg:value ?value ; rkg:unit ?unit ; rkg:modality ?kind ;
        rkg:normalizedValue ?normal ; rkg:dimension ?dimension ; rkg:rawText ?raw }}"""
    target = "https://w3id.org/regional-kg/ontology#Target"
    assert values(graph, query) == [("12.5", "亿元", "1250000000", "money", "12.5亿元", target)]


def test_evidence_has_offsets_quote_and_surroundings(graph: Graph) -> None:
    query = f"""SELECT ?start ?end ?exact ?prefix ?suffix ?rule {{ ?s rdf:subject <{graphs.PARK}> ; prov:wasDerivedFrom ?e .
        ?e a oa:SpecificResource ; oa:hasSource <article/a3> ; rkg:rule ?rule ; oa:hasSelector ?p , ?q .
        ?p oa:start ?start ; oa:end ?end . ?q oa:exact ?exact ; oa:prefix ?prefix ; oa:suffix ?suffix }}"""
    [(start, end, exact, prefix, suffix, rule)] = values(graph, query)
    assert graphs.SECOND[int(start) : int(end)] == exact == "落户图们市"
    assert (prefix + exact + suffix) in graphs.SECOND and len(prefix) == 20 and rule == "test.rule"
    assert graph.texts["a3"] == graphs.SECOND


def test_one_fact_of_three_articles_is_one_statement_of_two_texts(graph: Graph) -> None:
    query = f"""SELECT ?evidences ?texts ?confidence {{ ?s rdf:subject <{graphs.SECRETARY}> ; rdf:predicate rkg:visited ;
        rdf:object <{graphs.MAKER}> ; rkg:evidenceCount ?evidences ; rkg:textCount ?texts ; rkg:confidence ?confidence }}"""
    assert values(graph, query) == [("3", "2", "0.98")]


def test_a_symmetric_relation_is_one_statement_whichever_way_it_is_told() -> None:
    source = graphs.article("b", "甲\n延吉市与图们市合作。")
    entities = (Entity(graphs.YANJI, "Division", "延吉市"), Entity(graphs.TUMEN, "Division", "图们市"))
    both = tuple(
        Fact(one, "cooperatesWith", other, graphs.evidence(source, "延吉市与图们市合作"))
        for one, other in ((graphs.YANJI, graphs.TUMEN), (graphs.TUMEN, graphs.YANJI))
    )
    built = assemble([Extraction("b", "b.txt", (source,), entities, both)], ontology.load())
    assert built.counts()["facts"] == {"cooperatesWith": 1}


def test_a_village_hangs_on_the_division_of_its_key() -> None:
    entity = Entity("division/222401/河口村", "Division", "河口村")
    built = assemble([Extraction("b", "b.txt", (), (entity,))], ontology.load())
    assert ask(
        built,
        "<division/222401/河口村> rkg:level 'village' ; schema:containedInPlace/schema:containedInPlace+ <division/220000>",
    )


def test_every_division_above_is_labelled(graph: Graph) -> None:
    assert not ask(graph, "?x schema:containedInPlace ?above FILTER NOT EXISTS { ?above skos:prefLabel ?label ; a rkg:Division }")


def test_one_text_in_two_files_is_one_article_with_two_sources() -> None:
    source = graphs.article("b", "甲\n乙。")
    copies = [Extraction("b", "b.txt", (source,)), Extraction("c", "c.txt", (replace(source, source="c.txt"),))]
    built = assemble(copies, ontology.load())
    assert ask(built, "<article/b> rkg:sourceFile 'b.txt' , 'c.txt'")
    assert built.query("SELECT ?a { ?a a schema:NewsArticle }").rows == ((NamedNode(built.base + "article/b"),),)


def test_names_of_one_key_are_gathered_the_most_used_first() -> None:
    forms = ["北辰公司", "北辰新材公司", "北辰公司"]
    files = [Extraction(str(i), "x", (), (Entity("company/北辰", "Company", form),)) for i, form in enumerate(forms)]
    built = assemble(files, ontology.load())
    assert ask(built, "<company/北辰> skos:prefLabel '北辰公司'@zh-Hans ; skos:altLabel '北辰新材公司'@zh-Hans")


def test_counts(graph: Graph) -> None:
    counts = graph.counts()
    assert counts["entities"]["Campaign"] == 3 and counts["entities"]["Division"] == 2
    assert counts["facts"]["visited"] == 2 and counts["facts"]["holdsPost"] == 1
    assert counts["attributes"] == {"endDate": 1, "startDate": 2, "status": 1}
    assert counts["observations"] == {"Actual": 3, "Planned": 1, "Target": 2}


def test_no_blank_nodes_and_another_base() -> None:
    built = assemble(graphs.corpus(), ontology.load(), "https://data.example/x/")
    assert built.query("ASK { ?s ?p ?o FILTER(isBlank(?s) || isBlank(?o)) }").truth is False
    assert built.query("ASK { <https://data.example/x/division/222401> a rkg:Division }").truth is True


@settings(max_examples=20, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_files_and_facts_does_not_matter(tmp_path_factory: pytest.TempPathFactory, chance: random.Random) -> None:
    folder = tmp_path_factory.mktemp("order")
    shuffled = [_shuffled(extraction, chance) for extraction in graphs.corpus()]
    chance.shuffle(shuffled)
    assert _bytes(shuffled, folder) == _bytes(graphs.corpus(), folder)


def _shuffled(found: Extraction, chance: random.Random) -> Extraction:
    return replace(
        found,
        entities=tuple(chance.sample(found.entities, len(found.entities))),
        facts=tuple(chance.sample(found.facts, len(found.facts))),
        attributes=tuple(chance.sample(found.attributes, len(found.attributes))),
        observations=tuple(chance.sample(found.observations, len(found.observations))),
    )


def _bytes(extractions: list[Extraction], folder: Path) -> bytes:
    turtle.write(assemble(extractions, ontology.load()), folder / "graph.ttl", ontology.load())
    return (folder / "graph.ttl").read_bytes()


HOSTILE = st.text(st.characters(codec=None), min_size=1, max_size=12)


@settings(max_examples=60, deadline=None)
@given(name=HOSTILE, quote=HOSTILE, title=HOSTILE)
def test_hostile_names_give_a_valid_graph(tmp_path_factory: pytest.TempPathFactory, name: str, quote: str, title: str) -> None:
    source = Article("x", "x", title, title + quote, name, publisher=name, published=name, authors=(quote,), url=quote)
    entities = (Entity("company/" + name, "Company", name, (quote,)), Entity("person/" + title, "Person", title))
    reason = (Evidence("x", Span(len(title), len(title + quote)), quote, "r"),)
    fact = Fact("person/" + title, "holdsPost", "company/" + name, reason, title=title, valid_from=quote)
    built = assemble([Extraction("x", name, (source,), entities, (fact,))], ontology.load())
    path = tmp_path_factory.mktemp("hostile") / "graph.ttl"
    turtle.write(built, path, ontology.load())
    assert ask(built, "?m org:member ?p ; org:organization ?c . ?p rkg:holdsPost ?c")


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(codec=None)), st.text(st.characters(codec=None)))
def test_iris_are_valid_and_differ_as_keys_do(one: str, other: str) -> None:
    NamedNode("https://w3id.org/regional-kg/id/" + local(one))
    assert (local(one) == local(other)) is (one == other)
    assert (digest(one, other) == digest(other, one)) is (one == other)


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("company/甲“乙”（丙）公司", "company/甲“乙”（丙）公司"),
        ("person/王一@division/1", "person/王一@division/1"),
        ('company/a b<c>"d"\\e#f?g%h', "company/a%20b%3Cc%3E%22d%22%5Ce%23f%3Fg%25h"),
        ("company/../x/.", "company/%2E%2E/x/%2E"),
        ("company/\u202e😀\ue000", "company/%E2%80%AE😀%EE%80%80"),
    ],
)
def test_local_names(key: str, expected: str) -> None:
    assert local(key) == expected


@pytest.mark.parametrize(
    ("text", "datatype"),
    [
        ("2022-01-04", "date"), ("2022-01", "gYearMonth"), ("2022", "gYear"), ("2022-02-30", "string"),
        ("2022-13", "string"), ("2022-H1", "string"), ("2022-01/2022-06", "string"), ("二〇二二", "string"), ("２０２２", "string"),
    ],
)  # fmt: skip
def test_dates_are_typed_as_precisely_as_they_are_known(text: str, datatype: str) -> None:
    assert moment(text).datatype.value.endswith("#" + datatype)


@pytest.mark.parametrize(("number", "text"), [("18.30", "18.3"), ("1.83E9", "1830000000"), ("-0.0", "0"), ("100", "100"), ("0.10", "0.1")])
def test_decimals_have_no_exponent(number: str, text: str) -> None:
    assert decimal(Decimal(number)).value == text


@settings(max_examples=100, deadline=None)
@given(st.lists(st.floats(0, 1), max_size=8))
def test_confidence_grows_with_texts_and_stays_below_one(confidences: list[float]) -> None:
    voices = [millionths(confidence) for confidence in confidences]
    assert max([0, *voices]) <= combined(voices) <= WHOLE
    assert combined(voices) == combined(reversed(voices))
