"""RDF -> networkx: what the nodes and edges carry, and that the same graph gives the same network."""

from __future__ import annotations

import itertools
import math
import random

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import ontology
from kg.graph import assemble
from kg.model import Article, Entity, Evidence, Extraction, Fact, Span
from kg.network import Source, project
from kg.network.evidence import around
from kg.network.packing import packed
from kg.network.places import SPACING
from kg.network.spelling import initials, spell
from kg.store import Graph
from kg.vocab import DEFAULT_BASE
from tests.pictures import ARTICLE, large, parse, sample

PROJECT = f"{DEFAULT_BASE}project/云岫生物医药产业园一期项目"
COMPANY = f"{DEFAULT_BASE}company/青岭云杉药业有限公司"
PERSON = f"{DEFAULT_BASE}person/林若溪@990100"


@pytest.fixture(scope="module")
def network() -> nx.MultiDiGraph:
    return project(sample(), ontology.load())


def test_entities_are_nodes_and_statements_edges(network: nx.MultiDiGraph) -> None:
    assert len(network) == 6
    assert sorted(key.removeprefix(DEFAULT_BASE) for _, _, key in network.edges(keys=True)) == [
        "membership/m1",
        "statement/s1",
        "statement/s2",
        "statement/s4",
    ]


def test_a_node_has_its_names_and_how_they_are_spelt(network: nx.MultiDiGraph) -> None:
    node = network.nodes[COMPANY]
    assert node["label"] == "青岭云杉药业有限公司"
    assert node["aliases"] == ("云杉药业",)
    assert node["syllables"][1] == ("yun", "shan", "yao", "ye")
    assert (node["pinyin"], node["initials"]) == ("qinglingyunshanyaoyeyouxiangongsi", "qlysyyyxgs")


def test_type_and_colour_come_from_the_ontology(network: nx.MultiDiGraph) -> None:
    node, kind = network.nodes[PERSON], ontology.load().types["Person"]
    assert (node["type"], node["type_zh"], node["type_en"], node["color"]) == ("Person", kind.zh, kind.en, kind.color)


def test_a_description_tells_where_it_lies_and_its_codes(network: nx.MultiDiGraph) -> None:
    assert network.nodes[COMPANY]["description"] == ("青岭省 › 云岫县",)
    assert network.nodes[f"{DEFAULT_BASE}division/990100"]["description"] == ("青岭省", "990100")


def test_an_edge_has_the_sentence_that_says_so(network: nx.MultiDiGraph) -> None:
    edge = network.edges[PROJECT, COMPANY, f"{DEFAULT_BASE}statement/s1"]
    assert (edge["relation"], edge["modality"], edge["confidence"], edge["texts"]) == ("undertakenBy", "asserted", 0.9, 2)
    (quote,) = edge["evidence"]
    assert quote.exact == "青岭云杉药业有限公司投资12.5亿元建设云岫生物医药产业园一期项目"
    assert (quote.prefix, quote.suffix, quote.rule) == ("记者获悉，", "，计划年内投产。", "relate.invest")
    assert quote.source == Source(f"{DEFAULT_BASE}article/{ARTICLE}", "云岫县生物医药产业园加快建设", "2022-01-04", "青岭日报", "https://news.example/1")


def test_without_the_text_the_sentence_is_what_the_graph_keeps() -> None:
    bare = project(sample(with_text=False), ontology.load())
    (quote,) = bare.edges[PROJECT, COMPANY, f"{DEFAULT_BASE}statement/s1"]["evidence"]
    assert quote.sentence == "记者获悉，青岭云杉药业有限公司投资12.5亿元建设云岫生物医药产业园一期项目，计划年内投产。"


def test_a_post_is_an_edge_with_its_title(network: nx.MultiDiGraph) -> None:
    edge = network.edges[PERSON, f"{DEFAULT_BASE}publicbody/云岫县委", f"{DEFAULT_BASE}membership/m1"]
    assert (edge["relation"], edge["title"], edge["label"]) == ("holdsPost", "县委书记", "县委书记")


def test_a_planned_relation_keeps_modality_and_time(network: nx.MultiDiGraph) -> None:
    edge = network.edges[PROJECT, f"{DEFAULT_BASE}division/990100", f"{DEFAULT_BASE}statement/s2"]
    assert (edge["modality"], edge["valid_from"], edge["valid_to"]) == ("planned", "2022", "2024-06")


def test_attributes_and_figures_are_rows_of_their_entity(network: nx.MultiDiGraph) -> None:
    node = network.nodes[PROJECT]
    (row,) = node["attributes"]
    assert (row.key, row.zh, row.value, row.value_zh) == ("status", "状态", "underConstruction", "建设中")
    told = [(each.indicator, each.value, each.unit, each.modality, each.period, each.bound) for each in node["figures"]]
    assert told == [
        ("产值", "30", "亿元", "target", "2022", ""),
        ("产值", "12", "%", "actual", "2022-H1", ""),
        ("产值", "18.3", "亿元", "actual", "2022-H1", "超"),
    ]
    quotes = [each.evidence[0].exact for each in node["figures"]]
    assert quotes == ["今年目标产值30亿元", "同比增长12%", "上半年已完成18.3亿元"]


def test_the_articles_that_name_an_entity(network: nx.MultiDiGraph) -> None:
    assert [source.date for source in network.nodes[PERSON]["sources"]] == ["2022-01-04"]
    assert network.nodes[PROJECT]["sources"] == ()


