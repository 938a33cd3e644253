"""Fit confidences on annotated pages, and tell how reliable they are on pages they were not fitted on.

    python scripts/calibrate.py FOLDER...      each with docs/ and gold/; writes ontology/gazetteer/confidence.tsv

The reliability table is cross-validated: pages fall into five folds by name, and the confidence of every claim comes from
the other four. Expected calibration error: mean gap between confidence and share of right claims over ten bins, weighted
by claims (Naeini, Cooper and Hauskrecht 2015).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.table import Table

from kg import confidence, ontology, pipeline, records, score

FOLDS, BINS = 5, 10
OUT = Path(__file__).resolve().parent.parent / "ontology" / "gazetteer" / "confidence.tsv"
HEAD = """# How often each rule was right on annotated pages, drawn towards its family where cases are few (kg/confidence.py)
# Source: scripts/calibrate.py on the evaluation's dev pages and the project's pages that no rule was written for (corpus/check); licence Apache-2.0
rule\tcases\tright\tconfidence
"""
Case = tuple[str, str, bool]
"""(page, rule, was it right)"""


def cases(folder: Path) -> Iterator[Case]:
    """Every claim made about the pages of ``folder`` whose kind is scored."""
    gold = score.load(folder / "gold")
    relations = ontology.load().relations
    for extraction in pipeline.extract([folder / "docs"], jobs=2):
        if extraction.doc not in gold:
            continue
        made = records.record(extraction, evidence=True)
        slips = score.score({extraction.doc: gold[extraction.doc]}, {extraction.doc: made}, relations).slips
        wrong = {id(slip.row) for slip in slips if slip.kind.endswith("spurious")}
        for kind in ("relations", "attributes", "observations"):
            for row in made[kind]:
                if row["evidence"]:
                    yield extraction.doc, row["evidence"][0]["rule"], id(row) not in wrong


def reliability(found: list[Case]) -> list[tuple[float, bool]]:
    """(confidence, right) of every claim, in the order given, the confidence fitted without the claim's fold."""
    pages = sorted({page for page, _, _ in found})
    fold = {page: number % FOLDS for number, page in enumerate(pages)}
    tables = []
    for number in range(FOLDS):
        fitted = confidence.fit((rule, right) for page, rule, right in found if fold[page] != number)
        tables.append({name: value for name, (_, _, value) in fitted.items()})
    return [(next((tables[fold[page]][name] for name in confidence.families(rule) if name in tables[fold[page]]), 0.5), right) for page, rule, right in found]


def show(rows: list[tuple[float, bool]], console: Console) -> float:
    """Print the reliability table and the curve; returns the expected calibration error."""
    table, error = Table("confidence", "claims", "mean confidence", "share right", show_edge=False), 0.0
    for number in range(BINS):
        inside = [row for row in rows if number <= row[0] * BINS - (row[0] == 1.0) < number + 1]
        if inside:
            mean, share = (sum(value) / len(inside) for value in zip(*inside, strict=True))
            error += abs(mean - share) * len(inside) / len(rows)
            table.add_row(f"{number / BINS:.1f}-{(number + 1) / BINS:.1f}", str(len(inside)), f"{mean:.3f}", f"{share:.3f}")
    console.print(table)
    curve = Table("--min-confidence", "claims kept", "precision", "of the right ones kept", show_edge=False)
    right = sum(row[1] for row in rows)
    for least in (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95):
        kept = [row[1] for row in rows if row[0] >= least]
        if kept:
            curve.add_row(f"{least:.2f}", str(len(kept)), f"{sum(kept) / len(kept):.3f}", f"{sum(kept) / right:.3f}")
    console.print(curve)
    console.print(f"expected calibration error {error:.4f} on {len(rows)} claims")
    return error


def main() -> None:
    """Fit, write the table, print the reliability on all pages and on those of the last folder."""
    by_folder = [sorted(cases(Path(folder))) for folder in sys.argv[1:]]
    found = [case for part in by_folder for case in part]
    rows = reliability(found)
    console = Console(width=100)
    show(rows, console)
    console.print(f"\nof these, the pages of {sys.argv[-1]}:")
    show(rows[-len(by_folder[-1]) :], console)
    fitted = confidence.fit((rule, right) for _, rule, right in found)
    lines = (f"{name}\t{seen}\t{right}\t{value:.3f}\n" for name, (seen, right, value) in sorted(fitted.items()))
    OUT.write_text(HEAD + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
