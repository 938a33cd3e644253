"""A slip in the headline of a recognised page that its own text corrects: 满州里 in the title, 满洲里 five times below."""

from __future__ import annotations

import importlib
import re
from collections import Counter
from dataclasses import replace

from kg.clean._chars import HAN
from kg.clean.ocr import FLAG
from kg.model import Article, Rejected

OFTEN = 3
"""Times that the other form must stand in the text."""
WORD = re.compile(f"[{HAN}]{{3}}")


def step(article: Article) -> list[Article | Rejected]:
    """Only pages on which recognition slipped elsewhere; only a character that sounds the same, between or beside two that agree."""
    if FLAG not in article.flags or not article.title:
        return [article]
    text = article.text
    counts = Counter(text[place : place + 3] for place in range(len(text) - 2))
    often = [word for word, count in counts.items() if count >= OFTEN and WORD.match(word)]
    title = article.title
    for place in range(len(title) - 2):
        word = title[place : place + 3]
        meant = [other for other in often if word not in counts and _one_letter_off(word, other)]
        if len(meant) == 1:
            title = title[:place] + meant[0] + title[place + 3 :]
    return [replace(article, title=title)]


def _one_letter_off(word: str, other: str) -> bool:
    pairs = [(one, two) for one, two in zip(word, other, strict=True) if one != two]
    return len(pairs) == 1 and bool(_readings(pairs[0][0]) & _readings(pairs[0][1]))


def _readings(char: str) -> set[str]:
    table = importlib.import_module("pypinyin.pinyin_dict").pinyin_dict  # half a second to load, and seldom needed
    return set(filter(None, table.get(ord(char), "").split(",")))
