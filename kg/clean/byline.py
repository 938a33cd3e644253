"""Who wrote an article and where it was sent from: out of the text, into the metadata."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial

from kg.clean._chars import HAN
from kg.clean._people import paper, persons
from kg.clean._signs import BRACKET, ROLE, SURNAMES, is_byline_line, is_name_line, is_signature, lead
from kg.model import Article, Rejected

NAMED = re.compile(
    rf"(?:本报|本网|本台)?记者\s?(?!于[近日今])([{HAN}]{{2,3}}?)(?=从[{HAN}]|近日|日前|今[日天]|昨[日天]|在[{HAN}]{{2,12}}(?:采访|看到|了解)|了解到|获悉|看到|来到|走进|采访)"
)
"""A reporter named inside a sentence: 记者甲乙从县里获悉."""
DATELINE = re.compile(rf"^\s*(?:本报|本网|本台|[{HAN}]{{2,10}}?(?:网|社|报|台))?([{HAN}·]{{2,8}}?)?\s*((?:20\d\d年)?\d{{1,2}}月\d{{1,2}}日)?\s*(?:讯|电|消息)$")
DAY = re.compile(r"(?:(20\d\d)年)?(\d{1,2})月(\d{1,2})日")
SOURCE = re.compile(r"[（(【]\s*(?:文章|稿件|信息|新闻|图文)?来源\s*[:：]\s*([^（）()【】]{2,30})[）)】]")
SIGNED = re.compile("记者|通讯员|摄|供|撰|实习生|评论员|文|图|中心")
LAST = 80
"""Code points at the end of a line in which its editors are looked for."""
EDITORS = re.compile(r"[（(【]?\s*(?:责任|值班|网络|本版)?(?:编辑|责编|主编|校对|审核|监制|编审)\s*[:：][^（）()【】。]{2,40}[）)】]?\s*$")
AFTER_LEAD = re.compile(
    rf"\s*(?:[（(【]([^（）()【】\n]{{2,60}})[）)】]|((?:[{HAN}]{{0,10}}{ROLE})[^，。（）]{{2,30}}?(?:报道)?[:：]|{ROLE}\s*[{HAN}·]{{2,4}}(?:\s[{HAN}·]{{2,4}})*\s*(?:报道[:：]?|\s)))?\s*"
)
TAIL_NAMES = re.compile(
    rf"[（(]((?<=[。！？”]（)[{HAN}]{{2,3}}|[{HAN}·]{{2,4}}(?:[ 、][{HAN}·]{{2,4}}){{1,4}}|(?:文|图|文/图|图/文)[ :：/／][^（）()]{{2,30}})[）)]$"
)


def step(article: Article) -> list[Article | Rejected]:
    """Text without bylines; ``authors`` gains reporters, correspondents and photographers, ``publisher`` their paper."""
    names: list[str] = []
    words: list[str] = []
    kept: list[str] = []
    source = ""
    region, published = article.region, article.published
    for number, line in enumerate(article.text.split("\n")):
        if is_byline_line(line) or (number == 0 and is_name_line(line)):
            words.append(line)
            names += persons(line)
            continue
        begun = lead(line)
        if begun:
            place, day = _dateline(begun[0])
            region, published = region or place, published or day
            line = _without_lead(line, begun, words, names)
        found = SOURCE.search(line) if "来源" in line else None
        if found:
            source, line = source or found[1].strip(), SOURCE.sub("", line)
        line = _inside(line, words, names)
        line = NAMED.sub(partial(_named, names=names), line) if "记者" in line else line
        if line.strip():
            kept.append(line.strip())
    publisher = article.publisher or source or next(filter(None, map(paper, words)), "")
    people = [name for given in article.authors for name in _given(given)] + names
    return [replace(article, text="\n".join(kept), authors=tuple(dict.fromkeys(people)), publisher=publisher, region=region, published=published)]


def _given(author: str) -> list[str]:
    """The persons in an author as front matter or a row gives it; "本报记者 甲乙" is one, "市融媒体中心" none."""
    return persons(author) if re.search(f"[{HAN}]", author) else [author]


def _dateline(begun: str) -> tuple[str, str]:
    """(place, date) of a lead: the date is full ("2022-01-04") where it has a year, else "--01-04"; empty if absent."""
    match = DATELINE.match(begun)
    if not match:
        return "", ""
    date = DAY.search(match[2] or "")
    return match[1] or "", f"{date[1] or '-'}-{int(date[2]):02}-{int(date[3]):02}" if date else ""


def _without_lead(line: str, begun: re.Match[str], words: list[str], names: list[str]) -> str:
    after = AFTER_LEAD.match(line, begun.end())
    told = after[1] or after[2] if after else None
    if not after or not told:
        return line[begun.end() :].lstrip(" ：:，")
    words.append(told)
    names += persons(told)
    return line[after.end() :]


def _named(match: re.Match[str], names: list[str]) -> str:
    """The sentence without the reporter's name, where it is one."""
    if match[1][0] not in SURNAMES:
        return match[0]
    names.append(match[1])
    return "记者"


def _inside(line: str, words: list[str], names: list[str]) -> str:
    """``line`` without the names in brackets at its end or inside it, and without editors."""
    if ("（" in line or "【" in line or "(" in line) and SIGNED.search(line):
        for match in BRACKET.finditer(line):
            if is_signature(match[1]):
                words.append(match[1])
                names += persons(match[1])
                line = line.replace(match[0], "", 1)
    tail = TAIL_NAMES.search(line) if line.endswith(("）", ")")) else None
    if tail and (len(tail[1]) > 3 or tail[1][0] in SURNAMES):
        words.append(tail[1])
        names += persons(tail[1])
        line = line[: tail.start()]
    last = line[-LAST:]
    return line[:-LAST] + EDITORS.sub("", last) if "：" in last or ":" in last else line
