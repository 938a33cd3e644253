"""PDF with a text layer: all pages of the file as one."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from typing import BinaryIO

from pypdf import PdfReader
from pypdf.errors import DependencyError

from kg.errors import InputError
from kg.model import Article
from kg.readers._fields import article, plain
from kg.readers._limits import MAX_PDF, whole

SUFFIXES = (".pdf",)
MAX_PAGES = 500
LEAST = 8
"""Fewer characters in the whole file mean that there is no text layer."""
logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it cannot read is told by us


def read(stream: BinaryIO, name: str) -> Iterator[Article]:
    """The file as one raw article, its pages one after another.

    Raises:
        InputError: it is damaged, locked by a password, has no text layer, or too many pages.
    """
    data = whole(stream, name, MAX_PDF)
    try:
        pages = _pages(data, name)
    except InputError:
        raise
    except DependencyError as error:
        raise InputError(name, "it is encrypted; save an unlocked copy") from error
    except Exception as error:  # a damaged file makes pypdf raise whatever comes: all of it means the same here
        raise InputError(name, f"it is a damaged PDF ({plain(str(error))[:80] or type(error).__name__}); save it anew") from error
    text = "\n\n".join(pages)
    if len(text.strip()) < LEAST:
        raise InputError(name, f"its {len(pages)} page(s) have no text layer, only pictures; recognise the text (OCR) first")
    yield article({}, name, text)


def _pages(data: bytes, name: str) -> list[str]:
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise InputError(name, "it is locked by a password; save an unlocked copy")
    if len(reader.pages) > MAX_PAGES:
        raise InputError(name, f"it has {len(reader.pages)} pages, more than {MAX_PAGES}; split it")
    return [page.extract_text() for page in reader.pages]
