"""The trained recogniser: what it proposes, what it must leave alone, and that it never harms the rules."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import ontology
from kg.errors import UsageError
from kg.model import Document
from kg.nlp import rules, trained
from kg.nlp._features import features, flags, see
from kg.nlp._words import words
from tests.nlp.reading import article, names
from tests.nlp.reading import read as by_rules

MODEL_LIMIT = 10 * 2**20
ANY = st.text(alphabet="延吉市委书记周海宏瑞光电。，、·说“”《》项目有限公司签约记者县局a3 \n𠮷", max_size=100)


@cache
def backend() -> rules.Backend:
    return trained.load(ontology.load())


def read(text: str) -> Document:
    return next(iter(backend().annotate([article(text)])))


def proposed(document: Document) -> list[tuple[str, str]]:
    return [(m.type, m.name) for m in document.mentions if m.rule.startswith("trained.")]


def test_the_model_ships_with_the_package_and_is_small() -> None:
    assert trained.MODEL.is_file()
    assert trained.MODEL.stat().st_size < MODEL_LIMIT


def test_it_runs_between_the_rules_and_the_settling() -> None:
    assert backend().nlp.pipe_names[-2:] == ["kg_trained", "kg_settle"]


def test_a_model_that_is_not_there_is_told_with_the_mend(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--nlp rules"):
        trained.Recogniser(tmp_path / "none.crfsuite")


@settings(max_examples=60, deadline=None)
@given(ANY)
def test_any_text_is_read_twice_alike(text: str) -> None:
    assert read(text) == read(text)


@settings(max_examples=60, deadline=None)
@given(ANY)
def test_what_the_rules_found_stays(text: str) -> None:
    sure = {(m.span, m.type, m.name) for m in by_rules(text).mentions if m.kind != "nested" and m.type != "Division"}
    kept = {(m.span, m.type, m.name) for m in read(text).mentions}
    assert sure <= kept


@settings(max_examples=60, deadline=None)
@given(ANY)
def test_every_character_has_its_features(text: str) -> None:
    known = flags(ontology.load())
    seen = see(text, [], words(text), known)
    for sentence in read(text).sentences:
        assert len(features(seen, sentence)) == len(sentence)


@pytest.mark.parametrize(
    ("tags", "found"),
    [
        ([], []),
        (["O", "BP", "IP"], [(1, 3, "P")]),
        (["BP", "BP", "IP"], [(0, 1, "P"), (1, 3, "P")]),
        (["IP", "IC", "O", "IC"], [(0, 1, "P"), (1, 2, "C"), (3, 4, "C")]),
    ],
)
def test_runs_of_labels(tags: list[str], found: list[tuple[int, int, str]]) -> None:
    assert trained.spans(tags) == found


def test_everyday_words_are_no_persons() -> None:
    text = "金秋时节，文明创建深入人心。安全生产不放松，杜绝事故。白天气温回升，方便群众出行。于去年建成，高标准推进。"
    assert not proposed(read(text))


def test_names_of_a_kind_no_rule_writes_are_told_apart_by_their_rule() -> None:
    document = read("延吉市委书记周海宏说，要抓好招商。")
    assert names(document, "Person") == {"周海宏"}
    assert all(not m.rule.startswith("trained.") for m in document.mentions if m.type == "Person")
