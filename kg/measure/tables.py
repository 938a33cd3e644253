"""Figures of a table whose head names them with their unit: 总投资（亿元）."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.measure.clauses import Clause, paragraphs
from kg.measure.drafts import Draft
from kg.measure.mentions import Mentions
from kg.measure.numerals import arabic
from kg.measure.quantities import Quantity
from kg.measure.subjects import Subject
from kg.model import Span

_COLUMN = re.compile(r"(?P<name>[^\s（(\t|｜]{2,20})[（(](?:单位[:：])?(?P<unit>[百千]?[万亿]?[一-鿿㎡%]{1,4})[）)]")
_MEASURED = re.compile(r"[（(](?:单位[:：])?[百千]?[万亿]?[一-鿿㎡%]{1,4}[）)]")
"""The end of a column's name, which is quick to look for."""
_NUMBER = re.compile(r"(?<![\d.A-Za-z×/])\d+(?:\.\d+)?(?![\d.%％]|[A-Za-z×/])")
_SUBJECTS = ("Project", "Company", "Zone", "Facility", "Campaign", "Division")


@dataclass(frozen=True, slots=True)
class _Column:
    name: str
    unit: str
    kind: str


def tables(text: str, mentions: Mentions, units: dict[str, str]) -> Iterator[tuple[Span, list[Draft]]]:
    """Each row of a table with its drafts; a row ends the table if it names no thing or lacks numbers."""
    columns: list[_Column] = []
    if not _MEASURED.search(text) or not _COLUMN.search(text):
        return
    for paragraph in paragraphs(text):
        line = text[paragraph.start : paragraph.end]
        head = _columns(line, units)
        if head:
            columns = head
            yield paragraph, []
        elif columns:
            drafts = _row(text, paragraph, columns, mentions)
            columns = columns if drafts else []
            if drafts:
                yield paragraph, drafts


def _columns(line: str, units: dict[str, str]) -> list[_Column]:
    """The measured columns of a table's head, none if the line is no such head."""
    if "。" in line or len(line.split()) < 3:
        return []
    found = [(m["name"], m["unit"], units.get(re.sub(r"^[百千]?[万亿](?=.)", "", m["unit"]), "")) for m in _COLUMN.finditer(line)]
    return [_Column(*column) for column in found if column[2]]


def _row(text: str, row: Span, columns: Sequence[_Column], mentions: Mentions) -> list[Draft]:
    if any(mark in text[row.start : row.end] for mark in "。；"):
        return []
    inside = [m for m in mentions.within(row) if m.type in _SUBJECTS]
    owner = next((m for m in inside if m.type == "Project"), inside[0] if inside and inside[0].span.start <= row.start + 8 else None)
    if owner is None:
        return []
    named = mentions.within(row)
    numbers = [m for m in _NUMBER.finditer(text, owner.span.end, row.end) if not any(n.span.overlaps(Span(*m.span())) for n in named)]
    if len(numbers) < len(columns):
        return []
    subject, clause = Subject((owner.entity,), "clause", row.start), Clause(row, "\n")
    drafts = []
    for column, match in zip(columns, numbers, strict=False):
        value = arabic(match.group())
        if value is not None:
            span = Span(*match.span())
            quantity = Quantity(span, span, value, column.unit, column.kind, "")
            drafts.append(Draft(quantity, re.sub(r"^(?:19|20)\d\d年", "", column.name), subject, clause, row, "table", head=column.name))
    return drafts
