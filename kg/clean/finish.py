"""The clean article: title line and paragraphs as one text, its id, and what is to be known of its faults."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace

from kg.clean._chars import HAN
from kg.model import Article, Rejected

SIGNS = re.compile("[*＊×某■]")
MASKED = re.compile(rf"[{HAN}][*＊×]{{1,3}}(?![\d*])|[*＊×]{{2,3}}|[{HAN}]某某?(?![些个种地])|■{{1,4}}(?=[{HAN}])")


def step(article: Article) -> list[Article | Rejected]:
    """The finished article; refused if nothing is left to read."""
    title = " ".join(article.title.split())
    body = "\n".join(line.strip() for line in article.text.split("\n") if line.strip())
    if not re.search(f"[{HAN}A-Za-z]", body):
        return (
            [Rejected(article.source, "clean", "no article text is left once navigation and bylines are taken away; check that the page holds an article")]
            if not title
            else [_made(article, title, "")]
        )
    return [_made(article, title, body)]


def _made(article: Article, title: str, body: str) -> Article:
    text = f"{title}\n{body}" if title else body
    flags = dict.fromkeys((*article.flags, *(("masked",) if SIGNS.search(text) and MASKED.search(text) else ())))
    digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]
    return replace(article, id=digest, title=title, text=text, body=len(title) + 1 if title else 0, flags=tuple(flags))
