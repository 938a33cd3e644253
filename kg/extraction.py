"""One source to what it yields: read, clean, annotate, link, relate, measure; free of any engine."""

from __future__ import annotations

import gc
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any

from kg import clean, confidence, link, measure, ontology, plugins, readers, relate
from kg.errors import InputError, UsageError
from kg.model import Article, Attribute, Document, Entity, Evidence, Extraction, Fact, Observation, Rejected


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read and the name that it has in the graph (its path inside the folder that was given)."""

    path: Path
    name: str


@lru_cache(maxsize=4)
def load_backend(nlp: str) -> Any:
    """The NLP backend of that name, or the rules beside an installed spaCy pipeline of that name; loaded once a process.

    Raises:
        UsageError: there is none.
    """
    if nlp not in plugins.names("kg.nlp"):
        external = import_module("kg.nlp._external")  # by name: spaCy is slow to import, and most commands need none
        if external.installed(nlp):
            return external.load(ontology.load(), nlp)
    return plugins.load("kg.nlp", nlp).load(ontology.load())


_SAMPLE = "3月5日，甲市召开推进会议。甲市商务局局长到乙村的某公司调研，该项目总投资5亿元，已开工。"


@lru_cache(maxsize=4)
def prepare(nlp: str) -> None:
    """Load a backend and read one sentence with it, so that all tables are compiled before the first source and any fork.

    What is loaded stays as long as the process: the garbage collector is told to pass over it, which makes extraction
    faster and keeps its memory shared between forked workers.

    Raises:
        UsageError: there is no such backend.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        rules = ontology.load()
        for document in _linked([Article("", "", "", _SAMPLE, "")], nlp, rules):
            relate.relate(document, rules)
            measure.measure(document, rules)
        _confidences()
        gc.freeze()
    finally:
        if collecting:
            gc.enable()


def refused(source: Source, error: InputError) -> Extraction:
    rejected = Rejected(source.name, error.step, error.reason)
    return Extraction(Path(source.name).stem, source.name, (), rejected=(rejected,))


def extract_source(source: Source, *, nlp: str) -> Extraction:
    """Everything one source yields. What goes wrong inside is told as a refusal: the other sources go on."""
    try:
        return _extract(source, nlp)
    except InputError as error:
        return refused(source, error)
    except UsageError:
        raise
    except Exception as error:
        fault = f"a fault of kg, please report it ({type(error).__name__}: {error})"
        return refused(source, InputError(source.name, fault, "extract"))


def _extract(source: Source, nlp: str) -> Extraction:
    rules = ontology.load()
    articles: list[Article] = []
    rejected: list[Rejected] = []
    for page in readers.read(source.path, source.name):
        for item in clean.clean(page) if isinstance(page, Article) else [page]:
            if isinstance(item, Article):
                articles.append(item)
            else:
                rejected.append(item)
    documents = _linked(articles, nlp, rules)
    homes = {document.article.id: document.home for document in documents}
    articles = [replace(article, region=homes.get(article.id) or article.region) for article in articles]
    facts: list[Fact] = []
    attributes: list[Attribute] = []
    observations: list[Observation] = []
    for document in documents:
        facts += relate.relate(document, rules)
        figures, plain = measure.measure(document, rules)
        observations += figures
        attributes += plain
    made = Extraction(
        Path(source.name).stem, source.name, tuple(articles), _entities(documents, facts), tuple(facts), tuple(attributes),
        tuple(observations), tuple(rejected), _places(documents),
    )  # fmt: skip
    return confidence.calibrated(made, _confidences())


def _linked(articles: Sequence[Article], nlp: str, rules: ontology.Ontology) -> list[Document]:
    """The articles with linked mentions. Rows of a table are documents of their own: what 市委 means in one says nothing
    about the next."""
    pages: dict[str, list[Document]] = {}
    for document in load_backend(nlp).annotate(articles):
        pages.setdefault(document.article.doc, []).append(document)
    return [document for page in pages.values() for document in link.link(page, rules)]


@lru_cache(maxsize=1)
def _confidences() -> Mapping[str, float]:
    return confidence.load(ontology.load())


def _entities(documents: Sequence[Document], facts: Sequence[Fact]) -> tuple[Entity, ...]:
    """The entities that are mentioned, in the order of their first mention, then those that only facts or areas know."""
    mentioned = (m.entity for document in documents for m in document.mentions)
    related = (key for fact in facts for key in (fact.subject, fact.object))
    known: dict[str, Entity] = {}
    for document in documents:
        for key, entity in document.entities.items():
            known[key] = _joined(known[key], entity) if key in known else entity
    keys = dict.fromkeys((*mentioned, *related))
    keys |= dict.fromkeys(known[key].area for key in keys if key in known and known[key].area)
    return tuple(known[key] for key in keys if key in known)


def _joined(one: Entity, other: Entity) -> Entity:
    """Two accounts of one entity: the first's name and area, the forms of both."""
    if one == other:
        return one
    aliases = dict.fromkeys((*one.aliases, other.name, *other.aliases))
    return replace(one, aliases=tuple(form for form in aliases if form != one.name), area=one.area or other.area)


def _places(documents: Sequence[Document]) -> dict[str, tuple[Evidence, ...]]:
    """Where each entity is named: for display and evidence, anaphora left out unless there is nothing else."""
    places: dict[str, list[Evidence]] = {}
    for document in documents:
        for m in document.mentions:
            if m.entity and (m.kind != "anaphor" or m.entity not in places):
                found = Evidence(document.article.id, m.span, document.words(m.span), m.rule)
                places.setdefault(m.entity, []).append(found)
    return {key: tuple(dict.fromkeys(rows)) for key, rows in places.items()}
