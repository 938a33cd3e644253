"""Sentences as the rules read them: each mention one private-use character, so that a pattern needs no name.

A pattern is written with slots, ``{Person}任{PublicBody|Company}``, and compiled once; a slot becomes the class of
the characters that stand for mentions of these types. Quotation marks that touch a mention are left out of the
code, so 《…》 and “…” need no place in a pattern.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from kg.model import Document, Evidence, Mention, Span

TYPES = (
    "Division",
    "Zone",
    "Facility",
    "Person",
    "PublicBody",
    "Company",
    "Organization",
    "Project",
    "Campaign",
    "Event",
    "Policy",
)
NAME, _ANAPHOR, _IMPLIED = 0xE000, 0xE010, 0xE020
BASE = {"name": NAME, "nested": NAME, "anaphor": _ANAPHOR, "implied": _IMPLIED}
_GROUPS = {
    "Org": "PublicBody|Company|Organization",
    "Place": "Division|Zone|Facility",
    "Seat": "PublicBody|Company|Organization|Zone|Facility|Project",
    "Actor": "Person|PublicBody|Company|Organization|Division|Zone",
    "Any": "|".join(TYPES),
}
Found = tuple[int, Mention]
"""Where in a line's code a mention stands."""
QUOTES = "“”‘’「」『』《》〈〉\"'"
ITEM = r"(?:[^，。；：、\ue000-\ue02f]{0,4}(?:[、和及]|以及)[^，。；：、\ue000-\ue02f]{0,6}?)?"
"""Between two mentions of one list; a few words of the next name may have been left outside its mention."""
MENTION = "[\ue000-\ue02f]"


def _slot(match: re.Match[str]) -> str:
    words = match.group(1)
    named = words.startswith("=")
    names = [t for part in words.lstrip("=").split("|") for t in _GROUPS.get(part, part).split("|")]
    bases = (NAME,) if named else (NAME, _ANAPHOR, _IMPLIED)
    return "[" + "".join(chr(base + TYPES.index(name)) for base in bases for name in names) + "]"


@cache
def types_of(words: str) -> frozenset[str]:
    """The entity types of a slot: ``Person|Org``."""
    return frozenset(t for part in words.split("|") for t in _GROUPS.get(part, part).split("|"))


@cache
def slots(pattern: str) -> re.Pattern[str]:
    """Compile a pattern with slots: ``{Company}``, ``{Person|Org}``, ``{=Company}`` for specific names only.

    Raises:
        ValueError: a slot names no entity type.
    """
    return re.compile(re.sub(r"\{(=?[A-Z][A-Za-z|]*)\}", _slot, pattern))


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence in code. ``at[i]`` is the text offset of ``code[i]``; ``at`` has one more item, the end."""

    document: Document
    code: str
    at: Sequence[int]
    marks: Mapping[int, Mention]
    paragraph: int
    types: frozenset[str]

    def mention(self, index: int) -> Mention:
        """The mention that stands at ``code[index]``."""
        return self.marks[index]

    def has(self, types: str) -> bool:
        """True if a mention of the slot ``types`` stands in the line."""
        return not self.types.isdisjoint(types_of(types))

    def among(self, types: str, start: int = 0, end: int | None = None) -> list[Found]:
        """Positions and mentions of the slot ``types`` in ``code[start:end]``, in order."""
        wanted = types_of(types)
        if self.types.isdisjoint(wanted):
            return []
        stop = len(self.code) if end is None else end
        return [one for one in self.marks.items() if start <= one[0] < stop and one[1].type in wanted]

    def words(self, start: int, end: int) -> str:
        """The text behind ``code[start:end]``."""
        return self.document.text[self.at[start] : self.end(end)]

    def end(self, end: int) -> int:
        """Text offset just behind ``code[:end]``."""
        if end == 0:
            return self.at[0]
        mark = self.marks.get(end - 1)
        return mark.span.end if mark else self.at[end - 1] + 1

    def evidence(self, rule: str, start: int, end: int) -> Evidence:
        """The words behind ``code[start:end]`` as evidence of ``rule``."""
        span = Span(self.at[start], max(self.end(end), self.at[start]))
        return Evidence(self.document.article.id, span, self.document.words(span), rule)
