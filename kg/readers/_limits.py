"""How much a source may hold, so that a hostile or mistaken one cannot take the memory of all."""

from __future__ import annotations

from typing import BinaryIO

from kg.errors import InputError

MAX_PAGE = 16 << 20
"""Bytes of one page (text, Markdown, HTML) or one row; a newspaper page has some 30 kB."""
MAX_PDF = 256 << 20
MAX_LINE = 1 << 20
"""Code points of one line of a page."""


def whole(stream: BinaryIO, name: str, limit: int = MAX_PAGE) -> bytes:
    """All bytes of ``stream``.

    Raises:
        InputError: there are more than ``limit``.
    """
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise InputError(name, f"it is larger than {limit >> 20} MB, too much for one page; split it, or give one article a line as JSON Lines")
    return data
