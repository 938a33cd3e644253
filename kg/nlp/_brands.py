"""Telling a proper name from common words: what is left of a phrase when the words of a line of business are taken off."""

from __future__ import annotations

from collections.abc import Iterable

from kg.nlp._lexicon import Lexicon

_PROPER = ("nr", "ns", "nz", "nt")


def brandlike(tokens: Iterable[tuple[str, str]], lexicon: Lexicon) -> bool:
    """True if the words hold a part that is no common word: a proper noun, or two unknown characters in a row."""
    run = 0
    for word, tag in tokens:
        if word in lexicon.lines or word in lexicon.leads or (word in lexicon.bounds and word not in lexicon.roles["brand.soft"]):
            run = 0
        elif len(word) == 1:
            run = 0 if word in lexicon.roles["brand.plain"] and not run else run + 1
            if run >= 2:
                return True
        elif tag.startswith(_PROPER):
            return True
        else:
            run = 0
    return False


def line_end(core: str, lexicon: Lexicon) -> int:
    """Length of the brand at the beginning of ``core``: what stays when lines of business are taken off its end."""
    end = len(core)
    while end:
        tail = next((size for size in range(min(6, end), 1, -1) if core[end - size : end] in lexicon.lines), 0)
        if not tail:
            break
        end -= tail
    return end


def brand_of(core: str, tokens: list[tuple[str, str]], lexicon: Lexicon) -> str:
    """ "" if ``core`` (words ``tokens``) is lines of business alone, "sure" for a brand that no dictionary knows, else "word"."""
    size = line_end(core, lexicon)
    front: list[tuple[str, str]] = []
    for word, tag in tokens:
        if sum(len(w) for w, _ in front) >= size:
            break
        front.append((word, tag))
    plain = lexicon.roles["company.generic"]
    if all(word in lexicon.lines or word in lexicon.leads or word in plain for word, _ in front):
        return ""
    alone = 2 <= len(front) <= 4 and all(len(word) == 1 for word, _ in front)
    return "sure" if alone or brandlike(front, lexicon) else "word"
