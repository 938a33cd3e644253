"""What the RDF writers share: the one order of triples, prefixes, short names and language tags."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from pyoxigraph import DefaultGraph, RdfFormat

from kg.ontology import Ontology
from kg.store import Graph
from kg.vocab import PREFIXES

_OWN = ("article", "statement", "membership", "observation", "indicator", "role", "evidence", "selector", "dataset")

# The part of PN_LOCAL (Turtle 1.1, section 6.5) that needs no escape in any parser; everything else stays a full IRI.
_LOCAL = re.compile(r"[A-Za-z_0-9\u4e00-\u9fff](?:[A-Za-z_0-9\u4e00-\u9fff-]*[A-Za-z_0-9\u4e00-\u9fff])?")
_TAG = re.compile(r"@([A-Za-z0-9-]+)\Z")


def sorted_lines(graph: Graph) -> list[str]:
    """All triples, one a line without the final `` .``, in order of code points."""
    dumped = graph.store.dump(format=RdfFormat.N_TRIPLES, from_graph=DefaultGraph()) or b""
    lines = dumped.decode().split(" .\n")  # no literal holds this: N-Triples escapes line feeds
    lines.pop()
    lines.sort()
    return lines


def prefixes(base: str, ontology: Ontology) -> dict[str, str]:
    """Prefix -> namespace of a file: the vocabularies, then one for each kind of IRI under ``base``."""
    kinds = (*sorted(name.lower() for name in ontology.types), *_OWN)
    return {**PREFIXES, **{kind: f"{base}{kind}/" for kind in kinds if kind not in PREFIXES}}


class Names:
    """Short names of IRIs under fixed prefixes."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self._prefix = {namespace: prefix for prefix, namespace in prefixes.items()}

    def short(self, iri: str) -> str | None:
        """``iri`` as prefix:name, None where no prefix fits or the name would need escapes."""
        cut = max(iri.rfind("/"), iri.rfind("#")) + 1
        prefix = self._prefix.get(iri[:cut])
        return f"{prefix}:{iri[cut:]}" if prefix is not None and _LOCAL.fullmatch(iri, cut) else None


def language(value: str) -> str:
    """``value`` with its language tag as RFC 5646 writes it, which the store keeps in lower case.

    >>> language('"a"@zh-hans-cn')
    '"a"@zh-Hans-CN'
    """
    found = _TAG.search(value)
    return value if found is None else value[: found.start()] + "@" + cased(found[1])


@cache
def cased(tag: str) -> str:
    """A language tag with its script in title and its region in upper case."""
    first, *rest = tag.lower().split("-")
    return "-".join([first, *({2: str.upper, 4: str.title}.get(len(part), str.lower)(part) for part in rest)])
