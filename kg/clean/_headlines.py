"""Headlines that stand behind all articles of a page, as PDF text layers give them: each goes to the article it fits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.clean._chars import HAN
from kg.clean._signs import is_byline_line

BANNER = re.compile(rf"[—\-][^—\-]{{2,20}}[—\-]$|^(?:[{HAN}] ){{2,}}[{HAN}]")
WORD = re.compile(rf"[{HAN}\dA-Za-z]+")
LEAST = 0.4
"""Share of a headline's character pairs that its article must have."""

RULES = 0.8
"""How much more of its words a headline must find in its half than the other does (shares of pairs, summed)."""


@dataclass
class Part:
    """An article in the making: its headlines and its paragraphs (subheadings among them keep no mark)."""

    heads: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    lead: bool = False
    level: int = 0
    """Of its marked headline; 0 if that is not marked."""
    prose: bool = False
    """True once a sentence stands in it."""


def assign(parts: list[Part], tail: Sequence[str]) -> list[Part]:
    """``parts`` with the headlines of ``tail``. What fits no untitled article stays a headline of the first.

    Where two headlines fit one article, it was two that nothing else divides: it is cut where the words of the one
    give way to the words of the other.
    """
    if not tail:
        return parts
    fits: dict[int, list[str]] = {}
    found: int | None = None
    for line in _units(tail):  # a kicker or subtitle stands beside its headline: what fits nowhere goes with the one before
        best = _best(parts, line)
        found = found if best is None else best
        if found is None:
            parts[-1].lines += line.split("\n")
        else:
            fits.setdefault(found, []).append(line)
    out: list[Part] = []
    for number, part in enumerate(parts):
        out += _titled(part, fits.get(number, []))
    return out


def _units(tail: Sequence[str]) -> list[str]:
    """The headlines, each with the byline that follows it (behind a line break); slogans of the page are left out."""
    units: list[str] = []
    for line in tail:
        if is_byline_line(line) and units:
            units[-1] += "\n" + line
        elif not BANNER.search(line):
            units.append(line)
    return units


def _pairs(text: str) -> set[str]:
    return {run[place : place + 2] for run in WORD.findall(text) for place in range(len(run) - 1)}


def _best(parts: list[Part], line: str) -> int | None:
    """The untitled article whose text has most of the headline's character pairs; the first of equals."""
    wanted = _pairs(line.split("\n")[0])
    shares = [0.0 if part.heads else len(wanted & _pairs("".join(part.lines))) / max(1, len(wanted)) for part in parts]
    best = max(shares)
    return shares.index(best) if best >= LEAST else None


def _titled(part: Part, units: list[str]) -> list[Part]:
    """``part`` under its headlines; cut in two if there are two with words of their own and each rules one half."""
    if len(units) == 2:
        for first, second in (units, units[::-1]):
            if place := _cut(part.lines, first.split("\n")[0], second.split("\n")[0]):
                return [_under(Part([], part.lines[:place], part.lead), [first]), _under(Part([], part.lines[place:]), [second])]
    return [_under(part, units)]


def _under(part: Part, units: list[str]) -> Part:
    """``part`` with its headlines, and the bylines behind them as its first lines."""
    rows = [unit.split("\n") for unit in units]
    bylines = [line for row in rows for line in row[1:]]
    return Part(part.heads + [row[0] for row in rows], bylines + part.lines, part.lead, part.level)


def _cut(lines: list[str], first: str, second: str) -> int:
    """Index of the paragraph where the second headline's article begins; 0 if both speak of the same."""
    one, other = _pairs(first), _pairs(second)
    one, other = one - other, other - one
    sums, total = [], 0.0
    for line in lines:
        pairs = _pairs(line)
        total += len(pairs & one) / max(1, len(one)) - len(pairs & other) / max(1, len(other))
        sums.append(total)
    best = max(sums)
    place = sums.index(best) + 1
    enough = best >= RULES and best - sums[-1] >= RULES
    return place if enough and 2 <= place <= len(lines) - 2 else 0
