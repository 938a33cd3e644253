"""Sources to raw articles. The folder is the registry: one module a format, chosen by content first and suffix second.

Each module has ``SUFFIXES`` and ``read(stream, name)``, which yields one raw ``Article`` a page or row, and a
``Rejected`` for each row that it must refuse; a source that cannot be read at all raises ``InputError``.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

from kg import plugins
from kg.errors import InputError
from kg.model import Article, Rejected
from kg.readers._sniff import HEAD, kind
from kg.readers._sources import sources

__all__ = ["read", "read_stream", "sources"]


def read(path: Path, name: str = "") -> Iterator[Article | Rejected]:
    """The raw articles of the file at ``path``; ``name`` is what it is called in messages, ids and the graph.

    Raises:
        InputError: the source cannot be read; the message names place, fault and mend. It may come at the first
            article or, if the file breaks off later, between two.
    """
    name = name or path.name
    try:
        if path.is_dir():
            raise InputError(name, "it is a folder; give its files, or the folder itself to the command")
        with path.open("rb", buffering=HEAD) as stream:
            yield from read_stream(stream, name)
    except OSError as error:
        raise InputError(name, _why(error)) from error


def read_stream(stream: BinaryIO, name: str) -> Iterator[Article | Rejected]:
    """The same for an open binary stream (standard input).

    Raises:
        InputError: as ``read``.
    """
    buffered = stream if hasattr(stream, "peek") else io.BufferedReader(cast(io.RawIOBase, stream), HEAD)
    head = cast(io.BufferedReader, buffered).peek(HEAD)[:HEAD]
    reader = plugins.load("kg.readers", kind(head, name))
    yield from reader.read(buffered, name)


def _why(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file (any more); check the path"
    if isinstance(error, PermissionError):
        return "no permission to read it; change its mode (chmod u+r) or run as its owner"
    return f"it cannot be read ({error.strerror or error}); check the file and its disk"
