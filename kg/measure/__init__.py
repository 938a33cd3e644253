"""Quantities and dates of a linked document -> observations and attributes."""

from __future__ import annotations

import re
from typing import Protocol

from kg.measure.attributes import attributes
from kg.measure.clauses import paragraphs, sentences
from kg.measure.drafts import Draft
from kg.measure.mentions import Mentions
from kg.measure.modality import modality
from kg.measure.quantities import Quantity, Scanner
from kg.measure.reading import Reader
from kg.measure.settle import settle
from kg.measure.subjects import headline_hero
from kg.model import Attribute, Document, Observation, Span

_LISTED = re.compile(r"\s*(?:[（(]?[一二三四五六七八九十\d]+[)）.．、]|[—●■◆▲·•※-])")


class _Tables(Protocol):
    """What this room needs of the ontology."""

    def table(self, name: str) -> tuple[dict[str, str], ...]: ...


def measure(document: Document, ontology: _Tables) -> tuple[list[Observation], list[Attribute]]:
    """The observations and attributes of a linked document, in the order of the text."""
    scanner = Scanner({unit: row["kind"] for row in ontology.table("measures") for unit in row["units"].split()})
    mentions = Mentions(document)
    reader = Reader(document, mentions)
    drafts = _drafts(document, reader, scanner)
    return settle(document, drafts), attributes(document, mentions, reader.trail)


def _drafts(document: Document, reader: Reader, scanner: Scanner) -> list[tuple[Draft, str]]:
    text = document.text
    reader.tracker.hero = headline_hero(document, reader.mentions)
    quantities = scanner.scan(text)
    drafts: list[tuple[Draft, str]] = []
    listing, standing = False, ""
    for paragraph in paragraphs(text):
        inside = [q for q in quantities if paragraph.start <= q.core.start < paragraph.end]
        words = text[paragraph.start : paragraph.end]
        listing = listing and (bool(_LISTED.match(words)) or words[-1] in "；;：:" or len(words) < 80)
        reader.tracker.paragraph(listing)
        for sentence in sentences(text, paragraph.start, paragraph.end):
            mine = [q for q in inside if sentence.start <= q.core.start < sentence.end]
            for draft in reader.sentence(sentence, mine):
                drafts.append((draft, modality(text, sentence, draft.quantity.core.start, draft.quantity.whole.end, standing if listing else "")))
        if words.rstrip()[-1:] in ("：", ":"):
            listing, standing = True, "target" if re.search(r"目标|任务|要求", words[-40:]) else ""
    return drafts


def _span(start: int, end: int) -> Span:
    return Span(start, max(start, end))
