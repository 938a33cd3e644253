"""Print what each source says as JSON Lines / 逐篇抽取"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator

import click
from rich.text import Text

from kg import pipeline, records
from kg.cli import _console as console
from kg.edition import Progress
from kg.model import Extraction


@click.command(
    epilog="""\b
Examples / 示例:
  kg extract news/ > extracted.jsonl
  cat page.html | kg extract - --evidence
"""
)
@click.argument("paths", nargs=-1, required=True)
@click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="Worker processes.")
@click.option("--nlp", default="rules", show_default=True, help="NLP backend (see kg formats).")
@click.option("--evidence", is_flag=True, help="Add to every row where it stands, the rule and its confidence.")
def command(paths: tuple[str, ...], jobs: int, nlp: str, evidence: bool) -> None:
    """One JSON object a source file in the evaluation format; "doc" is the file's stem. - reads standard input."""
    refused = False
    with console.progress(shown=not sys.stdout.isatty()) as tell:
        for extraction in _found(paths, jobs, nlp, tell):
            for r in extraction.rejected:
                refused = True
                console.ERR.print(Text(f"kg: refused {r.source} ({r.step}): {r.reason}"))
            if extraction.articles or not extraction.rejected:
                click.echo(json.dumps(records.record(extraction, evidence=evidence), ensure_ascii=False))
    raise click.exceptions.Exit(1 if refused else 0)


def _found(paths: tuple[str, ...], jobs: int, nlp: str, tell: Progress) -> Iterator[Extraction]:
    files = [path for path in paths if path != "-"]
    if len(files) < len(paths):
        yield pipeline.extract_bytes(sys.stdin.buffer.read(), "stdin", nlp=nlp)
    if files:
        yield from pipeline.extract(files, jobs=jobs, nlp=nlp, progress=tell)
