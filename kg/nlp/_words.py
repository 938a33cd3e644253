"""Word boundaries and parts of speech of a text, from jieba's dictionary (no new-word guessing: unknown characters stay single)."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

import rjieba


@dataclass(frozen=True, slots=True)
class Words:
    """The words of ``text``: ``items[i]`` is (word, part of speech), ``starts[i]`` its offset."""

    text: str
    items: tuple[tuple[str, str], ...]
    starts: tuple[int, ...]

    def index(self, offset: int) -> int:
        """The word that holds ``offset``."""
        return bisect_right(self.starts, offset) - 1

    def aligned(self, start: int, end: int) -> bool:
        """True if no word crosses ``start`` or ``end``."""
        last = self.index(end - 1)
        return self.starts[self.index(start)] == start and self.starts[last] + len(self.items[last][0]) == end

    def within(self, start: int, end: int) -> list[tuple[str, str]]:
        """The words of ``text[start:end]``; a word that crosses a border is cut there and keeps its part of speech."""
        found = []
        index = self.index(start)
        while index < len(self.items) and self.starts[index] < end:
            word, tag = self.items[index]
            begin = self.starts[index]
            found.append((word[max(start - begin, 0) : end - begin], tag))
            index += 1
        return found


@lru_cache(maxsize=4)
def words(text: str) -> Words:
    """Cut ``text`` into words; joined they are the text again. The recognisers of one article share the result."""
    items = tuple(rjieba.tag(text, False))
    starts = (0, *accumulate(len(word) for word, _ in items)) if items else (0,)
    return Words(text, items, starts[: len(items)])
