"""The ledger: numbers as observations of the RDF Data Cube, as written and in base units."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from pyoxigraph import NamedNode

from kg.graph.evidence import Evidences
from kg.graph.sink import Sink, decimal, moment, plain, words
from kg.graph.statements import Backing
from kg.model import Observation
from kg.ontology import Ontology
from kg.vocab import term

FIGURES: Mapping[str, NamedNode] = {name: term(f"rkg:{name.capitalize()}") for name in ("actual", "target", "planned")}

FIGURES_DATASET = "dataset/figures"
"""Key of the data set that all figures belong to."""

_OBSERVATION, _DATASET, _INDICATOR_CLASS = term("qb:Observation"), term("qb:dataSet"), term("rkg:Indicator")
_ABOUT, _INDICATOR, _PREF = term("rkg:about"), term("rkg:indicator"), term("skos:prefLabel")
_VALUE, _UNIT, _RAW = term("rkg:value"), term("rkg:unit"), term("rkg:rawText")
_NORMAL, _BASE_UNIT = term("rkg:normalizedValue"), term("rkg:dimension")
_MODALITY, _PERIOD, _COMPARISON, _BOUND = (
    term("rkg:modality"), term("rkg:period"), term("rkg:comparison"), term("rkg:bound")
)  # fmt: skip


def observation_key(found: Observation) -> tuple[str, ...]:
    """What makes a number the same number; 18.30 and 18.3 are one."""
    return (
        found.subject, found.indicator, decimal(found.value).value, found.unit,
        found.modality, found.period, found.comparison, found.bound,
    )  # fmt: skip


def add_observation(sink: Sink, evidences: Evidences, key: tuple[str, ...], backing: Backing, ontology: Ontology) -> None:
    """Write one number: about what, which indicator, value and unit as written, and the value in base units."""
    subject, indicator, value, unit, modality, period, comparison, bound = key
    node = sink.hashed("observation", *key)
    sink.kind(node, _OBSERVATION)
    sink.add(node, _DATASET, sink.node(FIGURES_DATASET))
    sink.add(node, _ABOUT, sink.node(subject))
    sink.add(node, _INDICATOR, _indicator(sink, indicator))
    sink.add(node, _MODALITY, FIGURES[modality])
    sink.add(node, _VALUE, decimal(Decimal(value)))
    sink.add(node, _RAW, plain(f"{value}{unit}"))
    sink.add_all(node, _UNIT, map(plain, filter(None, [unit])))
    known = ontology.units.get(unit)
    if known is not None:
        sink.add(node, _NORMAL, decimal(Decimal(value) * known.factor))
        sink.add(node, _BASE_UNIT, plain(known.dimension))
    sink.add_all(node, _PERIOD, map(moment, filter(None, [period])))
    sink.add_all(node, _COMPARISON, map(plain, filter(None, [comparison])))
    sink.add_all(node, _BOUND, map(plain, filter(None, [bound])))
    evidences.support(node, backing)


def _indicator(sink: Sink, name: str) -> NamedNode:
    node = sink.node("indicator/" + name)
    sink.kind(node, _INDICATOR_CLASS)
    sink.add(node, _PREF, words(name))
    return node
