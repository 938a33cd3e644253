"""How the rules for named things see a sighting: what forbids a join, and what a name lacks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from kg.merge._cluster import Bond


class Hard(NamedTuple):
    """What no two sightings of one thing may differ in."""

    place: str = ""
    places: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    ordinal: str = ""
    phase: str = ""
    amounts: tuple[str, ...] = ()
    owners: frozenset[str] = frozenset()


class View(NamedTuple):
    """A sighting as these rules see it; the second half is for campaigns and events."""

    hard: Hard
    cores: tuple[str, ...]
    home: str
    families: tuple[str, ...]
    national: bool
    """True for a name without a place that means one thing in the whole country."""
    theme: str = ""
    head: str = ""
    editions: tuple[int, ...] = ()
    """Years in which its edition may have begun; empty if nothing tells."""
    months: tuple[int, ...] = ()
    """Months (counted from year 0) in which it was reported or took place."""
    length: int = 1
    """Years that one edition lasts."""
    dated: bool = False
    """True if its own start or date is stated, not only when it was reported."""


def where(view: View) -> tuple[str, ...]:
    """Where a thing is, the surest word first: in its name, as stated, as the article's home."""
    return (view.hard.place,) if view.hard.place else view.hard.places or ((view.home,) if view.home else ())


def unknown(one: bool, other: bool) -> Bond:
    """One of two areas is unknown, or both are."""
    return Bond.SECOND_VAGUE if one else Bond.FIRST_VAGUE if other else Bond.BOTH_VAGUE


def known(hard: Hard) -> frozenset[str]:
    names = ("owners", "amounts", "years", "ordinal")
    return frozenset(name for name in names if getattr(hard, name)) - ({"amounts"} if hard.owners else set())


def less(one: frozenset[str], other: frozenset[str]) -> Bond:
    if one == other:
        return Bond.SAME
    return Bond.FIRST_VAGUE if one < other else Bond.SECOND_VAGUE if other < one else Bond.NONE


def months(dates: Iterable[str]) -> tuple[int, ...]:
    """Months since year 0 of ISO dates that are at least that precise; a bare year counts as its July."""
    found = set()
    for date in dates:
        year, month = date[:4], date[5:7]
        if year.isdigit():
            found.add(int(year) * 12 + (int(month) - 1 if month.isdigit() else 6))
    return tuple(sorted(found))


def undated(one: View, other: View) -> Bond:
    """Nothing dates one of two, or both."""
    if not one.months and not other.months:
        return Bond.SAME
    return Bond.SECOND_VAGUE if one.months else Bond.FIRST_VAGUE
