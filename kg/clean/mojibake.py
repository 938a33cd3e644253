"""Text that some tool decoded wrongly: repaired where the bytes prove what stood there, else left and flagged.

Two kinds are known: a whole line of UTF-8 that was read as GBK or Latin-1, and runs shifted by one byte (see ``_shift``).
"""

from __future__ import annotations

import re

from kg.clean._chars import COMMON, HAN, changed
from kg.clean._shift import START, repair
from kg.model import Article, Rejected

DOUBLED = re.compile(r"[,，](?=[，。、；：？！])")
INNER = re.compile(rf"[{HAN}”]\?(?=[{HAN}])")
HALF = re.compile(rf"[{HAN}],(?=[{HAN}])")
"""On a page with half-width punctuation a question mark inside a line is a question."""
LEFT = re.compile(rf"\?[?!！？][{HAN}?]|(?<=[{HAN}“”。])□|锟斤拷|烫烫烫|\ufffd")
ODD = re.compile("[?\ufffd□]|锟斤拷|烫烫烫")
SAMPLE, USUAL = 300, 0.7
MISREAD = re.compile("[锛銆鍥鍦鐨勬槸鈥涓浜鏈\u00c2-\u00ef]")
"""Characters that UTF-8 often becomes when read as GBK or Latin-1."""


def step(article: Article) -> list[Article | Rejected]:
    """Wrong decodings repaired; the flag "mojibake" where something is left."""
    text = article.text
    if MISREAD.search(text) or _is_strange(text[:SAMPLE]):
        text = "\n".join(map(_reread, text.split("\n")))
    if START.search(text):
        text = repair(text)
    if any(mark in text for mark in (",，", ",。", ",、", "，，", "，。", "，、")):
        text = DOUBLED.sub("", text)
    left = ODD.search(text) and (LEFT.search(text) or (INNER.search(text) and not HALF.search(text)))
    return changed(article, text, *(("mojibake",) if left else ()))


def _is_strange(text: str) -> bool:
    """True if few of the characters are everyday ones."""
    return sum(char in COMMON for char in text) < USUAL * sum("\u3400" <= char <= "\u9fff" or "\ue000" <= char <= "\uf8ff" for char in text)


def _reread(line: str) -> str:
    """``line`` as UTF-8, if it is the bytes of UTF-8 read as something else; a chance hit on several characters is next to impossible."""
    for encoding in ("gb18030", "cp1252", "latin-1"):
        try:
            again = line.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
        if again != line and sum(char in COMMON for char in again) >= 2:
            return again
    return line
