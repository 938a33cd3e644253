"""Compile notes/*.gold of corpus/gold and corpus/check, one line a thing, into the evaluation's JSON in gold/ beside them.

    M title=... | date=2023-11-08 | publisher=... | authors=甲,乙
    E Type name | alias | alias
    R relation head -> tail | title
    A entity key value
    O subject | indicator | value unit | actual, target or planned | time

An unknown name, type or relation, or ends that the ontology does not allow, are told with file and line.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from kg import ontology

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
FOLDERS = ("gold", "check")
KEYS = ("startDate", "endDate", "date", "status")


class Notes:
    """One document's lines, gathered."""

    def __init__(self, doc: str, rules: ontology.Ontology) -> None:
        self.rules = rules
        self.ids: dict[str, tuple[str, str]] = {}
        self.row: dict[str, Any] = {
            "doc": doc,
            "meta": {},
            "entities": [],
            "relations": [],
            "attributes": [],
            "observations": [],
        }

    def add(self, line: str) -> None:
        """Take one line; raises ValueError if it is wrong."""
        kind, _, rest = line.partition(" ")
        {"M": self._meta, "E": self._entity, "R": self._relation, "A": self._attribute, "O": self._observation}[kind](rest)

    def _meta(self, rest: str) -> None:
        fields = dict(part.split("=", 1) for part in rest.split(" | "))
        self.row["meta"] = fields | {"authors": [name for name in fields["authors"].split(",") if name]}

    def _entity(self, rest: str) -> None:
        kind, _, names = rest.partition(" ")
        if kind not in self.rules.types:
            raise ValueError(f"no type {kind}")
        name, *aliases = (part.strip() for part in names.split("|"))
        if name in self.ids:
            raise ValueError(f"{name} stands twice")
        self.ids[name] = (f"e{len(self.ids) + 1}", kind)
        self.row["entities"].append({"id": self.ids[name][0], "type": kind, "name": name, "aliases": aliases})

    def _relation(self, rest: str) -> None:
        name, _, ends = rest.partition(" ")
        ends, _, title = ends.partition(" | ")
        (head, head_type), (tail, tail_type) = (self.ids[end.strip()] for end in ends.split(" -> "))
        relation = self.rules.relations[name]
        allowed = head_type in relation.domain and tail_type in relation.range
        if not allowed and not (relation.symmetric and tail_type in relation.domain and head_type in relation.range):
            raise ValueError(f"{name} does not join {head_type} to {tail_type}")
        self.row["relations"].append({"type": name, "head": head, "tail": tail} | ({"title": title.strip()} if title else {}))

    def _attribute(self, rest: str) -> None:
        entity, key, value = rest.rsplit(" ", 2)
        if key not in KEYS:
            raise ValueError(f"no attribute {key}")
        self.row["attributes"].append({"entity": self.ids[entity][0], "key": key, "value": value})

    def _observation(self, rest: str) -> None:
        subject, indicator, amount, status, *time = (part.strip() for part in rest.split("|"))
        value, _, unit = amount.partition(" ")
        if status not in ("actual", "target", "planned"):
            raise ValueError(f"no status {status}")
        row = {
            "subject": self.ids[subject][0],
            "indicator": indicator,
            "value": float(value),
            "unit": unit,
            "status": status,
        }
        self.row["observations"].append(row | ({"time": time[0]} if time else {}))


def compile_folder(folder: Path, rules: ontology.Ontology) -> list[str]:
    """Compile the notes of one folder; returns the faults."""
    faults = []
    (folder / "gold").mkdir(exist_ok=True)
    for path in sorted((folder / "notes").glob("*.gold")):
        notes = Notes(path.stem, rules)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            try:
                if line.strip():
                    notes.add(line)
            except (KeyError, ValueError) as error:
                faults.append(f"{path}:{number}: {error}")
        text = json.dumps(notes.row, ensure_ascii=False, indent=1) + "\n"
        (folder / "gold" / f"{path.stem}.json").write_text(text, encoding="utf-8")
    return faults


def main() -> None:
    """Compile every file; exit 1 with the list of faults if there is one."""
    rules = ontology.load()
    faults = [fault for name in FOLDERS for fault in compile_folder(CORPUS / name, rules)]
    sys.exit("\n".join(faults) or 0)


if __name__ == "__main__":
    main()
