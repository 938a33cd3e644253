"""What a source is: by its first bytes, and by its suffix where they do not tell."""

from __future__ import annotations

import json
import re
from pathlib import PurePath

from kg.errors import InputError
from kg.readers._encoding import decode
from kg.readers._fields import KEYS

HEAD = 1 << 16
"""Bytes that are looked at to tell the kind."""
TEXT_FORMATS = "text, Markdown, HTML, PDF, JSON Lines or CSV"
BINARY = (
    (b"PK\x03\x04", "a zip archive or Office file; unpack it, or save the document as PDF or text"),
    (b"\xd0\xcf\x11\xe0", "an old Office file; save the document as PDF or text"),
    (b"\x1f\x8b", "a gzip archive; unpack it first"),
    (b"BZh", "a bzip2 archive; unpack it first"),
    (b"\xfd7zXZ", "an xz archive; unpack it first"),
    (b"7z\xbc\xaf", "a 7z archive; unpack it first"),
    (b"Rar!", "a rar archive; unpack it first"),
    (b"{\\rtf", "a rich-text file; save the document as PDF or plain text"),
    (b"\x89PNG", "an image; recognise its text (OCR) first"),
    (b"\xff\xd8\xff", "an image; recognise its text (OCR) first"),
    (b"GIF8", "an image; recognise its text (OCR) first"),
    (b"II*\x00", "an image; recognise its text (OCR) first"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "a database; export its texts as CSV or JSON Lines"),
)
HTML = re.compile(r"<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]|<meta\s", re.I)
TAGS = re.compile(r"<(p|div|td|li|h[1-6]|span|br)\b[^<>]*>", re.I)
SUFFIXES = {
    ".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html", ".shtml": "html", ".xhtml": "html",
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "jsonl", ".csv": "csv", ".tsv": "csv", ".pdf": "pdf",
}  # fmt: skip


def kind(head: bytes, name: str) -> str:
    """The module of ``kg.readers`` for a source that begins with ``head`` and is called ``name``.

    Raises:
        InputError: it is empty or of a kind that holds no text for us.
    """
    if not head.strip(b"\x00\xef\xbb\xbf\xff\xfe \t\r\n"):
        raise InputError(name, "it is empty; give a file with text")
    if b"%PDF-" in head[:1024]:
        return "pdf"
    for mark, what in BINARY:
        if head.startswith(mark):
            raise InputError(name, f"it is {what}" if ";" in what else f"it is {what}; give its text as plain text, HTML or PDF")
    text = decode(head, name, whole=False)[0].lstrip("\ufeff \t\r\n")
    said = SUFFIXES.get(PurePath(name).suffix.lower(), "text")
    return _by_content(text) or ("text" if said == "html" and not TAGS.search(text) else said)


def _by_content(text: str) -> str:
    line = text.split("\n", 1)[0].rstrip()
    if line == "---" and re.match(r"---\s*\n\s*[\w\u4e00-\u9fff-]+\s*:", text):
        return "markdown"
    if HTML.search(text[:4096]) or _has_tags(text):
        return "html"
    if line[:1] in "{[" and _is_json(line):
        return "jsonl"
    cells = {cell.strip(" \"'").lower() for cell in re.split(r"[,;\t|]", line)}
    others = {name for field, names in KEYS.items() if field != "text" for name in names}
    if len(line) < 500 and cells & set(KEYS["text"]) and cells & others:
        return "csv"
    return ""


def _has_tags(text: str) -> bool:
    tags = TAGS.findall(text)
    return (text.startswith("<") and len(tags) >= 2) or (len(tags) >= 6 and len(tags) * 400 > len(text))


def _is_json(line: str) -> bool:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return line in "{["
    return isinstance(value, dict | list)
