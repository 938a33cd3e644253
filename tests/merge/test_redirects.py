"""Cross-document linking: what becomes one, what must stay two, and that neither order nor page changes it."""

from __future__ import annotations

import random
from decimal import Decimal

import pytest

from kg import merge
from kg.model import Article, Attribute, Entity, Evidence, Extraction, Fact, Observation, Span

HAILIN, NINGAN, MUDANJIANG, HEPU = (f"division/{code}" for code in ("231083", "231084", "231000", "450521"))


def why(article: str = "a") -> tuple[Evidence, ...]:
    return (Evidence(article, Span(0, 1), "甲", "test"),)


def page(
    doc: str,
    home: str,
    *entities: Entity,
    facts: tuple[Fact, ...] = (),
    day: str = "",
    starts: tuple[Attribute, ...] = (),
) -> Extraction:
    """A file of one article that speaks for ``home`` and names ``entities``."""
    article = Article(doc, doc, "", "甲", f"{doc}.txt", published=day, region=home)
    mentions = {entity.key: why(doc) for entity in entities}
    return Extraction(doc, f"{doc}.txt", (article,), entities, facts, starts, mentions=mentions)


def thing(type_: str, name: str, *aliases: str, area: str = "", key: str = "") -> Entity:
    return Entity(key or f"{type_.lower()}/{name}", type_, name, aliases, area)


def finals(pages: list[Extraction], families: dict[str, str] | None = None) -> list[str]:
    """The final key of the first entity of each page."""
    moved = merge.redirects(pages, families)
    return [merge.apply(found, moved).entities[0].key for found in pages]


def one(pages: list[Extraction], families: dict[str, str] | None = None) -> bool:
    return len(set(finals(pages, families))) == 1


@pytest.mark.parametrize(
    ("type_", "first", "second", "same"),
    [
        ("Company", ("海林金穗种业有限公司", HAILIN), ("金穗种业", HAILIN), True),
        ("Company", ("海林金穗种业有限公司", HAILIN), ("金穗种业公司", MUDANJIANG), True),
        ("Company", ("海林金穗种业有限公司", HAILIN), ("金穗种业", HEPU), False),
        ("Company", ("海林金穗种业有限公司", HAILIN), ("金穗", HAILIN), True),
        ("Company", ("海林金穗种业有限公司", HAILIN), ("穗种业", HAILIN), False),
        ("Company", ("海林金穗种业有限公司", HAILIN), ("海林金穗种业股份有限公司", HAILIN), False),
        ("Company", ("华为", HAILIN), ("华为公司", HEPU), True),
        ("Project", ("松花石产业园项目", HAILIN), ("松花石产业园建设项目", HAILIN), True),
        ("Project", ("松花石产业园项目", HAILIN), ("松花石产业园项目", NINGAN), False),
        ("Project", ("松花石产业园项目", HAILIN), ("松花石产业园二期项目", HAILIN), False),
        ("Project", ("海林市松花石文化产业园项目", HAILIN), ("松花石产业园项目", HAILIN), True),
        ("Organization", ("中国菌物学会", HAILIN), ("中国菌物学会", HEPU), True),
        ("Organization", ("第一小学", HAILIN), ("第一小学", HEPU), False),
        ("Organization", ("海林市第一小学", HAILIN), ("第一小学", HAILIN), True),
        ("Organization", ("黑龙江省商会", HAILIN), ("海林市商会", HAILIN), False),
        ("Facility", ("哈大高铁", HAILIN), ("哈大高铁", HEPU), True),
        ("Facility", ("文化馆", HAILIN), ("文化馆", NINGAN), False),
        ("Policy", ("民法典", HAILIN), ("中华人民共和国民法典", HEPU), True),
        ("Policy", ("关于支持菌业发展的意见", HAILIN), ("关于支持菌业发展的意见", HEPU), False),
        ("Policy", ("2022年工作要点", HAILIN), ("2023年工作要点", HAILIN), False),
        ("Event", ("第三届冰雪节", HAILIN), ("海林市第三届冰雪节", HAILIN), True),
        ("Event", ("第三届冰雪节", HAILIN), ("第四届冰雪节", HAILIN), False),
        ("Event", ("党的二十大", HAILIN), ("党的二十大", HEPU), True),
    ],
)  # fmt: skip
def test_names(type_: str, first: tuple[str, str], second: tuple[str, str], same: bool) -> None:
    pages = [page(f"d{number}", home, thing(type_, name), day="2022-05-01") for number, (name, home) in enumerate((first, second))]
    assert one(pages) is same


