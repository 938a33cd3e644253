"""The ontology of the folder ``ontology/``: what types, relations, units and known names there are.

    load()       the whole of it, once a folder           (here)
    carriers     EntityType, RelationType, Unit, Example
    turtle       the files as one closed vocabulary

Everything that the program knows about types and relations it reads here; no type name or colour stands in code.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache, cached_property
from pathlib import Path
from types import MappingProxyType

from kg import gazetteer
from kg.errors import OntologyError
from kg.gazetteer import Division, Gazetteer
from kg.ontology.carriers import EntityType, Example, Mark, RelationType, Unit, Units, example
from kg.ontology.turtle import Vocabulary, iri, read

__all__ = [
    "Division",
    "EntityType",
    "Example",
    "Gazetteer",
    "Mark",
    "Ontology",
    "RelationType",
    "Unit",
    "Units",
    "digest",
    "load",
]

_HERE = Path(__file__).resolve().parent.parent
_COLOR = re.compile(r"#[0-9a-f]{6}")
_CUES = ("headNoun", "notHeadNoun", "verb", "marker")


@dataclass(frozen=True)
class Ontology:
    """All that the folder says. ``files`` are its Turtle files in order, the laws (shapes.ttl) last."""

    folder: Path
    types: Mapping[str, EntityType]
    relations: Mapping[str, RelationType]
    units: Units
    files: tuple[Path, ...]
    _tables: dict[str, tuple[Mapping[str, str], ...]] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def places(self) -> Gazetteer:
        """The gazetteer of divisions; read when first asked for."""
        return gazetteer.load(self.folder / "gazetteer")

    def table(self, name: str, columns: Sequence[str] = ()) -> tuple[Mapping[str, str], ...]:
        """The rows of ``gazetteer/NAME.tsv``, column -> cell.

        Lines that begin with '#' give source, licence and date; the first other line names the columns.

        Raises:
            OntologyError: no such table, no source, cells that do not fit the columns, or columns other than
                ``columns`` where these are given.
        """
        if name not in self._tables:
            self._tables[name] = _table(self.folder / "gazetteer" / f"{name}.tsv")
        rows = self._tables[name]
        if columns and rows and tuple(rows[0]) != tuple(columns):
            path = self.folder / "gazetteer" / f"{name}.tsv"
            raise OntologyError(f"{path}: columns must be {' '.join(columns)} (found: {' '.join(rows[0])})")
        return rows


def load(folder: Path | None = None) -> Ontology:
    """The ontology in ``folder``, or the one of this project; each folder is read once a process.

    Raises:
        OntologyError: a file is missing or breaks the closed vocabulary; the message names file and line.
    """
    return _load((folder or _default()).resolve())


def digest(folder: Path | None = None) -> str:
    """Sixteen hexadecimal digits over all files of the folder: changes when anything that it says changes."""
    root = folder or _default()
    total = hashlib.sha256()
    for path in sorted(root.rglob("*")):
        if path.suffix in {".ttl", ".tsv"}:
            total.update(f"{path.relative_to(root).as_posix()}\0".encode())
            total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()[:16]


def _default() -> Path:
    """ontology/ of the checkout, or the copy inside the installed package."""
    checkout = _HERE.parent / "ontology"
    return checkout if (checkout / "core.ttl").is_file() else _HERE / "_ontology"


@cache
def _load(folder: Path) -> Ontology:
    types, relations = sorted(folder.glob("types/*.ttl")), sorted(folder.glob("relations/*.ttl"))
    shapes = [path for path in [folder / "shapes.ttl"] if path.is_file()]
    files = [folder / "core.ttl", *types, *relations, folder / "units.ttl"]
    said = read({**dict.fromkeys(files, True), **dict.fromkeys(shapes, False)})
    found = {path.stem: _entity_type(said, path) for path in types}
    related = {path.stem: _relation(said, path, found) for path in relations}
    return Ontology(
        folder,
        MappingProxyType(found),
        MappingProxyType(related),
        _units(said, folder / "units.ttl"),
        (*files, *shapes),
    )


def _declared(said: Vocabulary, path: Path, parent: str, parents: str) -> str:
    """The one term that ``path`` declares: named as the file, below ``parent``."""
    term = f"rkg:{path.stem}"
    declared = list(said.declared(path))
    if declared != [term]:
        raise OntologyError(f"{path}: must declare {term} and nothing else (found: {' '.join(declared) or 'nothing'})")
    if parent not in said.names(term, parents):
        raise said.fail(term, f"must stand below {parent}; add {parents} {parent}")
    return term


def _entity_type(said: Vocabulary, path: Path) -> EntityType:
    term = _declared(said, path, "rkg:Entity", "rdfs:subClassOf")
    color = _one(said, term, "rkg:color")
    if not _COLOR.fullmatch(color):
        raise said.fail(term, f"has the colour '{color}'; write #rrggbb in lower case")
    return EntityType(path.stem, iri(term), *_labels(said, term), color, _cues(said, term), *_examples(said, term))


def _relation(said: Vocabulary, path: Path, types: Mapping[str, EntityType]) -> RelationType:
    term = _declared(said, path, "rkg:relation", "rdfs:subPropertyOf")
    ends = [_types(said, term, predicate, types) for predicate in ("schema:domainIncludes", "schema:rangeIncludes")]
    pairs = frozenset(_pair(said, term, text, ends) for text in said.texts(term, "rkg:pair"))
    symmetric = "owl:SymmetricProperty" in said.names(term, "rdf:type")
    if symmetric and ends[0] != ends[1]:
        raise said.fail(term, "is symmetric, so its domain and range must be the same types")
    inverse = [_one(said, term, "rkg:inverseLabel", language) for language in ("zh-hans", "en")]
    examples, counters = _examples(said, term)
    for each in (*examples, *counters):
        if not (each.of("subject") and each.of("object")):
            raise said.fail(term, f"needs [subject] and {{object}} in its example '{each.text}'")
    return RelationType(
        path.stem, iri(term), *_labels(said, term), inverse[0], inverse[1], ends[0], ends[1], symmetric, pairs,
        _cues(said, term), examples, counters,
    )  # fmt: skip


def _types(said: Vocabulary, term: str, predicate: str, types: Mapping[str, EntityType]) -> frozenset[str]:
    names = [name.removeprefix("rkg:") for name in said.names(term, predicate)]
    for name in names:
        if name not in types:
            raise said.fail(term, f"has {predicate} {name}, which is no entity type")
    if not names:
        raise said.fail(term, f"has no {predicate}; name the entity types")
    return frozenset(names)


def _pair(said: Vocabulary, term: str, text: str, ends: Sequence[frozenset[str]]) -> tuple[str, str]:
    subject, _, other = text.partition(" ")
    if subject not in ends[0] or other not in ends[1]:
        raise said.fail(term, f"has the pair '{text}' outside its domain and range")
    return subject, other


def _labels(said: Vocabulary, term: str) -> tuple[str, str]:
    return _one(said, term, "rdfs:label", "zh-hans"), _one(said, term, "rdfs:label", "en")


def _one(said: Vocabulary, term: str, predicate: str, language: str = "") -> str:
    found = said.texts(term, predicate, language)
    if len(found) != 1:
        raise said.fail(term, f"has {len(found)} values of {predicate}{'@' + language if language else ''} instead of one")
    return found[0]


def _cues(said: Vocabulary, term: str) -> Mapping[str, tuple[str, ...]]:
    found = {name: said.texts(term, f"cue:{name}") for name in _CUES}
    return MappingProxyType({name: words for name, words in found.items() if words})


def _examples(said: Vocabulary, term: str) -> tuple[tuple[Example, ...], tuple[Example, ...]]:
    read_: list[tuple[Example, ...]] = []
    for cue, least in (("cue:example", 3), ("cue:counterExample", 2)):
        texts = said.texts(term, cue)
        if len(texts) < least:
            raise said.fail(term, f"has {len(texts)} of {cue}; give at least {least}")
        try:
            read_.append(tuple(example(text) for text in texts))
        except ValueError as error:
            raise said.fail(term, f"has a {cue} whose marks are wrong: {error}") from error
    return read_[0], read_[1]


def _units(said: Vocabulary, path: Path) -> Units:
    known: dict[str, Unit] = {}
    for term in said.declared(path):
        zh, en = (_one(said, term, "skos:prefLabel", language) for language in ("zh-hans", "en"))
        notation, dimension = _one(said, term, "skos:notation"), _one(said, term, "rkg:dimension")
        factor = Decimal(_one(said, term, "rkg:factor").removesuffix(".0"))
        scalable = "true" in said.texts(term, "rkg:scalable")
        for name in dict.fromkeys((notation, *said.texts(term, "skos:altLabel"))):
            if name in known:
                raise said.fail(term, f"is written '{name}', as is {known[name].iri}")
            known[name] = Unit(name, iri(term), zh, en, dimension, factor, scalable)
    return Units(known)


def _table(path: Path) -> tuple[Mapping[str, str], ...]:
    lines = gazetteer.read_lines(path)
    number, header = next(lines, (0, ""))
    columns = header.split("\t")
    if "" in columns or len(set(columns)) < len(columns):
        raise OntologyError(f"{path}:{number}: columns must have names, each its own (found: {header!r})")
    rows = []
    for number, line in lines:
        cells = line.split("\t")
        if len(cells) != len(columns):
            raise OntologyError(f"{path}:{number}: {len(cells)} cells for {len(columns)} columns; separate them by tabs")
        rows.append(MappingProxyType(dict(zip(columns, cells, strict=True))))
    return tuple(rows)
