"""The backend as a whole: sentences, overlaps, order, nothing of spaCy outside."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Mention, Span
from kg.nlp._bylines import bylines
from kg.nlp._sentences import sentences
from kg.nlp._settle import settle
from kg.nlp.find import PIPELINE
from tests.nlp.reading import article, backend, read

TYPES = st.sampled_from(["Division", "PublicBody", "Project", "Company", "Person", "Title"])
MENTIONS = st.lists(
    st.builds(
        lambda start, size, type_, kind: Mention(Span(start, start + size), type_, "x" * size, kind),
        st.integers(0, 20), st.integers(1, 8), TYPES, st.sampled_from(["name", "implied", "anaphor"]),
    ),
    max_size=12,
)  # fmt: skip


@given(st.text(alphabet="甲乙。！？；\n “”…（）", max_size=80))
def test_sentences_cover_everything_but_white_space(text: str) -> None:
    spans = sentences(text)
    assert list(spans) == sorted(spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all("\n" not in text[s.start : s.end] for s in spans)


@given(MENTIONS)
def test_settled_names_do_not_cross(mentions: list[Mention]) -> None:
    kept = settle(mentions)
    names = [m for m in kept if m.kind == "name" and m.type != "Title"]
    for one in names:
        for other in names:
            assert one is other or not one.span.overlaps(other.span)
    for inner in (m for m in kept if m.kind == "nested"):
        assert any(outer.span.covers(inner.span) and outer.span != inner.span for outer in names)


def test_every_recogniser_is_a_component_of_the_pipeline() -> None:
    pipes = backend().nlp.pipe_names
    assert pipes[0] == "kg_sentences"
    assert pipes[-1] == "kg_settle"
    assert [f"kg_{module.NAME}" for module in PIPELINE] == pipes[1:-1]


def test_documents_come_in_order_and_own_their_text() -> None:
    texts = [f"第{n}镇：延吉市召开会议。" for n in range(70)]
    documents = list(backend().annotate(article(text) for text in texts))
    assert [d.text for d in documents] == texts


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="延吉市委书记周海。，、县（）“”《》项目有限公司工业园区镇村会战行动3年月日\n ", max_size=120))
def test_any_text_is_read_twice_alike(text: str) -> None:
    assert read(text) == read(text)


def test_bylines_and_credits() -> None:
    text = "本报讯（记者 周晓）开工。\n□文/摄 本报记者 郑海\n图为工地。郑海 摄\n责任编辑：周平\n正文说记者来了。"
    found = [text[s.start : s.end].strip() for s in bylines(text)]
    assert found == ["（记者 周晓）", "□文/摄 本报记者 郑海", "郑海 摄", "责任编辑：周平"]
