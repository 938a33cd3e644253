"""The laws of ontology/shapes.ttl under pySHACL: a lawful graph passes, and each law has a graph that breaks just it."""

from __future__ import annotations

import re
from pathlib import Path

import pyoxigraph
import pyshacl
import pytest
import rdflib
from rdflib import RDF, RDFS, SH

from kg import ontology

PREFIXES = """
@prefix rkg: <https://w3id.org/regional-kg/ontology#> . @prefix r: <https://w3id.org/regional-kg/id/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix schema: <https://schema.org/> .
@prefix org: <http://www.w3.org/ns/org#> . @prefix prov: <http://www.w3.org/ns/prov#> .
@prefix oa: <http://www.w3.org/ns/oa#> . @prefix qb: <http://purl.org/linked-data/cube#> .
"""
LAWFUL = """
r:c a rkg:Company ; skos:prefLabel "甲公司"@zh-Hans ; rkg:locatedIn r:d .
r:d a rkg:Division ; skos:prefLabel "乙县"@zh-Hans ; skos:notation "990101"^^rkg:adcode ; rkg:level "county" .
r:p a rkg:Person ; skos:prefLabel "丙丁"@zh-Hans ; rkg:holdsPost r:c .
r:j a rkg:Project ; skos:prefLabel "戊项目"@zh-Hans ; rkg:status "started" .
r:a a schema:NewsArticle ; rkg:text "甲公司位于乙县。" ; schema:mentions r:c, r:d .
r:e a oa:SpecificResource ; oa:hasSource r:a ; oa:hasSelector r:e1, r:e2 .
r:e1 a oa:TextPositionSelector ; oa:start 3 ; oa:end 7 .
r:e2 a oa:TextQuoteSelector ; oa:exact "位于乙县" .
r:s a rkg:Statement ; rdf:subject r:c ; rdf:predicate rkg:locatedIn ; rdf:object r:d ; rkg:modality rkg:Asserted ;
    rkg:confidence 0.9 ; prov:wasDerivedFrom r:e ; rkg:validFrom "2021-05"^^xsd:gYearMonth ; rkg:validTo "2021"^^xsd:gYear .
r:t a rkg:Statement ; rdf:subject r:j ; rdf:predicate rkg:status ; rdf:object "started" ; rkg:modality rkg:Asserted ;
    rkg:confidence 1.0 ; prov:wasDerivedFrom r:e .
r:u a rkg:Statement ; rdf:subject r:c ; rdf:predicate rkg:cooperatesWith ; rdf:object r:d ; rkg:modality rkg:Planned ;
    rkg:confidence 0.9 ; prov:wasDerivedFrom r:e .
r:m a org:Membership ; org:member r:p ; org:organization r:c ; rkg:title "经理"@zh-Hans ; rkg:modality rkg:Asserted ;
    rkg:confidence 0.7 ; prov:wasDerivedFrom r:e .
r:i a rkg:Indicator ; skos:prefLabel "总投资"@zh-Hans .
r:o a qb:Observation ; rkg:about r:j ; rkg:indicator r:i ; rkg:value 3 ; rkg:unit "亿元" ; rkg:modality rkg:Target ;
    rkg:confidence 0.8 ; prov:wasDerivedFrom r:e .
"""
EVIDENCE = "rkg:modality rkg:Reported ; rkg:confidence 0.9 ; prov:wasDerivedFrom r:e ."
BREAKS = [
    ("lawLabel", 'r:c a rkg:Company ; skos:prefLabel "甲公司"@zh-Hans', 'r:c a rkg:Company ; skos:prefLabel "Jia"@en'),
    ("lawOneLabel", '"乙县"@zh-Hans', '"乙县"@zh-Hans, "乙地"@zh-Hans'),
    ("lawClass", "schema:mentions r:c, r:d", "schema:mentions r:c, r:d, r:x"),
    ("lawOneClass", "r:i a rkg:Indicator", 'r:f a rkg:Policy, rkg:Event ; skos:prefLabel "庚"@zh-Hans . r:i a rkg:Indicator'),
    ("lawKnownClass", "r:i a rkg:Indicator", "r:i a rkg:Indicator, rkg:Gauge"),
    ("lawKnownProperty", "r:i a rkg:Indicator", "r:i rkg:about2 r:j ; a rkg:Indicator"),
    ("lawToken", 'rkg:level "county"', 'rkg:level "started"'),
    ("lawCode", "r:p a rkg:Person", 'r:f a rkg:Division ; skos:prefLabel "己县"@zh-Hans ; skos:notation "990101"^^rkg:adcode . r:p a rkg:Person'),
    ("lawNoBlank", "r:i a rkg:Indicator", "r:i skos:related [] ; a rkg:Indicator"),
    ("lawBacked", "rkg:locatedIn r:d .", "rkg:locatedIn r:d ; rkg:engagedWith r:d ."),
    ("lawStated", "rkg:holdsPost r:c .", "."),
    ("lawEnds", "r:i a rkg:Indicator", f"r:v a rkg:Statement ; rdf:subject r:d ; rdf:predicate rkg:locatedIn ; rdf:object r:c ; {EVIDENCE} r:i a rkg:Indicator"),
    ("lawEnds", "r:i a rkg:Indicator", f"r:v a rkg:Statement ; rdf:subject r:j ; rdf:predicate rkg:partOf ; rdf:object r:c ; {EVIDENCE} r:i a rkg:Indicator"),
    ("lawPostEnds", "r:i a rkg:Indicator", f"r:n a org:Membership ; org:member r:p ; org:organization r:d ; {EVIDENCE} r:i a rkg:Indicator"),
    ("lawAttributeEnd", "r:i a rkg:Indicator", f'r:v a rkg:Statement ; rdf:subject r:c ; rdf:predicate rkg:status ; rdf:object "signed" ; {EVIDENCE} r:i a rkg:Indicator'),
    ("lawWhole", "rkg:indicator r:i ; ", ""),
    ("lawWhole", "rkg:modality rkg:Target", "rkg:modality r:i"),
    ("lawEvidence", "rkg:confidence 0.8 ; prov:wasDerivedFrom r:e .", "rkg:confidence 0.8 ."),
    ("lawConfidence", "rkg:confidence 0.8", "rkg:confidence 1.2"),
    ("lawConfidence", "rkg:confidence 0.8 ; ", ""),
    ("lawConfidence", "rkg:confidence 0.8", "rkg:confidence 0.8, 0.9"),
    ("lawTime", 'rkg:validTo "2021"^^xsd:gYear', 'rkg:validTo "2021-04-30"^^xsd:date'),
    ("lawQuote", "oa:end 7", "oa:end 8"),
    ("lawQuote", '"位于乙县"', '"位于甲县"'),
]  # fmt: skip


