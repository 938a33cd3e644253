"""Precision, recall and F1 of extracted documents against gold documents.

The same figures as the evaluation's own ``score.py`` (a test compares both): an entity is right if type and name (or
an alias) agree, one to one; a relation if type and both ends agree, ``holdsPost`` also by title; an observation if
subject, scaled value, unit and indicator agree; an attribute if entity, key and value (date prefix) agree. The
overall figure is the mean of the micro F1 of entities, relations and observations.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from kg.errors import InputError
from kg.score.document import Comparison
from kg.score.figures import KINDS, Figures, Record, Scores, Slip

__all__ = ["KINDS", "Figures", "Record", "Scores", "Slip", "by_document", "load", "score"]


def load(path: Path) -> dict[str, Record]:
    """Documents by their "doc" field from a ``.jsonl`` or ``.json`` file, or a folder of them.

    Raises:
        InputError: the path is missing, or a line is not a JSON object with a "doc" field.
    """
    if not path.exists():
        raise InputError(str(path), "no such file or folder; give a .jsonl, a .json or a folder of them")
    files = sorted(path.glob("*.json")) + sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    found: dict[str, Record] = {}
    for file in files:
        text = file.read_text(encoding="utf-8")
        parts = [line for line in text.splitlines() if line.strip()] if file.suffix == ".jsonl" else [text]
        for number, part in enumerate(parts, 1):
            try:
                row = json.loads(part)
                found[row["doc"]] = row
            except (ValueError, KeyError, TypeError) as error:
                raise InputError(f"{file}:{number}", f'no JSON object with a "doc" field ({error})') from error
    return found


def score(gold: Mapping[str, Record], predicted: Mapping[str, Record], relations: Mapping[str, object]) -> Scores:
    """Score ``predicted`` against ``gold``; a gold document without a prediction counts as all missed.

    ``relations``: the relations that exist (the ontology's); predicted ones outside are ignored.
    """
    scores = Scores(documents=len(gold), missing=tuple(sorted(set(gold) - set(predicted))))
    for doc, record in sorted(gold.items()):
        Comparison(doc, record, predicted.get(doc, {}), relations, scores).run()
    return scores


def by_document(gold: Mapping[str, Record], predicted: Mapping[str, Record], relations: Mapping[str, object]) -> Iterator[tuple[str, Scores]]:
    """The scores of each document by itself, in name order."""
    return ((doc, score({doc: gold[doc]}, predicted, relations)) for doc in sorted(gold))
