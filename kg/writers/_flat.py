"""The network's nodes and edges as plain strings and numbers, for formats whose cells hold nothing else."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from typing import Any

from kg.network import Figure, Quote

Cell = str | int | float

# XML 1.0, production Char: everything else makes a file not well-formed, escaped or not.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BETWEEN = "；"
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_KIND = {"actual": "实际", "target": "目标", "planned": "计划"}


def node_cells(data: dict[str, Any]) -> dict[str, Cell]:
    """One row a node; attributes (startDate, status ...) are columns of their own, several values in one cell."""
    cells: dict[str, Cell] = {
        "entity_type": clean(data["type"]),
        "type_zh": clean(data["type_zh"]),
        "type_en": clean(data["type_en"]),
        "aliases": clean(_BETWEEN.join(data["aliases"])),
        "pinyin": clean(data["pinyin"]),
        "initials": clean(data["initials"]),
        "description": clean(_BETWEEN.join(data["description"])),
        "figures": clean(_BETWEEN.join(map(figure_words, data["figures"]))),
        "articles": len(data["sources"]),
        "degree": data["degree"],
        "importance": data["importance"],
        "community": data["community"],
    }
    for row in data["attributes"]:
        key = clean(row.key)
        cells[key] = _BETWEEN.join(filter(None, (str(cells.get(key, "")), clean(row.value))))
    return cells


def edge_cells(data: dict[str, Any]) -> dict[str, Cell]:
    """One row an edge. ``evidence`` holds the sentences, ``articles`` where they stand, in the same order."""
    return {
        "relation": clean(data["relation"]),
        "relation_zh": clean(data["zh"]),
        "relation_en": clean(data["en"]),
        "title": clean(data["title"]),
        "modality": clean(data["modality"]),
        "confidence": 1.0 if data["confidence"] is None else data["confidence"],
        "texts": data["texts"],
        "valid_from": clean(data["valid_from"]),
        "valid_to": clean(data["valid_to"]),
        "quote": clean(_BETWEEN.join(quote.exact for quote in data["evidence"])),
        "evidence": clean("\n".join(quote.sentence for quote in data["evidence"])),
        "articles": clean("\n".join(_unique(map(_cited, data["evidence"])))),
    }


def figure_words(figure: Figure) -> str:
    """A figure in words: 产值 30亿元（目标，2022）."""
    about = "，".join(filter(None, (_KIND.get(figure.modality, figure.modality), figure.period, figure.comparison)))
    return f"{figure.indicator} {figure.bound}{figure.value}{figure.unit}（{about}）"


def clean(text: str) -> str:
    """``text`` without the characters that XML 1.0 cannot carry."""
    return _NOT_XML.sub("", text)


def line(text: str) -> str:
    """``text`` as one line: runs of white space become one space."""
    return " ".join(clean(text).split())


def rgb(color: str) -> tuple[int, int, int]:
    """A colour as #rrggbb in three numbers 0-255; anything else is grey."""
    if not re.fullmatch(r"#[0-9A-Fa-f]{6}", color):
        return 138, 148, 166
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def diameter(importance: float, top: float) -> float:
    """Size of a node in Gephi's units, 8 to 48, its area growing with importance."""
    return round(8 + 40 * (importance / top) ** 0.5, 2) if top > 0 else 8.0


def day(date: str, *, last: bool = False) -> str:
    """The first (or last) day of a date as precise as known: 2022 -> 2022-01-01, 2024-02 (last) -> 2024-02-29.

    Empty for anything that is no such date.
    """
    found = _DATE.fullmatch(date)
    if found is None or not date.isascii() or found[1] == "0000":
        return ""
    year, month = int(found[1]), int(found[2] or (12 if last else 1))
    if not 1 <= month <= 12:
        return ""
    length = calendar.monthrange(year, month)[1]
    number = int(found[3] or (length if last else 1))
    return f"{year:04}-{month:02}-{number:02}" if 1 <= number <= length else ""


def _cited(quote: Quote) -> str:
    return "，".join(filter(None, (quote.source.title, quote.source.publisher, quote.source.date)))


def _unique(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))
