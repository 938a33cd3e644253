"""Scoring: the rules one by one, and the same figures as the evaluation's own script."""

from __future__ import annotations

import copy
import importlib.util
import json
import random
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kg import score
from kg.errors import InputError
from kg.score.sentences import sentence

RELATIONS = dict.fromkeys(
    ("locatedIn", "jurisdiction", "holdsPost", "organizedBy", "issuedBy", "undertakenBy", "responsibleFor", "participatesIn",
     "visited", "engagedWith", "cooperatesWith", "partOf", "follows", "basedOn")
)  # fmt: skip


def document(**parts: Any) -> dict[str, Any]:
    return {"doc": "d", "meta": {}, "entities": [], "relations": [], "attributes": [], "observations": []} | parts


CITY = {"id": "e1", "type": "Division", "name": "虎林市", "aliases": ["虎林"]}
PERSON = {"id": "e2", "type": "Person", "name": "单国梁", "aliases": []}
BODY = {"id": "e3", "type": "PublicBody", "name": "虎林市委", "aliases": ["中共虎林市委"]}


def figures(gold: dict[str, Any], predicted: dict[str, Any], kind: str) -> tuple[int, int, int]:
    total = score.score({"d": gold}, {"d": predicted}, RELATIONS).total(kind)
    return total.right, total.spurious, total.missed


@pytest.mark.parametrize(("name", "right"), [("虎林市", True), ("虎林", True), ("“虎林市”", True), ("虎林 市", True), ("虎林镇", False)])
def test_an_entity_is_right_by_name_or_alias(name: str, right: bool) -> None:
    found = figures(document(entities=[CITY]), document(entities=[CITY | {"name": name}]), "entities")
    assert found == ((1, 0, 0) if right else (0, 1, 1))


def test_a_second_entity_for_one_thing_is_spurious() -> None:
    twice = [CITY, {"id": "e9", "type": "Division", "name": "虎林", "aliases": []}]
    assert figures(document(entities=[CITY]), document(entities=twice), "entities") == (1, 1, 0)


@pytest.mark.parametrize(("title", "right"), [("书记", True), ("市委书记", True), ("副市长", False), ("", False)])
def test_a_post_needs_its_title(title: str, right: bool) -> None:
    def page(words: str) -> dict[str, Any]:
        row = {"type": "holdsPost", "head": "e2", "tail": "e3"} | ({"title": words} if words else {})
        return document(entities=[CITY, PERSON, BODY], relations=[row])

    assert figures(page("书记"), page(title), "relations") == ((1, 0, 0) if right else (0, 1, 1))


def test_cooperation_counts_either_way_round() -> None:
    def page(head: str, tail: str) -> dict[str, Any]:
        return document(entities=[CITY, BODY], relations=[{"type": "cooperatesWith", "head": head, "tail": tail}])

    assert figures(page("e1", "e3"), page("e3", "e1"), "relations") == (1, 0, 0)


@pytest.mark.parametrize(
    ("value", "unit", "indicator", "right"),
    [(1.5, "亿元", "总投资", True), (15000, "万元", "项目总投资", True), ("15,000", "万元", "总投资", True),
     (1.5, "万元", "总投资", False), (1.5, "亿元", "营业收入", False)],
)  # fmt: skip
def test_an_observation_is_scaled(value: Any, unit: str, indicator: str, right: bool) -> None:
    def page(**row: Any) -> dict[str, Any]:
        return document(entities=[CITY], observations=[{"subject": "e1", "status": "actual"} | row])

    found = figures(
        page(value=1.5, unit="亿元", indicator="总投资"),
        page(value=value, unit=unit, indicator=indicator),
        "observations",
    )
    assert found == ((1, 0, 0) if right else (0, 1, 1))


@pytest.mark.parametrize(("value", "right"), [("2022-11-01", True), ("2022-11", True), ("2022", True), ("2021-11", False)])
def test_a_date_is_right_by_prefix(value: str, right: bool) -> None:
    def page(date: str) -> dict[str, Any]:
        return document(entities=[CITY], attributes=[{"entity": "e1", "key": "startDate", "value": date}])

    assert figures(page("2022-11-01"), page(value), "attributes") == ((1, 0, 0) if right else (0, 1, 1))


