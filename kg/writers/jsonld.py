"""JSON-LD: one subject a line, short names by a context, the same bytes for the same graph."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any, TypeAlias

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from kg.ontology import Ontology
from kg.store import Graph
from kg.vocab import term
from kg.writers._atomic import whole
from kg.writers._rdf import Names, cased, prefixes, sorted_lines

SUFFIX = ".jsonld"

Json: TypeAlias = dict[str, Any] | str | int

_TYPE, _STRING, _INTEGER = term("rdf:type"), term("xsd:string"), term("xsd:integer")
_CANONICAL = re.compile(r"0|-?[1-9][0-9]{0,14}")


def write(graph: Graph, path: Path, ontology: Ontology) -> None:
    """Write ``graph`` to ``path`` (W3C JSON-LD 1.1): prefixes as context, subjects sorted."""
    names = prefixes(graph.base, ontology)
    lines = " .\n".join([*sorted_lines(graph), ""])
    triples = parse(lines.encode(), RdfFormat.N_TRIPLES)
    with whole(path) as stream:
        stream.write('{"@context": ' + json.dumps(names, ensure_ascii=False) + ',\n"@graph": [')
        comma = "\n"
        for node in _nodes(triples, Names(names)):
            stream.write(comma + json.dumps(node, ensure_ascii=False))
            comma = ",\n"
        stream.write("\n]}\n")


def _nodes(triples: Iterator[Triple], names: Names) -> Iterator[dict[str, Any]]:
    """One object a subject, its predicates in the order of their IRIs."""
    for subject, group in groupby(triples, key=lambda triple: triple.subject.value):  # type: ignore[union-attr]
        node: dict[str, Any] = {"@id": _name(subject, names)}
        for predicate, same in groupby(group, key=lambda triple: triple.predicate):
            values = [_value(triple.object, names) for triple in same]
            if predicate == _TYPE:
                node["@type"] = [value["@id"] for value in values if isinstance(value, dict)]
            else:
                node[_name(predicate.value, names)] = values[0] if len(values) == 1 else values
        yield node


def _value(value: object, names: Names) -> Json:
    if not isinstance(value, Literal):
        return {"@id": _name(value.value, names)} if isinstance(value, NamedNode) else {"@id": str(value)}
    if value.language:
        return {"@language": cased(value.language), "@value": value.value}
    if value.datatype == _STRING:
        return value.value
    if value.datatype == _INTEGER and _CANONICAL.fullmatch(value.value):
        return int(value.value)
    return {"@type": _name(value.datatype.value, names), "@value": value.value}


def _name(iri: str, names: Names) -> str:
    return names.short(iri) or iri
