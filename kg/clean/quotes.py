"""Quotation marks that were set the wrong way round: “百村清洁“创建 -> “百村清洁”创建. Needs whole paragraphs."""

from __future__ import annotations

import re

from kg.clean._chars import changed
from kg.model import Article, Rejected

TURNED = re.compile(r"(“[^“”‘’\n。，；]{1,20})“(?=[^“”\n]*(?:\n|\Z|“[^“”\n]*”))")
BALANCED = re.compile(r"[^“”\n]*(?:“[^“”\n]*”[^“”\n]*)*\Z")


def step(article: Article) -> list[Article | Rejected]:
    """Only paragraphs whose marks do not pair up are touched."""
    text = article.text
    if text.count("“") == text.count("”"):
        return [article]
    lines = [line if BALANCED.match(line) else TURNED.sub(r"\1”", line) for line in text.split("\n")]
    return changed(article, "\n".join(lines))
