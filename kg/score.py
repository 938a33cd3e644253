"""Precision, recall and F1 of extracted documents against gold documents.

The same figures as the evaluation's own ``score.py`` (a test compares both): an entity is right if type and name (or
an alias) agree, one to one; a relation if type and both ends agree, ``holdsPost`` also by title; an observation if
subject, scaled value, unit and indicator agree; an attribute if entity, key and value (date prefix) agree. The
overall figure is the mean of the micro F1 of entities, relations and observations.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg.errors import InputError

KINDS = ("entities", "relations", "observations", "attributes", "status")
Record = Mapping[str, Any]
Row = Mapping[str, Any]

_SYMMETRIC = "cooperatesWith"
_JUNK = re.compile(r"[\s\"'“”‘’「」『』《》〈〉〔〕【】\[\]()（）·•,，、。;；:：—－\-~～]+")
_MULTIPLIERS = (("万亿", 1e12), ("千亿", 1e11), ("百亿", 1e10), ("亿", 1e8), ("千万", 1e7), ("百万", 1e6), ("万", 1e4), ("千", 1e3))
_UNIT_ALIAS = {"人民币": "元", "元人民币": "元", "百分之": "%", "km": "公里", "千米": "公里", "平米": "平方米", "㎡": "平方米",
               "m2": "平方米", "吨/年": "吨", "项": "个", "家": "家", "余": "", "pct": "%"}  # fmt: skip


@dataclass(slots=True)
class Figures:
    """Right, spurious and missed cases."""

    right: int = 0
    spurious: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """0-1; 0 if nothing was predicted."""
        return self.right / (self.right + self.spurious) if self.right + self.spurious else 0.0

    @property
    def recall(self) -> float:
        """0-1; 0 if there was nothing to find."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, 0-1."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Slip:
    """One miss or false alarm: its document, kind ("entity missed", "relation spurious" ...), words, and the row itself."""

    doc: str
    kind: str
    words: str
    row: Row


@dataclass(slots=True)
class Scores:
    """Figures by kind and by type within a kind, and every slip in document order."""

    by_type: dict[str, defaultdict[str, Figures]] = field(
        default_factory=lambda: {kind: defaultdict(Figures) for kind in KINDS}
    )
    slips: list[Slip] = field(default_factory=list)
    documents: int = 0
    missing: tuple[str, ...] = ()

    def total(self, kind: str) -> Figures:
        """Micro figures of one of ``KINDS``."""
        rows = self.by_type[kind].values()
        return Figures(sum(r.right for r in rows), sum(r.spurious for r in rows), sum(r.missed for r in rows))

    @property
    def overall(self) -> float:
        """Mean of the micro F1 of entities, relations and observations, 0-1."""
        return sum(self.total(kind).f1 for kind in KINDS[:3]) / 3


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
                raise InputError(f"{file}:{number}", f"no JSON object with a \"doc\" field ({error})") from error
    return found


def normal(name: object) -> str:
    """``name`` without white space, quotation marks, brackets and case: what two forms are compared by."""
    return _JUNK.sub("", unicodedata.normalize("NFKC", str(name))).lower()


def quantity(value: object, unit: object) -> tuple[float, str] | None:
    """``value`` scaled by the multiplier in ``unit`` to 9 significant digits, with the bare unit; None if no number."""
    word = unicodedata.normalize("NFKC", str(unit or "")).strip()
    factor = 1.0
    for prefix, scale in _MULTIPLIERS:
        if word.startswith(prefix):
            word, factor = word[len(prefix) :], scale
            break
    word = re.sub(r"^(余|多|个(?=小时|工作日|百分点))", "", word)
    try:
        number = float(str(value).replace(",", "").replace("，", ""))
    except ValueError:
        return None
    return float(f"{number * factor:.9g}"), _UNIT_ALIAS.get(word, word)


def similar(one: object, other: object) -> bool:
    """True if one indicator contains the other or they share at least 40 % of their character bigrams (Dice)."""
    a, b = normal(one), normal(other)
    if not a or not b:
        return False
    if a in b or b in a:
        return True
    x, y = ({s[i : i + 2] for i in range(len(s) - 1)} or {s} for s in (a, b))
    return 2 * len(x & y) / (len(x) + len(y)) >= 0.4


