"""Facts: what the sentences of a linked document say about its entities, by rules over coded sentences."""

from __future__ import annotations

from dataclasses import replace

from kg.model import Document, Fact
from kg.ontology import Ontology
from kg.relate import (
    engagement,
    follows,
    jurisdiction,
    organisers,
    participants,
    parts,
    places,
    policies,
    posts,
    responsibility,
    tables,
    undertaking,
    visits,
)
from kg.relate._facts import join
from kg.relate._scene import Scene, encode

# In order: a rule may look at what the rules before it found (a part of a campaign has no organiser of its own).
RULES = (
    jurisdiction,
    posts,
    parts,
    tables,
    undertaking,
    follows,
    organisers,
    places,
    policies,
    responsibility,
    participants,
    visits,
    engagement,
)


def relate(document: Document, ontology: Ontology) -> list[Fact]:
    """All facts that a linked document states, each with its evidence, in a stable order.

    Ends that the ontology does not allow for the relation, and relations of a thing to itself, are left out.
    """
    known = tuple(mention for mention in document.mentions if mention.entity in document.entities)
    scene = encode(replace(document, mentions=known), ontology.places)
    for rule in RULES:
        scene.facts.extend(rule.find(scene))
    found = (fact for fact in scene.facts if _fits(scene, fact, ontology))
    return sorted(join(_turned(fact, ontology) for fact in found), key=_order)


def _fits(scene: Scene, fact: Fact, ontology: Ontology) -> bool:
    relation = ontology.relations.get(fact.relation)
    if relation is None or fact.subject == fact.object:
        return False
    return relation.allows(scene.type_of(fact.subject), scene.type_of(fact.object))


def _turned(fact: Fact, ontology: Ontology) -> Fact:
    """A symmetric relation is stated once, the lower key first."""
    if ontology.relations[fact.relation].symmetric and fact.object < fact.subject:
        return replace(fact, subject=fact.object, object=fact.subject)
    return fact


def _order(fact: Fact) -> tuple[str, str, str, str, str]:
    return fact.relation, fact.subject, fact.object, fact.title, fact.modality
