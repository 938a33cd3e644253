"""Extractions in the evaluation format: one JSON object a source file (GUIDELINES of the evaluation)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kg.model import Article, Evidence, Extraction

Record = dict[str, Any]


def record(extraction: Extraction, *, evidence: bool = False) -> Record:
    """``extraction`` as a JSON-ready object; ids are e1, e2 ... in the order of the entities.

    With ``evidence`` every row carries where it stands (article id, code points, quote, rule) and its confidence.
    """
    ids = {entity.key: f"e{number}" for number, entity in enumerate(extraction.entities, 1)}
    return {
        "doc": extraction.doc,
        "meta": _meta(extraction.articles),
        "entities": [
            {"id": ids[e.key], "type": e.type, "name": e.name, "aliases": list(e.aliases)} | _why(extraction.mentions.get(e.key, ()), evidence)
            for e in extraction.entities
        ],
        "relations": [
            {"type": f.relation, "head": ids[f.subject], "tail": ids[f.object]}
            | ({"title": f.title} if f.title else {})
            | _why(f.evidence, evidence, f.confidence)
            for f in extraction.facts
            if f.modality == "asserted"
        ],
        "attributes": [{"entity": ids[a.entity], "key": a.key, "value": a.value} | _why(a.evidence, evidence, a.confidence) for a in extraction.attributes],
        "observations": [
            {
                "subject": ids[o.subject],
                "indicator": o.indicator,
                "value": _number(o.value),
                "unit": o.unit,
                "status": o.modality,
            }
            | ({"time": o.period} if o.period else {})
            | _why(o.evidence, evidence, o.confidence)
            for o in extraction.observations
        ],
    }


def _number(value: Any) -> int | float:
    number = float(value)
    return int(number) if number.is_integer() else number


def _meta(articles: tuple[Article, ...]) -> Record:
    """Title, date and publisher of the page's first article that has one; the authors of all."""
    authors = dict.fromkeys(author for article in articles for author in article.authors)
    return {
        "title": _first(article.title for article in articles),
        "date": _first(article.published for article in articles),
        "publisher": _first(article.publisher for article in articles),
        "authors": list(authors),
    }


def _first(values: Iterable[str]) -> str:
    return next((value for value in values if value), "")


def _why(evidence: tuple[Evidence, ...], wanted: bool, confidence: float | None = None) -> Record:
    if not wanted:
        return {}
    rows = [{"article": e.article, "start": e.span.start, "end": e.span.end, "quote": e.quote, "rule": e.rule} for e in evidence]
    return {"evidence": rows} | ({} if confidence is None else {"confidence": confidence})
