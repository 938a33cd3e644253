"""What hangs on the nodes and edges of the network: sources, quotes, attribute rows, figures."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """An article: its IRI, headline, date (ISO 8601 as precise as known), publisher and address; empty if unknown."""

    id: str
    title: str = ""
    date: str = ""
    publisher: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """The words that say so (``exact``), with the rest of their sentence before and after, and where they stand."""

    source: Source
    prefix: str = ""
    exact: str = ""
    suffix: str = ""
    rule: str = ""

    @property
    def sentence(self) -> str:
        """The whole sentence, as far as the graph keeps it."""
        return f"{self.prefix}{self.exact}{self.suffix}"


@dataclass(frozen=True, slots=True, order=True)
class Row:
    """A plain property of an entity (start date, status) with its labels and those of its value.

    ``id`` is its statement's IRI, confidence 0-1 or None.
    """

    key: str
    value: str
    zh: str = ""
    en: str = ""
    value_zh: str = ""
    value_en: str = ""
    id: str = ""
    modality: str = "asserted"
    confidence: float | None = None
    evidence: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Figure:
    """A number stated about an entity: value and unit as written, modality actual, target or planned."""

    indicator: str
    period: str
    modality: str
    value: str
    unit: str = ""
    comparison: str = ""
    bound: str = ""
    id: str = ""
    confidence: float | None = None
    evidence: tuple[Quote, ...] = ()
