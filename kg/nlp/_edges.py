"""Where a name begins: walking left from its head word over the words that may belong to it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from kg.model import Mention
from kg.nlp._lexicon import Lexicon
from kg.nlp._words import Words

Stop = Callable[[str, str], bool]

MARKS = frozenset("，。；：！？、,;:!?…\n\r\t \u3000“”‘’\"'《》〈〉（）()【】[]「」『』|｜/—－-~～+■□●▲◆·*＊<>=#") | frozenset(
    "\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u2028\u2029"
)
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

    def behind_places(self, start: int, limit: int) -> int:
        """``start`` moved right over the places that begin there: known ones, else one form of the gazetteer."""
        edge = start
        while edge in self.by_start and self.by_start[edge] <= limit:
            edge = self.by_start[edge]
        if edge == start:
            text = self.words.text
            sizes = (size for size in (4, 3, 2) if start + size <= limit)
            edge += next((s for s in sizes if text[start : start + s] in self.names.places and self.words.aligned(start, start + s)), 0)
        return edge

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
            if text[edge - 1] in through:
                opened = _opened(text, edge)
                if opened < 0:
                    break
                edge = opened
                continue
            if _marked(text, edge, allow):
                break
            index = self.words.index(edge - 1)
            word, tag = self.words.items[index]
            begin = self.words.starts[index]
            word = word[: edge - begin]
            if stop(word, tag) or (len(word) == 1 and self._half(begin)):
                break
            if len(word) == 2 and word[0] in "和与及" and tag in ("nr", "nz") and begin > 0 and text[begin - 1] not in MARKS:
                return begin + 1
            edge = begin
        return edge

    def _half(self, begin: int) -> bool:
        """True if the character at ``begin`` is the second of a verb that the dictionary does not hold: 包|联."""
        index = self.words.index(begin)
        alone = index > 0 and self.words.starts[index - 1] == begin - 1
        return alone and self.words.text[begin - 1 : begin + 1] in self.names.verbs

    def strip(self, start: int, end: int, leads: Callable[[str, str], bool]) -> int:
        """``start`` moved right over leading words that are no part of the name; never past ``end``."""
        if self.words.text[start : start + 2] in self.names.verbs and start not in self.by_start and end - start > 4:
            start += 2 if leads(self.words.text[start : start + 2], "v") else 0
        for word, tag in self.words.within(start, end):
            if start in self.by_start or start + len(word) >= end or word in "“（(《" or not leads(word, tag):
                break
            start += len(word)
        return start


def _marked(text: str, edge: int, allow: str) -> bool:
    """True if a mark that no name crosses, or a full stop that is no decimal point, stands before ``edge``."""
    last = text[edge - 1]
    return (last in MARKS and last not in allow) or (last in ".．" and not text[edge : edge + 1].isdigit())


def _opened(text: str, end: int) -> int:
    """Where the bracket or quotation that closes before ``end`` opens; -1 if it is long or holds a sentence."""
    opened = text.rfind(_OPENING[text[end - 1]], max(end - 30, 0), end - 1)
    loose = text[end - 1] in "）)" and (opened <= 0 or text[opened - 1] in MARKS)
    return -1 if opened < 0 or loose or _LONG.search(text, opened, end) else opened


SLOGAN = re.compile(r"“[^“”\n]{2,40}”(?=(?:为|的|这一)?(?:主题|口号|理念|宗旨|目标|愿景|标语|品牌|横幅|条幅|字样|大字|旗号|旗帜|标牌|牌子|展板|红旗))")
"""Quoted words that are a theme or a slogan."""

_CLOSE = re.compile(r"[（(](?:[一二三四五六七八九十]|[IVX]+|[0-9])[期标][）)]|[（(](?:首|先行|启动)期[）)]|[（(][\u4e00-\u9fff]{2,8}段[）)]")


def phase(text: str, end: int) -> int:
    """``end`` moved right over a phase in brackets: 项目（一期）."""
    match = _CLOSE.match(text, end)
    return match.end() if match else end