def campaign(name: str, home: str = HAILIN, day: str = "", start: str = "", doc: str = "") -> Extraction:
    found = Entity(
        f"campaign/{home.partition('/')[2]}/{day[:4]}/{name}" if day else f"campaign/{home.partition('/')[2]}/{name}",
        "Campaign",
        name,
    )
    starts = (Attribute(found.key, "startDate", start, why(doc or name + day)),) if start else ()
    return page(doc or name + day, home, found, day=day, starts=starts)


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (campaign("招商引资“冬季会战”", day="2021-12-01"), campaign("招商引资“冬季会战”", day="2022-02-20"), True),
        (campaign("招商引资“冬季会战”", day="2022-02-20"), campaign("招商引资“冬季会战”", day="2022-12-20"), False),
        (campaign("招商引资“冬季会战”", day="2021-12-01"), campaign("“冬季会战”", day="2021-12-03"), True),
        (campaign("招商引资“冬季会战”", day="2021-12-01"), campaign("项目建设“冬季会战”", day="2021-12-03"), False),
        (campaign("“冬季会战”", day="2021-12-01"), campaign("“冬季会战”", NINGAN, day="2021-12-03"), False),
        (campaign("“冬季会战”", day="2021-12-01"), campaign("“冬季会战”", MUDANJIANG, day="2021-12-03"), False),
        (campaign("“清风行动”", day="2022-03-01"), campaign("清风行动", day="2022-09-03"), True),
        (campaign("“清风行动”", day="2022-03-01"), campaign("清风活动", day="2022-09-03"), False),
        (campaign("“清风行动”", day="2022-03-01", start="2022-03"), campaign("“清风行动”", day="2022-09-03", start="2022-09"), False),
        (campaign("“清风”三年行动", day="2021-03-01"), campaign("“清风”三年行动", day="2022-09-03"), True),
        (campaign("“清风行动”", day="2021-03-01"), campaign("“清风行动”", day="2022-03-03"), False),
        (campaign("“百日攻坚”行动", day="2021-11-20"), campaign("“百日攻坚”行动", day="2022-01-10"), True),
        (campaign("第一次“百日攻坚”", day="2021-03-20"), campaign("第二次“百日攻坚”", day="2021-09-10"), False),
        (campaign("“清风行动”"), campaign("“清风行动”", day="2022-03-03"), True),
    ],
)  # fmt: skip
def test_editions_of_campaigns(first: Extraction, second: Extraction, same: bool) -> None:
    assert one([first, second]) is same


def test_a_campaign_without_a_date_joins_only_where_there_is_one_edition() -> None:
    editions = [campaign("“清风行动”", day=day) for day in ("2021-03-01", "2022-03-01")]
    found = finals([campaign("“清风行动”"), *editions])
    assert len(set(found)) == 3


def person(doc: str, home: str, *bodies: Entity, name: str = "李铮") -> Extraction:
    key = f"person/{name}@{home.partition('/')[2]}"
    facts = tuple(Fact(key, "holdsPost", body.key, why(doc), title="局长") for body in bodies)
    return page(doc, home, Entity(key, "Person", name), *bodies, facts=facts)


def body(name: str, area: str) -> Entity:
    return thing("PublicBody", name, area=area)


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ((HAILIN, body("海林市商务局", HAILIN)), (HAILIN, body("海林市商务局", HAILIN)), True),
        ((HAILIN, body("海林市商务局", HAILIN)), (HAILIN, body("海林市民政局", HAILIN)), True),
        ((HAILIN, body("海林市委", HAILIN)), (MUDANJIANG, body("牡丹江市政府", MUDANJIANG)), True),
        ((HAILIN, body("海林市商务局", HAILIN)), (NINGAN, body("宁安市商务局", NINGAN)), False),
        ((HAILIN, body("海林市商务局", HAILIN)), (HEPU, body("合浦县商务局", HEPU)), False),
        ((HAILIN, body("海林市商务局", HAILIN)), (HAILIN,), True),
        ((HAILIN, body("海林市商务局", HAILIN)), (NINGAN,), False),
        ((HAILIN, body("海林市商务局", HAILIN)), (HAILIN, thing("Company", "海林金穗种业有限公司")), False),
        ((HAILIN, thing("Company", "金穗种业")), (HAILIN, thing("Company", "海林金穗种业有限公司")), True),
    ],
)  # fmt: skip
def test_persons(first: tuple[str, *tuple[Entity, ...]], second: tuple[str, *tuple[Entity, ...]], same: bool) -> None:
    assert one([person("d1", *first), person("d2", *second)]) is same


