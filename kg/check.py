"""The laws of the graph: ontology/shapes.ttl, standard SHACL, reported in plain sentences.

SHACL Core is validated by pySHACL. Laws in SHACL-SPARQL are asked of the store, once for all their target nodes instead
of once a node: the same answers, in a small part of the time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pyshacl
import rdflib
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Store
from rdflib import RDF, RDFS, SH
from rdflib.term import Node

from kg.errors import GraphError
from kg.model import Report, Violation
from kg.ontology import Ontology
from kg.store import Graph
from kg.vocab import PREFIXES, term

_TARGETS: Mapping[Node, str] = {
    SH.targetClass: "{{ ?this a/rdfs:subClassOf* {0} }}",
    SH.targetSubjectsOf: "{{ ?this {0} ?_object }}",
    SH.targetObjectsOf: "{{ ?_subject {0} ?this }}",
    SH.targetNode: "{{ VALUES ?this {{ {0} }} }}",
}
_ARTICLES = """SELECT DISTINCT ?name ?file {
    VALUES ?node { %s }
    OPTIONAL { ?node skos:prefLabel|schema:headline ?name }
    OPTIONAL {
      { ?node prov:wasDerivedFrom/oa:hasSource ?article } UNION { ?node oa:hasSource ?article }
      UNION { ?evidence oa:hasSelector ?node ; oa:hasSource ?article } UNION { ?article schema:mentions ?node }
      UNION { ?node schema:headline ?headline BIND(?node AS ?article) }
      ?article rkg:sourceFile ?file } } ORDER BY ?file ?name LIMIT 1"""
_NO_LAW = {*_TARGETS, SH.prefixes, SH.declare, SH.prefix, SH.namespace, SH.select, SH.message, SH.name, SH.severity}
"""Properties of SHACL that say of what or in which words, but hold nothing to a law."""

_SLOT = re.compile(r"\{[?$](\w+)\}")


def check(graph: Graph, texts: Mapping[str, str], ontology: Ontology) -> Report:
    """Hold ``graph`` against the laws of ``ontology``.

    ``texts`` (article id -> cleaned text) let quotes be compared with the words that they quote; without an article's
    text its quotes are not compared.

    Raises:
        GraphError: a law cannot be read or run.
    """
    *words, laws = ontology.files
    shapes = rdflib.Graph().parse(laws)
    union = Graph(_union(graph, texts, words), graph.base)
    broken = {*_by_query(union, shapes), *_by_pyshacl(union, shapes)}
    found = sorted((_located(graph, each) for each in broken), key=lambda each: (each.law, each.node, each.message))
    return Report(not found, tuple(found))


def _union(graph: Graph, texts: Mapping[str, str], words: Iterable[Path]) -> Store:
    """A copy of the graph with the texts of its articles and the ontology, which the laws read."""
    store = Store()
    store.bulk_extend(graph.store)
    for path in words:
        store.bulk_load(path=path, format=RdfFormat.TURTLE)
    articles = graph.store.quads_for_pattern(None, term("rdf:type"), term("schema:NewsArticle"), DefaultGraph())
    for node in [quad.subject for quad in articles]:
        text = texts.get(node.value.rpartition("/")[2]) if isinstance(node, NamedNode) else None
        if text is not None:
            store.add(Quad(node, term("rkg:text"), Literal(text)))
    return store


def _by_query(union: Graph, shapes: rdflib.Graph) -> Iterator[Violation]:
    """What breaks the SPARQL laws; these are taken out of ``shapes``."""
    for shape, _, constraint in sorted(shapes.triples((None, SH.sparql, None))):
        targets = [form.format(target.n3()) for kind, form in _TARGETS.items() for target in sorted(shapes.objects(shape, kind), key=str)]
        if not targets:
            continue  # part of another shape: pySHACL knows its nodes
        shapes.remove((shape, SH.sparql, constraint))
        select = str(shapes.value(constraint, SH.select)).replace("$this", "?this")
        head, _, rest = select.partition("{")
        every = f"{_declared(shapes, constraint)}{head}{{ {{ SELECT DISTINCT ?this {{ {' UNION '.join(targets)} }} }} {rest}"
        message = _sentence([*shapes.objects(constraint, SH.message), *shapes.objects(shape, SH.message)])
        for row in _rows(union, every):
            yield Violation(row["this"], _law(shapes, shape), _filled(message, row))


def _declared(shapes: rdflib.Graph, constraint: Node) -> str:
    declared = shapes.objects(constraint, SH.prefixes / SH.declare)
    pairs = sorted((str(shapes.value(each, SH.prefix)), str(shapes.value(each, SH.namespace))) for each in declared)
    return "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in pairs)


def _filled(message: str, row: Mapping[str, str]) -> str:
    """``message`` with the values of the row in its {?slots}."""
    return _SLOT.sub(lambda slot: row.get(slot[1], slot[0]), message)


def _rows(graph: Graph, query: str) -> Iterator[dict[str, str]]:
    answer = graph.query(query)
    for row in answer.rows:
        yield {name: str(getattr(value, "value", value)) for name, value in zip(answer.columns, row, strict=True) if value}


def _by_pyshacl(union: Graph, shapes: rdflib.Graph) -> Iterator[Violation]:
    if not any(str(each).startswith(str(SH)) and each not in _NO_LAW for each in shapes.predicates()):
        return  # nothing is left of the laws: a copy for pySHACL would take longer than all the rest
    dumped = union.store.dump(format=RdfFormat.N_TRIPLES, from_graph=DefaultGraph()) or b""
    data = rdflib.Graph().parse(data=dumped, format="nt")
    _, results, words = pyshacl.validate(data, shacl_graph=shapes, inference="none")
    if not isinstance(results, rdflib.Graph):
        raise GraphError(f"the laws cannot be run: {words}")
    for result in results.subjects(RDF.type, SH.ValidationResult):
        message = _sentence(list(results.objects(result, SH.resultMessage)))
        value = results.value(result, SH.value)
        shape = results.value(result, SH.sourceShape)
        yield Violation(
            str(results.value(result, SH.focusNode)),
            _law(shapes, shape),
            message + (f": {value}" if value is not None else ""),
        )


def _law(shapes: rdflib.Graph, shape: Node | None) -> str:
    """The label of a law; a property shape speaks for the node shape that it is part of."""
    owner = shapes.value(predicate=SH.property, object=shape)
    return _sentence(list(shapes.objects(owner or shape, RDFS.label))) or str(shape).rpartition("#")[2]


def _sentence(messages: list[Node]) -> str:
    """The English message if there is one, else the first."""
    ranked = sorted(messages, key=lambda message: (getattr(message, "language", None) != "en", str(message)))
    return str(ranked[0]) if ranked else ""


def _located(graph: Graph, broken: Violation) -> Violation:
    """The same, in a sentence that names the node and the article."""
    node = broken.node.removeprefix(graph.base)
    if not broken.node.startswith(graph.base):
        return broken
    [row] = list(_rows(graph, _ARTICLES % f"<{broken.node}>")) or [{}]
    name, file = row.get("name"), row.get("file")
    told = broken.message.replace(graph.base, "").replace(PREFIXES["rkg"], "")
    return Violation(node, broken.law, (f"{name}: " if name else "") + told + (f" ({file})" if file else ""))
