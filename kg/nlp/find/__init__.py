"""The recognisers of the rule backend, in the order they run; how to add one is told in ``kg.nlp._protocol``."""

from __future__ import annotations

from kg.nlp._protocol import Recogniser
from kg.nlp.find import bodies, deictics, divisions, persons, titles, villages, zones

PIPELINE: tuple[Recogniser, ...] = (divisions, villages, zones, bodies, titles, persons, deictics)