def test_two_namesakes_below_one_city_are_not_the_citys_official() -> None:
    pages = [
        person("d1", HAILIN, body("海林市委", HAILIN)),
        person("d2", NINGAN, body("宁安市委", NINGAN)),
        person("d3", MUDANJIANG, body("牡丹江市政府", MUDANJIANG)),
    ]
    assert len(set(finals(pages))) == 3


def test_a_reprint_needs_no_place() -> None:
    pages = [
        campaign("“清风行动”", HAILIN, "2022-03-01", doc="d1"),
        campaign("“清风行动”", MUDANJIANG, "2022-03-02", doc="d2"),
    ]
    assert not one(pages)
    assert one(pages, {"d1": "d1", "d2": "d1"})


def test_bodies_of_two_districts_of_one_name() -> None:
    pages = [page(f"d{n}", area, body("西安区政府", area)) for n, area in enumerate(("division/231005", "division/220403"))]
    assert finals(pages) == ["publicbody/西安区政府@231005", "publicbody/西安区政府@220403"]


def corpus() -> list[Extraction]:
    names = ("金穗种业", "海林金穗种业有限公司", "金穗种业公司", "海林市金穗种业")
    pages = [page(f"c{n}", home, thing("Company", name)) for n, name in enumerate(names) for home in (HAILIN, MUDANJIANG)]
    pages += [campaign("“清风行动”", home, day) for home in (HAILIN, NINGAN) for day in ("", "2021-03-01", "2022-04-01")]
    return [
        *pages,
        person("p1", HAILIN, body("海林市委", HAILIN)),
        person("p2", MUDANJIANG, body("牡丹江市政府", MUDANJIANG)),
    ]


def test_the_order_of_the_files_does_not_matter() -> None:
    pages = corpus()
    found = []
    for seed in range(8):
        random.Random(seed).shuffle(pages)
        found.append(merge.redirects(pages))
    assert all(each == found[0] for each in found)
    assert len(found[0]) > 0


def test_merging_what_is_merged_changes_nothing() -> None:
    moved = merge.redirects(corpus())
    again = [merge.apply(found, moved) for found in corpus()]
    assert len(merge.redirects(again)) == 0


def test_applying_moves_every_key() -> None:
    long, short = thing("Company", "海林金穗种业有限公司"), thing("Company", "金穗种业")
    project = thing("Project", "良种基地项目")
    fact = Fact(project.key, "undertakenBy", short.key, why("d2"))
    loop = Fact(short.key, "partOf", long.key, why("d2"))
    figure = Observation(short.key, "产值", Decimal(3), "亿元", why("d2"))
    other = page("d2", HAILIN, short, long, project, facts=(fact, loop))
    other = Extraction(**{name: getattr(other, name) for name in other.__slots__} | {"observations": (figure,)})
    moved = merge.apply(other, merge.redirects([page("d1", HAILIN, long), other]))
    assert {entity.key for entity in moved.entities} == {long.key, project.key}
    assert [(fact.subject, fact.object) for fact in moved.facts] == [(project.key, long.key)]
    assert moved.observations[0].subject == long.key
    assert set(moved.mentions) == {long.key, project.key}


def test_rows_of_one_archive_may_mean_different_things_by_one_key() -> None:
    project = thing("Project", "集中供热改造工程")
    articles = tuple(Article(doc, doc, "", "甲", "rows.jsonl", region=home) for doc, home in (("r1", HAILIN), ("r2", HEPU)))
    figures = tuple(Observation(project.key, "总投资", Decimal(n), "亿元", why(f"r{n}")) for n in (1, 2))
    archive = Extraction(
        "rows",
        "rows.jsonl",
        articles,
        (project,),
        observations=figures,
        mentions={project.key: (*why("r1"), *why("r2"))},
    )
    moved = merge.apply(archive, merge.redirects([archive]))
    keys = [f"{project.key}@231083", f"{project.key}@450521"]
    assert sorted(entity.key for entity in moved.entities) == sorted(keys)
    assert [figure.subject for figure in moved.observations] == keys
