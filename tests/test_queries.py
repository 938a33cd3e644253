"""The saved questions: their headers, their parameters, and their answers on the hand-made corpus."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import ontology, queries
from kg.errors import QueryError, UsageError
from kg.graph import assemble
from kg.queries import Question
from kg.store import Answer, Graph
from tests import graphs

SPRING, WINTER = "延吉市“春季攻坚”行动", "“冬季攻坚”行动"


@pytest.fixture(scope="module")
def graph() -> Graph:
    return assemble(graphs.corpus(), ontology.load())


@pytest.fixture(scope="module")
def questions(root: Path) -> dict[str, Question]:
    return queries.load(root / "ontology" / "queries")


def table(answer: Answer) -> list[tuple[str, ...]]:
    return [tuple("" if cell is None else getattr(cell, "value", "") for cell in row) for row in answer.rows]


# name of the question, values of parameters, rows expected (all of them, in order)
ANSWERS: list[tuple[str, dict[str, str], list[tuple[str, ...]]]] = [
    (
        "campaigns",
        {"word": '"春季攻坚"', "city": "延边州"},
        [(SPRING, "延吉市", "2023-03-01", "2023-05-31"), (SPRING, "延吉市", "2023-03-02", "2023-05-31")],
    ),
    ("campaigns", {"word": "攻坚", "city": "图们市"}, []),
    (
        "campaigns",
        {"word": ""},
        [
            (WINTER, "延吉市", "", ""),
            (SPRING, "延吉市", "2023-03-01", "2023-05-31"),
            (SPRING, "延吉市", "2023-03-02", "2023-05-31"),
            ("清零行动", "", "", ""),
        ],
    ),
    (
        "figures",
        {"about": "“春季攻坚”行动", "modality": "Target"},
        [
            (SPRING, "Campaign", "延吉市", "引进资金", "12.5", "亿元", "", "Target", "", ""),
            (SPRING, "Campaign", "延吉市", "签约项目", "30", "个", "以上", "Target", "", ""),
        ],
    ),
    (
        "figures",
        {"about": "延吉", "period": "2023", "indicator": "项目"},
        [("延吉市", "Division", "", "重点项目", "80", "个", "", "Planned", "2023", "")],
    ),
    ("figures", {"indicator": "开复工率"}, [(SPRING, "Campaign", "延吉市", "开复工率", "95", "%", "", "Actual", "", "")]),
    ("parts", {"name": "春季攻坚"}, [("清零行动", SPRING, "", "")]),
    ("parts", {"name": "清零行动"}, [("清零行动", SPRING, "", "")]),
    ("parts", {"name": "冬季攻坚"}, []),
    ("successors", {"name": "冬季攻坚"}, [(SPRING, WINTER)]),
    ("responsible", {"name": "春季攻坚"}, [("赵一凡", SPRING, "书记", "延吉市委")]),
    (
        "visits",
        {"who": "赵一凡"},
        [("赵一凡", "visited", "北辰新材料有限公司", "Company", "图们市"), ("赵一凡", "visited", "图们市", "Division", "")],
    ),
    ("visits", {"type": "Organization"}, [("延吉市委", "engagedWith", "北山理工学院", "Organization", "")]),
    ("office-visits", {"body": "延吉市委"}, [("赵一凡", "延吉市委", "书记", "北辰新材料有限公司", "图们市")]),
    ("office-visits", {"title": "市长"}, []),
    ("projects", {}, [("新能源电池项目", "500000000", "5亿元", "Actual", "北辰新材料有限公司", "")]),
    (
        "projects",
        {"minimum": "100000000"},
        [
            ("新能源电池项目", "500000000", "5亿元", "Actual", "北辰新材料有限公司", ""),
            ("木器产业园项目", "200000000", "2亿元", "Actual", "", "图们市"),
        ],
    ),
    ("projects", {"minimum": "0", "city": "吉林省"}, [("木器产业园项目", "200000000", "2亿元", "Actual", "", "图们市")]),
    ("projects", {"minimum": "many"}, []),
    ("partners", {"city": "延吉市"}, [("延吉市", "延吉市委", "engagedWith", "北山理工学院", "Organization")]),
    ("officials", {}, [("赵一凡", "书记", "延吉市委", "延吉市", "", "")]),
    ("officials", {"person": "钱二"}, []),
    ("corroborated", {"articles": "3"}, [("赵一凡", "visited", "北辰新材料有限公司", "3", "2")]),
    (
        "disagreements",
        {},
        [
            (SPRING, "startDate", "2023-03-01", "a1.txt", "2023-03-02", "a3.txt"),
            (SPRING, "startDate", "2023-03-01", "a2.txt", "2023-03-02", "a3.txt"),
        ],
    ),
    (
        "evidence",
        {"subject": "木器产业园项目", "relation": "locatedIn"},
        [
            ("木器产业园项目", "locatedIn", "图们市", "Asserted", "0.9", "落户图们市", "55", "60", "春季攻坚进行时", "a3.txt", "test.rule"),
        ],
    ),
    (
        "divisions",
        {"city": "延边朝鲜族自治州"},
        [("延边朝鲜族自治州", "图们市", "222402", "county", "3"), ("延边朝鲜族自治州", "延吉市", "222401", "county", "2")],
    ),
    ("divisions", {"city": "延边州", "ending": "县"}, []),
]  # fmt: skip


@pytest.mark.parametrize(("name", "values", "expected"), ANSWERS, ids=lambda value: value if isinstance(value, str) else "")
def test_answers(graph: Graph, questions: dict[str, Question], name: str, values: dict[str, str], expected: list[tuple[str, ...]]) -> None:
    assert table(queries.ask(graph, questions, name, **values)) == expected


def test_versions_of_one_text_that_differ(questions: dict[str, Question]) -> None:
    """One version says that the city organises, the other that its party committee does; figures differ, too."""
    first, second = graphs.first("a1"), graphs.first("a2")
    changed = tuple(replace(fact, object=graphs.YANJI) if fact.relation == "organizedBy" else fact for fact in second.facts)
    figures = tuple(replace(each, value=each.value + 1) if each.unit == "%" else each for each in second.observations)
    built = assemble([first, replace(second, facts=changed, observations=figures)], ontology.load())
    assert table(queries.ask(built, questions, "disagreements")) == [
        (SPRING, "organizedBy", "延吉市", "a2.txt", "延吉市委", "a1.txt"),
        (SPRING, "开复工率", "95%", "a1.txt", "96%", "a2.txt"),
    ]


def test_every_question_is_tested(questions: dict[str, Question]) -> None:
    assert set(questions) == {name for name, _, _ in ANSWERS} and len(questions) == 14


def test_every_question_runs_as_it_stands(graph: Graph, questions: dict[str, Question]) -> None:
    for question in questions.values():
        answer = graph.query(question.sparql)
        assert table(answer) == table(queries.ask(graph, questions, question.name))
        assert set(answer.columns) <= set(re.findall(r"\w+", question.sparql.rpartition("ORDER BY")[2])), question.name


def test_headers_are_in_both_languages(questions: dict[str, Question]) -> None:
    for question in questions.values():
        assert re.search("[\u4e00-\u9fff]", question.zh) and question.en.isascii() and question.en.endswith("?")
        assert all(parameter.hint for parameter in question.parameters)


HOSTILE = ['" } #', "\\", '"} INSERT DATA {', "a\nb", "“”", "'''", '\\" }', "{$x}", "\\1 \\g<1>", "\u202e\x00"]


@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_values_are_only_values(graph: Graph, questions: dict[str, Question], value: str) -> None:
    for name, question in questions.items():
        for parameter in question.parameters:
            queries.ask(graph, questions, name, **{parameter.name: value})


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_value_arrives_whole(value: str) -> None:
    question = queries.parse("q", '# 问?\n# Why?\n# param word "" "any"\nSELECT ?word { VALUES ?word { "" } }')
    assert table(Graph().query(question.bound(word=value))) == [(value,)]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("SELECT * {}", "q.rq:1: begin with the question in Chinese and, on the next line, in English"),
        (
            "# 问?\n# Why?\n# param x\nSELECT * {}",
            'q.rq: cannot read "# param x"; write # param NAME DEFAULT "what it is"',
        ),
        ('# 问?\n# Why?\n# param x 甲 "a"\nSELECT * {}', 'q.rq: write VALUES ?x { "甲" } once in the query'),
    ],
)
def test_wrong_files_are_named(text: str, message: str) -> None:
    with pytest.raises(QueryError, match=re.escape(message)):
        queries.parse("q", text)


def test_unknown_names_get_the_nearest(graph: Graph, questions: dict[str, Question]) -> None:
    with pytest.raises(UsageError, match="no question 'campaign'; try campaigns"):
        queries.ask(graph, questions, "campaign")
    with pytest.raises(UsageError, match="query 'campaigns': no parameter 'words'; try word"):
        queries.ask(graph, questions, "campaigns", words="x")
    with pytest.raises(UsageError, match="query 'campaigns': 'word' holds a character that UTF-8 cannot carry"):
        queries.ask(graph, questions, "campaigns", word="\ud800")
