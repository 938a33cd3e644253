"""Where a clause really begins, whom a headline is about, who speaks in a paragraph of direct speech."""

from __future__ import annotations

import re

from kg.measure.mentions import Mentions, shut_quote
from kg.measure.roles import FARMER, MEETING, POST
from kg.measure.words import LINK_HEAD, TIME_HEAD
from kg.model import Document, Span

_MARKER = re.compile(
    r"[【\[（(]?(?:延伸阅读|相关链接|新闻链接|背景链接|新闻背景|名词解释|链接)[】\]）)]?[：:]?\s*|(?:本[届期次轮]|此次|这次|新一轮)(?=“)|[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）.．、]\s*|[—●■◆▲★·•※▪-]\s*|本报(?:讯|[^，。]{2,8}讯)(?:[（(][^（）()]*[)）])?\s*"
)


def after_leads(text: str, span: Span) -> int:
    """Where a clause begins after list marks, times and connectives (1．, 今年以来，其中, 据了解)."""
    position, moved = span.start, True
    while moved and position < span.end:
        moved = False
        while position < span.end and text[position] in ' 　“‘"':
            position += 1
        for pattern in (_MARKER, TIME_HEAD, LINK_HEAD):
            match = pattern.match(text, position, span.end)
            if match and match.end() > position:
                position, moved = match.end(), True
    return position


def headline_hero(document: Document, mentions: Mentions) -> str:
    """The company, zone, event or project that the title line names alone; "" if it names none or several."""
    end = document.article.body or 0
    if document.text.startswith("—", end):
        end = max(end, document.text.find("\n", end))
    if end > 80 or "：" in document.text[:end]:
        return ""
    title = Span(0, end)
    named = [m for m in mentions.within(title) if m.type in ("Company", "Zone", "Event", "Facility", "Project")]
    keys = {m.entity for m in named if not (m.type == "Event" and MEETING.search(m.name))}
    return keys.pop() if len(keys) == 1 else ""


def quoted(text: str, span: Span, mentions: Mentions) -> str:
    """Whose words a paragraph opens with (“……。”某公司负责人某某说): that company, zone or farmer."""
    close = text.find("”", span.start, span.end) if text.startswith("“", span.start) else -1
    found = mentions.within(Span(close, min(span.end, close + 30))) if close > 0 else []
    for mention in found:
        right = text[shut_quote(text, mention.span.end) :][:14]
        farms = mention.type == "Person" and FARMER.search(text[close : mention.span.start])
        if farms or (mention.type in ("Company", "Zone", "Organization", "Project") and POST.match(right)):
            return mention.entity
    return ""
