"""Overlaps between recognisers: the longer name wins, the inner one becomes nested."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg.model import Mention, Span

RANK = ("Policy", "Event", "Campaign", "Project", "PublicBody", "Company", "Organization", "Zone", "Facility", "Person", "Division")
"""Which type wins where two names have the very same span."""

_RANK = {name: rank for rank, name in enumerate(RANK)}
_ENDING = frozenset({"Organization", "Facility", "Company"})
_NAMED = ("organizations.school", "organizations.lab", "organizations.clinic", "organizations.society")
"""Rules whose names keep their head word before a post: 甲大学|教授, 乙商会|会长."""
_FREE = frozenset({"implied", "anaphor"})


def settle(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Settle overlapping mentions; sorted by (start, -end, type).

    Names compete: longest first. A name inside a winner becomes "nested", a name that crosses a winner's border falls.
    Titles, implied organs and anaphora stand beside names: they fall only where a name crosses or (Title, anaphor)
    covers them.
    """
    free: list[Mention] = []
    names: list[Mention] = []
    for mention in dict.fromkeys(mentions):
        (free if mention.type == "Title" or mention.kind in _FREE else names).append(mention)
    firms = {m.span.end: m for m in names if m.type == "Company" or m.rule.endswith(_NAMED)}
    free = [_shortened(m, firms) if m.type == "Title" else m for m in free]
    names = _without_posts(names, [m for m in free if m.type == "Title"])
    names.sort(key=lambda m: (m.span.start - m.span.end, _RANK.get(m.type, 99), m.span.start, m.rule))
    owner: dict[int, Mention] = {}
    kept: list[Mention] = []
    for mention in names:
        left, right = owner.get(mention.span.start), owner.get(mention.span.end - 1)
        if left is None and right is None and _clear(mention, owner):
            owner.update(dict.fromkeys(range(mention.span.start, mention.span.end), mention))
            kept.append(mention)
        elif left is right and left is not None and left.span != mention.span:
            kept.append(replace(mention, kind="nested"))
    kept.extend(mention for mention in free if _stands(mention, owner))
    return tuple(sorted(kept, key=lambda m: (m.span.start, -m.span.end, m.type, m.rule)))


def _shortened(title: Mention, firms: dict[int, Mention]) -> Mention:
    """The post behind a firm whose head word the post begins with: 甲种植合作社|理事长, 乙站检修车间|主任."""
    span = title.span
    for end in range(span.start + 1, span.end):
        if end in firms and firms[end].span.start < span.start:
            rest = Span(end, span.end)
            return replace(title, span=rest, name=title.name[-len(rest) :])
    return title


def _without_posts(names: list[Mention], titles: list[Mention]) -> list[Mention]:
    """Without names that end inside a post (甲局工会|主席) or that hold a post and its holder (管委会主任贺某江)."""
    inside = {at for m in titles for at in range(m.span.start + 1, m.span.end)}
    held = [m.span for m in names if m.type == "Person" and m.rule.endswith((".post", ".row"))]
    ends = {span.end for span in held}
    return [
        m
        for m in names
        if not (m.type in _ENDING and m.span.end in inside)
        and not (m.span.end in ends and any(m.span.covers(span) and m.span.start < span.start for span in held))
    ]


def _clear(mention: Mention, owner: dict[int, Mention]) -> bool:
    return owner.keys().isdisjoint(range(mention.span.start, mention.span.end))


def _stands(mention: Mention, owner: dict[int, Mention]) -> bool:
    """True if no name covers or crosses a title or anaphor; an implied organ may stand on its own place."""
    if mention.kind == "implied" and (place := owner.get(mention.span.start)) is not None and place.span == mention.span:
        return True
    return _clear(mention, owner)
