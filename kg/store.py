"""The graph at rest: a pyoxigraph store, asked with SPARQL, seen by callers of rdflib as an rdflib graph."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import TypeAlias

import rdflib
from oxrdflib import OxigraphStore
from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QuerySolutions,
    RdfFormat,
    Store,
    Triple,
)
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

from kg.errors import GraphError, QueryError
from kg.sparql import bind, refuse
from kg.vocab import DEFAULT_BASE, PREFIXES

Term: TypeAlias = NamedNode | BlankNode | Literal | Triple
Value: TypeAlias = Term | str | bool | int | Decimal

_SUFFIXES: Mapping[str, RdfFormat] = {
    ".ttl": RdfFormat.TURTLE,
    ".nt": RdfFormat.N_TRIPLES,
    ".nq": RdfFormat.N_QUADS,
    ".trig": RdfFormat.TRIG,
    ".jsonld": RdfFormat.JSON_LD,
    ".rdf": RdfFormat.RDF_XML,
}

_COUNTS: Mapping[str, str] = {
    "entities": "SELECT ?kind (COUNT(DISTINCT ?x) AS ?n) { ?article schema:mentions ?x . ?x a ?kind } GROUP BY ?kind",
    "facts": """SELECT ?kind (COUNT(?x) AS ?n) {
        { ?x rdf:predicate ?kind ; rdf:object ?object FILTER(isIRI(?object)) }
        UNION { ?x a org:Membership BIND(rkg:holdsPost AS ?kind) } } GROUP BY ?kind""",
    "attributes": """SELECT ?kind (COUNT(?x) AS ?n) {
        ?x rdf:predicate ?kind ; rdf:object ?object FILTER(isLiteral(?object)) } GROUP BY ?kind""",
    "observations": "SELECT ?kind (COUNT(?x) AS ?n) { ?x a qb:Observation ; rkg:modality ?kind } GROUP BY ?kind",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query gave. SELECT: ``columns`` and ``rows`` (None where unbound); ASK: ``truth``; CONSTRUCT: ``triples``."""

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Term | None, ...], ...] = ()
    truth: bool | None = None
    triples: tuple[Triple, ...] | None = None


@dataclass(slots=True)
class Graph:
    """A built graph. ``base`` is where its IRIs begin; ``texts`` maps article ids to texts where they are at hand."""

    store: Store = field(default_factory=Store)
    base: str = DEFAULT_BASE
    texts: Mapping[str, str] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.store)

    @property
    def rdf(self) -> rdflib.Graph:
        """The same triples, not a copy, as an rdflib graph. Language tags come in lower case (zh-hans)."""
        graph = rdflib.Graph(store=OxigraphStore(store=self.store), identifier=DATASET_DEFAULT_GRAPH_ID)
        for prefix, namespace in PREFIXES.items():
            graph.bind(prefix, namespace)
        return graph

    def query(self, sparql: str, /, *, timeout: float | None = None, **params: Value) -> Answer:
        """Answer a SPARQL SELECT, ASK, CONSTRUCT or DESCRIBE query.

        Args:
            sparql: the query; the prefixes of ``kg.vocab`` need not be declared.
            timeout: seconds until it is given up. pyoxigraph cannot cancel: its thread ends with the query or
                the process, so a server that must free the processor runs queries in processes.
            params: variable name -> value, put in as a term, never as text.

        Raises:
            QueryError: wrong, too slow, or reaching outside the graph (SERVICE, LOAD, FROM).
        """
        refuse(sparql)
        bound = bind(sparql, {name: _as_term(value) for name, value in params.items()})

        def run() -> Answer:
            return _answer(self.store, bound)

        return run() if timeout is None else _within(timeout, run)

    def counts(self) -> dict[str, dict[str, int]]:
        """How many entities a type (those that an article names), facts a relation, attributes a property and
        observations a modality the graph holds; names are the local parts of their IRIs, in order."""
        return {name: _tally(self.query(query)) for name, query in _COUNTS.items()}


def load(path: Path) -> Graph:
    """Read a graph that ``kg build`` wrote; the suffix tells the format (.ttl .nt .nq .trig .jsonld .rdf).

    Raises:
        GraphError: missing, of another format, or not well-formed (names file and line).
    """
    form = _SUFFIXES.get(path.suffix.lower())
    if form is None:
        raise GraphError(f"{path}: cannot tell the format from '{path.suffix}'; use one of {' '.join(_SUFFIXES)}")
    store = Store()
    try:
        store.bulk_load(path=str(path), format=form)
    except FileNotFoundError as fault:
        raise GraphError(f"{path}: no such file; build the graph first with 'kg build'") from fault
    except (OSError, SyntaxError, ValueError) as fault:
        raise GraphError(f"{path}: not readable as {form.name}: {fault}") from fault
    spaces = _answer(store, "SELECT ?space { ?set a void:Dataset ; void:uriSpace ?space } ORDER BY ?space").rows
    base = next((term.value for row in spaces for term in row if isinstance(term, Literal)), DEFAULT_BASE)
    return Graph(store, base)


def _tally(found: Answer) -> dict[str, int]:
    rows = [(kind.value, int(number.value)) for kind, number in found.rows]  # type: ignore[union-attr]
    return {re.split("[#/]", kind)[-1]: number for kind, number in sorted(rows)}


def _as_term(value: Value) -> Term:
    if isinstance(value, NamedNode | BlankNode | Literal | Triple):
        return value
    if isinstance(value, Decimal):
        return Literal(f"{value:f}", datatype=NamedNode(PREFIXES["xsd"] + "decimal"))
    try:
        return Literal(value)
    except ValueError as fault:  # a lone surrogate
        raise QueryError(f"the parameter {value!r} holds a character that UTF-8 cannot carry") from fault


def _answer(store: Store, sparql: str) -> Answer:
    try:
        found = store.query(sparql, prefixes=dict(PREFIXES))
        if isinstance(found, QueryBoolean):
            return Answer(truth=bool(found))
        if isinstance(found, QuerySolutions):
            columns = tuple(variable.value for variable in found.variables)
            return Answer(columns, tuple(tuple(row[name] for name in columns) for row in found))
        return Answer(triples=tuple(found))
    except (SyntaxError, ValueError, OSError, RuntimeError) as fault:
        raise QueryError(f"the query cannot be run: {fault}") from fault


def _within(seconds: float, run: Callable[[], Answer]) -> Answer:
    """``run``'s answer, or its error, or a QueryError after ``seconds``."""
    answers: list[Answer] = []
    faults: list[Exception] = []

    def work() -> None:
        try:
            answers.append(run())
        except Exception as fault:  # handed to the caller's thread just below
            faults.append(fault)

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    thread.join(seconds)
    if thread.is_alive():
        raise QueryError(f"the query took longer than {seconds:g} s; make it narrower or add LIMIT")
    if faults:
        raise faults[0]
    return answers[0]
