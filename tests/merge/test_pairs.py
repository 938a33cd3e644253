"""The gold of cross-document pairs (corpus/linking/pairs.tsv), run through the real program; ``-s`` prints the table."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg import clean, merge, pipeline
from kg.model import Extraction

LEAST = 0.95
_FLAT = str.maketrans("", "", "“”‘’《》")

Row = dict[str, str]


@pytest.fixture(scope="module")
def rows(root: Path) -> list[Row]:
    lines = (root / "corpus" / "linking" / "pairs.tsv").read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.fixture(scope="module")
def extracted(rows: list[Row], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Extraction]:
    """ "person-01-a" and so on -> what that text yields."""
    folder = tmp_path_factory.mktemp("pairs")
    for row in rows:
        for side in "ab":
            title, _, body = row[f"text_{side}"].rpartition("|")
            page = {"title": title, "date": row[f"date_{side}"], "text": body}
            (folder / f"{row['id']}-{side}.jsonl").write_text(json.dumps(page, ensure_ascii=False), encoding="utf-8")
    return {Path(found.source).stem: found for found in pipeline.extract([folder])}


def named(extraction: Extraction, row: Row, side: str) -> set[str]:
    """The final keys of what the row means on one side; its form may be given in several spellings."""
    forms = {form.translate(_FLAT) for form in row[f"form_{side}"].split("|")}
    return {
        entity.key
        for entity in extraction.entities
        if entity.type == row["type"] and forms & {name.translate(_FLAT) for name in (entity.name, *entity.aliases)}
    }


def judged(rows: list[Row], extracted: dict[str, Extraction], together: bool) -> Iterator[tuple[Row, bool]]:
    """Each pair and whether it comes out right; a form that is not found on both sides counts as wrong."""
    corpus = merged(list(extracted.values())) if together else {}
    for row in rows:
        names = [f"{row['id']}-{side}" for side in "ab"]
        pair = corpus or merged([extracted[name] for name in names])
        one, other = (named(pair[name], row, side) for name, side in zip(names, "ab", strict=True))
        yield row, len(one) == len(other) == 1 and (one == other) is (row["verdict"] == "same")


def merged(extractions: list[Extraction]) -> dict[str, Extraction]:
    families = clean.families([article for found in extractions for article in found.articles])
    moved = merge.redirects(extractions, families)
    return {Path(found.source).stem: merge.apply(found, moved) for found in extractions}


def test_the_gold_is_large_and_even(rows: list[Row]) -> None:
    verdicts = Counter(row["verdict"] for row in rows)
    assert min(verdicts["same"], verdicts["different"]) >= 40
    assert set(verdicts) == {"same", "different"}
    assert len({row["type"] for row in rows}) == 11
    assert len({row["id"] for row in rows}) == len(rows)


@pytest.mark.parametrize("together", [False, True], ids=["pair by pair", "all in one corpus"])
def test_pairs(rows: list[Row], extracted: dict[str, Extraction], together: bool) -> None:
    right: Counter[tuple[str, str]] = Counter()
    total: Counter[tuple[str, str]] = Counter()
    wrong = []
    for row, ok in judged(rows, extracted, together):
        for kind in (row["type"], "all"):
            total[kind, row["verdict"]] += 1
            right[kind, row["verdict"]] += ok
        if not ok:
            wrong.append(f"{row['id']} should be {row['verdict']}: {row['form_a']} / {row['form_b']} ({row['why']})")
    print(f"\n{'type':14}{'same':>10}{'different':>12}")
    for kind in sorted({kind for kind, _ in total}, key=lambda name: (name == "all", name)):
        cells = [f"{right[kind, verdict]}/{total[kind, verdict]}" for verdict in ("same", "different")]
        print(f"{kind:14}{cells[0]:>10}{cells[1]:>12}")
    print("\n".join(wrong))
    for verdict in ("same", "different"):
        assert right["all", verdict] / total["all", verdict] >= LEAST, "\n".join(wrong)
