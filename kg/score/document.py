"""One document: gold against predicted."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

from kg.score.compare import normal, quantity, similar
from kg.score.figures import Figures, Record, Row, Scores, Slip

_SYMMETRIC = "cooperatesWith"


class Comparison:
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