def test_measures(network: nx.MultiDiGraph) -> None:
    data = dict(network.nodes(data=True))
    assert data[PROJECT]["degree"] == 3
    assert math.isclose(sum(node["importance"] for node in data.values()), 1, abs_tol=1e-6)
    assert max(data, key=lambda node: data[node]["importance"]) == PROJECT
    assert data[PROJECT]["community"] == data[COMPANY]["community"] == 0 != data[PERSON]["community"]


def test_the_order_of_the_triples_does_not_matter() -> None:
    graph, turned = large(120, 300), Graph()
    quads = list(graph.store)
    random.Random(5).shuffle(quads)
    turned.store.extend(quads)
    first, second = (project(each, ontology.load()) for each in (graph, turned))
    assert list(first.nodes(data=True)) == list(second.nodes(data=True))
    assert list(first.edges(keys=True, data=True)) == list(second.edges(keys=True, data=True))


@pytest.mark.parametrize("nodes, edges", [(60, 0), (60, 20), (200, 260), (700, 1400)])
def test_no_two_nodes_stand_on_one_spot(nodes: int, edges: int) -> None:
    laid = project(large(nodes, edges), ontology.load())
    places = sorted((data["x"], data["y"]) for _, data in laid.nodes(data=True))
    near = [pair for pair in itertools.pairwise(places) if math.dist(*pair) < SPACING / 4]
    assert len(near) <= nodes // 100, near


@given(st.lists(st.floats(1, 500), max_size=190))
@settings(max_examples=25, deadline=None)
def test_packed_discs_do_not_overlap(radii: list[float]) -> None:
    falling = sorted(radii, reverse=True)
    centres = packed(falling)
    assert len(centres) == len(falling)
    for (first, one), (second, other) in itertools.combinations(zip(centres, falling, strict=True), 2):
        assert math.dist(first, second) > (one + other) * 0.99


def test_an_empty_graph_is_an_empty_network() -> None:
    assert len(project(Graph(), ontology.load())) == 0


def test_what_the_ontology_does_not_know_is_shown_all_the_same() -> None:
    other = project(
        parse("<statement/1> rdf:subject <x/甲> ; rdf:predicate <http://e.org/v#knows> ; rdf:object <x/%E4%B9%99> ."),
        ontology.load(),
    )
    assert [data["label"] for _, data in other.nodes(data=True)] == ["乙", "甲"]
    assert [data["relation"] for _, _, data in other.edges(data=True)] == ["knows"]


def test_facts_come_through_the_graph_as_edges() -> None:
    text = "松原镇的白桦粮油公司参与稻谷提升行动。"
    article = Article("a1", "d1", "", text, "d1.txt", published="2021-11", publisher="川泽晚报")
    proof = (Evidence("a1", Span(4, 18), text[4:18], "relate.takes_part"),)
    entities = (
        Entity("company/白桦粮油公司", "Company", "白桦粮油公司", ("白桦粮油",)),
        Entity("campaign/稻谷提升行动", "Campaign", "稻谷提升行动"),
    )
    fact = Fact("company/白桦粮油公司", "participatesIn", "campaign/稻谷提升行动", proof)
    graph = assemble([Extraction("d1", "d1.txt", (article,), entities, (fact,))], ontology.load())
    ((source, target, data),) = project(graph, ontology.load()).edges(data=True)
    assert (source, target) == (f"{DEFAULT_BASE}company/白桦粮油公司", f"{DEFAULT_BASE}campaign/稻谷提升行动")
    (quote,) = data["evidence"]
    assert (quote.sentence, quote.source.publisher) == (text, "川泽晚报")


@pytest.mark.parametrize(
    "name, person, spelt",
    [
        ("重庆", False, "chong qing"),
        ("绿洲公司", False, "lv zhou gong si"),
        ("A座12号楼", False, "a zuo 12 hao lou"),
        ("单晓梅", True, "shan xiao mei"),
        ("尉迟明", True, "yu chi ming"),
        ("“三北”工程（二期）", False, "san bei gong cheng er qi"),
        ("", False, ""),
    ],
)
def test_spelling(name: str, person: bool, spelt: str) -> None:
    assert " ".join(spell(name, person=person)) == spelt


@given(st.text(max_size=40), st.booleans())
def test_any_name_can_be_spelt(name: str, person: bool) -> None:
    syllables = spell(name, person=person)
    assert all(syllables)
    assert len(initials(syllables)) == len(syllables)


@pytest.mark.parametrize(
    "before, after, prefix, suffix",
    [
        ("昨日雨。记者获悉，", "投产。今日晴。", "记者获悉，", "投产。"),
        ("标题\n", "开工", "", "开工"),
        ("他说：“", "！”会后散去。", "他说：“", "！”"),
        ("", "", "", ""),
        ("甲" * 200, "乙" * 200, "…" + "甲" * 160, "乙" * 160 + "…"),
    ],
)
def test_around_a_quote(before: str, after: str, prefix: str, suffix: str) -> None:
    assert around(before, after) == (prefix, suffix)


@given(st.text("甲。\n！”，", max_size=300), st.text("甲。\n！”，", max_size=300))
def test_what_stands_around_a_quote_is_of_the_text(before: str, after: str) -> None:
    prefix, suffix = around(before, after)
    assert before.endswith(prefix.removeprefix("…"))
    assert after.startswith(suffix.removesuffix("…"))
    assert "\n" not in prefix + suffix
