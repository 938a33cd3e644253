"""Hand-made graphs for the tests of network, pictures and browser; persons, firms and places are invented."""

from __future__ import annotations

import random
from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store

from kg.store import Graph
from kg.vocab import DEFAULT_BASE, PREFIXES, term

ARTICLE_TEXT = (
    "云岫县生物医药产业园加快建设\n昨日有雨。记者获悉，青岭云杉药业有限公司投资12.5亿元建设云岫生物医药产业园一期项目，"
    "计划年内投产。县委书记林若溪到现场调研。今年目标产值30亿元，上半年已完成18.3亿元，同比增长12%。\n"
)
ARTICLE = "a1b2c3"

_HEADER = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items())
_HEADER += f"@prefix i: <{DEFAULT_BASE}> .\n@base <{DEFAULT_BASE}> .\n"


def _evidence(name: str, quote: str, rule: str = "relate.test") -> str:
    start = ARTICLE_TEXT.index(quote)
    end = start + len(quote)
    return f"""
<evidence/{name}> a oa:SpecificResource ; oa:hasSource <article/{ARTICLE}> ; rkg:rule "{rule}" ;
    oa:hasSelector <selector/{name}-p> , <selector/{name}-q> .
<selector/{name}-p> a oa:TextPositionSelector ; oa:start {start} ; oa:end {end} .
<selector/{name}-q> a oa:TextQuoteSelector ; oa:exact "{quote}" ;
    oa:prefix "{_line(ARTICLE_TEXT[max(0, start - 20) : start])}" ; oa:suffix "{_line(ARTICLE_TEXT[end : end + 20])}" .
"""


def _line(text: str) -> str:
    return text.replace("\n", "\\n")


SAMPLE = (
    f"""
<division/990000> a rkg:Division ; skos:prefLabel "青岭省"@zh-Hans ; skos:notation "990000" .
<division/990100> a rkg:Division ; skos:prefLabel "云岫县"@zh-Hans ; skos:altLabel "云岫"@zh-Hans ;
    skos:notation "990100" ; schema:containedInPlace <division/990000> .
<company/青岭云杉药业有限公司> a rkg:Company ; skos:prefLabel "青岭云杉药业有限公司"@zh-Hans ;
    skos:altLabel "云杉药业"@zh-Hans ; rkg:area <division/990100> .
<project/云岫生物医药产业园一期项目> a rkg:Project ; skos:prefLabel "云岫生物医药产业园一期项目"@zh-Hans .
<person/林若溪@990100> a rkg:Person ; skos:prefLabel "林若溪"@zh-Hans .
<publicbody/云岫县委> a rkg:PublicBody ; skos:prefLabel "云岫县委"@zh-Hans ; skos:altLabel "中共云岫县委"@zh-Hans .
<article/{ARTICLE}> a schema:NewsArticle ; schema:headline "云岫县生物医药产业园加快建设"@zh-Hans ;
    schema:datePublished "2022-01-04"^^xsd:date ; dc:publisher "青岭日报" ; schema:url "https://news.example/1" ;
    schema:mentions <person/林若溪@990100> , <company/青岭云杉药业有限公司> .

<statement/s1> a rkg:Statement ; rdf:subject <project/云岫生物医药产业园一期项目> ; rdf:predicate rkg:undertakenBy ;
    rdf:object <company/青岭云杉药业有限公司> ; rkg:textCount 2 ; rkg:modality rkg:Asserted ; rkg:confidence 0.9 ;
    rkg:evidenceCount 1 ; prov:wasDerivedFrom <evidence/e1> .
<statement/s2> a rkg:Statement ; rdf:subject <project/云岫生物医药产业园一期项目> ; rdf:predicate rkg:locatedIn ;
    rdf:object <division/990100> ; rkg:modality rkg:Planned ; rkg:confidence 0.8 ;
    rkg:validFrom "2022"^^xsd:gYear ; rkg:validTo "2024-06"^^xsd:gYearMonth ; prov:wasDerivedFrom <evidence/e1> .
<statement/s3> a rkg:Statement ; rdf:subject <project/云岫生物医药产业园一期项目> ; rdf:predicate rkg:status ;
    rdf:object "underConstruction" ; rkg:modality rkg:Asserted ; rkg:confidence 0.7 ; prov:wasDerivedFrom <evidence/e1> .
<statement/s4> a rkg:Statement ; rdf:subject <company/青岭云杉药业有限公司> ; rdf:predicate rkg:participatesIn ;
    rdf:object <project/云岫生物医药产业园一期项目> ; rkg:modality rkg:Asserted ; rkg:confidence 0.85 ;
    prov:wasDerivedFrom <evidence/e1> .
<membership/m1> a org:Membership ; org:member <person/林若溪@990100> ; org:organization <publicbody/云岫县委> ;
    rkg:title "县委书记"@zh-Hans ; rkg:modality rkg:Asserted ; rkg:confidence 0.95 ; prov:wasDerivedFrom <evidence/e2> .
<observation/o1> a qb:Observation ; rkg:about <project/云岫生物医药产业园一期项目> ; rkg:indicator <indicator/产值> ;
    rkg:value 30 ; rkg:unit "亿元" ; rkg:modality rkg:Target ; rkg:period "2022"^^xsd:gYear ; rkg:confidence 0.9 ;
    prov:wasDerivedFrom <evidence/e3> .
<observation/o2> a qb:Observation ; rkg:about <project/云岫生物医药产业园一期项目> ; rkg:indicator <indicator/产值> ;
    rkg:value 18.3 ; rkg:unit "亿元" ; rkg:modality rkg:Actual ; rkg:period "2022-H1" ; rkg:confidence 0.9 ;
    rkg:bound "超" ; prov:wasDerivedFrom <evidence/e4> .
<observation/o3> a qb:Observation ; rkg:about <project/云岫生物医药产业园一期项目> ; rkg:indicator <indicator/产值> ;
    rkg:value 12 ; rkg:unit "%" ; rkg:modality rkg:Actual ; rkg:period "2022-H1" ; rkg:confidence 0.9 ;
    rkg:comparison "同比" ; prov:wasDerivedFrom <evidence/e5> .
<indicator/产值> a rkg:Indicator ; skos:prefLabel "产值"@zh-Hans .
"""
    + _evidence("e1", "青岭云杉药业有限公司投资12.5亿元建设云岫生物医药产业园一期项目", "relate.invest")
    + _evidence("e2", "县委书记林若溪", "relate.posts")
    + _evidence("e3", "今年目标产值30亿元", "measure.target")
    + _evidence("e4", "上半年已完成18.3亿元", "measure.actual")
    + _evidence("e5", "同比增长12%", "measure.growth")
)


