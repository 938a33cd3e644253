"""What each component adds: the change of F1 without it. Prints a Markdown table.

python scripts/ablation.py FOLDER...     each with docs/ and gold/
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

from kg import clean, extraction, ontology, pipeline, records, relate, score
from kg.nlp import find, rules

Figures = tuple[float, float, float, float]
"""F1 of entities, relations, observations, and overall, 0-1."""


@contextmanager
def without(module: ModuleType, name: str, parts: Sequence[object], left_out: object) -> Iterator[None]:
    """``module.name`` without ``left_out`` while the block runs."""
    setattr(module, name, tuple(part for part in parts if part is not left_out))
    extraction.load_backend.cache_clear()
    try:
        yield
    finally:
        setattr(module, name, tuple(parts))
        extraction.load_backend.cache_clear()


def measured(folders: Sequence[Path]) -> Figures:
    """Score the folders together."""
    gold = {doc: row for folder in folders for doc, row in score.load(folder / "gold").items()}
    made = {e.doc: records.record(e) for e in pipeline.extract([folder / "docs" for folder in folders])}
    scores = score.score(gold, made, ontology.load().relations)
    entities, relations, observations = (scores.total(kind).f1 for kind in score.KINDS[:3])
    return entities, relations, observations, scores.overall


def row(name: str, figures: Figures, whole: Figures) -> str:
    """One line of the table: the change against the whole."""
    cells = (f"{100 * (one - all_):+.1f}" for one, all_ in zip(figures, whole, strict=True))
    return f"| {name} | {' | '.join(cells)} |"


def main() -> None:
    """Leave out one component after the other."""
    folders = [Path(word) for word in sys.argv[1:]]
    whole = measured(folders)
    print("| without | entities | relations | observations | overall |\n|---|---|---|---|---|")
    print(f"| nothing | {' | '.join(f'{100 * figure:.1f}' for figure in whole)} |")
    for step in clean.STEPS:
        with without(clean, "STEPS", clean.STEPS, step):
            print(row(f"clean: {step[0]}", measured(folders), whole), flush=True)
    for recogniser in find.PIPELINE:
        with without(rules, "PIPELINE", find.PIPELINE, recogniser):
            print(row(f"recognise: {recogniser.NAME}", measured(folders), whole), flush=True)
    for rule in relate.RULES:
        with without(relate, "RULES", relate.RULES, rule):
            print(row(f"relate: {rule.__name__.rpartition('.')[2]}", measured(folders), whole), flush=True)


if __name__ == "__main__":
    main()
