"""Punctuation of one kind: half-width marks between Chinese characters become full-width, quotation marks pair up."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.clean._chars import HAN, MARKS, changed
from kg.model import Article, Rejected

C = HAN + MARKS
FULL = str.maketrans(",;:?!()", "，；：？！（）")
AFTER = re.compile(rf"(?<=[{C}%℃])[ ]?([,;:?!]+)(?![,;:?!]*//)[ ]?")
BEFORE = re.compile(rf"(?<![,;?!])([,;?!]+)(?=[{C}])")
BRACKET = re.compile(rf"(?<=[{C}])[()]+|(?<![()])[()]+(?=[{C}])")
STOP = re.compile(rf"(?<=[{HAN}”）])\.(?=\n|\Z)")
ROUNDS = 5
"""A mark that became Chinese can make its neighbour one."""
DOTS = re.compile(r"\.{3,}|。{3,}|…{1,}")
CORNERS = str.maketrans("「」『』﹁﹂﹃﹄〝〞", "“”‘’“”‘’“”")
CORNER = re.compile("[「」『』﹁﹂﹃﹄〝〞]")
HALF = re.compile("[,;:?!]")
DOTTED = re.compile(r"\.(?!\d)|。。。|…")
ODD = re.compile('[,;:?!()"…「」『』﹁﹂﹃﹄〝〞]|\\.(?!\\d)|。。。')
STRAIGHT = re.compile(r'"([^"\n]{1,80})"')


def step(article: Article) -> list[Article | Rejected]:
    """Title and text."""
    title = even(article.title)
    return changed(article if title == article.title else replace(article, title=title), even(article.text))


def even(text: str) -> str:
    """``text`` with Chinese punctuation only, where it is Chinese; "3:1", "1,000" and addresses stay."""
    for _ in range(ROUNDS):
        before, text = text, _even(text)
        if text == before:
            break
    return text


def _even(text: str) -> str:
    if not ODD.search(text):
        return text
    text = text.translate(CORNERS) if CORNER.search(text) else text
    text = STRAIGHT.sub(r"“\1”", text) if '"' in text else text
    text = DOTS.sub("……", STOP.sub("。", text)) if DOTTED.search(text) else text
    if HALF.search(text):
        text = BEFORE.sub(_full, AFTER.sub(_full, text))
    if "(" in text or ")" in text:
        text = BRACKET.sub(lambda match: match[0].translate(FULL), text)
    return text


def _full(match: re.Match[str]) -> str:
    return match[1].translate(FULL)
