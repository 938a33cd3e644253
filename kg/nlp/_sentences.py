"""Sentences: lines cut after 。！？；… and the closing marks that follow them."""

from __future__ import annotations

import re

from kg.model import Span

_SENTENCE = re.compile(r"[^\s。！？!?；;…][^\n。！？!?；;…]*[。！？!?；;…]*[”’」』）)】》]*")


def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of ``text`` in order; none crosses a line, none begins with white space or is empty."""
    spans = []
    for match in _SENTENCE.finditer(text):
        words = match.group().rstrip()
        if words:
            spans.append(Span(match.start(), match.start() + len(words)))
    return tuple(spans)