def parse(turtle: str, **texts: str) -> Graph:
    """A graph from Turtle; prefixes and the base are given."""
    store = Store()
    store.load((_HEADER + turtle).encode(), format=RdfFormat.TURTLE)
    return Graph(store, DEFAULT_BASE, texts)


def sample(*, with_text: bool = True) -> Graph:
    """The small graph: six entities, four relations, one attribute, three figures."""
    return parse(SAMPLE, **({ARTICLE: ARTICLE_TEXT} if with_text else {}))


def poisoned(canary: str) -> Graph:
    """The small graph with ``canary`` in every piece of text that the news can fill."""
    store = Store()
    own = {term(f"rkg:{name}") for name in ("title", "unit", "period", "comparison", "bound", "rule", "status")}
    texts = own | {term("oa:exact"), term("oa:prefix"), term("oa:suffix"), term("rdf:object")}
    texts |= {term(f"schema:{name}") for name in ("headline", "url", "datePublished")}
    texts |= {term(name) for name in ("skos:prefLabel", "skos:altLabel", "skos:notation", "dc:publisher")}
    texts |= {term("rkg:validFrom"), term("rkg:validTo"), term("rkg:value")}
    for quad in sample().store:
        value = quad.object
        if isinstance(value, Literal) and quad.predicate in texts:
            value = Literal(f"{canary}{value.value}", language=value.language) if value.language else Literal(canary + value.value)
        store.add(Quad(quad.subject, quad.predicate, value))
    return Graph(store, DEFAULT_BASE)


SIGNS = "青岭云岫松桦枫桐溪湖泉岚峰川原泽安宁平和兴盛昌达远鸿泰恒信诚瑞祥福禄康健"
TYPES = ("Company", "Person", "Project", "Division", "PublicBody", "Event", "Campaign")
TAILS = {"Company": "实业有限公司", "Person": "", "Project": "产业园项目", "Division": "镇", "PublicBody": "工作办公室"}
RELATIONS = ("undertakenBy", "locatedIn", "cooperatesWith", "participatesIn")


def large(nodes: int, edges: int, seed: int = 1) -> Graph:
    """A graph with hubs, as real ones have: each new entity ties itself to popular ones."""
    store = Store()
    store.extend(_large(random.Random(seed), nodes, edges))
    return Graph(store, DEFAULT_BASE)


def _node(key: str) -> NamedNode:
    return NamedNode(DEFAULT_BASE + key)


def _large(chance: random.Random, nodes: int, edges: int) -> Iterator[Quad]:
    names = []
    for number in range(nodes):
        kind = chance.choice(TYPES)
        name = "".join(chance.choices(SIGNS, k=3)) + TAILS.get(kind, "活动")
        names.append(_node(f"{kind.lower()}/{name}{number}"))
        yield Quad(names[-1], term("rdf:type"), term(f"rkg:{kind}"))
        yield Quad(names[-1], term("skos:prefLabel"), Literal(name, language="zh-Hans"))
    popular = list(range(min(8, nodes)))
    for number in range(edges):
        source = number % nodes
        target = chance.choice(popular)
        popular += [source, target]
        yield from _claim(chance, number, names[source], names[target])
    for number in range(max(1, edges // 10)):
        article = _node(f"article/{number}")
        yield Quad(article, term("schema:headline"), Literal("".join(chance.choices(SIGNS, k=18))))
        yield Quad(article, term("schema:datePublished"), Literal(f"2022-0{number % 9 + 1}"))


def _claim(chance: random.Random, number: int, source: NamedNode, target: NamedNode) -> Iterator[Quad]:
    statement, evidence, selector = _node(f"statement/{number}"), _node(f"evidence/{number}"), _node(f"selector/{number}")
    yield Quad(statement, term("rdf:subject"), source)
    yield Quad(statement, term("rdf:predicate"), term(f"rkg:{RELATIONS[number % len(RELATIONS)]}"))
    yield Quad(statement, term("rdf:object"), target)
    yield Quad(statement, term("rkg:modality"), term("rkg:Planned" if number % 7 == 0 else "rkg:Asserted"))
    yield Quad(statement, term("rkg:confidence"), Literal(0.5 + number % 50 / 100))
    yield Quad(statement, term("prov:wasDerivedFrom"), evidence)
    yield Quad(evidence, term("oa:hasSource"), _node(f"article/{number // 10}"))
    yield Quad(evidence, term("oa:hasSelector"), selector)
    yield Quad(evidence, term("rkg:rule"), Literal("relate.test"))
    for name in ("exact", "prefix", "suffix"):
        yield Quad(selector, term(f"oa:{name}"), Literal("".join(chance.choices(SIGNS, k=18))))
