"""Plain properties of campaigns, events and projects: dates and status, each said once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.measure.dates import Anchor, Time
from kg.measure.mentions import Mentions
from kg.measure.schedule import Scheduler
from kg.measure.status import status
from kg.measure.terms import Duration, other_end
from kg.measure.trail import Step
from kg.model import Attribute, Document, Span

_Best = dict[tuple[str, str], Attribute]


def attributes(document: Document, mentions: Mentions, steps: Sequence[Step], times: Mapping[Span, Sequence[Time]], now: Anchor) -> list[Attribute]:
    """The attributes of a document; of two values for one property the more precise, then the earlier one."""
    if not mentions.any(("Campaign", "Event", "Project")):
        return []
    best: _Best = {}
    scheduler = Scheduler(document, mentions, steps, now)
    for found in (*scheduler.read(times), *status(document, mentions, steps, times, now)):
        known = best.get((found.entity, found.key))
        if known is None or (len(found.value) > len(known.value) and found.key != "status"):
            best[found.entity, found.key] = found
    _complete(best, scheduler.durations)
    return sorted(best.values(), key=lambda a: (a.evidence[0].span.start, a.entity, a.key))


def _complete(best: _Best, durations: Sequence[Duration]) -> None:
    """Fill in the end that follows from a duration; what lasts several days has a start and an end, not a date."""
    for duration in durations:
        key = duration.key
        start, end = best.get((key, "startDate")) or best.get((key, "date")), best.get((key, "endDate"))
        if (start is None) == (end is None):
            continue
        value = other_end(duration, start.value if start else "", end.value if end else "")
        if value:
            name = "endDate" if start else "startDate"
            best[key, name] = Attribute(key, name, value, (duration.evidence,), 0.8)
    for key in [key for key, name in best if name == "date" and (key, "endDate") in best]:
        day, end = best[key, "date"], best[key, "endDate"]
        if len(day.value) == len(end.value) and day.value < end.value:
            best.setdefault((key, "startDate"), Attribute(key, "startDate", day.value, day.evidence, day.confidence))
            del best[key, "date"]
