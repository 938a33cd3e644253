"""Raw pages to clean articles: ``STEPS`` in order, each a module of this folder with ``step(article)``.

The order is a decision: bytes are repaired (mojibake) before characters change (script, width), lines are joined
before the page is cut, and names are taken out of bylines last, when their spaces have been closed.
"""

from __future__ import annotations

from collections.abc import Callable

from kg.clean import (
    boilerplate,
    byline,
    captions,
    dates,
    encoding,
    finish,
    mojibake,
    ocr,
    pinyin,
    punctuation,
    quotes,
    script,
    slips,
    spaces,
    split,
    unwrap,
    width,
)
from kg.clean.reprints import families
from kg.model import Article, Rejected

__all__ = ["STEPS", "clean", "families"]

Step = Callable[[Article], list[Article | Rejected]]
STEPS: tuple[tuple[str, Step], ...] = (
    ("encoding", encoding.step),
    ("mojibake", mojibake.step),
    ("pinyin", pinyin.step),
    ("script", script.step),
    ("width", width.step),
    ("punctuation", punctuation.step),
    ("ocr", ocr.step),
    ("boilerplate", boilerplate.step),
    ("unwrap", unwrap.step),
    ("quotes", quotes.step),
    ("spaces", spaces.step),
    ("split", split.step),
    ("byline", byline.step),
    ("captions", captions.step),
    ("dates", dates.step),
    ("slips", slips.step),
    ("finish", finish.step),
)


def clean(article: Article) -> list[Article | Rejected]:
    """The articles of a raw page, or why there are none. ``text`` is the title line and the paragraphs, a line each."""
    items: list[Article | Rejected] = [article]
    for _, step in STEPS:
        items = [out for item in items for out in (step(item) if isinstance(item, Article) else [item])]
    return dates.share(items)
