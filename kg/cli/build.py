"""Build the graph: read, extract, link, write / 构建图谱"""

from __future__ import annotations

import os
import time
from collections import Counter
from pathlib import Path

import click

from kg import graph, pipeline
from kg.cli import _console as console
from kg.edition import Edition


@click.command(
    epilog="""\b
Examples / 示例:
  kg build corpus/ -o exports/
  kg build page.html 'news/2023-*.txt' archive.jsonl --jobs 2
"""
)
@click.argument("paths", nargs=-1, required=True)
@click.option(
    "-o",
    "--exports",
    "out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("exports"),
    show_default=True,
    help="Folder for the results.",
)
@click.option("--jobs", type=click.IntRange(1), default=os.cpu_count() or 1, show_default="cores", help="Worker processes.")
@click.option("--nlp", default="rules", show_default=True, help="NLP backend (see kg formats).")
@click.option("--engine", default="local", show_default=True, help="Where the work runs (see kg formats).")
@click.option("--base-iri", default=graph.DEFAULT_BASE, show_default=True, help="Start of the IRIs of entities.")
@click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    default=0.0,
    show_default=True,
    help="Leave out claims that are less sure: fewer, but more often right.",
)
@click.option(
    "--curation",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="File of corrections by hand: merge, split, type, reject. [default: curation.txt beside manifest.toml or in the results, if there is one]",
)
def command(
    paths: tuple[str, ...],
    out: Path,
    jobs: int,
    nlp: str,
    engine: str,
    base_iri: str,
    min_confidence: float,
    curation: Path | None,
) -> None:
    """Read PATHS (files, folders, globs) and write graph.ttl, graph.html, articles.jsonl and build.json.

    Input that cannot be read is refused with its reason, and the rest goes on (exit code 1). A stopped build goes on
    where it was.
    """
    started = time.perf_counter()
    with console.progress() as tell:
        edition = pipeline.build(
            paths,
            out=out,
            jobs=jobs,
            nlp=nlp,
            engine=engine,
            base=base_iri,
            min_confidence=min_confidence,
            corrections=curation,
            progress=tell,
        )
    show(edition, time.perf_counter() - started)
    console.say(f"\n{out / 'graph.ttl'}  {out / 'graph.html'}  ({len(edition):,} triples)")
    raise click.exceptions.Exit(1 if edition.rejected else 0)


def show(edition: Edition, seconds: float) -> None:
    """The summary table of a build, and what was refused."""
    rows = [("read / 读取", name, f"{number:,}") for name, number in edition.counts["read"].items()]
    for kind in ("entities", "facts", "attributes", "observations"):
        counted = Counter(edition.counts.get(kind, {}))
        rows += [(kind, "total", f"{sum(counted.values()):,}")]
        rows += [("", name, f"{number:,}") for name, number in sorted(counted.items(), key=lambda row: (-row[1], row[0]))]
    curated = edition.counts.get("curation", {})
    if curated:
        applied = sum(bool(effect) for effect in curated.values())
        rows.append(("curation / 校订", "lines applied", f"{applied:,} of {len(curated):,}"))
    rows.append(("seconds / 秒", "", f"{seconds:.1f}"))
    console.OUT.print(console.table(("", "", "number"), rows))
    idle = [(line,) for line, effect in curated.items() if not effect]
    if idle:
        console.OUT.print(console.table(("curation without effect / 未生效的校订",), idle))
    if edition.rejected:
        refused = [(r.source, r.step, r.reason) for r in edition.rejected]
        console.OUT.print(console.table(("refused / 未收", "step", "why"), refused))
