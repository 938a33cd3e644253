"""Where a name begins: walking left from its head word over the words that may belong to it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from kg.model import Mention
from kg.nlp._lexicon import Lexicon
from kg.nlp._words import Words

Stop = Callable[[str, str], bool]

MARKS = frozenset("，。；：！？、,;:!?…\n\r\t \u3000“”‘’\"'《》〈〉（）()【】[]「」『』|｜/—－-~～+■□●▲◆·*＊<>=#")
_OPENING = {"）": "（", ")": "(", "”": "“", "》": "《", "’": "‘"}
_LIMIT = 60
_LONG = re.compile(r"[\n，。；！？]")


@dataclass(slots=True)
class Walker:
    """Walks left over ``words``; names already found (``known``, usually divisions) are stepped over whole."""

    words: Words
    names: Lexicon
    known: Iterable[Mention] = ()
    by_end: dict[int, int] = field(default_factory=dict)
    by_start: dict[int, int] = field(default_factory=dict)
    codes: dict[int, str] = field(default_factory=dict)
    hosts: frozenset[int] = frozenset()
    """Where names of organisations begin that may own a building."""

    def __post_init__(self) -> None:
        for mention in self.known:
            if mention.kind not in ("name", "nested"):
                continue
            span = mention.span
            self.by_end[span.end] = min(span.start, self.by_end.get(span.end, span.start))
            self.by_start[span.start] = max(span.end, self.by_start.get(span.start, span.end))
            if mention.entity.startswith("division/"):
                self.codes[span.start] = mention.entity.removeprefix("division/")

    def inside(self, outer: int, inner: int) -> bool:
        """True unless both are divisions and the one that begins at ``inner`` lies outside the one at ``outer``."""
        first, second = self.codes.get(outer, ""), self.codes.get(inner, "")
        return not first or not second or second.startswith(first.rstrip("0"))

    def left(self, at: int, stop: Stop, *, through: str = "", allow: str = "", over: bool = True) -> int:
        """Offset where the name that ends before ``at`` begins.

        The walk ends at a mark that is not in ``allow`` and at the first word for which ``stop(word, tag)`` holds.
        Brackets and quotation marks whose closing character is in ``through`` are stepped over as a whole.
        Known names are stepped over whole, or end the walk if ``over`` is false.
        """
        text, edge = self.words.text, at
        while edge > 0 and at - edge < _LIMIT:
            if edge in self.by_end:
                if not over:
                    break
                edge = self.by_end[edge]
                continue
            last = text[edge - 1]
            if last in through:
                opened = _opened(text, edge)
                if opened < 0:
                    break
                edge = opened
                continue
            if (last in MARKS and last not in allow) or (last in ".．" and not text[edge : edge + 1].isdigit()):
                break
            index = self.words.index(edge - 1)
            word, tag = self.words.items[index]
            begin = self.words.starts[index]
            word = word[: edge - begin]
            if stop(word, tag):
                break
            if len(word) == 2 and word[0] in "和与及" and tag in ("nr", "nz") and begin > 0 and text[begin - 1] not in MARKS:
                return begin + 1
            edge = begin
        return edge

    def strip(self, start: int, end: int, leads: Callable[[str, str], bool]) -> int:
        """``start`` moved right over leading words that are no part of the name; never past ``end``."""
        for word, tag in self.words.within(start, end):
            if start in self.by_start or start + len(word) >= end or word in "“（(《" or not leads(word, tag):
                break
            start += len(word)
        return start


def _opened(text: str, end: int) -> int:
    """Where the bracket or quotation that closes before ``end`` opens; -1 if it is long or holds a sentence."""
    opened = text.rfind(_OPENING[text[end - 1]], max(end - 30, 0), end - 1)
    return -1 if opened < 0 or _LONG.search(text, opened, end) else opened


SLOGAN = re.compile(r"“[^“”\n]{2,40}”(?=(?:为|的|这一)?(?:主题|口号|理念|宗旨|目标|愿景|标语|品牌))")
"""Quoted words that are a theme or a slogan."""

_CLOSE = re.compile(r"[（(](?:[一二三四五六七八九十]|[IVX]+|[0-9])[期标][）)]|[（(](?:首|先行|启动)期[）)]")


def phase(text: str, end: int) -> int:
    """``end`` moved right over a phase in brackets: 项目（一期）."""
    match = _CLOSE.match(text, end)
    return match.end() if match else end