def score(gold: Mapping[str, Record], predicted: Mapping[str, Record], relations: Mapping[str, object]) -> Scores:
    """Score ``predicted`` against ``gold``; a gold document without a prediction counts as all missed.

    ``relations``: the relations that exist (the ontology's); predicted ones outside are ignored.
    """
    scores = Scores(documents=len(gold), missing=tuple(sorted(set(gold) - set(predicted))))
    for doc, record in sorted(gold.items()):
        _Comparison(doc, record, predicted.get(doc, {}), relations, scores).run()
    return scores


class _Comparison:
    """One document: gold against predicted."""

    def __init__(self, doc: str, gold: Record, pred: Record, relations: Mapping[str, object], scores: Scores) -> None:
        self.doc, self.gold, self.pred, self.relations, self.scores = doc, gold, pred, relations, scores
        self.gold_entities = {e["id"]: e for e in gold["entities"]}
        self.pred_entities = {e["id"]: e for e in pred.get("entities", ())}
        self.match = self._match()

    def run(self) -> None:
        self._entities()
        self._relations()
        self._observations()
        self._attributes()

    def _slip(self, kind: str, words: str, row: Row) -> None:
        self.scores.slips.append(Slip(self.doc, kind, words, row))

    def _figures(self, kind: str, name: str) -> Figures:
        return self.scores.by_type[kind][name]

    def _match(self) -> dict[str, str]:
        """Predicted id -> gold id, one to one: exact names first, then aliases."""
        names: dict[tuple[str, str], str] = {}
        aliases: dict[tuple[str, str], str] = {}
        for entity in self.gold["entities"]:
            names.setdefault((entity["type"], normal(entity["name"])), entity["id"])
            for alias in entity.get("aliases", ()):
                aliases.setdefault((entity["type"], normal(alias)), entity["id"])
        found: dict[str, str] = {}
        for table in (names, aliases):
            for entity in self.pred.get("entities", ()):
                target = table.get((entity["type"], normal(entity["name"])))
                if entity["id"] not in found and target and target not in found.values():
                    found[entity["id"]] = target
        return found

    def _entities(self) -> None:
        hit = set(self.match.values())
        for key, entity in self.gold_entities.items():
            figures = self._figures("entities", entity["type"])
            if key in hit:
                figures.right += 1
            else:
                figures.missed += 1
                self._slip("entity missed", f"{entity['type']} {entity['name']}", entity)
        for key, entity in self.pred_entities.items():
            if key not in self.match:
                self._figures("entities", entity["type"]).spurious += 1
                self._slip("entity spurious", f"{entity['type']} {entity['name']}", entity)

    def _relation_words(self, row: Row, entities: Mapping[str, Row]) -> str:
        head, tail = (entities[row[end]]["name"] if row[end] in entities else row[end] for end in ("head", "tail"))
        return f"{row['type']} {head} -> {tail} {row.get('title', '')}".rstrip()

    def _relations(self) -> None:
        wanted: defaultdict[tuple[str, ...], list[Row]] = defaultdict(list)
        for row in self.gold.get("relations", ()):
            wanted[_ends(row["type"], row["head"], row["tail"])].append(row)
        used: Counter[tuple[tuple[str, ...], int]] = Counter()
        seen: set[tuple[str, ...]] = set()
        for row in self.pred.get("relations", ()):
            signature = (row["type"], row["head"], row["tail"], normal(row.get("title", "")))
            if signature in seen or not self._scored(row):
                continue
            seen.add(signature)
            key = _ends(row["type"], self.match.get(row["head"], ""), self.match.get(row["tail"], ""))
            place = next((i for i, g in enumerate(wanted.get(key, ())) if not used[key, i] and _same_post(g, row)), None)
            if place is None:
                self._figures("relations", row["type"]).spurious += 1
                self._slip("relation spurious", self._relation_words(row, self.pred_entities), row)
            else:
                used[key, place] = 1
                self._figures("relations", row["type"]).right += 1
        for key, rows in wanted.items():
            for i, row in enumerate(rows):
                if not used[key, i]:
                    self._figures("relations", row["type"]).missed += 1
                    self._slip("relation missed", self._relation_words(row, self.gold_entities), row)

    def _scored(self, row: Row) -> bool:
        """Whether a predicted relation counts: known type and ends, and no division inside a division."""
        ends = [self.pred_entities.get(row[end]) for end in ("head", "tail")]
        if row["type"] not in self.relations or None in ends:
            return False
        divisions = all(end is not None and end["type"] == "Division" for end in ends)
        return not (divisions and row["type"] in ("partOf", "locatedIn"))

    def _observations(self) -> None:
        figures = self._figures("observations", "observation")
        status = self._figures("status", "status")
        left = list(self.gold.get("observations", ()))
        for row in self.pred.get("observations", ()):
            found = next((g for g in left if self._same_observation(g, row)), None)
            if found is None:
                figures.spurious += 1
                self._slip("observation spurious", _figure_words(row, self.pred_entities), row)
                continue
            left.remove(found)
            figures.right += 1
            if found["status"] == row.get("status"):
                status.right += 1
            else:
                status.spurious += 1
        for row in left:
            figures.missed += 1
            self._slip("observation missed", _figure_words(row, self.gold_entities), row)

    def _same_observation(self, gold: Row, row: Row) -> bool:
        amount = quantity(row.get("value"), row.get("unit"))
        return (
            amount is not None
            and self.match.get(row.get("subject", "")) == gold["subject"]
            and amount == quantity(gold["value"], gold["unit"])
            and similar(gold["indicator"], row.get("indicator", ""))
        )

    def _attributes(self) -> None:
        left = list(self.gold.get("attributes", ()))
        for row in self.pred.get("attributes", ()):
            found = next((g for g in left if self._same_attribute(g, row)), None)
            figures = self._figures("attributes", row.get("key", "?"))
            if found is None:
                figures.spurious += 1
                self._slip("attribute spurious", _attribute_words(row, self.pred_entities), row)
            else:
                left.remove(found)
                figures.right += 1
        for row in left:
            self._figures("attributes", row["key"]).missed += 1
            self._slip("attribute missed", _attribute_words(row, self.gold_entities), row)

    def _same_attribute(self, gold: Row, row: Row) -> bool:
        ours, theirs = str(row.get("value", "")), str(gold["value"])
        agree = ours == theirs if gold["key"] == "status" else bool(ours) and (ours.startswith(theirs) or theirs.startswith(ours))
        return agree and self.match.get(row.get("entity", "")) == gold["entity"] and row.get("key") == gold["key"]


