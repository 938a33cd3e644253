"""The HTML page as a file: one file, bound by hashes, the same bytes, and nothing in it that the news could break."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import ontology
from kg.network import project
from kg.store import Graph
from kg.writers import html
from kg.writers._html.data import FIRST, LABEL, payload, shorten
from kg.writers._html.page import embed, render
from tests.pictures import large, parse, poisoned, sample

VENDOR = Path(html.__file__).parent / "_html" / "vendor"


class Page(HTMLParser):
    """Tags with their attributes, and the text of every script and style."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.inside: dict[str, list[str]] = {"script": [], "style": []}
        self._open = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._open = tag
        if tag in self.inside:
            self.inside[tag].append("")

    def handle_endtag(self, tag: str) -> None:
        self._open = ""

    def handle_data(self, data: str) -> None:
        if self._open in self.inside:
            self.inside[self._open][-1] += data


def page_of(graph: Graph, tmp_path: Path) -> str:
    html.write(graph, tmp_path / "graph.html", ontology.load())
    return (tmp_path / "graph.html").read_text(encoding="utf-8")


def data_of(page: str) -> dict[str, object]:
    found: dict[str, object] = json.loads(Page(page).inside["script"][0])
    return found


def test_the_page_is_one_whole_utf8_file(tmp_path: Path) -> None:
    page = page_of(sample(), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["graph.html"]
    assert page.startswith("<!doctype html>") and '<meta charset="utf-8">' in page
    assert "{{" not in page.split("<script", maxsplit=1)[0]


def test_same_graph_same_bytes(tmp_path: Path) -> None:
    assert page_of(large(80, 160), tmp_path) == page_of(large(80, 160), tmp_path)


def test_nothing_points_outside_the_file(tmp_path: Path) -> None:
    page = Page(page_of(sample(), tmp_path))
    for tag, attributes in page.tags:
        assert not {"src", "href", "srcset", "action", "poster", "style", "data"} & attributes.keys(), (tag, attributes)
        assert not [name for name in attributes if name.startswith("on")], (tag, attributes)
    assert not re.search(r"url\(|@import", page.inside["style"][0])
    app = page.inside["script"][-1]
    assert not re.search(r"https?:|innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|fetch\(|import\(", app)


def test_the_policy_names_exactly_what_stands_in_the_page(tmp_path: Path) -> None:
    page = Page(page_of(sample(), tmp_path))
    policy = next(attributes["content"] for _, attributes in page.tags if "http-equiv" in attributes)
    assert policy is not None and policy.startswith("default-src 'none'; ")
    runs = [*page.inside["script"][1:], *page.inside["style"]]
    hashes = [f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in runs]
    assert re.findall(r"'sha256-[^']+'", policy) == hashes
    assert "unsafe" not in policy and "http" not in policy


CANARIES = ("</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<!--<script>", "{{app}}", "&lt;b&gt;", "\u2028\u2029\\\"'")


@pytest.mark.parametrize("canary", CANARIES)
def test_canaries_stay_data(canary: str, tmp_path: Path) -> None:
    clean, page = page_of(sample(with_text=False), tmp_path), page_of(poisoned(canary), tmp_path)
    tags = [[tag for tag, _ in Page(each).tags] for each in (clean, page)]
    assert tags[0] == tags[1]
    entities = data_of(page)["entities"]
    assert isinstance(entities, list) and all(entity["names"][0].startswith(canary) for entity in entities)


@given(st.recursive(st.text() | st.integers(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=8))
def test_embedded_json_means_the_same_and_holds_no_markup(data: object) -> None:
    text = embed(data)
    assert not set("<>&\u2028\u2029") & set(text)
    whole = json.dumps(data, ensure_ascii=False).encode("utf-8", "replace").decode()
    assert json.loads(text) == json.loads(whole)


def test_first_view_is_the_most_important_that_have_relations() -> None:
    lone = parse("".join(f'<company/{n}> a rkg:Company ; skos:prefLabel "甲{n}" .\n' for n in range(5)))
    data = payload(project(lone, ontology.load()), ontology.load())
    assert data["first"] == [0, 1, 2, 3, 4]
    data = payload(project(large(500, 600), ontology.load()), ontology.load())
    assert data["first"] == list(range(FIRST))
    importance = [entity["importance"] for entity in data["entities"]]
    assert importance == sorted(importance, reverse=True)


def test_a_page_above_the_limit_holds_the_most_important_and_says_so() -> None:
    data = payload(project(large(40, 90), ontology.load()), ontology.load(), limit=15)
    assert (len(data["nodes"]), len(data["entities"]), data["total"]) == (15, 15, 40)
    assert len(data["edges"]) == len(data["statements"])
    assert all(edge["from"] < 15 and edge["to"] < 15 for edge in data["edges"])


def test_parallel_edges_fan_out() -> None:
    claims = "".join(
        f"<statement/{n}> rdf:subject <company/{s}> ; rdf:predicate rkg:cooperatesWith ; rdf:object <company/{o}> .\n"
        for n, (s, o) in enumerate([("甲", "乙"), ("甲", "乙"), ("乙", "甲"), ("甲", "甲")])
    )
    edges = payload(project(parse(claims), ontology.load()), ontology.load())["edges"]
    looks = [json.dumps(edge.get("smooth", {}), sort_keys=True) for edge in edges if edge["from"] != edge["to"]]
    assert len(looks) == len(set(looks)) == 3


def test_keys_are_iris_without_the_base() -> None:
    graph = sample()
    data = payload(project(graph, ontology.load()), ontology.load(), graph.base)
    assert "person/林若溪@990100" in [entity["key"] for entity in data["entities"]]
    assert "membership/m1" in [statement["key"] for statement in data["statements"]]


@pytest.mark.parametrize("label, shown", [("云岫县", "云岫县"), ("甲\n 乙", "甲 乙"), ("甲" * 30, "甲" * (LABEL - 1) + "…"), ("", "")])
def test_labels_are_short_lines(label: str, shown: str) -> None:
    assert shorten(label) == shown


def test_an_empty_graph_gives_a_page(tmp_path: Path) -> None:
    assert data_of(page_of(Graph(), tmp_path))["entities"] == []


def test_vendored_parts_are_as_published_and_licensed() -> None:
    sums = [line.split("  ") for line in (VENDOR / "SHA256SUMS").read_text().splitlines()]
    assert {name for _, name in sums} == {path.name for path in VENDOR.iterdir()} - {"SHA256SUMS", "README.md"}
    for digest, name in sums:
        assert hashlib.sha256((VENDOR / name).read_bytes()).hexdigest() == digest, name
    assert {"LICENSE-APACHE-2.0", "LICENSE-MIT"} <= {name for _, name in sums}


def test_holes_of_the_template_are_filled_once() -> None:
    page = render({"x": "{{vendor}}{{data}}"})
    assert page.count("{{vendor}}{{data}}") == 1
