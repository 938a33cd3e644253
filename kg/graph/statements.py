"""Facts and attributes: a statement node each, and the plain triple of what is asserted and believed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from pyoxigraph import Literal, NamedNode

from kg.graph.evidence import Evidences
from kg.graph.sink import Sink, moment, plain, words
from kg.model import Attribute, Evidence, Fact
from kg.ontology import Ontology
from kg.vocab import term

ACCEPTED = 500_000
"""Millionths of confidence from which an asserted statement is believed, that is, backs a plain triple."""

POST = "holdsPost"
"""The relation whose statements are memberships of W3C ORG, because a post has a title."""

MODALITIES: Mapping[str, NamedNode] = {name: term(f"rkg:{name.capitalize()}") for name in ("asserted", "planned", "denied", "reported")}

_STATEMENT, _MEMBERSHIP, _ROLE_CLASS = term("rkg:Statement"), term("org:Membership"), term("org:Role")
_SUBJECT, _PREDICATE, _OBJECT = term("rdf:subject"), term("rdf:predicate"), term("rdf:object")
_MEMBER, _ORGANIZATION, _ROLE, _TITLE = (
    term("org:member"), term("org:organization"), term("org:role"), term("rkg:title")
)  # fmt: skip
_MODALITY, _FROM, _TO, _PREF = term("rkg:modality"), term("rkg:validFrom"), term("rkg:validTo"), term("skos:prefLabel")

FactKey: TypeAlias = tuple[str, str, str, str, str, str, str]
Backing: TypeAlias = list[tuple[tuple[Evidence, ...], float]]


def fact_key(fact: Fact, ontology: Ontology) -> FactKey:
    """What makes a fact the same fact; a symmetric relation is turned so that the smaller key comes first."""
    subject, other = fact.subject, fact.object
    if ontology.relations[fact.relation].symmetric and other < subject:
        subject, other = other, subject
    return subject, fact.relation, other, fact.title, fact.modality, fact.valid_from, fact.valid_to


def add_fact(sink: Sink, evidences: Evidences, key: FactKey, backing: Backing, ontology: Ontology) -> None:
    """Write the statement (or membership) of one fact, and its plain triple if it is asserted and believed."""
    subject, relation, other, title, modality, valid_from, valid_to = key
    ends = sink.node(subject), NamedNode(ontology.relations[relation].iri), sink.node(other)
    if relation == POST:
        node = sink.hashed("membership", *key)
        _add_membership(sink, node, ends, title)
    else:
        node = sink.hashed("statement", *key)
        _add_reified(sink, node, ends)
    sink.add(node, _MODALITY, MODALITIES[modality])
    sink.add_all(node, _FROM, map(moment, filter(None, [valid_from])))
    sink.add_all(node, _TO, map(moment, filter(None, [valid_to])))
    if evidences.support(node, backing) >= ACCEPTED and modality == "asserted":
        sink.add(*ends)


def attribute_key(attribute: Attribute) -> tuple[str, str, str]:
    """What makes an attribute the same: entity, property, value."""
    return attribute.entity, attribute.key, attribute.value


def add_attribute(sink: Sink, evidences: Evidences, key: tuple[str, str, str], backing: Backing) -> None:
    """Write the statement of a date or status, and its plain triple if it is believed."""
    entity, name, value = key
    ends = sink.node(entity), term(f"rkg:{name}"), attribute_value(name, value)
    node = sink.hashed("statement", *key)
    _add_reified(sink, node, ends)
    sink.add(node, _MODALITY, MODALITIES["asserted"])
    if evidences.support(node, backing) >= ACCEPTED:
        sink.add(*ends)


def attribute_value(name: str, value: str) -> Literal:
    """Dates typed as precisely as they are known, a status as a plain string (its values: rkg:status in core.ttl)."""
    return plain(value) if name == "status" else moment(value)


def grouped(found: Iterable[tuple[tuple[str, ...], Sequence[Evidence], float]]) -> dict[tuple[str, ...], Backing]:
    """Findings by key, each with its evidence and confidence."""
    groups: dict[tuple[str, ...], Backing] = {}
    for key, evidence, confidence in found:
        groups.setdefault(key, []).append((tuple(evidence), confidence))
    return groups


def _add_reified(sink: Sink, node: NamedNode, ends: tuple[NamedNode, NamedNode, NamedNode | Literal]) -> None:
    sink.kind(node, _STATEMENT)
    sink.add(node, _SUBJECT, ends[0])
    sink.add(node, _PREDICATE, ends[1])
    sink.add(node, _OBJECT, ends[2])


def _add_membership(sink: Sink, node: NamedNode, ends: tuple[NamedNode, NamedNode, NamedNode], title: str) -> None:
    sink.kind(node, _MEMBERSHIP)
    sink.add(node, _MEMBER, ends[0])
    sink.add(node, _ORGANIZATION, ends[2])
    if title:
        role = sink.node("role/" + title)
        sink.add(node, _TITLE, words(title))
        sink.add(node, _ROLE, role)
        sink.kind(role, _ROLE_CLASS)
        sink.add(role, _PREF, words(title))
