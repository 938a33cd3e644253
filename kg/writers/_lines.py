"""The graph as sorted N-Triples lines: the one order from which the RDF writers work."""

from __future__ import annotations

import re
from functools import cache

from pyoxigraph import DefaultGraph, RdfFormat

from kg.store import Graph

_TAG = re.compile(r"@([A-Za-z0-9-]+)\Z")


def sorted_lines(graph: Graph) -> list[str]:
    """All triples, one a line without the final `` .``, in order of code points."""
    dumped = graph.store.dump(format=RdfFormat.N_TRIPLES, from_graph=DefaultGraph())
    lines = dumped.decode().removesuffix("\n").split("\n") if dumped else []
    return sorted(line.removesuffix(" .") for line in lines)


def language(value: str) -> str:
    """``value`` with its language tag as RFC 5646 writes it, which the store keeps in lower case.

    >>> language('"a"@zh-hans-cn')
    '"a"@zh-Hans-CN'
    """
    found = _TAG.search(value)
    return value if found is None else value[: found.start()] + "@" + _cased(found[1])


@cache
def _cased(tag: str) -> str:
    first, *rest = tag.lower().split("-")
    return "-".join([first, *({2: str.upper, 4: str.title}.get(len(part), str.lower)(part) for part in rest)])
