"""The whole flow on one page: sources -> extractions -> one graph -> files.

path --read--> Article* --clean--> Article | Rejected --annotate--> Document --link--> Document
  --relate, measure--> Fact*, Observation* --merge, assemble--> graph --write--> ttl html ...
"""

from __future__ import annotations

import hashlib
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from kg import clean, confidence, curation, graph, merge, ontology, plugins, readers, spool
from kg import edition as edition_files
from kg.edition import Edition, Progress
from kg.extraction import Source, extract_source, prepare
from kg.model import Extraction, Rejected

WORK = ".work"


def _silent(step: str, done: int, total: int) -> None:
    """The progress of a caller who does not want to hear of it."""


def build(
    paths: Iterable[str | Path],
    *,
    out: Path | None = None,
    jobs: int = 1,
    nlp: str = "rules",
    engine: str = "local",
    base: str = graph.DEFAULT_BASE,
    min_confidence: float = 0.0,
    corrections: Path | None = None,
    progress: Progress = _silent,
) -> Edition:
    """Read ``paths`` (files, folders, globs) and build one graph; with ``out``, write it there too.

    The result is the same, byte for byte, for any number of ``jobs`` and any order of ``paths``. A source that cannot
    be read is in ``Edition.rejected`` with its reason. Claims below ``min_confidence`` (0-1) are left out and counted.
    ``corrections`` is a curation file (see ``kg.curation``); without it curation.txt beside an input folder's manifest.toml
    or in ``out``.

    Raises:
        UsageError: ``nlp`` or ``engine`` does not exist, or the curation file has faults.
    """
    rules = ontology.load()
    paths = list(paths)
    by_hand = curation.Editor(curation.read(corrections or curation.find(paths, out), rules), rules, base)
    with tempfile.TemporaryDirectory() as scratch:
        folder = out / WORK if out else Path(scratch)
        places = _extract_all(_sources(paths), spool.Spool(folder, _salt(nlp)), jobs, nlp, engine, progress)
        edition = _assemble(places, rules, base, min_confidence, by_hand, progress)
    if out:
        edition_files.write(edition, out, progress)
        for place in places:
            place.unlink(missing_ok=True)
        if not any(folder.iterdir()):
            folder.rmdir()
    return edition


def extract(paths: Iterable[str | Path], *, jobs: int = 1, nlp: str = "rules", progress: Progress = _silent) -> Iterator[Extraction]:
    """What each source yields by itself, in the order of their names; nothing is linked across files."""
    run = plugins.load("kg.engines", "local").run
    prepare(nlp)
    sources = _sources(paths)
    for done, extraction in enumerate(run(partial(extract_source, nlp=nlp), sources, jobs=jobs), 1):
        progress("extract", done, len(sources))
        yield extraction


def extract_bytes(data: bytes, name: str, *, nlp: str = "rules") -> Extraction:
    """What one source given as bytes (standard input) yields."""
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "input"
        path.write_bytes(data)
        return extract_source(Source(path, name), nlp=nlp)


def _sources(paths: Iterable[str | Path]) -> list[Source]:
    found = {Source(path, name) for path, name in readers.sources(paths)}
    return sorted(found, key=lambda source: (source.name, str(source.path)))


def _salt(nlp: str) -> str:
    """What an extraction depends on beside its source: backend, ontology, and the program itself with its model."""
    program = hashlib.sha256()
    for path in sorted(Path(__file__).parent.rglob("*")):
        if path.suffix in (".py", ".crfsuite"):
            program.update(path.read_bytes())
    return f"{nlp} {ontology.digest()} {program.hexdigest()}"


def _extract_all(sources: Sequence[Source], kept: spool.Spool, jobs: int, nlp: str, engine: str, progress: Progress) -> list[Path]:
    """Extract every source that is not in the spool yet; the files of the spool in the order of the sources."""
    run = plugins.load("kg.engines", engine).run
    prepare(nlp)  # before any fork: a wrong name is told once, and workers share what is loaded
    places = []
    for done, place in enumerate(run(partial(_extract_kept, kept=kept, nlp=nlp), sources, jobs=jobs), 1):
        places.append(place)
        progress("extract", done, len(sources))
    return places


def _extract_kept(source: Source, kept: spool.Spool, nlp: str) -> Path:
    try:
        place = kept.place(source.name, source.path)
    except OSError:  # the reader tells why, with its mend
        place = kept.folder / f"{hashlib.sha256(source.name.encode()).hexdigest()[:32]}.refused.json"
        kept.put(place, extract_source(source, nlp=nlp))
        return place
    if kept.get(place) is None:
        kept.put(place, extract_source(source, nlp=nlp))
    return place


def _assemble(
    places: list[Path],
    rules: ontology.Ontology,
    base: str,
    min_confidence: float,
    by_hand: curation.Editor,
    progress: Progress,
) -> Edition:
    """Link across files and build the graph; the spool is read anew for each pass, so memory holds one file at a time."""
    articles = tuple(article for extraction in spool.read(places) for article in extraction.articles)
    families = clean.families(articles)
    moved = _linked(places, families, by_hand)
    articles = tuple(replace(article, family=families.get(article.id, article.id)) for article in articles)
    counter: Counter[str] = Counter()
    rejected: list[Rejected] = []

    def merged() -> Iterator[Extraction]:
        for done, extraction in enumerate(spool.read(places), 1):
            rejected.extend(extraction.rejected)
            counter["articles"] += len(extraction.articles)
            own = tuple(replace(a, family=families.get(a.id, a.id)) for a in extraction.articles)
            linked = by_hand.apply(merge.apply(replace(extraction, articles=own), moved))
            kept, left = confidence.at_least(linked, min_confidence)
            counter["left out"] += left
            yield kept
            progress("assemble", done, len(places))

    store = graph.assemble(merged(), rules, base)
    counts = {
        "read": {
            "sources": len(places),
            "articles": counter["articles"],
            "reprints": _reprints(families),
            "rejected": len(rejected),
            "merged": len(moved),
            "left out": counter["left out"],
        },
        **store.counts(),
        "curation": by_hand.report(),
    }
    return Edition(store, articles, tuple(rejected), counts, rules)


def _linked(places: list[Path], families: Mapping[str, str], by_hand: curation.Editor) -> merge.Redirects:
    """What becomes what across files, without what is split by hand; the editor knows afterwards what its rules mean."""
    automatic = merge.redirects(spool.read(places), families)
    split = automatic.split(by_hand.splits(lambda: (merge.apply(each, automatic) for each in spool.read(places))))
    by_hand.learn(lambda: (merge.apply(each, split) for each in spool.read(places)))
    return split


def _reprints(families: Mapping[str, str]) -> int:
    return sum(article != family for article, family in families.items())
