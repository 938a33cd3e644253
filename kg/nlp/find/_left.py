"""Walking left from a head word to where its name begins."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from kg.model import Mention
from kg.nlp._words import Words

MARKS = frozenset("，。；：！？、,;:!?…\n\r\t \u3000“”‘’\"'《》〈〉（）()【】[]「」『』|｜/—－-~～+■□●▲◆·*＊<>=#．.") | frozenset(
    "\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u2028\u2029"
)
_LIMIT = 40


def borders(mentions: Iterable[Mention]) -> dict[int, int]:
    """End -> start of the longest mention that ends there."""
    ends: dict[int, int] = {}
    for mention in mentions:
        ends[mention.span.end] = min(mention.span.start, ends.get(mention.span.end, mention.span.start))
    return ends


def left(words: Words, at: int, known: Mapping[int, int], stop: Callable[[str, str], bool]) -> int:
    """Offset where the run of words that ends at ``at`` begins: behind a mark or a word that ``stop(word, tag)`` refuses.

    Names in ``known`` (end -> start) are stepped over whole; a word that crosses a border is cut there.
    """
    edge = at
    while edge > 0 and at - edge < _LIMIT:
        if edge in known:
            edge = known[edge]
            continue
        if words.text[edge - 1] in MARKS:
            break
        index = words.index(edge - 1)
        word, tag = words.items[index]
        begin = words.starts[index]
        if stop(word[: edge - begin], tag):
            break
        edge = begin
    return edge
