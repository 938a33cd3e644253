"""The room as a whole: it never raises, keeps to the ontology, and quotes the text word for word."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Document
from kg.relate import relate
from kg.relate._lines import TYPES, slots

from .build import document, facts, ontology

_WORDS = (
    "书记", "市长", "到", "调研", "与", "签约", "、", "，", "。", "由", "投资建设", "（", "）", "启动", "收官", "的", "在",
    "举行", "包保领导：", "参加", "下设", "两个专项", "衔接", "印发", "根据", "年产5万吨", "“", "”", "\n", "将", "未", "一同调研",
)  # fmt: skip
_PARTS = st.one_of(
    st.sampled_from(_WORDS),
    st.builds(
        "[{}{}:{}]".format,
        st.sampled_from(TYPES),
        st.sampled_from(("", "~", "+")),
        st.sampled_from(("长宁县", "云柏", "冯立夏", "“百日清河”行动", "竹海项目")),
    ),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(_PARTS, max_size=40))
def test_any_text(parts: list[str]) -> None:
    doc = document("".join(parts), "长宁县")
    found = relate(doc, ontology())
    for fact in found:
        relation = ontology().relations[fact.relation]
        assert relation.allows(doc.entities[fact.subject].type, doc.entities[fact.object].type)
        assert fact.subject != fact.object
        assert 0 < fact.confidence <= 1
        assert fact.modality in ("asserted", "planned", "denied", "reported")
        assert bool(fact.title) == (fact.relation == "holdsPost")
        for evidence in fact.evidence:
            assert evidence.article == doc.article.id
            assert evidence.quote == doc.text[evidence.span.start : evidence.span.end] != ""
            assert evidence.rule.startswith("relate.")
    assert found == relate(doc, ontology())


@settings(max_examples=100, deadline=None)
@given(st.lists(_PARTS, max_size=30), st.sets(st.sampled_from(TYPES)), st.booleans())
def test_what_linking_left_out_does_no_harm(parts: list[str], missing: set[str], homeless: bool) -> None:
    doc = document("".join(parts), "长宁县")
    entities = {key: entity for key, entity in doc.entities.items() if entity.type not in missing}
    found = relate(replace(doc, entities=entities, home="" if homeless else doc.home), ontology())
    assert all(fact.subject in entities and fact.object in entities for fact in found)


def test_a_document_without_sentences_has_no_facts() -> None:
    assert relate(Document(document("").article), ontology()) == []


def test_facts_that_say_the_same_are_one_with_all_their_evidence() -> None:
    marked = "[Person:冯立夏]到[Division:兴文县]调研。昨日，[Person:冯立夏]再到[Division:兴文县]调研。"
    visits = [f for f in facts(marked, "宜宾市") if f.relation == "visited"]
    assert len(visits) == 1
    assert [e.quote for e in visits[0].evidence] == ["冯立夏到兴文县", "冯立夏再到兴文县"]


def test_a_slot_knows_its_types() -> None:
    with pytest.raises(ValueError):
        slots("{Wizard}")
