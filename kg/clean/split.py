"""A page into its articles: at leads (本报讯, 又讯), at bylines under a headline, at first-level headings."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.clean._headlines import Part, assign
from kg.clean._signs import is_byline_line, is_lead, is_name_line
from kg.model import Article, Rejected

MARK = re.compile(r"^(#{1,6})\s+")
LONGEST = 45
"""Code points of the longest headline."""
LONGEST_CRY = 30
LONGEST_KICKER = 14
LONGEST_BYLINE = 70
QUOTED = re.compile("“([^“”，。]{3,12})”")
ITEM = re.compile(r"^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d+[.、．])")
NOISE = re.compile(r"[\W_]+")
NO_HEADLINE = re.compile(r"[。；！？…：，]$|^[（(].*[）)]$|[。；]|^[一二三四五六七八九十]{1,2}、|^\d+[.、]|〔\d{4}〕")


def step(article: Article) -> list[Article | Rejected]:
    """The articles of the page in their order; headlines behind the last one are given to those they fit."""
    lines = [line for line in article.text.split("\n") if line.strip()]
    place = _tail(lines)
    parts = _parts(lines[:place], article.title)
    tail = [MARK.sub("", line).strip() for line in lines[place:]]
    parts = assign(_reunited(parts), tail)
    return [
        replace(article, title=(article.title if number == 0 else "") or headline(part.heads), text="\n".join(part.lines)) for number, part in enumerate(parts)
    ] or [article]


def headline(heads: list[str]) -> str:
    """Kicker, headline and subtitle as one line."""
    out = ""
    for head in heads:
        out += ("" if not out or out.endswith("：") or head.startswith("—") else " ") + head
    return out


def _tail(lines: list[str]) -> int:
    """Index of the first marked headline behind the last sentence; the number of lines if there is none."""
    last = max((number for number, line in enumerate(lines) if "。" in line), default=len(lines))
    return next((number for number in range(last + 1, len(lines)) if MARK.match(lines[number])), len(lines))


def _parts(lines: list[str], title: str) -> list[Part]:
    """The articles; where the first has its title already, the headings above its text are part of it."""
    parts = [Part()]
    waiting: list[tuple[str, int]] = []  # headings since the last paragraph, with their level
    for number, line in enumerate(lines):
        mark = MARK.match(line) if line[0] == "#" else None
        words = line[mark.end() :].strip() if mark else line.strip()
        byline = len(words) <= LONGEST_BYLINE and (is_byline_line(words) or (bool(waiting) and is_name_line(words)))
        if (mark or _looks_like_headline(words, lines, number, parts[-1])) and not byline:
            waiting.append((words, len(mark[1]) if mark else 0))
            continue
        lead = is_lead(words)
        if parts[-1].prose and _starts(lead, byline, waiting, parts[-1]):
            parts.append(Part())
        part = parts[-1]
        if not part.lines or not part.prose:
            part.heads += [head for head, _ in waiting] if not part.lines else []
            part.level = part.level or min((level for _, level in waiting if level and not title), default=0)
            part.lines += [] if not part.lines else [head for head, _ in waiting]
        else:
            part.lines += [head for head, _ in waiting]
        waiting = []
        part.lead |= lead
        part.prose |= "。" in words
        part.lines.append(words)
    parts[-1].lines += [head for head, _ in waiting]
    if title:
        parts[0].lines[:0], parts[0].heads = [head for head in parts[0].heads if _bare(head) not in _bare(title)], []
    return parts


def _bare(text: str) -> str:
    return NOISE.sub("", text)


def _starts(lead: bool, byline: bool, waiting: list[tuple[str, int]], part: Part) -> bool:
    """True if a new article begins with this line and the headings ``waiting`` above it: at a lead, at a byline under a
    headline, at a marked headline of the level of the article's own."""
    levels = [level for head, level in waiting if level and not ITEM.match(head)]
    return lead or bool(waiting and byline) or bool(levels and min(levels) <= part.level)


def _reunited(parts: list[Part]) -> list[Part]:
    """A section that was set behind a sidebar goes back to its article: to the one of a higher level whose headline
    has a quoted name that the section has too and the sidebar has not."""
    out: list[Part] = []
    for part in parts:
        words = "".join((*part.heads, *part.lines))
        home = next((above for above in reversed(out) if 0 < above.level < part.level and _names(above.heads) & _names([words])), None)
        sidebar = home and out[-1] is not home and not _names(home.heads) & _names(out[-1].heads + out[-1].lines)
        if home and sidebar and not part.lead and not any(is_byline_line(line) for line in part.lines):
            home.lines += [*part.heads, *part.lines]
        else:
            out.append(part)
    return out


def _names(texts: list[str]) -> set[str]:
    """What stands in quotation marks."""
    return {name for text in texts for name in QUOTED.findall(text)}


def _looks_like_headline(words: str, lines: list[str], number: int, part: Part) -> bool:
    """True for an unmarked line that can be a headline: at the top, or right above a lead, a byline or more such lines."""
    if words.endswith("：") and len(words) <= LONGEST_KICKER and not part.lines and number + 1 < len(lines):
        return not NO_HEADLINE.search(MARK.sub("", lines[number + 1])) and len(lines[number + 1]) <= LONGEST
    if number == 0 and len(words) <= LONGEST_CRY and words[-1] in "！？" and "，" not in words:
        return len(lines) > 1
    if len(words) > LONGEST or words.endswith("。") or NO_HEADLINE.search(words) or is_lead(words):
        return False
    if not part.prose and not part.lines:
        return True
    for after in lines[number + 1 : number + 4]:
        bare = MARK.sub("", after).strip()
        if is_lead(bare) or is_byline_line(bare):
            return True
        if len(bare) > LONGEST or NO_HEADLINE.search(bare):
            return False
    return False
