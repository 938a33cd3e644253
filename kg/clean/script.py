"""Traditional characters to simplified ones, on pages that are written in Traditional."""

from __future__ import annotations

import re
from dataclasses import replace
from operator import ne

from opencc import OpenCC

from kg.clean._chars import HAN
from kg.model import Article, Rejected

SHARE = 0.02
"""Least share of Chinese characters that conversion changes: a simplified page quoting one old form stays as it is."""
LEAST = 2
NOT_HAN = re.compile(f"[^{HAN}]+")
CONVERT = OpenCC("t2s").convert
ZHE = re.compile(r"(?<![显專专名论原编土卓巨昭合译遗较共执])著(?![名作者称录述书])")
"""著 as Taiwan and Hong Kong write the particle 着; OpenCC leaves it."""


def step(article: Article) -> list[Article | Rejected]:
    """Title, text, publisher and authors in simplified characters, by OpenCC (table t2s)."""
    whole = "\x01".join((article.text, article.title, article.publisher, article.region, *article.authors))
    simple = CONVERT(whole)
    if simple == whole:
        return [article]
    differ = sum(map(ne, whole, simple)) if len(whole) == len(simple) else LEAST + len(whole)
    if differ < LEAST or differ < SHARE * len(NOT_HAN.sub("", whole)):
        return [article]
    simple = ZHE.sub("着", simple)
    text, title, publisher, region, *authors = simple.split("\x01")
    return [replace(article, text=text, title=title, publisher=publisher, region=region, authors=tuple(authors))]
