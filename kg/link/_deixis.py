"""What a pointing word means at its place: the division named with an organ in the sentence, the article's home, or the nearest one."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from kg.link._letters import letters
from kg.link._work import Work


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
        self._starts = [[s.start for s in document.sentences] for document in work.documents]

    def sentence(self, page: int, at: int) -> int:
        """Where the sentence that holds ``at`` begins."""
        starts = self._starts[page]
        index = bisect_right(starts, at) - 1
        return starts[index] if index >= 0 else 0

    def resolve(self, page: int, at: int, letter: str) -> str:
        """Key of the division that ``letter`` (市, 区 …, 自治区) stands for at ``at``; empty if unknown."""
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
            elif letters(division) == letter and division.level != "province":
                return key
        return ""

    def _elsewhere(self, page: int, at: int, letter: str) -> str:
        before = [n for n in self.named[page] if n.letter == letter and n.start < at]
        after = [n for n in self.named[page] if n.letter == letter and n.start >= at]
        if before or after:
            return (before[-1] if before else after[0]).key
        for other in [*range(page - 1, -1, -1), *range(page + 1, len(self.named))]:
            found = [n.key for n in self.named[other] if n.letter == letter]
            if found and letter not in "镇乡村街":
                return max(sorted(set(found)), key=found.count)
        return ""
