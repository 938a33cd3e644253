"""CSV and TSV, one article a row; the first row names the columns."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from kg.errors import InputError
from kg.model import Article, Rejected
from kg.readers._encoding import detect
from kg.readers._fields import KEYS, article, find, plain
from kg.readers._limits import MAX_PAGE
from kg.readers._markup import to_text

SUFFIXES = (".csv", ".tsv")
HEAD = 1 << 16


def read(stream: BinaryIO, name: str) -> Iterator[Article | Rejected]:
    """The raw articles; a row without text is refused by itself.

    Raises:
        InputError: there is no text column, a quote is never closed, or the encoding is unknown.
    """
    head = stream.peek(HEAD)[:HEAD] if isinstance(stream, io.BufferedReader) else b""
    encoding = detect(head, name, whole=False)
    text = io.TextIOWrapper(stream, encoding=encoding, errors="replace", newline="")
    csv.field_size_limit(MAX_PAGE)
    rows = csv.reader((line.replace("\x00", "") for line in text), delimiter=_delimiter(head.decode(encoding, "replace")))
    try:
        columns = [plain(cell.lstrip("\ufeff")) for cell in next(rows, [])]
        if not {cell.lower() for cell in columns} & set(KEYS["text"]):
            has = ", ".join(columns[:12]) or "nothing"
            raise InputError(f"{name}:1", f"no column 'text' (has: {has[:200]}); name the column of the article 'text'")
        start = rows.line_num + 1
        for cells in rows:
            if any(cell.strip() for cell in cells):
                yield _row(columns, cells, name, start)
            start = rows.line_num + 1
    except csv.Error as error:
        raise InputError(f"{name}:{rows.line_num}", f"not CSV ({error}); close its quotes") from error
    finally:
        text.detach()  # the stream belongs to the caller


def _delimiter(head: str) -> str:
    line = head.split("\n", 1)[0]
    return max(",\t;|", key=line.count)


def _row(columns: list[str], cells: list[str], name: str, number: int) -> Article | Rejected:
    where = f"{name}:{number}"
    if len(cells) > len(columns):
        fault = f"{len(cells)} cells for {len(columns)} columns; put cells that contain the separator in quotes"
        return Rejected(where, "read", fault)
    row = dict(zip(columns, cells, strict=False))
    text = str(find(row, "text")[1] or "")
    if not text.strip():
        return Rejected(where, "read", "the text is empty; fill it or remove the row")
    made = article(row, name, to_text(text), source=where, where="row")
    return replace(made, doc=plain(find(row, "doc")[1]) or f"{made.doc}-{number}")