def test_a_document_without_prediction_is_all_missed() -> None:
    found = score.score({"d": document(entities=[CITY])}, {}, RELATIONS)
    assert (found.total("entities").missed, found.missing) == (1, ("d",))


def test_slips_carry_the_row_that_explains_them() -> None:
    wrong = PERSON | {"evidence": [{"rule": "persons.title", "quote": "市委书记单国梁"}]}
    [slip] = score.score({"d": document()}, {"d": document(entities=[wrong])}, RELATIONS).slips
    assert (slip.kind, slip.words, slip.row) == ("entity spurious", "Person 单国梁", wrong)


@pytest.mark.parametrize("text", ["[1]", "{}", "{"])
def test_a_broken_line_is_named(tmp_path: Path, text: str) -> None:
    file = tmp_path / "gold.jsonl"
    file.write_text('{"doc": "a"}\n' + text, encoding="utf-8")
    with pytest.raises(InputError, match=r"gold\.jsonl:2: no JSON object"):
        score.load(file)


@pytest.fixture(scope="module")
def theirs(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("reference_score", shared / "evaluation" / "score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("seed", range(4))
def test_same_figures_as_the_reference(theirs: ModuleType, shared: Path, seed: int) -> None:
    gold = score.load(shared / "evaluation" / "dev" / "gold")
    predicted = {doc: worsened(row, random.Random(f"{seed} {doc}")) for doc, row in gold.items()}
    tallies = {kind: theirs.Tally() for kind in score.KINDS}
    for doc, row in sorted(gold.items()):
        theirs.score_doc(row, predicted[doc], tallies)
    ours = score.score(gold, predicted, RELATIONS)
    for kind in score.KINDS[:4]:
        for name in {*tallies[kind].tp, *tallies[kind].fp, *tallies[kind].fn}:
            expected, found = tallies[kind].prf(name), ours.by_type[kind][name]
            assert (found.right, found.spurious, found.missed) == (expected["tp"], expected["fp"], expected["fn"]), name
    assert ours.total("status").precision == pytest.approx(tallies["status"].prf()["p"])


def worsened(row: score.Record, chance: random.Random) -> dict[str, Any]:
    """A copy of a gold document with things dropped, doubled, renamed and mixed up."""
    copied: dict[str, Any] = copy.deepcopy(json.loads(json.dumps(row)))
    for kind in ("entities", "relations", "attributes", "observations"):
        copied[kind] = [item for item in copied[kind] if chance.random() > 0.2]
        copied[kind] += [item for item in copied[kind] if chance.random() < 0.1]
    for entity in copied["entities"]:
        if chance.random() < 0.2:
            entity["name"] = chance.choice([*entity.get("aliases", []), entity["name"][:-1] or "甲"])
    for relation in copied["relations"]:
        if chance.random() < 0.2:
            relation["head"], relation["tail"] = relation["tail"], relation["head"]
    for observation in copied["observations"]:
        if chance.random() < 0.2:
            observation["value"] = float(observation["value"]) * 10
    return copied


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (PERSON, "市委书记单国梁主持会议。"),
        ({"type": "holdsPost", "head": "e2", "tail": "e3", "title": "书记"}, "市委书记单国梁主持会议。"),
        ({"subject": "e1", "indicator": "总投资", "value": 3.0, "unit": "亿元"}, "虎林全市总投资3亿元；"),
        ({"entity": "e9", "key": "status", "value": "planned"}, ""),
    ],
)
def test_a_miss_is_told_with_its_sentence(row: dict[str, Any], told: str) -> None:
    text = "虎林传来消息。\n市委书记单国梁主持会议。虎林全市总投资3亿元；新建2个。"
    assert sentence(row, document(entities=[CITY, PERSON, BODY]), text) == told
