"""Measure the trained recogniser: alone and beside the rules, on annotated pages and on sentences of another domain.

    python scripts/check_recogniser.py [--gold FOLDER]... [--sentences FILE.jsonl]...

FOLDER has docs/ and gold/ as in the evaluation: a name is right if the gold gives it, or an alias, for an entity of the type;
recall counts gold entities. FILE holds {"text", "spans": [[start, end, label]]} a line (Universal NER, CC BY-SA: read here as
a check, never trained on, never copied): exact spans of label PER count.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from pathlib import Path

from rich.console import Console
from rich.table import Table
from train_recogniser import articles, bare

from kg import ontology
from kg.model import Article, Document
from kg.nlp import rules, trained

Counts = tuple[int, int, int]
"""Right, proposed, wanted."""


def alone(found: Iterable[Article]) -> list[set[tuple[str, str]]]:
    """(type, name) that the model reads in each article when only its threshold decides."""
    backend = trained.load(ontology.load())
    model = backend.nlp.get_pipe("kg_trained")
    made: list[set[tuple[str, str]]] = []

    def note(text: str, context: object) -> list[object]:
        known = context.once("trained.flags", trained.flags)  # type: ignore[attr-defined]
        rows = model.proposals(text, context, known)
        made.append({(m.type, m.name) for m, chance in rows if chance >= 0.5})
        return []

    model.find = note
    list(backend.annotate(found))
    return made


def pages(folder: Path, type_: str) -> dict[str, Counts]:
    """Counts of each system on annotated pages."""
    names: dict[str, dict[str, set[str]]] = {"rules": {}, "trained": {}, "model alone": {}}
    wanted: dict[str, list[set[str]]] = {}
    for path in sorted((folder / "gold").glob("*.json")):
        rows = json.loads(path.read_text(encoding="utf-8"))["entities"]
        wanted[path.stem] = [{row["name"], *row.get("aliases", ())} for row in rows if row["type"] == type_]
    read = [a for a in articles(folder / "docs") if Path(a.source).stem in wanted]
    for system, backend in (("rules", rules), ("trained", trained)):
        for document in backend.load(ontology.load()).annotate(read):
            kept = {m.name for m in document.mentions if m.type == type_ and m.kind in ("name", "nested")}
            names[system].setdefault(Path(document.article.source).stem, set()).update(kept)
    for article, found in zip(read, alone(read), strict=True):
        names["model alone"].setdefault(Path(article.source).stem, set()).update(n for t, n in found if t == type_)
    return {system: total(wanted, kept) for system, kept in names.items()}


def total(wanted: dict[str, list[set[str]]], names: dict[str, set[str]]) -> Counts:
    """Counts over all pages; a hit is counted as a share of proposals and of gold entities alike."""
    right = sum(bool(forms & names.get(page, set())) for page, gold in wanted.items() for forms in gold)
    false = sum(not any(name in forms for forms in gold) for page, gold in wanted.items() for name in names.get(page, set()))
    return right, right + false, sum(len(gold) for gold in wanted.values())


def persons(path: Path) -> dict[str, Counts]:
    """Counts of each system on sentences with labelled persons."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    wanted = [{(a, b) for a, b, label in row["spans"] if label == "PER"} for row in rows]
    made: dict[str, Counts] = {}
    for system, backend in (("rules", rules), ("trained", trained)):
        documents = backend.load(ontology.load()).annotate(bare(row["text"]) for row in rows)
        made[system] = exact(wanted, documents)
    found = alone(bare(row["text"]) for row in rows)
    right = sum(row["text"][a:b] in {n for t, n in names if t == "Person"} for row, spans, names in zip(rows, wanted, found, strict=True) for a, b in spans)
    made["model alone"] = right, sum(t == "Person" for names in found for t, _ in names), sum(map(len, wanted))
    return made


def exact(wanted: list[set[tuple[int, int]]], documents: Iterable[Document]) -> Counts:
    """Counts of exact spans."""
    right = proposed = 0
    for spans, document in zip(wanted, documents, strict=True):
        found = {(m.span.start, m.span.end) for m in document.mentions if m.type == "Person" and m.kind in ("name", "nested")}
        right += len(found & spans)
        proposed += len(found)
    return right, proposed, sum(len(spans) for spans in wanted)


def show(table: Table, where: str, type_: str, counts: dict[str, Counts]) -> None:
    for system, (right, proposed, wanted) in counts.items():
        p, r = right / max(proposed, 1), right / max(wanted, 1)
        f = 2 * p * r / (p + r) if p + r else 0.0
        table.add_row(where, type_, system, f"{p:.3f}", f"{r:.3f}", f"{f:.3f}", f"{right}/{proposed}/{wanted}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--gold", type=Path, action="append", default=[])
    parser.add_argument("--sentences", type=Path, action="append", default=[])
    chosen = parser.parse_args()
    table = Table("where", "type", "system", "P", "R", "F1", "right/proposed/wanted", show_edge=False)
    for folder in chosen.gold:
        for type_ in ("Person", "Company", "PublicBody", "Organization"):
            show(table, folder.name, type_, pages(folder, type_))
    for path in chosen.sentences:
        show(table, path.parent.name, "Person", persons(path))
    Console(width=110).print(table)


if __name__ == "__main__":
    main()
