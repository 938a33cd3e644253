"""The whole flow on one page: sources -> extractions -> one graph -> files.

path --read--> Article* --clean--> Article | Rejected --annotate--> Document --link--> Document
  --relate, measure--> Fact*, Observation* --merge, assemble--> graph --write--> ttl html ...
"""

from __future__ import annotations

import hashlib
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from kg import clean, graph, link, measure, merge, ontology, plugins, readers, relate, spool
from kg import edition as edition_files
from kg.edition import Edition, Progress
from kg.errors import InputError, UsageError
from kg.model import Article, Attribute, Document, Entity, Evidence, Extraction, Fact, Observation, Rejected

VERSION = "1"  # of what an extraction holds: raise it when rules change, so that a half-done build is not resumed with old ones
WORK = ".work"


def _silent(step: str, done: int, total: int) -> None:
    """The progress of a caller who does not want to hear of it."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read and the name that it has in the graph (its path inside the folder that was given)."""

    path: Path
    name: str


def build(
    paths: Iterable[str | Path],
    *,
    out: Path | None = None,
    jobs: int = 1,
    nlp: str = "rules",
    engine: str = "local",
    base: str = graph.DEFAULT_BASE,
    progress: Progress = _silent,
) -> Edition:
    """Read ``paths`` (files, folders, globs) and build one graph; with ``out``, write it there too.

    The result is the same, byte for byte, for any number of ``jobs`` and any order of ``paths``. A source that cannot
    be read is in ``Edition.rejected`` with its reason.

    Raises:
        UsageError: ``nlp`` or ``engine`` does not exist.
    """
    rules = ontology.load()
    with tempfile.TemporaryDirectory() as scratch:
        folder = out / WORK if out else Path(scratch)
        places = _extract_all(_sources(paths), spool.Spool(folder, _salt(nlp)), jobs, nlp, engine, progress)
        edition = _assemble(places, rules, base, progress)
    if out:
        edition_files.write(edition, out, progress)
        for place in places:
            place.unlink(missing_ok=True)
        if not any(folder.iterdir()):
            folder.rmdir()
    return edition


def extract(paths: Iterable[str | Path], *, jobs: int = 1, nlp: str = "rules") -> Iterator[Extraction]:
    """What each source yields by itself, in the order of their names; nothing is linked across files."""
    run = plugins.load("kg.engines", "local").run
    yield from run(partial(_extract_source, nlp=nlp), _sources(paths), jobs=jobs)


def extract_bytes(data: bytes, name: str, *, nlp: str = "rules") -> Extraction:
    """What one source given as bytes (standard input) yields."""
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "input"
        path.write_bytes(data)
        return _extract_source(Source(path, name), nlp=nlp)


def _sources(paths: Iterable[str | Path]) -> list[Source]:
    found = {Source(path, name) for path, name in readers.sources(paths)}
    return sorted(found, key=lambda source: (source.name, str(source.path)))


def _salt(nlp: str) -> str:
    return f"{VERSION} {nlp} {ontology.digest()}"


def _extract_all(
    sources: Sequence[Source], kept: spool.Spool, jobs: int, nlp: str, engine: str, progress: Progress
) -> list[Path]:
    """Extract every source that is not in the spool yet; the files of the spool in the order of the sources."""
    run = plugins.load("kg.engines", engine).run
    load_backend(nlp)  # before any fork: a wrong name is told once, and workers share what is loaded
    places = []
    for done, place in enumerate(run(partial(_extract_kept, kept=kept, nlp=nlp), sources, jobs=jobs), 1):
        places.append(place)
        progress("extract", done, len(sources))
    return places


def _extract_kept(source: Source, kept: spool.Spool, nlp: str) -> Path:
    try:
        place = kept.place(source.name, source.path)
    except OSError as error:
        place = kept.folder / f"{hashlib.sha256(source.name.encode()).hexdigest()[:32]}.refused.json"
        kept.put(place, _refused(source, InputError(source.name, error.strerror or str(error))))
        return place
    if kept.get(place) is None:
        kept.put(place, _extract_source(source, nlp=nlp))
    return place


