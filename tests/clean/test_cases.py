"""Noisy text, clean text, why: one row of cases.tsv a case, through all steps."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.clean import clean
from kg.model import Article

ROWS = [line.split("\t") for line in (Path(__file__).parent / "cases.tsv").read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def text(noisy: str) -> str:
    page = Article("", "甲", "", noisy, "甲.txt")
    return "\n".join(item.text for item in clean(page) if isinstance(item, Article))


def plain(cell: str) -> str:
    return cell.replace("\\n", "\n").replace("\\u200b", "\u200b").replace("\\ufeff", "\ufeff")


def test_no_case_got_lost() -> None:
    assert len(ROWS) == 49


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[2])
def test_case(row: list[str]) -> None:
    noisy, clean_text, _ = map(plain, row)
    assert text(noisy) == clean_text


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[2])
def test_cleaning_twice_changes_nothing(row: list[str]) -> None:
    once = text(plain(row[0]))
    assert text(once) == once
