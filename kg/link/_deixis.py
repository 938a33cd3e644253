"""What a pointing word means at its place: the division named with an organ in the sentence, the article's home, or the nearest one."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from kg.link._letters import letters
from kg.link._work import Work

_CORPS = re.compile("(第?[一二三四五六七八九十]{1,3}师)([一-龥]{3,5})")


class Named(NamedTuple):
    """A named division: where, which, its letter, and whether it is named as the place of an organ or post."""

    start: int
    end: int
    key: str
    letter: str
    organ: bool


class Deixis:
    """Answers for all articles of a file; ``organ`` knowledge grows while bodies are linked."""

    def __init__(self, work: Work) -> None:
        self.work = work
        bodies = {(r.page, r.mention.span.start) for r in work.of("PublicBody")}
        implied = {(r.page, r.mention.span.start) for r in work.of("PublicBody") if r.mention.kind == "implied"}
        self.named: list[list[Named]] = [[] for _ in work.documents]
        for ref in work.of("Division"):
            span = ref.mention.span
            if ref.key and not ref.weak and ref.mention.kind != "anaphor":
                letter = letters(work.division(ref.key), ref.mention.name)
                organ = (ref.page, span.start) in bodies or (ref.page, span.end) in implied
                self.named[ref.page].append(Named(span.start, span.end, ref.key, letter, organ))
        self.corps = _corps(work)
        self._starts = [[s.start for s in document.sentences] for document in work.documents]

    def sentence(self, page: int, at: int) -> int:
        """Where the sentence that holds ``at`` begins."""
        starts = self._starts[page]
        index = bisect_right(starts, at) - 1
        return starts[index] if index >= 0 else 0

    def resolve(self, page: int, at: int, letter: str) -> str:
        """Key of the division that ``letter`` (市, 区 …, 自治区) stands for at ``at``; empty if unknown."""
        if letter == "师市":
            return self.corps[0]
        named = self.named[page]
        begin = self.sentence(page, at)
        near = [n for n in named if begin <= n.start < at and n.letter == letter]
        spoken = [n for n in near if n.organ]
        if spoken:
            return spoken[-1].key
        above = self._above(page, letter)
        if above:
            return above
        if near:
            return near[-1].key
        return self._elsewhere(page, at, letter)

    def _above(self, page: int, letter: str) -> str:
        for key in self.work.chain(self.work.homes[page]):
            division = self.work.division(key)
            if division is None:
                continue
            if letter == "自治区" or letter == "省":
                if division.level == "province" and (division.name.endswith("自治区") == (letter == "自治区")):
                    return key
            elif letters(division) == letter and (division.level != "province" or division.name.endswith("市")):
                return key
        return ""

    def _elsewhere(self, page: int, at: int, letter: str) -> str:
        """Without a home of that level: the last one of the paragraph, else the one that the article speaks of most."""
        text = self.work.documents[page].text
        own = [n for n in self.named[page] if n.letter == letter]
        begin = text.rfind("\n", 0, at) + 1
        near = [n for n in own if begin <= n.start < at and not _listed(text, n)]
        if near:
            return near[-1].key
        if letter in "镇乡村街":
            before = [n for n in own if n.start < at]
            return before[-1].key if before else own[0].key if own else ""
        if own:
            return self._weightiest(own, text)
        others = [n for other, rows in enumerate(self.named) if other != page for n in rows if n.letter == letter]
        return self._weightiest(others, "") if others else ""

    def _weightiest(self, named: list[Named], text: str) -> str:
        weight: dict[str, float] = {}
        for n in named:
            value = (4.0 if n.organ else 1.0) * (0.3 if text and _listed(text, n) else 1.0)
            weight[n.key] = weight.get(n.key, 0.0) + value
        return min(weight, key=lambda key: (-weight[key], key))


def _corps(work: Work) -> tuple[str, str]:
    """Key of the city that a division of the 兵团 runs (第一师阿拉尔市), and the words for the division; empty if there is none."""
    for document in work.documents:
        for match in _CORPS.finditer(document.text):
            for size in (3, 4, 5):
                found = [d for d in work.places.candidates(match[2][:size]) if d.level == "county" and d.name == match[2][:size]]
                if found:
                    return f"division/{found[0].code}", match[1]
    return "", ""


def _listed(text: str, named: Named) -> bool:
    """True for an item of a row of places."""
    return "、" in (text[named.start - 1 : named.start], text[named.end : named.end + 1])
