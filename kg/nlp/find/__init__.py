"""The recognisers of the rule backend, in the order they run; how to add one is told in ``kg.nlp._protocol``."""

from __future__ import annotations

from kg.nlp._protocol import Recogniser
from kg.nlp.find import (
    bodies,
    campaigns,
    companies,
    deictics,
    divisions,
    events,
    facilities,
    organizations,
    persons,
    policies,
    projects,
    teams,
    titles,
    villages,
    zones,
)

PIPELINE: tuple[Recogniser, ...] = (
    divisions,
    villages,
    zones,
    bodies,
    teams,
    companies,
    organizations,
    facilities,
    policies,
    projects,
    campaigns,
    events,
    titles,
    persons,
    deictics,
)
"""Places and bodies first: names of companies, projects and events begin with them."""
