"""A small corpus made by hand, as extraction would give it: two texts (one printed twice) about invented people."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from kg.model import Article, Attribute, Entity, Evidence, Extraction, Fact, Observation, Span

YANJI, TUMEN = "division/222401", "division/222402"
PARTY = "publicbody/延吉市委"
SECRETARY = "person/赵一凡@publicbody/延吉市委"
SPRING, WINTER, CLEAR = (f"campaign/222401/{name}" for name in ("2023/“春季攻坚”行动", "2022/“冬季攻坚”行动", "2023/清零行动"))
MAKER, SCHOOL = "company/北辰新材料有限公司", "organization/北山理工学院"
PLANT, PARK = "project/新能源电池项目", "project/木器产业园项目"

FIRST = """延吉启动“春季攻坚”行动
3月1日至5月31日，延吉市接续“冬季攻坚”行动，开展“春季攻坚”行动，清零行动是其一部分。
行动由市委书记赵一凡牵头，目标是签约项目30个以上、引进资金12.5亿元。
赵一凡到图们市走访北辰新材料有限公司，该公司投资5亿元建设新能源电池项目。
市委与北山理工学院对接，拟与其合作。
2023年延吉市计划实施重点项目80个，目前“春季攻坚”行动开复工率95%。
"""
SECOND = """春季攻坚进行时
“春季攻坚”行动3月2日开始。
赵一凡到北辰新材料有限公司走访。
木器产业园项目总投资2亿元，落户图们市。
"""

ENTITIES = (
    Entity(YANJI, "Division", "延吉市", ("延吉",)),
    Entity(TUMEN, "Division", "图们市"),
    Entity(PARTY, "PublicBody", "延吉市委", (), YANJI),
    Entity(SECRETARY, "Person", "赵一凡"),
    Entity(SPRING, "Campaign", "延吉市“春季攻坚”行动", ("“春季攻坚”行动",), YANJI),
    Entity(WINTER, "Campaign", "“冬季攻坚”行动", (), YANJI),
    Entity(CLEAR, "Campaign", "清零行动"),
    Entity(MAKER, "Company", "北辰新材料有限公司", ("北辰新材料",)),
    Entity(SCHOOL, "Organization", "北山理工学院"),
    Entity(PLANT, "Project", "新能源电池项目"),
    Entity(PARK, "Project", "木器产业园项目"),
)


def article(identity: str, text: str, family: str = "") -> Article:
    """An article whose first line is its title."""
    title = text.split("\n", 1)[0]
    return Article(
        identity,
        identity,
        title,
        text,
        f"{identity}.txt",
        len(title) + 1,
        "北山日报",
        "2023-03-05",
        family=family or identity,
    )


def evidence(source: Article, quote: str) -> tuple[Evidence, ...]:
    """The words ``quote`` where they first stand."""
    start = source.text.index(quote)
    return (Evidence(source.id, Span(start, start + len(quote)), quote, "test.rule"),)


def extraction(source: Article, facts: Iterable[Fact], attributes: Iterable[Attribute], figures: Iterable[Observation]) -> Extraction:
    """What one file yields; an entity is mentioned where one of its forms stands."""
    named = {entity.key: evidence(source, form) for entity in ENTITIES for form in (entity.name, *entity.aliases) if form in source.text}
    return Extraction(source.doc, source.source, (source,), ENTITIES, tuple(facts), tuple(attributes), tuple(figures), (), named)


def first(identity: str = "a1") -> Extraction:
    """The first text, under any article id (a reprint has another, but the family of ``a1``)."""
    source = article(identity, FIRST, "a1")

    def fact(subject: str, relation: str, other: str, quote: str, **more: str) -> Fact:
        return Fact(subject, relation, other, evidence(source, quote), 0.9, **more)

    def figure(subject: str, indicator: str, value: str, unit: str, quote: str, modality: str, **more: str) -> Observation:
        return Observation(subject, indicator, Decimal(value), unit, evidence(source, quote), modality, **more)

    facts = (
        fact(PARTY, "jurisdiction", YANJI, "延吉市"),
        fact(SPRING, "locatedIn", YANJI, "延吉市接续“冬季攻坚”行动，开展“春季攻坚”行动"),
        fact(SPRING, "organizedBy", PARTY, "行动由市委书记赵一凡牵头"),
        fact(SPRING, "follows", WINTER, "接续“冬季攻坚”行动，开展“春季攻坚”行动"),
        fact(CLEAR, "partOf", SPRING, "清零行动是其一部分"),
        fact(SECRETARY, "holdsPost", PARTY, "市委书记赵一凡", title="书记"),
        fact(SECRETARY, "responsibleFor", SPRING, "由市委书记赵一凡牵头"),
        fact(SECRETARY, "visited", MAKER, "赵一凡到图们市走访北辰新材料有限公司"),
        fact(SECRETARY, "visited", TUMEN, "赵一凡到图们市走访"),
        fact(MAKER, "locatedIn", TUMEN, "图们市走访北辰新材料有限公司"),
        fact(PLANT, "undertakenBy", MAKER, "该公司投资5亿元建设新能源电池项目"),
        fact(PARTY, "engagedWith", SCHOOL, "市委与北山理工学院对接"),
        fact(SCHOOL, "cooperatesWith", PARTY, "拟与其合作", modality="planned"),
    )
    attributes = (
        Attribute(SPRING, "startDate", "2023-03-01", evidence(source, "3月1日")),
        Attribute(SPRING, "endDate", "2023-05-31", evidence(source, "5月31日")),
        Attribute(PLANT, "status", "underConstruction", evidence(source, "建设")),
    )
    figures = (
        figure(SPRING, "签约项目", "30", "个", "签约项目30个以上", "target", bound="以上"),
        figure(SPRING, "引进资金", "12.5", "亿元", "引进资金12.5亿元", "target"),
        figure(PLANT, "总投资", "5", "亿元", "投资5亿元", "actual"),
        figure(YANJI, "重点项目", "80", "个", "计划实施重点项目80个", "planned", period="2023"),
        figure(SPRING, "开复工率", "95", "%", "开复工率95%", "actual"),
    )
    return extraction(source, facts, attributes, figures)


def second() -> Extraction:
    """The second text: another date, the visit again, one more project."""
    source = article("a3", SECOND)
    facts = (
        Fact(SECRETARY, "visited", MAKER, evidence(source, "赵一凡到北辰新材料有限公司走访"), 0.8),
        Fact(PARK, "locatedIn", TUMEN, evidence(source, "落户图们市")),
    )
    attributes = (Attribute(SPRING, "startDate", "2023-03-02", evidence(source, "3月2日")),)
    figures = (Observation(PARK, "总投资", Decimal(2), "亿元", evidence(source, "总投资2亿元")),)
    return extraction(source, facts, attributes, figures)


def corpus() -> list[Extraction]:
    """The first text, its reprint, the second text."""
    return [first("a1"), first("a2"), second()]
