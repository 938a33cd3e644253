"""Sentences cut into clauses; a clause is what lies between two marks of punctuation outside brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import Span

# 、 does not end a clause; a comma inside a number, a colon in a clock time or before a number (总投资：3亿元) does not either.
# One class comes first, so that the search skips to it.
_MARKS = re.compile(r"[(（)），；;。！？!?\n　：:—,](?:(?<![—,])|(?<=—)—|(?<=,)(?:(?<!\d,)|(?!\d)))")
_FIELD = 10
_NUMBER = re.compile(r"\s?约?\d")
_SENTENCE = re.compile(r"[^。！？!?\n]+(?:[。！？!?]+[”’」』)）]*)?")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause; ``mark`` is the punctuation that ends it ("" at the end of the text)."""

    span: Span
    mark: str


def sentences(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentences of ``text[start:end]`` (used where a backend gave none)."""
    for match in _SENTENCE.finditer(text, start, end):
        yield Span(*match.span())


def paragraphs(text: str) -> Iterator[Span]:
    """The non-empty lines of ``text``."""
    start = 0
    while start < len(text):
        stop = text.find("\n", start)
        stop = len(text) if stop < 0 else stop
        if stop > start:
            yield Span(start, stop)
        start = stop + 1


def clauses(text: str, sentence: Span) -> list[Clause]:
    """The clauses of a sentence, in order; together they cover all of it but the marks."""
    found: list[Clause] = []
    begin, depth = sentence.start, 0
    for match in _MARKS.finditer(text, sentence.start, sentence.end):
        mark = match.group()
        if mark in "(（":
            depth += 1
        elif mark in ")）":
            depth = max(0, depth - 1)
        elif mark in "：:" and match.start() - begin <= _FIELD and _NUMBER.match(text, match.end()):
            continue
        elif depth == 0 or mark in "。\n":
            if match.start() > begin:
                found.append(Clause(Span(begin, match.start()), mark))
            begin = match.end()
    if begin < sentence.end:
        found.append(Clause(Span(begin, sentence.end), ""))
    return found
