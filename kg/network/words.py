"""What core.ttl calls its attributes and the values of its closed lists (status of a project), for people to read."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pyoxigraph import RdfFormat, Store

from kg.network.columns import Columns
from kg.ontology import Ontology
from kg.vocab import term

Label = tuple[str, str]
"""Chinese, English."""


class Words:
    """Labels in both languages; what has none is called by its own name."""

    def __init__(self, ontology: Ontology) -> None:
        self._terms, self._values = _read(ontology.files[0])

    def term(self, iri: str) -> Label:
        """The label of a property."""
        name = iri.rpartition("#")[2]
        return self._terms.get(iri, (name, name))

    def value(self, value: str) -> Label:
        """The label of a value; dates and free words are their own."""
        return self._values.get(value, (value, value))


@cache
def _read(path: Path) -> tuple[Mapping[str, Label], Mapping[str, Label]]:
    """(IRI -> rdfs:label, notation of a project status -> skos:prefLabel)."""
    store = Store()
    store.load(path=str(path), format=RdfFormat.TURTLE)
    columns = Columns(store)
    terms = {iri: _pair([each.value for each in labels]) for iri, labels in columns["rdfs:label"].items()}
    scheme = term("rkg:ProjectStatus").value
    values = {
        columns.value("skos:notation", concept): _pair(columns.values("skos:prefLabel", concept))
        for concept, schemes in columns["skos:inScheme"].items()
        if any(each.value == scheme for each in schemes)
    }
    return terms, values


def _pair(labels: list[str]) -> Label:
    """Columns sort Chinese first."""
    return labels[0], labels[-1]
