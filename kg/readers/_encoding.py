"""Bytes to text: the encoding is told by its mark, else by what decodes without fault, else by which reading looks like Chinese."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes
from opencc import OpenCC

from kg.errors import InputError

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
GUESSES = ("gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
SAMPLE = 1 << 15
"""Bytes that are tried when guessing."""
PLAUSIBLE = 0.75
"""Least share of characters that must be everyday Chinese or ASCII."""
FAULTS = 0.01
"""Largest share of bytes that may be broken in a text that is read all the same (and flagged)."""
COMMON = frozenset(bytes((row, cell)).decode("gb2312") for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF - 5 * (row == 0xD7)))
"""The 3755 everyday characters: level 1 of GB 2312-1980, rows 16 to 55."""
PLAIN = frozenset(map(chr, range(32, 127))) | frozenset("\t\r\n，。、；：？！“”‘’（）《》〈〉【】〔〕「」『』—…·～％　□■●◆")
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
TO_SIMPLIFIED = OpenCC("t2s")


def decode(data: bytes, name: str, *, whole: bool = True, declared: str = "") -> tuple[str, tuple[str, ...]]:
    """``data`` as text, and flags ("encoding" if some bytes were broken). ``declared`` is what the page says of itself.

    With ``whole`` false, ``data`` is the head of a source and may end inside a character.

    Raises:
        InputError: it is no text, or in no encoding that we know.
    """
    encoding = detect(data, name, whole=whole, declared=declared)
    try:
        return data.decode(encoding), ()
    except UnicodeDecodeError:
        return data.decode(encoding, "replace").rstrip("\ufffd"), _broken(data, encoding, whole)


def detect(data: bytes, name: str, *, whole: bool = True, declared: str = "") -> str:
    """The encoding of ``data`` (a Python codec name); arguments and errors as for ``decode``."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return encoding
    wide = guess(data[:SAMPLE]) if CONTROL.search(data[:SAMPLE]) else ""
    if (wide and not wide.startswith("utf-16")) or (CONTROL.search(data[:SAMPLE]) and not wide):
        raise InputError(name, "it is a binary file, not text; save the document as text, PDF or HTML")
    if wide:
        return wide
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data, final=False)
        return "utf-8"
    except UnicodeDecodeError:
        encoding = guess(data[:SAMPLE], declared)
    if not encoding:
        raise InputError(name, "its encoding is unknown (tried UTF-8, GB18030, Big5, UTF-16); save it as UTF-8")
    return encoding


def guess(data: bytes, declared: str = "") -> str:
    """The encoding under which ``data`` reads best as Chinese; empty if under none."""
    utf8 = data.decode("utf-8", "replace")
    if utf8.count("\ufffd") <= max(2, FAULTS * len(data)) and plausibility(utf8) >= PLAUSIBLE:
        return "utf-8"
    best, which = 0.0, ""
    for encoding in _known(declared) + GUESSES:
        score = plausibility(data[: len(data) // 2 * 2].decode(encoding, "replace"))
        if score > best + 0.02:
            best, which = score, encoding
    if best >= PLAUSIBLE:
        return which
    match = from_bytes(data).best()
    return match.encoding if match and plausibility(str(match)) >= PLAUSIBLE else ""


def _known(encoding: str) -> tuple[str, ...]:
    try:
        return (codecs.lookup({"gb2312": "gb18030", "gbk": "gb18030"}.get(encoding.lower(), encoding)).name,) if encoding else ()
    except LookupError:
        return ()


def plausibility(text: str) -> float:
    """Share (0-1) of characters that everyday Chinese or plain English is made of."""
    if not text:
        return 0.0
    simple = TO_SIMPLIFIED.convert(text.replace("\x00", "\ufffd"))
    good = sum(char in COMMON or char in PLAIN for char in simple)
    return good / len(simple)


def _broken(data: bytes, encoding: str, whole: bool) -> tuple[str, ...]:
    try:
        codecs.getincrementaldecoder(encoding)().decode(data, final=whole)
    except UnicodeDecodeError:
        return ("encoding",)
    return ()
