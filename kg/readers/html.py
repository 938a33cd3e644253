"""HTML pages: the block that holds the article, and what the page says of itself in its head."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, BinaryIO

from kg.model import Article
from kg.readers._encoding import decode
from kg.readers._fields import article
from kg.readers._html import HEADINGS, lines, parse
from kg.readers._limits import whole

SUFFIXES = (".html", ".htm", ".shtml", ".xhtml")
CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]{2,20})", re.I)
META = {
    "articletitle": "title", "og:title": "title", "pubdate": "date", "publishdate": "date", "article:published_time": "date",
    "contentsource": "source", "mediaid": "source", "og:url": "url",
}  # fmt: skip
SITE = re.compile(r"(?:\s*[_|｜]\s*[^_|｜]{2,20})+$|\s*[-–]\s*[^-–]{0,16}(?:网|报|政府|在线|门户|台|发布|频道|新闻|要闻|中心)$")
"""What a page's title element adds to the headline: section and site."""
ABOUT = re.compile(r"(发布时间|发布日期|来源|日期|时间|作者|记者|责任编辑|编辑|审核)\s*[:：]|^\s*20\d\d[-年/.]\d{1,2}[-月/.]\d{1,2}")


def read(stream: BinaryIO, name: str) -> Iterator[Article]:
    """The page as one raw article.

    Raises:
        InputError: as for text.
    """
    data = whole(stream, name)
    declared = CHARSET.search(data[:4096])
    text, flags = decode(data, name, declared=declared[1].decode("ascii") if declared else "")
    root = parse(text)
    yield replace(article(_head(root), name, "\n".join(_page(root)), where="page"), flags=flags)


def _head(root: Any) -> Mapping[str, str]:
    """What the page's meta elements say; its title element only where there is no headline in the text."""
    told: dict[str, str] = {}
    for meta in root.iter("meta"):
        key = META.get((meta.get("name") or meta.get("property") or "").strip().lower())
        if key and (meta.get("content") or "").strip():
            told.setdefault(key, meta.get("content").strip())
    heading = next((node for node in root.iter("h1", "h2") if node.text_content().strip()), None)
    titles = [node.text_content() for node in root.iter("title")]
    if "title" not in told and heading is None and titles:
        told["title"] = SITE.sub("", titles[0].strip())
    return told


def _page(root: Any) -> list[str]:
    """The lines of the main block, after the headline and the lines about the article that stand outside of it."""
    body = root.find("body")
    every = lines(root if body is None else body)
    main = _main(root)
    if main is None:
        return every
    inside = lines(main)
    marks = tuple(mark for mark in HEADINGS.values() if len(mark) <= 3)
    before = every[: every.index(inside[0])] if inside and inside[0] in every else []
    kept = [line for line in before[-12:] if line.startswith(marks) or (len(line) < 120 and ABOUT.search(line))]
    after = every[every.index(inside[-1]) + 1 :] if inside and inside[-1] in every else []
    kept_after = [line for line in after[:6] if len(line) < 60 and ABOUT.search(line)]
    return kept + inside + kept_after


def _main(root: Any) -> Any | None:
    """The smallest element that holds most of the page's paragraphs; None if nothing stands out."""
    weights: dict[Any, int] = {}
    total = 0
    for node in root.iter("p", "section"):
        text = len("".join(node.itertext()).strip()) if node.tag == "p" else 0
        linked = sum(len("".join(link.itertext())) for link in node.iter("a"))
        weight = max(0, text - 2 * linked)
        total += weight
        for above in node.iterancestors():
            if above.tag in ("html", "body"):
                break
            weights[above] = weights.get(above, 0) + weight
    heavy = [node for node, weight in weights.items() if weight > 0.7 * total and total > 80]
    return min(heavy, key=lambda node: sum(1 for _ in node.iter())) if heavy else None
