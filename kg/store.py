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
    Variable,
)
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

from kg.errors import GraphError, QueryError
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
# Comments, IRIs, strings, variables and prefixed names swallow what stands in them; what is left is a bare word.
_TOKENS = re.compile(
    r"""\#[^\n\r]* | <[^<>"{}|^`\\\x00-\x20]*> | \"{3}(?:[^\\]|\\.)*?\"{3} | '{3}(?:[^\\]|\\.)*?'{3}
    | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*' | [?$@][\w-]* | [\w.-]*:[\w.:%\\/-]* | (?P<word>[^\W\d_]+)""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_REACHING_OUT = ("SERVICE", "LOAD", "FROM")


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
        given = {Variable(name): _as_term(value) for name, value in params.items()}

        def run() -> Answer:
            return _answer(self.store, sparql, given)

        return run() if timeout is None else _within(timeout, run)


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
    spaces = _answer(store, "SELECT ?space { ?set a void:Dataset ; void:uriSpace ?space } ORDER BY ?space", {}).rows
    base = next((term.value for row in spaces for term in row if isinstance(term, Literal)), DEFAULT_BASE)
    return Graph(store, base)


def refuse(sparql: str, words: tuple[str, ...] = _REACHING_OUT) -> None:
    """Turn away a query that names one of ``words`` outside strings, IRIs, comments and names.

    SPARQL resolves \\u escapes before anything else (SPARQL 1.1, section 19.2), so the query is also read with them
    resolved.

    Raises:
        QueryError: the word is there.
    """
    for reading in {sparql, _ESCAPE.sub(_unescape, sparql)}:
        for token in _TOKENS.finditer(reading):
            word = (token["word"] or "").upper()
            if word in words:
                raise QueryError(f"{word} is refused: queries read this graph only; leave {word} out")


def _unescape(found: re.Match[str]) -> str:
    number = int(found[1] or found[2], 16)
    return chr(number) if number < 0x110000 else found.group()


def _as_term(value: Value) -> Term:
    if isinstance(value, NamedNode | BlankNode | Literal | Triple):
        return value
    if isinstance(value, Decimal):
        return Literal(f"{value:f}", datatype=NamedNode(PREFIXES["xsd"] + "decimal"))
    return Literal(value)


def _answer(store: Store, sparql: str, given: Mapping[Variable, Term]) -> Answer:
    try:
        found = store.query(sparql, prefixes=dict(PREFIXES), substitutions=dict(given))
        if isinstance(found, QueryBoolean):
            return Answer(truth=bool(found))
        if isinstance(found, QuerySolutions):
            columns = tuple(variable.value for variable in found.variables)
            return Answer(columns, tuple(tuple(row[name] for name in columns) for row in found))
        return Answer(triples=tuple(found))
    except (SyntaxError, ValueError, OSError) as fault:
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
