"""Character classes that several steps share, and the one way in which a step returns a changed article."""

from __future__ import annotations

from dataclasses import replace

from kg.model import Article, Rejected

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
"""Chinese characters, for use inside a character class of a regular expression."""
MARKS = "，。、；：？！“”‘’（）《》〈〉【】〔〕—…·"
"""Chinese punctuation, for the same use."""
COMMON = frozenset(bytes((row, cell)).decode("gb2312") for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF - 5 * (row == 0xD7)))
"""The 3755 everyday characters: level 1 of GB 2312-1980, rows 16 to 55."""


def changed(article: Article, text: str, *flags: str) -> list[Article | Rejected]:
    """``article`` with ``text`` and more ``flags``."""
    new = tuple(flag for flag in flags if flag not in article.flags)
    if text == article.text and not new:
        return [article]
    return [replace(article, text=text, flags=article.flags + new)]
