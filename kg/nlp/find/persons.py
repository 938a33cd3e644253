"""Persons: names behind a post, in rows, before a verb of speech; a name once sure is found wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.model import Mention, Span
from kg.nlp._protocol import Context
from kg.nlp._words import words
from kg.nlp.find._names import NameTables, border, tables
from kg.nlp.find._people import BEFORE, Search

NAME = "persons"

_CALLED = re.compile("(?:念到|叫|名叫|叫做|给|跟|对|让|据|和|与|向|见到|找到|采访)$")


def find(text: str, context: Context) -> list[Mention]:
    """Names of persons; a later 倪书记 or 文博 is an anaphor."""
    known = context.once(NAME, tables)
    cut = words(text)
    search = Search(text, context, known, cut)
    search.behind_posts()
    search.speakers()
    search.neighbours()
    search.hosts()
    search.called()
    search.aged()
    search.dotted()
    search.groups()
    search.before_posts()
    search.subjects()
    search.interviewed()
    search.after()
    search.remembered()
    sure = search.sure()
    return sure + list(_again(text, sure)) + list(_shortened(text, sure, context, known))


def _again(text: str, sure: Iterable[Mention]) -> Iterator[Mention]:
    """Every other place where a sure name stands."""
    names = sorted({m.name for m in sure}, key=lambda name: (-len(name), name))
    if not names:
        return
    have = {m.span for m in sure}
    for name in names:
        for at in _places(text, name):
            span = Span(at, at + len(name))
            if span not in have:
                yield Mention(span, "Person", name, rule=f"{NAME}.again")


def _places(text: str, words: str) -> Iterator[int]:
    """Every offset where ``words`` stand."""
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + len(words))


def _shortened(text: str, sure: Iterable[Mention], context: Context, known: NameTables) -> Iterator[Mention]:
    """倪书记 for a person 倪某某 named elsewhere, 文博 for 梁文博, 安东 for 安东·沃罗宁."""
    names = {m.name for m in sure}
    families = {name[:2] if name[:2] in known.compound else name[0] for name in names}
    taken = {at for m in sure for at in range(m.span.start, m.span.end)}
    for title in context.of("Title"):
        at = title.span.start
        for size in (2, 1):
            begin = at - size
            if begin >= 0 and text[begin:at] in families and begin not in taken and _free(text, begin):
                yield Mention(Span(begin, title.span.end), "Person", text[begin : title.span.end], "anaphor", f"{NAME}.family")
                break
    short = {_given(name, known) for name in names} - {""} - names
    for name in sorted(short):
        for at in _places(text, name):
            end = at + len(name)
            if at not in taken and _free(text, at) and border(text, end, known):
                yield Mention(Span(at, end), "Person", name, "anaphor", f"{NAME}.given")


def _free(text: str, at: int) -> bool:
    """True behind a mark or a word like 念到, so that no other word runs into what stands at ``at``."""
    return at == 0 or text[at - 1] in BEFORE or _CALLED.search(text, max(0, at - 3), at) is not None


def _given(name: str, known: NameTables) -> str:
    if "·" in name:
        return name.split("·")[0] if len(name.split("·")[0]) > 1 else ""
    if len(name) == 3 and name[0] in known.common:
        return name[1:]
    return name[2:] if len(name) == 4 and name[:2] in known.compound else ""
