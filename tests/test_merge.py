"""Cross-document linking: what becomes one, and what must stay two."""

from __future__ import annotations

import random

import pytest

from kg import merge
from kg.model import Entity, Evidence, Extraction, Fact, Span

WHY = (Evidence("a", Span(0, 1), "甲", "test"),)


def page(*entities: Entity, facts: tuple[Fact, ...] = ()) -> Extraction:
    return Extraction("d", "d.txt", (), entities=entities, facts=facts)


def company(key: str, name: str, *aliases: str, area: str = "") -> Entity:
    return Entity(f"company/{key}", "Company", name, aliases, area)


LONG = company("1", "宝鸡钛联新材料有限公司", "钛联新材料", area="division/610300")


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (company("2", "钛联新材料"), True),
        (company("2", "宝鸡钛联新材料", "钛联新材料", area="division/610300"), True),
        (company("2", "钛联新材料", area="division/220400"), False),
        (company("2", "联新材料"), False),
        (Entity("zone/2", "Zone", "钛联新材料"), False),
    ],
)
def test_a_shared_form_merges_unless_the_area_speaks_against_it(other: Entity, same: bool) -> None:
    moved = merge.redirects([page(LONG), page(other)])
    assert moved == ({other.key: LONG.key} if same else {})


def post(person: str, body: str) -> Fact:
    return Fact(f"person/{person}", "holdsPost", f"publicbody/{body}", WHY, title="局长")


@pytest.mark.parametrize(("bodies", "same"), [(("甲县商务局", "甲县商务局"), True), (("甲县商务局", "乙县商务局"), False)])
def test_namesakes_merge_only_over_a_shared_organisation(bodies: tuple[str, str], same: bool) -> None:
    pages = [page(Entity(f"person/{n}", "Person", "李铎"), facts=(post(str(n), body),)) for n, body in enumerate(bodies)]
    assert bool(merge.redirects(pages)) is same


def test_the_order_of_the_files_does_not_matter() -> None:
    pages = [page(LONG), page(company("2", "钛联新材料")), page(company("3", "宝鸡钛联新材料", "钛联新材料"))]
    found = set()
    for seed in range(6):
        random.Random(seed).shuffle(pages)
        found.add(tuple(merge.redirects(pages).items()))
    assert len(found) == 1


def test_applying_moves_every_key() -> None:
    fact = Fact("project/1", "undertakenBy", "company/2", WHY)
    other = Extraction("d", "d.txt", (), entities=(company("2", "钛联新材料"),), facts=(fact,), mentions={"company/2": WHY})
    moved = merge.apply(other, {"company/2": "company/1"})
    assert (moved.entities[0].key, moved.facts[0].object, list(moved.mentions)) == ("company/1", "company/1", ["company/1"])
