"""Finding the entity that a user names, and telling edges in words."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import networkx as nx

from kg import network, ontology
from kg.cli import _console as console
from kg.errors import UsageError
from kg.network import Quote


def project(folder: Path) -> nx.MultiDiGraph:
    """The network of a build."""
    return network.project(console.open_graph(folder), ontology.load())


def entity(graph: nx.MultiDiGraph, words: str) -> str:
    """The node that ``words`` names: an IRI or its tail, a label, an alias; the most connected of several.

    Raises:
        UsageError: there is none; names the nearest.
    """
    forms: dict[str, list[str]] = {}
    for node, data in graph.nodes(data=True):
        for form in (data["label"], *data["aliases"], node, *_tails(node)):
            forms.setdefault(form, []).append(node)
    if words in forms:
        return min(forms[words], key=lambda node: (graph.nodes[node]["label"] != words, -graph.degree(node), node))
    holding = sorted((form for form in forms if words and words in form and "/" not in form), key=lambda form: (len(form), form))
    near = holding[:5] or difflib.get_close_matches(words, [form for form in forms if "/" not in form], 5, 0.5)
    raise UsageError(f"nothing is called '{words}'; " + (f"near it: {', '.join(near)}" if near else "try kg query --list"))


def _tails(node: str) -> list[str]:
    return [node.split("/id/", 1)[1]] if "/id/" in node else []


def edge_words(graph: nx.MultiDiGraph, source: str, target: str, data: Mapping[str, Any]) -> str:
    """An edge in words: 单国梁 —任职(书记)→ 虎林市委."""
    title = f"({data['title']})" if data["title"] else ""
    mood = "" if data["modality"] == "asserted" else f" [{data['modality']}]"
    return f"{graph.nodes[source]['label']} —{data['zh']}{title}→ {graph.nodes[target]['label']}{mood}"


def quotes(evidence: tuple[Quote, ...]) -> str:
    """The first words that say so, with article and date; how many more there are."""
    if not evidence:
        return ""
    first = evidence[0]
    where = " ".join(part for part in (first.source.date, first.source.title) if part)
    more = f"  (+{len(evidence) - 1})" if len(evidence) > 1 else ""
    return f"“{first.exact}”  {where}{more}"
