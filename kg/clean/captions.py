"""Photo credits leave the text, their photographers become authors; a caption stays only where it says something.

"会场一角。" tells nothing, "图为石桥镇的大棚蔬菜基地。" names a place of the page: the evaluation counts such names."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.clean._chars import HAN, changed
from kg.clean._people import persons
from kg.clean._signs import SQUARE
from kg.model import Article, Rejected

MARKED = re.compile(r"^\[图\]\s*")
PICTURE = re.compile(r"^[（(]?(?:图为|图[一二三四五①②③④⑤\d]?[:：]|资料图|[上下左右]图(?:为|[:：])|图片(?:来源|由)|(?:组图|图片)[:：]|↑|▲|△)")
CREDIT = re.compile(
    rf"[ 。）)]*[（(【]?\s*((?:[{HAN}]{{0,14}}(?:记者|通讯员|摄影|实习生)\s*)?(?:[{HAN}·*]{{2,8}}[ 、/／]*){{0,4}}[{HAN}·*]{{1,8}}\s*(?:摄影报道|摄影|摄|供图|图))\s*[/／]?[文图]?\s*[）)】]?$"
)
TELLING = 12
"""Least code points of a caption that says something."""
ALONE = 60
"""A line with a credit is a caption up to this many code points; a longer one is a picture story and stays."""
INSIDE = re.compile(r"[（(](?:本组|本版)?(?:图片?|照片)(?:由|均由|[:：]|来源)[^（）()]{2,24}[）)]")


def step(article: Article) -> list[Article | Rejected]:
    """The page without credits and idle captions."""
    text = INSIDE.sub("", article.text) if "图" in article.text else article.text
    if "摄" not in text and "图" not in text and "▲" not in text:
        return changed(article, text)
    kept: list[str] = []
    names: list[str] = []
    for line in text.split("\n"):
        words = _caption(line, names)
        if words:
            kept.append(words)
    authors = tuple(dict.fromkeys((*article.authors, *names)))
    return [replace(article, text="\n".join(kept), authors=authors)]


def _caption(line: str, names: list[str]) -> str:
    """What stays of ``line``; the photographers it names are added to ``names``."""
    if len(line) > 300 or (SQUARE.match(line) and "图" not in line[:2] and line[0] != "△"):
        return line
    marked, picture = MARKED.match(line), PICTURE.match(line)
    credit = CREDIT.search(line) if line.rstrip("）)】").endswith(("摄", "摄影报道", "摄影", "供图", "图")) else None
    if credit and not marked and not picture and not credit[1].endswith(("摄", "摄影报道", "供图", "摄影")):
        credit = None
    if credit:
        names += persons(credit[1])
    if marked or (picture and len(line) <= 2 * ALONE):
        words = MARKED.sub("", (line[: credit.start(1)] if credit else line).rstrip(" （(【"))
        return words if len(words) >= TELLING else ""
    if not credit:
        return line
    rest = line[: credit.start(1)].rstrip(" （(【")
    return rest if len(rest) > ALONE or rest.count("。") > 1 else ""
