"""Precision, recall and F1 against gold documents / 评测"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

import click
from rich.text import Text

from kg import ontology, pipeline, records, score
from kg.cli import _console as console
from kg.score.sentences import sentence


@click.command(
    epilog="""\b
Examples / 示例:
  kg score gold/ docs/ --per-type
  kg score gold/ predicted.jsonl --explain
"""
)
@click.argument("gold", type=click.Path(path_type=Path))
@click.argument("paths", nargs=-1)
@click.option("--per-type", is_flag=True, help="Figures of every type.")
@click.option("--per-doc", is_flag=True, help="F1 of every document.")
@click.option("--explain", is_flag=True, help="Every miss and false alarm, with its sentence and rule.")
@click.option("--nlp", default="rules", show_default=True, help="NLP backend (see kg formats).")
@click.option("--jobs", type=click.IntRange(1), default=os.cpu_count() or 1, show_default="cores", help="Worker processes.")
def command(gold: Path, paths: tuple[str, ...], per_type: bool, per_doc: bool, explain: bool, nlp: str, jobs: int) -> None:
    """Score against GOLD: PATHS are documents to extract first, or one .jsonl of predictions.

    Without PATHS the documents are looked for in the folder docs/ beside GOLD.
    """
    wanted = score.load(gold)
    relations = ontology.load().relations
    predicted, texts = _predicted(paths or (str(gold.parent / "docs"),), nlp, jobs)
    scores = score.score(wanted, predicted, relations)
    _show(scores, per_type)
    if per_doc:
        rows = [(doc, *(f"{one.total(kind).f1:.3f}" for kind in score.KINDS[:4])) for doc, one in score.by_document(wanted, predicted, relations)]
        console.OUT.print(console.table(("document", *score.KINDS[:4]), rows))
    if explain:
        _explain(scores.slips, wanted, texts)
    if scores.missing:
        console.ERR.print(Text(f"kg: no prediction for {len(scores.missing)} of {scores.documents} documents: {', '.join(scores.missing[:10])}"))


def _predicted(paths: tuple[str, ...], nlp: str, jobs: int) -> tuple[dict[str, score.Record], dict[str, str]]:
    """Predictions and texts by document; predictions from a file come without texts."""
    if len(paths) == 1 and paths[0].endswith(".jsonl") and _predictions(Path(paths[0])):
        return score.load(Path(paths[0])), {}
    predicted: dict[str, score.Record] = {}
    texts: dict[str, str] = {}
    with console.progress() as tell:
        for extraction in pipeline.extract(paths, jobs=jobs, nlp=nlp, progress=tell):
            predicted[extraction.doc] = records.record(extraction, evidence=True)
            texts[extraction.doc] = "\n".join(article.text for article in extraction.articles)
    return predicted, texts


def _predictions(path: Path) -> bool:
    with path.open(encoding="utf-8") as stream:
        return '"entities"' in stream.read(100_000)


def _show(scores: score.Scores, per_type: bool) -> None:
    rows = []
    for kind in score.KINDS[:4]:
        rows.append(_row(kind, scores.total(kind)))
        if per_type and kind != "observations":
            rows += [_row(f"  {name}", figures) for name, figures in sorted(scores.by_type[kind].items())]
    console.OUT.print(console.table(("", "P", "R", "F1", "right", "spurious", "missed"), rows))
    console.say(f"status of matched observations: {scores.total('status').precision:.3f}")
    console.say(f"overall {scores.overall:.4f}")


def _row(name: str, figures: score.Figures) -> tuple[str, ...]:
    rates = (f"{value:.3f}" for value in (figures.precision, figures.recall, figures.f1))
    return (name, *rates, str(figures.right), str(figures.spurious), str(figures.missed))


def _explain(slips: Iterable[score.Slip], gold: Mapping[str, score.Record], texts: Mapping[str, str]) -> None:
    """A false alarm with its rule and words, a miss with the sentence that says it."""
    doc = ""
    for slip in slips:
        if slip.doc != doc:
            doc = slip.doc
            console.say(f"\n## {doc}", "bold")
        console.say(f"{slip.kind:<21}{slip.words}")
        for why in slip.row.get("evidence", ())[:1]:
            console.say(f"{'':<21}{why['rule']}: “{why['quote']}”", "dim")
        if slip.kind.endswith("missed"):
            console.say(f"{'':<21}“{sentence(slip.row, gold[doc], texts.get(doc, ''))}”", "dim")
