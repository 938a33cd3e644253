"""What linking one source file works on: its mentions with their keys, and the entities that come into being."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kg.gazetteer import Division, Gazetteer
from kg.model import Document, Entity, Mention
from kg.ontology import Ontology

_QUOTES = re.compile('^[“"‘《「『]+(?=[^”"’》」』]*[”"’》」』]?$)|[”"’》」』]+$')


_ODD = re.compile(r"[\s！-～]")
_SPACES = re.compile(r"(?<![A-Za-z0-9])\s+|\s+(?![A-Za-z0-9])")


def clean(name: str) -> str:
    """A name without outer quotation marks, line breaks and stray spaces; full-width letters and digits made plain."""
    if not _ODD.search(name):
        return name
    name = "".join(unicodedata.normalize("NFKC", c) if "！" <= c <= "～" and c not in "（），：；！？" else c for c in name)
    return _SPACES.sub("", name)


@dataclass(slots=True)
class Ref:
    """A mention on its way to an entity. ``key`` is empty until it is known; ``weak`` references name no entity by themselves."""

    page: int
    mention: Mention
    key: str = ""
    weak: bool = False


@dataclass(slots=True)
class Draft:
    """An entity in the making. ``forms`` counts its specific forms in order of appearance."""

    key: str
    type: str
    name: str
    forms: dict[str, int] = field(default_factory=dict)
    area: str = ""
    codes: tuple[str, ...] = ()
    explicit: bool = False
    """True once a mention gave the name whole, so that no completed form replaces it."""

    def add(self, *forms: str) -> None:
        """Count specific forms of the entity."""
        for form in forms:
            if form:
                self.forms[form] = self.forms.get(form, 0) + 1

    def entity(self) -> Entity:
        """The finished entity; its aliases are sorted, the name is not among them."""
        return Entity(self.key, self.type, self.name, tuple(sorted(self.forms.keys() - {self.name})), self.area, self.codes)


@dataclass(slots=True)
class Work:
    """All articles of one file while they are linked."""

    documents: Sequence[Document]
    ontology: Ontology
    refs: list[Ref] = field(default_factory=list)
    drafts: dict[str, Draft] = field(default_factory=dict)
    homes: list[str] = field(default_factory=list)
    pages: list[list[Ref]] = field(default_factory=list)
    """The references of each article."""

    def __post_init__(self) -> None:
        self.refs = [Ref(page, m) for page, document in enumerate(self.documents) for m in document.mentions if m.type != "Title"]
        self.pages = [[] for _ in self.documents]
        for ref in self.refs:
            self.pages[ref.page].append(ref)

    @property
    def places(self) -> Gazetteer:
        """The gazetteer."""
        return self.ontology.places

    def of(self, *types: str, page: int | None = None) -> Iterator[Ref]:
        """References of these types, in the order of the text."""
        among = self.refs if page is None else self.pages[page]
        return (r for r in among if r.mention.type in types)

    def text(self, ref: Ref) -> str:
        """The words of a reference."""
        return self.documents[ref.page].words(ref.mention.span)

    def draft(self, key: str, type_: str, name: str, area: str = "") -> Draft:
        """The entity with this key, made if there is none yet."""
        made = self.drafts.get(key)
        if made is None:
            made = self.drafts[key] = Draft(key, type_, name, area=area)
        made.area = made.area or area
        return made

    def division(self, key: str) -> Division | None:
        """The gazetteer's division behind an entity key; None for villages and other types."""
        return self.places.by_code.get(key.removeprefix("division/")) if key.startswith("division/") else None

    def chain(self, key: str) -> list[str]:
        """Keys of a division and of what it lies in, nearest first, up to the province."""
        own = [key] if key else []
        code = key.removeprefix("division/")
        while code and code not in self.places.by_code and "/" in code:
            code = code.rsplit("/", 1)[0]
            own.append(f"division/{code}")
        above = [f"division/{d.code}" for d in self.places.ancestors(code) if d.level != "country"]
        return [*own, *above]
