"""Quantities and dates of a linked document -> observations and attributes."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from functools import lru_cache
from typing import Protocol

from kg.measure.attributes import attributes
from kg.measure.clauses import paragraphs, sentences
from kg.measure.dates import Dater, anchor
from kg.measure.drafts import Draft
from kg.measure.heads import headline_hero
from kg.measure.mentions import Mentions
from kg.measure.periods import Periods
from kg.measure.quantities import Quantity, Scanner
from kg.measure.reading import Reader
from kg.measure.settle import settle
from kg.measure.tables import tables
from kg.model import Attribute, Document, Observation, Span

_LISTED = re.compile(r"\s*(?:[（(]?[一二三四五六七八九十\d]+[)）.．、]|[—●■◆▲·•※-])")
_BULLET = re.compile(r"\s*[●■◆▲·•※▪★☆○◇-]\s?")
_DEMANDS = re.compile(r"目标|任务|要求")
_NO_NEWS = re.compile(r"\s*(?:上一篇|下一篇|相关(?:新闻|阅读|链接)|更多|图为|图[①②③④\d]|[·•]\s?[^。]*\[\d\d-\d\d\]$|责任编辑|网站标识|联系电话)")
_ENDS = tuple("。！？；：”…;:!?")


class Tables(Protocol):
    """What this room needs of the ontology: the rows of a word table."""

    def table(self, name: str) -> tuple[Mapping[str, str], ...]:
        """The rows of ontology/gazetteer/NAME.tsv."""
        ...


def measure(document: Document, ontology: Tables) -> tuple[list[Observation], list[Attribute]]:
    """The observations and attributes of a linked document, in the order of the text."""
    scanner = _scanner(tuple((row["kind"], row["units"]) for row in ontology.table("measures")))
    mentions = Mentions(document)
    reader = Reader(document, mentions)
    reader.tracker.hero = headline_hero(document, mentions)
    quantities = scanner.scan(document.text)
    rows = dict(tables(document.text, mentions, scanner.units))
    drafts = _drafts(document, reader, quantities, rows)
    now = anchor(document.article)
    dater = Dater(now)
    times = {sentence: dater.read(document.text, sentence) for sentence in reader.sentences}
    observations = settle(document, drafts, quantities, Periods(document.text, times, str(now.year or "")), reader.tracker.home())
    return observations, attributes(document, mentions, reader.trail, times, now)


@lru_cache(maxsize=4)
def _scanner(rows: tuple[tuple[str, str], ...]) -> Scanner:
    return Scanner({unit: kind for kind, units in rows for unit in units.split()})


def _drafts(document: Document, reader: Reader, quantities: list[Quantity], rows: Mapping[Span, list[Draft]]) -> list[tuple[Draft, str]]:
    """The drafts of all paragraphs, each with the modality that the head of its list set."""
    text = document.text
    drafts: list[tuple[Draft, str]] = []
    listing, bulleted, standing = False, False, ""
    for paragraph in paragraphs(text):
        words = text[paragraph.start : paragraph.end].rstrip()
        if paragraph in rows:
            drafts += [(draft, "") for draft in rows[paragraph]]
        if paragraph in rows or _NO_NEWS.match(words):
            continue
        bullet = bool(_BULLET.match(words))
        listing = bullet or (listing and not bulleted and (bool(_LISTED.match(words)) or words[-1:] in "；;：:" or len(words) < 80))
        bulleted = bullet
        reader.paragraph(paragraph, listing)
        headline = paragraph.start < document.article.body or (len(words) <= 40 and not words.endswith(_ENDS))
        for draft in _paragraph(reader, paragraph, quantities):
            draft.headline = headline
            drafts.append((draft, standing if listing else ""))
        if words.endswith(("：", ":")):
            listing, bulleted, standing = True, False, "target" if _DEMANDS.search(words[-40:]) else ""
    return drafts


def _first(quantities: list[Quantity], position: int) -> int:
    return bisect_left(quantities, position, key=lambda quantity: quantity.core.start)


def _paragraph(reader: Reader, paragraph: Span, quantities: list[Quantity]) -> list[Draft]:
    inside = quantities[_first(quantities, paragraph.start) : _first(quantities, paragraph.end)]
    drafts: list[Draft] = []
    for sentence in sentences(reader.text, paragraph.start, paragraph.end):
        drafts += reader.sentence(sentence, [q for q in inside if sentence.start <= q.core.start < sentence.end])
    return drafts
