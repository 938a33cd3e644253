"""RDF -> networkx: the one projection that all pictures and property graphs share.

project     graph + ontology -> MultiDiGraph, measured and laid out
records     what hangs on nodes and edges: Source, Quote, Row, Figure
evidence    quotes in their sentence;  columns  the store by predicate
measures    degree, importance, community;  places  the layout;  spelling  pinyin
"""

from __future__ import annotations

from kg.network.measures import measure
from kg.network.places import layout
from kg.network.project import project
from kg.network.records import Figure, Quote, Row, Source

__all__ = ["Figure", "Quote", "Row", "Source", "layout", "measure", "project"]
