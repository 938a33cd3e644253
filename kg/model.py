"""The carriers that flow between the stages; this module imports nothing of ours.

All offsets are Unicode code points into ``Article.text``, half-open. Every type is frozen: a stage
returns a new value instead of changing one. Entity keys ("division/231081", "company/甲有限公司") are
the tail of the entity's IRI and are computed from content, never from order or time.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType

_NO_ENTITIES: Mapping[str, Entity] = MappingProxyType({})


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of ``Article.text``: code points ``start`` (included) to ``end`` (excluded)."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def covers(self, other: Span) -> bool:
        """True if ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """True if both share at least one code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Article:
    """One article of one source file.

    Readers give it raw (one article a page, ``id`` empty); cleaning splits the page, fills the metadata and
    computes ``id`` from the text. Where there is a title it is the first line of ``text`` and the body begins at
    ``body``; paragraphs are lines.
    """

    id: str
    doc: str
    title: str
    text: str
    source: str
    body: int = 0
    publisher: str = ""
    published: str = ""
    """ISO 8601, as precise as known ("2022-01-04", "2022"); empty if unknown."""
    published_from: str = ""
    """Where ``published`` comes from: "front matter", "dateline", "page", "text"."""
    authors: tuple[str, ...] = ()
    region: str = ""
    url: str = ""
    flags: tuple[str, ...] = ()
    """What cleaning could not repair or is unsure of ("mojibake", "masked")."""
    family: str = ""
    """Id of the first article of its reprint family; its own id where it is no reprint."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """Input that was refused: counted and reported, never dropped in silence."""

    source: str
    step: str
    reason: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in the text that names, or stands for, an entity.

    ``type`` is an entity type of the ontology, or "Title" for the words of a post (书记, 副总经理), which is no
    entity. ``name`` is the form proposed for the entity: the surface for a plain name, the completed form where the
    recogniser knows it (州委宣传部 -> 延边州委宣传部).

    ``kind`` says how it refers: "name" (a specific form), "nested" (a name inside a longer mention),
    "implied" (an organ known only from a title or organ name: 市长 -> the government, 牡丹江市委 -> 牡丹江市),
    "anaphor" (全市, 我市, 该公司, 市委 where it stands alone).
    """

    span: Span
    type: str
    name: str
    kind: str = "name"
    rule: str = ""
    entity: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing of the graph, inside a document or, after merging, in the corpus."""

    key: str
    type: str
    name: str
    aliases: tuple[str, ...] = ()
    area: str = ""
    """Key of the division or zone that an organ governs, or that the thing lies in."""
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """An article with its sentences and mentions: the only thing an NLP backend returns.

    ``mentions`` are sorted by (start, -end, type); they may nest, and after linking each carries an entity key.
    ``home`` is the key of the division that 我市, 全县, 本区 mean here.
    """

    article: Article
    sentences: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()
    entities: Mapping[str, Entity] = field(default_factory=lambda: _NO_ENTITIES)
    home: str = ""

    @property
    def text(self) -> str:
        """The cleaned text that all spans point into."""
        return self.article.text

    def words(self, span: Span) -> str:
        """The words at ``span``."""
        return self.article.text[span.start : span.end]


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """Why a fact is believed: the words, where they stand, and the rule that fired.

    ``quote`` equals the article's text at ``span``; ``article`` is an article id.
    """

    article: str
    span: Span
    quote: str
    rule: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A relation between two entities (keys). ``relation`` is a relation of the ontology.

    ``title`` is the post (holdsPost only); ``modality`` is asserted, planned, denied or reported;
    ``confidence`` 0 to 1.
    """

    subject: str
    relation: str
    object: str
    evidence: tuple[Evidence, ...]
    confidence: float = 0.9
    title: str = ""
    modality: str = "asserted"
    valid_from: str = ""
    valid_to: str = ""


@dataclass(frozen=True, slots=True)
class Attribute:
    """A plain property of an entity: startDate, endDate, date (ISO 8601 as precise as the text) or status."""

    entity: str
    key: str
    value: str
    evidence: tuple[Evidence, ...]
    confidence: float = 0.9


@dataclass(frozen=True, slots=True)
class Observation:
    """A number that the text states about an entity.

    ``value`` is the number as written before its unit (18.3) and ``unit`` the unit as written with its multiplier
    (亿元, 万吨, %); ``modality`` is actual, target or planned; ``period`` is 2021, 2021-11, 2022-H1, 2022-Q3,
    2022-01/2022-06 or a date, empty if open; ``comparison`` is 同比, 环比, 占比 or empty;
    ``bound`` keeps 近, 超, 余, 以上 and the like.
    """

    subject: str
    indicator: str
    value: Decimal
    unit: str
    evidence: tuple[Evidence, ...]
    modality: str = "actual"
    period: str = ""
    comparison: str = ""
    bound: str = ""
    confidence: float = 0.9


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything that one source file yields; ``doc`` is the file's stem."""

    doc: str
    source: str
    articles: tuple[Article, ...]
    entities: tuple[Entity, ...] = ()
    facts: tuple[Fact, ...] = ()
    attributes: tuple[Attribute, ...] = ()
    observations: tuple[Observation, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    mentions: Mapping[str, tuple[Evidence, ...]] = field(default_factory=dict)
    """Entity key -> where it is named, in order."""


@dataclass(frozen=True, slots=True)
class Violation:
    """One broken law of the graph, in a plain sentence."""

    node: str
    law: str
    message: str


@dataclass(frozen=True, slots=True)
class Report:
    """What checking found; ``conforms`` is true when there is no violation."""

    conforms: bool
    violations: tuple[Violation, ...] = ()