def _ends(relation: str, head: str, tail: str) -> tuple[str, ...]:
    return (relation, *(sorted((head, tail)) if relation == _SYMMETRIC else (head, tail)))


def _same_post(gold: Row, row: Row) -> bool:
    a, b = normal(gold.get("title", "")), normal(row.get("title", ""))
    return row["type"] != "holdsPost" or (bool(a) and bool(b) and (a in b or b in a)) or (not a and not b)


def _figure_words(row: Row, entities: Mapping[str, Row]) -> str:
    subject = entities[row["subject"]]["name"] if row.get("subject") in entities else row.get("subject")
    return f"{subject} | {row.get('indicator')} {row.get('value')}{row.get('unit')}"


def _attribute_words(row: Row, entities: Mapping[str, Row]) -> str:
    entity = entities[row["entity"]]["name"] if row.get("entity") in entities else row.get("entity")
    return f"{entity} {row.get('key')} {row.get('value')}"


def by_document(
    gold: Mapping[str, Record], predicted: Mapping[str, Record], relations: Mapping[str, object]
) -> Iterable[tuple[str, Scores]]:
    """The scores of each document by itself, in name order."""
    one: Callable[[str], Scores] = lambda doc: score({doc: gold[doc]}, predicted, relations)  # noqa: E731
    return ((doc, one(doc)) for doc in sorted(gold))
