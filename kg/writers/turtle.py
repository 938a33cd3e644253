"""Turtle, the standard file: readable, the same bytes for the same graph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from kg.ontology import Ontology
from kg.store import Graph
from kg.vocab import PREFIXES
from kg.writers._atomic import whole
from kg.writers._lines import language, sorted_lines

SUFFIX = ".ttl"

FIRST = (
    "a", "skos:prefLabel", "rdfs:label", "skos:altLabel", "skos:notation", "schema:headline", "schema:datePublished",
    "rdf:subject", "rdf:predicate", "rdf:object", "org:member", "org:organization", "org:role",
    "rkg:about", "rkg:indicator", "rkg:value", "rkg:unit",
)  # fmt: skip
"""Predicates that open a subject's block; the others follow in alphabetical order, evidence last."""
_LAST = ("prov:wasDerivedFrom",)

# The part of PN_LOCAL (Turtle 1.1, section 6.5) that needs no escape in any parser; everything else stays a full IRI.
_LOCAL = re.compile(r"[A-Za-z_0-9\u4e00-\u9fff](?:[A-Za-z_0-9\u4e00-\u9fff-]*[A-Za-z_0-9\u4e00-\u9fff])?")
_SHORTHAND = {
    f"^^<{PREFIXES['xsd']}integer>": re.compile(r"[+-]?[0-9]+"),
    f"^^<{PREFIXES['xsd']}decimal>": re.compile(r"[+-]?[0-9]*\.[0-9]+"),
}
_TYPE = f"<{PREFIXES['rdf']}type>"


def write(graph: Graph, path: Path, ontology: Ontology) -> None:
    """Write ``graph`` to ``path`` (W3C Turtle 1.1): subjects sorted, one predicate a line, no blank nodes."""
    with whole(path) as stream:
        stream.writelines(_document(sorted_lines(graph), prefixes(graph.base, ontology)))


def prefixes(base: str, ontology: Ontology) -> dict[str, str]:
    """All prefixes of a file: the vocabularies, then one for each kind of IRI under ``base``."""
    kinds = sorted(name.lower() for name in ontology.types)
    own = (*kinds, "article", "statement", "membership", "observation", "indicator", "evidence", "selector")
    return {**PREFIXES, **{kind: f"{base}{kind}/" for kind in own if kind not in PREFIXES}}


def _document(lines: list[str], names: dict[str, str]) -> Iterator[str]:
    yield from (f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in names.items())
    terms = _Terms(names)
    split = (line.split(" ", 2) for line in lines)
    for subject, triples in groupby(split, key=lambda triple: triple[0]):
        yield f"\n{terms[subject]}\n" + _block(terms, triples) + " .\n"


def _block(terms: _Terms, triples: Iterable[list[str]]) -> str:
    """The predicates and objects of one subject."""
    objects: dict[str, list[str]] = {}
    for _, predicate, value in triples:
        objects.setdefault(terms[predicate] if predicate != _TYPE else "a", []).append(terms[value])
    ranked = sorted(objects, key=_rank)
    return " ;\n".join(f"    {predicate} {' , '.join(objects[predicate])}" for predicate in ranked)


def _rank(predicate: str) -> tuple[int, str]:
    return _RANKS.get(predicate, len(FIRST)), predicate


_RANKS = {name: rank for rank, name in enumerate(FIRST)} | {name: len(FIRST) + 1 for name in _LAST}


class _Terms(dict[str, str]):
    """N-Triples form of a term -> its Turtle form; what recurs (IRIs, typed literals) is worked out once."""

    def __init__(self, names: dict[str, str]) -> None:
        super().__init__()
        self._prefix = {namespace: prefix for prefix, namespace in names.items()}

    def __missing__(self, term: str) -> str:
        if term.endswith('"'):
            return term
        if not term.endswith(">"):
            return language(term)
        short = self[term] = self._iri(term) if term.startswith("<") else self._typed(term)
        return short

    def _iri(self, term: str) -> str:
        iri = term[1:-1]
        cut = max(iri.rfind("/"), iri.rfind("#")) + 1
        prefix = self._prefix.get(iri[:cut])
        return f"{prefix}:{iri[cut:]}" if prefix is not None and _LOCAL.fullmatch(iri, cut) else term

    def _typed(self, term: str) -> str:
        end = term.rindex('"') + 1
        bare, datatype = term[1 : end - 1], term[end:]
        form = _SHORTHAND.get(datatype)
        return bare if form is not None and form.fullmatch(bare) else f"{term[:end]}^^{self[datatype[2:]]}"
