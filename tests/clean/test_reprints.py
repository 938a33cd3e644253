"""Reprints: the same article in other words here and there, shortened, or inside a longer one."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from kg.clean.reprints import families
from kg.model import Article

CLAUSES = [f"{place}第{number}个重点项目进展顺利" for place in ("东岭县", "北湾区", "石桥镇", "青石市") for number in range(12)]


def article(name: str, clauses: list[str]) -> Article:
    return Article(name, name, "", "，".join(clauses) + "。", f"{name}.txt")


def test_a_variant_joins_the_family_of_the_first() -> None:
    first = article("a", CLAUSES[:12])
    variant = article("b", [*CLAUSES[:9], "改写的另外一句话放在这里"])
    part = article("c", CLAUSES[2:9])
    other = article("d", CLAUSES[12:24])
    assert families([first, variant, part, other]) == {"a": "a", "b": "a", "c": "a", "d": "d"}


def test_punctuation_and_spaces_do_not_matter() -> None:
    text = "东岭县“招商大会”在县城召开，签约项目12个总投资36亿元；签约企业代表在会上作了发言，全县各单位负责人参加了大会，会后举行了集中开工仪式并为项目授旗。"
    same = text.replace("“", "").replace("”", "").replace("；", "。")
    assert set(families([Article("a", "a", "", text, "a"), Article("b", "b", "", same, "b")]).values()) == {"a"}


def test_a_stock_phrase_makes_no_family() -> None:
    assert set(families([article(str(n), ["为经济高质量发展注入新动能", f"第{n}件完全不同的事情发生了"]) for n in range(9)]).values()) == set(
        map(str, range(9))
    )


def test_same_id_twice_is_one_member() -> None:
    assert families([article("a", CLAUSES[:9]), article("a", CLAUSES[:9])]) == {"a": "a"}


@given(st.lists(st.lists(st.sampled_from(CLAUSES), min_size=1, max_size=12), max_size=12))
def test_each_article_has_one_family_whose_head_is_its_own(rows: list[list[str]]) -> None:
    found = families(article(str(number), row) for number, row in enumerate(rows))
    assert set(found) == set(map(str, range(len(rows))))
    assert all(found[head] == head for head in found.values())
    assert all(int(head) <= int(member) for member, head in found.items())


def test_time_grows_with_the_corpus_not_with_its_square() -> None:
    def seconds(size: int) -> float:
        rows = [article(str(n), [f"第{n}篇文章的第{k}个独有句子在此" for k in range(20)] + ["大家都会说的一句套话"]) for n in range(size)]
        start = time.process_time()
        families(rows)
        return time.process_time() - start

    seconds(200)
    assert seconds(4000) < 16 * max(seconds(1000), 0.01)
