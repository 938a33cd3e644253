"""Evidence as web annotations (W3C OA), and how many texts bear a fact out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from pyoxigraph import NamedNode

from kg.graph.sink import Sink, count, decimal, plain
from kg.model import Article, Evidence
from kg.vocab import term

CONTEXT = 20
"""Code points of the article kept before and after a quote."""

WHOLE = 1_000_000
"""Certainty, in the integer millionths in which confidence is reckoned."""

_RESOURCE, _POSITION, _QUOTE = (
    term("oa:SpecificResource"),
    term("oa:TextPositionSelector"),
    term("oa:TextQuoteSelector"),
)
_SOURCE, _SELECTOR = term("oa:hasSource"), term("oa:hasSelector")
_START, _END = term("oa:start"), term("oa:end")
_EXACT, _PREFIX, _SUFFIX = term("oa:exact"), term("oa:prefix"), term("oa:suffix")
_RULE, _DERIVED = term("rkg:rule"), term("prov:wasDerivedFrom")
_CONFIDENCE, _EVIDENCES, _TEXTS = term("rkg:confidence"), term("rkg:evidenceCount"), term("rkg:textCount")


class Evidences:
    """Writes evidence nodes, each once, and the support that they give to a statement."""

    def __init__(self, sink: Sink, articles: Mapping[str, Article]) -> None:
        self._sink, self._articles = sink, articles
        self._nodes: dict[Evidence, NamedNode] = {}
        self._selected: dict[tuple[str, int, int], tuple[NamedNode, NamedNode]] = {}

    def support(self, statement: NamedNode, backing: Iterable[tuple[tuple[Evidence, ...], float]]) -> int:
        """Write evidence, counts and combined confidence of ``statement``; give the confidence in millionths.

        ``backing`` are (evidence, confidence 0-1) of the findings that say the same. One reprint family speaks with
        one voice, its surest; families are combined as noisy-or (Pearl 1988): 1 - product of (1 - confidence).
        """
        found: set[Evidence] = set()
        voices: dict[str, int] = {}
        for evidences, confidence in backing:
            found.update(evidences)
            for family in {self._family(each.article) for each in evidences}:
                voices[family] = max(voices.get(family, 0), millionths(confidence))
        sure = combined(voices.values())
        sink = self._sink
        sink.add_all(statement, _DERIVED, map(self.node, found))
        sink.add(statement, _EVIDENCES, count(len(found)))
        sink.add(statement, _TEXTS, count(len(voices)))
        sink.add(statement, _CONFIDENCE, decimal(Decimal(sure) / WHOLE))
        return sure

    def node(self, evidence: Evidence) -> NamedNode:
        """The node of ``evidence``: its rule, its article, where it stands and what it says."""
        node = self._nodes.get(evidence)
        if node is None:
            start, end = str(evidence.span.start), str(evidence.span.end)
            node = self._sink.hashed("evidence", evidence.article, start, end, evidence.rule, evidence.quote)
            self._nodes[evidence] = node
            self._sink.kind(node, _RESOURCE)
            self._sink.add(node, _SOURCE, self._sink.node("article/" + evidence.article))
            self._sink.add_all(node, _SELECTOR, self._selectors(evidence))
            self._sink.add(node, _RULE, plain(evidence.rule))
        return node

    def _selectors(self, evidence: Evidence) -> tuple[NamedNode, NamedNode]:
        """Position and quote: shared by all evidence on the same words."""
        span = evidence.span
        place = (evidence.article, span.start, span.end)
        if place not in self._selected:
            sink = self._sink
            name = sink.hashed("selector", evidence.article, str(span.start), str(span.end)).value
            position, quote = NamedNode(f"{name}-position"), NamedNode(f"{name}-quote")
            sink.kind(position, _POSITION)
            sink.add(position, _START, count(span.start))
            sink.add(position, _END, count(span.end))
            sink.kind(quote, _QUOTE)
            sink.add(quote, _EXACT, plain(evidence.quote))
            article = self._articles.get(evidence.article)
            if article is not None:
                sink.add(quote, _PREFIX, plain(article.text[max(0, span.start - CONTEXT) : span.start]))
                sink.add(quote, _SUFFIX, plain(article.text[span.end : span.end + CONTEXT]))
            self._selected[place] = position, quote
        return self._selected[place]

    def _family(self, article: str) -> str:
        known = self._articles.get(article)
        return known.family or article if known else article


def millionths(confidence: float) -> int:
    """A confidence 0-1 in integer millionths, so that sums do not depend on order; out of range is cut off."""
    return min(WHOLE, max(0, round(confidence * WHOLE)))


def combined(voices: Iterable[int]) -> int:
    """Noisy-or of independent confidences, all in millionths, in sorted order."""
    doubt = WHOLE
    for voice in sorted(voices):
        doubt = doubt * (WHOLE - voice) // WHOLE
    return WHOLE - doubt
