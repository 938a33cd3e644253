"""The namespaces and IRIs of the graph: one spelling for all that write or read it.

Terms under ``rkg:`` are defined in ontology/core.ttl; the others are W3C, schema.org and DCMI vocabularies.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from pyoxigraph import NamedNode

DEFAULT_BASE = "https://w3id.org/regional-kg/id/"
"""Where the IRIs of entities, statements and evidence begin unless a base is given; ends with a slash."""

PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "rkg": "https://w3id.org/regional-kg/ontology#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "schema": "https://schema.org/",
        "dc": "http://purl.org/dc/elements/1.1/",
        "org": "http://www.w3.org/ns/org#",
        "prov": "http://www.w3.org/ns/prov#",
        "oa": "http://www.w3.org/ns/oa#",
        "qb": "http://purl.org/linked-data/cube#",
        "void": "http://rdfs.org/ns/void#",
    }
)
"""Prefix -> namespace, in the order in which they stand at the top of a file."""


@cache
def term(short: str) -> NamedNode:
    """The IRI of a short form.

    >>> term("oa:exact").value
    'http://www.w3.org/ns/oa#exact'
    """
    prefix, _, local = short.partition(":")
    return NamedNode(PREFIXES[prefix] + local)
