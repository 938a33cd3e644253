"""Drafts -> observations: the last word on the subject, repeated figures dropped, evidence."""

from __future__ import annotations

import re
from decimal import Decimal

from kg.measure.drafts import Draft
from kg.model import Document, Evidence, Observation, Span

_WIDE = re.compile(
    r"生产总值|GDP|增加值|公共预算|财政收入|可支配收入|固定资产投资|社会消费品|进出口|接待(?:国内)?游客|旅游(?:综合|总)?收入|城镇新增就业|常住人口|户籍人口|粮食|规上|规模以上|优良天数|PM2|城镇化率|出栏|存栏|播种面积|市场主体|空气质量"
)
_OF_PROJECT = re.compile(r"总投资|完成投资|累计完成|建筑面积|占地|总进度|工程进度|形象进度")
_CONFIDENCE = {"clause": 0.95, "passage": 0.8, "list": 0.8, "page": 0.7, "home": 0.6}


def settle(document: Document, drafts: list[tuple[Draft, str]]) -> list[Observation]:
    """The observations of the drafts; a headline's repetition of a figure in the body is dropped."""
    found: list[Observation] = []
    seen: set[tuple[str, Decimal, str, str]] = set()
    for draft, modality in drafts:
        for key, how in _owners(document, draft):
            mark = (key, draft.quantity.value, draft.quantity.unit, draft.indicator)
            if mark not in seen:
                seen.add(mark)
                found.append(_observation(document, draft, key, how, modality))
    return found


def _owners(document: Document, draft: Draft) -> list[tuple[str, str]]:
    subject = draft.subject
    if subject and subject.how in ("page",) and _WIDE.search(draft.indicator):
        subject = None
    if subject:
        return [(key, subject.how) for key in subject.keys]
    return [(document.home, "home")] if document.home else []


def _observation(document: Document, draft: Draft, key: str, how: str, modality: str) -> Observation:
    span = Span(draft.clause.span.start, draft.clause.span.end)
    evidence = Evidence(document.article.id, span, document.words(span), f"measure.{draft.role}.{how}")
    quantity = draft.quantity
    return Observation(
        key, draft.indicator, quantity.value, quantity.unit, (evidence,), modality, "", draft.comparison, quantity.bound, _CONFIDENCE.get(how, 0.7)
    )
