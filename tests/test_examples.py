"""The examples of the ontology, read by the program: how many are found, and no counter-example.

The sentences stand alone, without an article around them, so that a few stay out of reach; the floors say how many
must be found and only ever rise.
"""

from __future__ import annotations

import pytest

from kg import clean, extraction, link, ontology, relate
from kg.model import Article, Document
from kg.ontology import Example

TYPES_FOUND, RELATIONS_FOUND = 25, 13
"""Of 33 and 42 examples. Raise them when more are found."""
COUNTERS_KEPT = 60
"""Of 61 counter-examples, how many yield nothing."""


def documents(text: str) -> list[Document]:
    cleaned = [each for each in clean.clean(Article("", "x", "", text, "x.txt")) if isinstance(each, Article)]
    return link.link(list(extraction.load_backend("rules").annotate(cleaned)), ontology.load())


def has_mentions(one: Example, name: str) -> list[bool]:
    """For each mark, whether it is a mention of type ``name``."""
    found = {doc.words(m.span) for doc in documents(one.text) for m in doc.mentions if m.type == name and m.kind in {"name", "nested"}}
    return [words in found for words in one.of("subject")]


def has_fact(one: Example, name: str) -> bool:
    """Whether the marked fact is found, in either direction where the relation is symmetric."""
    pairs = {
        (subject, other)
        for doc in documents(one.text)
        for fact in relate.relate(doc, ontology.load())
        if fact.relation == name
        for subject in (doc.entities[fact.subject].name, *doc.entities[fact.subject].aliases)
        for other in (doc.entities[fact.object].name, *doc.entities[fact.object].aliases)
    }
    if ontology.load().relations[name].symmetric:
        pairs |= {(other, subject) for subject, other in pairs}
    return (one.of("subject")[0], one.of("object")[0]) in pairs


@pytest.fixture(scope="module")
def missed() -> dict[str, list[str]]:
    """What is not as the ontology says, by kind."""
    out: dict[str, list[str]] = {"type": [], "relation": [], "counter": []}
    for name, kind in ontology.load().types.items():
        out["type"] += [f"{name}: {one.text}" for one in kind.examples if not all(has_mentions(one, name))]
        out["counter"] += [f"{name}: {one.text}" for one in kind.counter_examples if any(has_mentions(one, name))]
    for name, relation in ontology.load().relations.items():
        out["relation"] += [f"{name}: {one.text}" for one in relation.examples if not has_fact(one, name)]
        out["counter"] += [f"{name}: {one.text}" for one in relation.counter_examples if has_fact(one, name)]
    return out


@pytest.mark.parametrize(
    ("kind", "number", "floor"),
    [("type", 33, TYPES_FOUND), ("relation", 42, RELATIONS_FOUND), ("counter", 61, COUNTERS_KEPT)],
)
def test_examples(missed: dict[str, list[str]], kind: str, number: int, floor: int) -> None:
    assert number - len(missed[kind]) >= floor, "\n".join(missed[kind])


def test_number_of_examples() -> None:
    kinds = (*ontology.load().types.values(), *ontology.load().relations.values())
    examples = [len(kind.examples) for kind in ontology.load().types.values()]
    assert (sum(examples), sum(len(kind.examples) for kind in kinds)) == (33, 75)
    assert sum(len(kind.counter_examples) for kind in kinds) == 61
