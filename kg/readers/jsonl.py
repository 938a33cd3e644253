"""JSON Lines, one article a line; also one JSON object, or a list of objects, a file."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, BinaryIO

from kg.model import Article, Rejected
from kg.readers._encoding import decode
from kg.readers._fields import article, find, plain
from kg.readers._limits import MAX_PAGE, whole
from kg.readers._markup import to_text

SUFFIXES = (".jsonl", ".ndjson", ".json")
HEAD = 1 << 16
MARK = b"\xef\xbb\xbf"
KINDS = {list: "a list", str: "a text", int: "a number", float: "a number", bool: "true or false"}


def read(stream: BinaryIO, name: str) -> Iterator[Article | Rejected]:
    """The raw articles; a line that is no object with a text is refused by itself.

    Raises:
        InputError: the file is in an unknown encoding, or one too large object.
    """
    head = stream.peek(HEAD)[:HEAD] if isinstance(stream, io.BufferedReader) else b""
    if _is_lines(head):
        yield from _lines(stream, name)
        return
    text = decode(whole(stream, name), name)[0]
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        yield from _lines(io.BytesIO(text.encode()), name)
        return
    for number, row in enumerate(value if isinstance(value, list) else [value], 1):
        yield _row(row, name, number)


def _is_lines(head: bytes) -> bool:
    """True if the head is UTF-8 and one of its lines is a whole object: the file can be read line by line."""
    lines = head.removeprefix(MARK).lstrip().split(b"\n")
    return any(_is_object(line) for line in lines[:20]) or (len(lines) == 1 and head.count(b"{") > 0 and len(head) == HEAD)


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line.decode("utf-8")), dict)
    except (ValueError, RecursionError):
        return False


def _lines(stream: BinaryIO, name: str) -> Iterator[Article | Rejected]:
    number = 0
    while line := stream.readline(MAX_PAGE + 1):
        number += 1
        if len(line) > MAX_PAGE and not line.endswith(b"\n"):
            yield Rejected(f"{name}:{number}", "read", f"the line is larger than {MAX_PAGE >> 20} MB; split the article")
            while (rest := stream.readline(MAX_PAGE)) and not rest.endswith(b"\n"):
                continue
            continue
        if line.removeprefix(MARK).strip():
            yield _line(line, name, number)


def _line(line: bytes, name: str, number: int) -> Article | Rejected:
    try:
        return _row(json.loads(line.removeprefix(MARK).decode("utf-8").strip()), name, number)
    except UnicodeDecodeError as error:
        fault = f"not UTF-8 (byte {error.start + 1}); save the file as UTF-8"
    except json.JSONDecodeError as error:
        fault = f"not JSON ({error.msg} at column {error.colno}); write one object a line"
    except (ValueError, RecursionError) as error:
        fault = f"not JSON ({plain(str(error))[:60]}); write one object a line"
    return Rejected(f"{name}:{number}", "read", fault)


def _row(row: Any, name: str, number: int) -> Article | Rejected:
    if not isinstance(row, Mapping):
        return Rejected(f"{name}:{number}", "read", f'no object but {KINDS.get(type(row), "nothing")}; write {{"title": …, "text": …}}')
    _, text = find(row, "text")
    if not isinstance(text, str) or not text.strip():
        has = ", ".join(sorted(plain(key)[:40] for key in row)[:12]) or "nothing"
        return Rejected(f"{name}:{number}", "read", f"no 'text' (has: {has}); name the field of the article 'text'")
    made = article(row, name, to_text(text), source=f"{name}:{number}", where="row")
    return replace(made, doc=plain(find(row, "doc")[1]) or f"{made.doc}-{number}")
