"""Facts: what the sentences of a linked document say about its entities, by rules over coded sentences."""

from __future__ import annotations

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
    undertaking,
    visits,
)
from kg.relate._facts import join
from kg.relate._lines import encode

# In order: a rule may look at what the rules before it found (a part of a campaign has no organiser of its own).
RULES = (
    jurisdiction,
    posts,
    parts,
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
    scene = encode(document, ontology.places)
    for rule in RULES:
        scene.facts.extend(rule.find(scene))
    return sorted(
        join(f for f in scene.facts if _fits(scene.type_of(f.subject), f, scene.type_of(f.object), ontology)),
        key=_order,
    )


def _fits(subject: str, fact: Fact, object_: str, ontology: Ontology) -> bool:
    relation = ontology.relations.get(fact.relation)
    if relation is None or fact.subject == fact.object:
        return False
    return relation.allows(subject, object_)


def _order(fact: Fact) -> tuple[str, str, str, str, str]:
    return fact.relation, fact.subject, fact.object, fact.title, fact.modality
