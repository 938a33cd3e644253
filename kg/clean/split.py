"""A page into its articles: at leads (本报讯, 又讯), at bylines under a headline, at first-level headings."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from kg.clean import _headlines
from kg.clean._signs import is_byline_line, is_lead
from kg.model import Article, Rejected

MARK = re.compile(r"^(#{1,6})\s+")
LONGEST = 45
"""Code points of the longest headline."""
NO_HEADLINE = re.compile(r"[。；！？…：，]$|^[（(].*[）)]$|[。；]|^[一二三四五六七八九十]{1,2}、|^\d+[.、]|〔\d{4}〕")


@dataclass
class Part:
    """An article in the making: its headlines and its paragraphs (subheadings among them keep no mark)."""

    heads: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    lead: bool = False

    @property
    def prose(self) -> bool:
        """True once a sentence stands in it."""
        return any(not is_byline_line(line) and "。" in line for line in self.lines)


def step(article: Article) -> list[Article | Rejected]:
    """The articles of the page in their order; headlines behind the last one are given to those they fit."""
    lines = [line for line in article.text.split("\n") if line.strip()]
    parts, tail = _parts(lines, titled=bool(article.title))
    if article.title:
        parts[0].heads = []
    parts = _headlines.assign(parts, tail, titled=bool(article.title))
    return [
        replace(article, title=(article.title if number == 0 else "") or title(part.heads), text="\n".join(part.lines))
        for number, part in enumerate(parts)
    ] or [article]


def title(heads: list[str]) -> str:
    """Kicker, headline and subtitle as one line."""
    out = ""
    for head in heads:
        out += ("" if not out or head.startswith(("——", "—")) else " ") + head
    return out


def _parts(lines: list[str], titled: bool) -> tuple[list[Part], list[str]]:
    """(articles, headlines behind the last paragraph)."""
    parts = [Part()]
    waiting: list[tuple[str, int]] = []  # headings since the last paragraph, with their level
    short_items = sum(map(is_lead, lines)) >= 2
    for number, line in enumerate(lines):
        mark = MARK.match(line)
        words = MARK.sub("", line).strip()
        byline = is_byline_line(words)
        if (mark or _looks_like_headline(words, lines, number, parts[-1])) and not byline:
            waiting.append((words, len(mark[1]) if mark else 0))
            continue
        lead = is_lead(words)
        if parts[-1].prose and _starts(lead, byline, waiting, parts[-1], short_items):
            parts.append(Part())
        part = parts[-1]
        if not part.lines or not part.prose:
            part.heads += [head for head, _ in waiting] if not part.lines else []
            part.lines += [] if not part.lines else [head for head, _ in waiting]
        else:
            part.lines += [head for head, _ in waiting]
        waiting = []
        part.lead |= lead
        part.lines.append(words)
    return parts, [head for head, _ in waiting]


def _starts(lead: bool, byline: bool, waiting: list[tuple[str, int]], part: Part, short_items: bool) -> bool:
    """True if a new article begins with this line and the headings ``waiting`` above it."""
    if lead:
        return True
    if not waiting:
        return False
    return byline or min(level or 9 for _, level in waiting) == 1 or (short_items and part.lead and any(level for _, level in waiting))


def _looks_like_headline(words: str, lines: list[str], number: int, part: Part) -> bool:
    """True for an unmarked line that can be a headline: at the top, or right above a lead, a byline or more such lines."""
    if len(words) > LONGEST or NO_HEADLINE.search(words) or is_lead(words):
        return False
    if not part.prose and not part.lines:
        return True
    for after in lines[number + 1 : number + 4]:
        bare = MARK.sub("", after).strip()
        if is_lead(bare) or is_byline_line(bare):
            return True
        if len(bare) > LONGEST or NO_HEADLINE.search(bare):
            return False
    return number + 3 >= len(lines)