@pytest.fixture(scope="module")
def words() -> rdflib.Graph:
    """What the laws read of the ontology; its own classes are left out, so that pySHACL does not judge them, too."""
    graph = rdflib.Graph()
    for file in ontology.load().files[:-1]:
        graph.parse(file)
    graph.remove((None, RDF.type, None))
    return graph


@pytest.fixture(scope="module")
def laws() -> rdflib.Graph:
    return rdflib.Graph().parse(ontology.load().files[-1])


def by_query(text: str, words: rdflib.Graph, laws: rdflib.Graph) -> set[tuple[str, str]]:
    """(law, node that breaks it): each select with $this free."""
    store = pyoxigraph.Store()
    store.load(words.serialize(format="nt").encode(), format=pyoxigraph.RdfFormat.N_TRIPLES)
    store.load((PREFIXES + text).encode(), format=pyoxigraph.RdfFormat.TURTLE)
    found = set()
    for shape, constraint in laws.subject_objects(SH.sparql):
        declared = [(laws.value(d, SH.prefix), laws.value(d, SH.namespace)) for d in laws.objects(None, SH.declare)]
        head = "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in declared)
        answer = store.query(head + str(laws.value(constraint, SH.select)).replace("$this", "?this"))
        assert isinstance(answer, pyoxigraph.QuerySolutions)
        found |= {(local(shape), local(row["this"].value)) for row in answer}
    return found


def by_pyshacl(text: str, words: rdflib.Graph, laws: rdflib.Graph) -> set[tuple[str, str]]:
    """The same from the standard engine, which binds $this to one target after another."""
    data = rdflib.Graph().parse(data=PREFIXES + text, format="turtle") + words
    _, results, _ = pyshacl.validate(data, shacl_graph=laws, inference="none")
    found = results.subjects(RDF.type, SH.ValidationResult)
    return {(local(results.value(r, SH.sourceShape)), local(results.value(r, SH.focusNode))) for r in found}


def local(node: object) -> str:
    return re.split("[#/]", str(node))[-1]


def test_a_lawful_graph_passes(words: rdflib.Graph, laws: rdflib.Graph) -> None:
    assert by_query(LAWFUL, words, laws) == set()
    assert by_pyshacl(LAWFUL, words, laws) == set()


@pytest.mark.parametrize(("law", "old", "new"), BREAKS)
def test_each_law_is_broken_alone(words: rdflib.Graph, laws: rdflib.Graph, law: str, old: str, new: str) -> None:
    assert LAWFUL.count(old) == 1
    assert {found for found, _ in by_query(LAWFUL.replace(old, new), words, laws)} == {law}


def test_pyshacl_agrees_when_all_is_broken(words: rdflib.Graph, laws: rdflib.Graph) -> None:
    text = LAWFUL
    for law, old, new in BREAKS:
        if text.count(old) == 1 and law != "lawNoBlank":  # the name of a blank node is the engine's own
            text = text.replace(old, new)
    found = by_pyshacl(text, words, laws)
    assert found == by_query(text, words, laws)
    assert len({law for law, _ in found}) > 12


def test_every_law_is_tried(laws: rdflib.Graph) -> None:
    known = {str(shape).rpartition("#")[2] for shape in laws.subjects(RDF.type, SH.NodeShape)}
    assert {law for law, _, _ in BREAKS} == known
    assert len(known) == 19


def test_every_law_has_a_name_and_a_sentence_in_both_languages(laws: rdflib.Graph) -> None:
    for shape in laws.subjects(RDF.type, SH.NodeShape):
        assert {label.language for label in laws.objects(shape, RDFS.label)} == {"zh-Hans", "en"}
        [message] = laws.objects(shape, SH.sparql / SH.message)
        assert " / " in str(message)


def test_no_law_names_a_relation_or_type_of_its_own(root: Path) -> None:
    """But for posts, which are memberships, and divisions, which have codes: the laws read the ontology."""
    text = (root / "ontology" / "shapes.ttl").read_text(encoding="utf-8")
    known = ontology.load()
    named = {name for name in (*known.relations, *known.types) if f"rkg:{name} " in text}
    assert named == {"holdsPost", "Division"}
