"""Plain text: one page a file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from kg.model import Article
from kg.readers._encoding import decode
from kg.readers._fields import article
from kg.readers._limits import whole

SUFFIXES = (".txt", ".text", "")


def read(stream: BinaryIO, name: str) -> Iterator[Article]:
    """The page as one raw article.

    Raises:
        InputError: it is too large, binary, or in an unknown encoding.
    """
    text, flags = decode(whole(stream, name), name)
    yield replace(article({}, name, text), flags=flags)
