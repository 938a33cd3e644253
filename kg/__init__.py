"""kg: Chinese local news about regional development as an RDF knowledge graph.

    import kg
    graph = kg.build(["corpus/"])
    graph.query("SELECT ...")        # pyoxigraph's SPARQL engine
    graph.rdf                        # an rdflib Graph
    graph.network                    # a networkx MultiDiGraph

Names are loaded on first use, so that ``import kg`` costs next to nothing.
"""

from __future__ import annotations

import importlib
from typing import Any

_HOMES = {
    "build": "kg.pipeline",
    "extract": "kg.pipeline",
    "Graph": "kg.store",
    **dict.fromkeys(
        ("Article", "Attribute", "Document", "Entity", "Evidence", "Extraction", "Fact", "Mention", "Observation",
         "Rejected", "Report", "Span", "Violation"), "kg.model"
    ),
    **dict.fromkeys(("GraphError", "InputError", "KgError", "OntologyError", "QueryError", "UsageError"), "kg.errors"),
}  # fmt: skip

__version__ = "0.1.0"
__all__ = sorted(_HOMES)


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'kg' has no attribute '{name}'")
    return getattr(importlib.import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
