"""Turtle, the standard file: readable, the same bytes for the same graph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.ontology import Ontology
from kg.store import Graph
from kg.vocab import PREFIXES, term
from kg.writers._atomic import whole
from kg.writers._rdf import Names, language, prefixes, sorted_lines

SUFFIX = ".ttl"

FIRST = (
    "rdf:type", "skos:prefLabel", "rdfs:label", "skos:altLabel", "skos:notation", "schema:headline", "schema:datePublished",
    "rdf:subject", "rdf:predicate", "rdf:object", "org:member", "org:organization", "org:role",
    "rkg:about", "rkg:indicator", "rkg:value", "rkg:unit",
)  # fmt: skip
"""Predicates that open a subject's block; the others follow in alphabetical order."""

LAST = ("prov:wasDerivedFrom",)
"""Predicates that close it."""

_SHORTHAND = {
    f"^^<{PREFIXES['xsd']}integer>": re.compile(r"[+-]?[0-9]+"),
    f"^^<{PREFIXES['xsd']}decimal>": re.compile(r"[+-]?[0-9]*\.[0-9]+"),
}
_TYPE = f"<{PREFIXES['rdf']}type>"


def write(graph: Graph, path: Path, ontology: Ontology) -> None:
    """Write ``graph`` to ``path`` (W3C Turtle 1.1): subjects sorted, one predicate a line, no blank nodes."""
    with whole(path) as stream:
        stream.writelines(_document(sorted_lines(graph), prefixes(graph.base, ontology)))


def _document(lines: Iterable[str], names: dict[str, str]) -> Iterator[str]:
    yield from (f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in names.items())
    terms, orders = _Terms(names), _Orders(names)
    for subject, objects in _subjects(lines, terms):
        rows = " ;\n".join([row + objects[predicate] for predicate, row in orders[tuple(objects)]])
        yield f"\n{terms[subject]}\n{rows} .\n"


def _subjects(lines: Iterable[str], terms: _Terms) -> Iterator[tuple[str, dict[str, str]]]:
    """Each subject (N-Triples form) with predicate (N-Triples form) -> objects, joined as Turtle."""
    current = ""
    objects: dict[str, str] = {}
    for line in lines:
        subject, predicate, value = line.split(" ", 2)
        if subject != current:
            if objects:
                yield current, objects
            current, objects = subject, {}
        short = value if value[-1] == '"' else terms[value]  # plain strings are the same in both syntaxes
        objects[predicate] = f"{objects[predicate]} , {short}" if predicate in objects else short
    if objects:
        yield current, objects


def _iri(short: str) -> str:
    return f"<{term(short).value}>"


_RANKS = {_iri(name): rank for rank, name in enumerate(FIRST)} | {_iri(name): len(FIRST) + 1 for name in LAST}


class _Orders(dict[tuple[str, ...], list[tuple[str, str]]]):
    """Predicates of a subject -> the same in the order of the file, each with the beginning of its row.

    Few sets of predicates recur all the time."""

    def __init__(self, names: dict[str, str]) -> None:
        super().__init__()
        self._terms = _Terms(names)
        self._terms[_TYPE] = "a"

    def __missing__(self, predicates: tuple[str, ...]) -> list[tuple[str, str]]:
        order = sorted(predicates, key=lambda each: (_RANKS.get(each, len(FIRST)), each))
        rows = self[predicates] = [(each, f"    {self._terms[each]} ") for each in order]
        return rows


class _Terms(dict[str, str]):
    """N-Triples form of a term -> its Turtle form; what recurs (IRIs, typed literals) is worked out once."""

    def __init__(self, names: dict[str, str]) -> None:
        super().__init__()
        self._names = Names(names)

    def __missing__(self, value: str) -> str:
        if not value.endswith(">"):
            return language(value)
        short = self[value] = (self._names.short(value[1:-1]) or value) if value.startswith("<") else self._typed(value)
        return short

    def _typed(self, value: str) -> str:
        end = value.rindex('"') + 1
        bare, datatype = value[1 : end - 1], value[end:]
        form = _SHORTHAND.get(datatype)
        return bare if form is not None and form.fullmatch(bare) else f"{value[:end]}^^{self[datatype[2:]]}"