@lru_cache(maxsize=4)
def load_backend(nlp: str) -> Any:
    """The NLP backend of that name, loaded once a process.

    Raises:
        UsageError: there is none.
    """
    return plugins.load("kg.nlp", nlp).load(ontology.load())


def _refused(source: Source, error: InputError) -> Extraction:
    rejected = Rejected(source.name, error.step, error.reason)
    return Extraction(Path(source.name).stem, source.name, (), rejected=(rejected,))


def _extract_source(source: Source, *, nlp: str) -> Extraction:
    """Everything one source yields. What goes wrong inside is told as a refusal: the other sources go on."""
    try:
        return _extract(source, nlp)
    except InputError as error:
        return _refused(source, error)
    except UsageError:
        raise
    except Exception as error:
        fault = f"a fault of kg, please report it ({type(error).__name__}: {error})"
        return _refused(source, InputError(source.name, fault, "extract"))


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
    documents = link.link(list(load_backend(nlp).annotate(articles)), rules)
    facts: list[Fact] = []
    attributes: list[Attribute] = []
    observations: list[Observation] = []
    for document in documents:
        facts += relate.relate(document, rules)
        figures, plain = measure.measure(document, rules)
        observations += figures
        attributes += plain
    return Extraction(
        Path(source.name).stem, source.name, tuple(articles), _entities(documents, facts), tuple(facts), tuple(attributes),
        tuple(observations), tuple(rejected), _places(documents),
    )  # fmt: skip


def _entities(documents: Sequence[Document], facts: Sequence[Fact]) -> tuple[Entity, ...]:
    """The entities that are mentioned, in the order of their first mention, then those that only facts or areas know."""
    mentioned = (m.entity for document in documents for m in document.mentions)
    related = (key for fact in facts for key in (fact.subject, fact.object))
    known = {key: entity for document in documents for key, entity in document.entities.items()}
    keys = dict.fromkeys((*mentioned, *related))
    keys |= dict.fromkeys(known[key].area for key in keys if key in known and known[key].area)
    return tuple(known[key] for key in keys if key in known)


def _places(documents: Sequence[Document]) -> dict[str, tuple[Evidence, ...]]:
    """Where each entity is named: for display and evidence, anaphora left out unless there is nothing else."""
    places: dict[str, list[Evidence]] = {}
    for document in documents:
        for m in document.mentions:
            if m.entity and (m.kind != "anaphor" or m.entity not in places):
                found = Evidence(document.article.id, m.span, document.words(m.span), m.rule)
                places.setdefault(m.entity, []).append(found)
    return {key: tuple(dict.fromkeys(rows)) for key, rows in places.items()}


def _assemble(places: list[Path], rules: ontology.Ontology, base: str, progress: Progress) -> Edition:
    """Link across files and build the graph; the spool is read anew for each pass, so memory holds one file at a time."""
    moved = merge.redirects(spool.read(places))
    articles = tuple(article for extraction in spool.read(places) for article in extraction.articles)
    families = clean.families(articles)
    articles = tuple(replace(article, family=families.get(article.id, article.id)) for article in articles)
    counter: Counter[str] = Counter()
    rejected: list[Rejected] = []

    def merged() -> Iterator[Extraction]:
        for done, extraction in enumerate(spool.read(places), 1):
            rejected.extend(extraction.rejected)
            counter["articles"] += len(extraction.articles)
            own = tuple(replace(a, family=families.get(a.id, a.id)) for a in extraction.articles)
            yield merge.apply(replace(extraction, articles=own), moved)
            progress("assemble", done, len(places))

    store = graph.assemble(merged(), rules, base)
    counts = {
        "read": {
            "sources": len(places),
            "articles": counter["articles"],
            "reprints": _reprints(families),
            "rejected": len(rejected),
            "merged": len(moved),
        },
        **store.counts(),
    }
    return Edition(store, articles, tuple(rejected), counts, rules)


def _reprints(families: Mapping[str, str]) -> int:
    return sum(article != family for article, family in families.items())
