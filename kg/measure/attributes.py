"""Plain properties of campaigns, events and projects: dates and status, each said once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.measure.dates import Anchor, Time
from kg.measure.mentions import Mentions
from kg.measure.schedule import schedule
from kg.measure.status import status
from kg.measure.trail import Step
from kg.model import Attribute, Document, Span


def attributes(
    document: Document, mentions: Mentions, steps: Sequence[Step], times: Mapping[Span, Sequence[Time]], now: Anchor
) -> list[Attribute]:
    """The attributes of a document; of two values for one property the more precise, then the earlier one."""
    if not mentions.any(("Campaign", "Event", "Project")):
        return []
    best: dict[tuple[str, str], Attribute] = {}
    for found in (*schedule(document, mentions, steps, times, now), *status(document, mentions, steps, times, now)):
        known = best.get((found.entity, found.key))
        if known is None or (len(found.value) > len(known.value) and found.key != "status"):
            best[found.entity, found.key] = found
    return sorted(best.values(), key=lambda a: (a.evidence[0].span.start, a.entity, a.key))
