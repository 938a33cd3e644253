"""What is no place that one goes to: a whole prefecture, an owner named only for his house."""

from __future__ import annotations

from kg.model import Mention
from kg.relate._lines import Line


def vague(line: Line, position: int, place: Mention) -> bool:
    """True for 全州各县市 and for 甲市籍企业: no place that one goes to."""
    if place.kind == "anaphor" and line.document.words(place.span).startswith("全"):
        return True
    if place.type == "Division" and line.code[max(0, position - 2) : position] == "位于":
        return True
    return place.type == "Division" and line.code[position + 1 : position + 2] == "籍"


def names(line: Line, position: int, place: Mention) -> bool:
    """True for an owner's name directly before that of a house of his (甲集团乙中心): the house is what one sees."""
    follower = line.marks.get(position + 1)
    return (
        place.type in ("Company", "Organization", "PublicBody", "Zone")
        and follower is not None
        and follower.type in ("Facility", "Project")
        and follower.span.start == place.span.end
    )
