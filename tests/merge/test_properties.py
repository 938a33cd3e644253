"""Whatever the extractions hold: order does not matter, nothing is lost, and one key is one type."""

from __future__ import annotations

import itertools
import random
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from kg import merge
from kg.merge import _names
from kg.model import Article, Entity, Evidence, Extraction, Fact, Span

HOMES = ("", "division/231083", "division/231000", "division/230000", "division/450521", "division/none")
PARTS = ("海林市", "黑龙江", "中国", "2022年", "第三届", "首届", "“冬季会战”", "金穗", "种业", "有限公司", "集团", "（一期）", "二期",
         "项目", "产业园", "年产3万吨", "公园", "红十字会", "方案", "分行", "行动", "百日", "《", "》", "@", "/", " ", "")  # fmt: skip
TYPES = (
    "Company",
    "Project",
    "Campaign",
    "Event",
    "Facility",
    "Organization",
    "Policy",
    "Zone",
    "PublicBody",
    "Person",
)

names = st.one_of(
    st.lists(st.sampled_from(PARTS), min_size=1, max_size=5).map("".join),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
)


@st.composite
def entities(draw: st.DrawFn) -> Entity:
    type_, name, home = draw(st.sampled_from(TYPES)), draw(names), draw(st.sampled_from(HOMES))
    scope = f"{name}@{home.partition('/')[2]}" if type_ == "Person" else name
    area = home if type_ in ("Zone", "PublicBody") else ""
    return Entity(f"{type_.lower()}/{scope}", type_, name, tuple(draw(st.lists(names, max_size=2))), area)


@st.composite
def extractions(draw: st.DrawFn) -> list[Extraction]:
    made = []
    for number in range(draw(st.integers(1, 5))):
        doc = f"d{number}"
        article = Article(doc, doc, "", "甲乙丙丁戊己庚辛壬癸甲乙丙丁", f"{doc}.txt", region=draw(st.sampled_from(HOMES)),
                          published=draw(st.sampled_from(("", "2021", "2022-03", "2022-12-01"))))  # fmt: skip
        found = {entity.key: entity for entity in draw(st.lists(entities(), max_size=5))}
        why = (Evidence(doc, Span(5, 6), "己", "test"),)
        keys = sorted(found)
        facts = tuple(Fact(a, "holdsPost", b, why, title="局长") for a, b in itertools.pairwise(keys))
        made.append(Extraction(doc, f"{doc}.txt", (article,), tuple(found.values()), facts, mentions=dict.fromkeys(keys, why)))
    return made


@settings(max_examples=150, deadline=None)
@given(extractions(), st.booleans(), st.randoms(use_true_random=False))
def test_any_extractions(pages: list[Extraction], reprints: bool, shuffle: random.Random) -> None:
    families = {each.doc: "d0" for each in pages} if reprints else {}
    moved = merge.redirects(pages, families)
    other = [*pages]
    shuffle.shuffle(other)
    assert merge.redirects(other, families) == moved
    types: dict[str, str] = {}
    for page in pages:
        final = merge.apply(page, moved)
        assert {entity.key for entity in final.entities} >= set(final.mentions)
        assert sum(map(len, final.mentions.values())) <= sum(map(len, page.mentions.values()))
        assert Counter(entity.type for entity in final.entities) == Counter(entity.type for entity in page.entities)
        assert all(fact.subject != fact.object for fact in final.facts)
        for entity in final.entities:
            assert types.setdefault(entity.key, entity.type) == entity.type
            assert entity.key.partition("/")[0] == entity.type.lower()


@given(st.text(max_size=20))
def test_marks_of_any_name(name: str) -> None:
    found = _names.marks(name)
    assert len(found.core) <= len(_names.flat(name))
    assert all(year.isdigit() for year in found.years)


@given(st.integers(1, 999))
def test_numbers(value: int) -> None:
    digits = "零一二三四五六七八九"
    hundreds, tens, ones = value // 100, value // 10 % 10, value % 10
    words = (f"{digits[hundreds]}百" if hundreds else "") + (f"{digits[tens]}十" if tens else "零" if hundreds and ones else "")
    assert _names.number(words + (digits[ones] if ones else "")) == str(value) == _names.number(str(value))
