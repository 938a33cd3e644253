"""Real pages and the evaluation's documents: what the page says of itself agrees with the gold, nothing noisy is left."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path

import pytest

from kg.clean import clean, families
from kg.clean._chars import COMMON
from kg.model import Article
from kg.readers import read

ARTICLES = {"000": 5, "001": 1, "002": 1, "003": 5, "004": 7}
"""Articles of each real page; two unmarked ones of 003 stay with the article above them."""


def articles(path: Path) -> list[Article]:
    found = [item for page in read(path, path.name) for item in clean(page)]  # type: ignore[arg-type]
    assert all(isinstance(item, Article) for item in found)
    return found  # type: ignore[return-value]


@pytest.fixture(scope="module")
def seeds(shared: Path) -> dict[str, list[Article]]:
    return {path.stem[:3]: articles(path) for path in sorted((shared / "seeds").glob("*.txt"))}


@pytest.fixture(scope="module")
def pages(shared: Path) -> dict[str, list[Article]]:
    return {path.stem: articles(path) for path in sorted((shared / "evaluation" / "dev" / "docs").glob("*.txt"))}


def test_each_page_has_its_articles(seeds: dict[str, list[Article]]) -> None:
    assert {name: len(found) for name, found in seeds.items()} == ARTICLES


def test_two_versions_of_one_article_are_a_family(seeds: dict[str, list[Article]]) -> None:
    every = [article for found in seeds.values() for article in found]
    heads = families(every)
    assert heads[seeds["001"][0].id] == seeds["000"][0].id
    assert sum(heads[article.id] != article.id for article in every) == 1


def test_no_noise_is_left(seeds: dict[str, list[Article]], pages: dict[str, list[Article]]) -> None:
    for article in [article for found in (*seeds.values(), *pages.values()) for article in found]:
        text = article.text
        han = [char for char in text if "\u4e00" <= char <= "\u9fff"]
        assert sum(char in COMMON for char in han) > 0.97 * len(han), article.source
        assert not re.search(r"[（(]\s*[^（）]{0,6}记者[^（）]{1,30}[）)]|责任编辑|ICP|[０-９Ａ-Ｚａ-ｚ]|囗|曰|\([a-zǎàáā]+\)|,，|<p>", text), article.source
        assert text.count("\n\n") == 0 and not re.search(r"^[ \u3000]|[ \u3000]$", text, re.M)


def test_what_pages_say_of_themselves_agrees_with_the_gold(shared: Path, pages: dict[str, list[Article]]) -> None:
    agree = dict.fromkeys(("title", "date", "publisher", "authors"), 0)
    for path in sorted((shared / "evaluation" / "dev" / "gold").glob("*.json")):
        gold = {key: value or "" for key, value in json.loads(path.read_text(encoding="utf-8"))["meta"].items()}
        found = pages[path.stem]
        first = found[0]
        agree["title"] += bool(first.title) and plain(first.title) in plain(gold["title"])
        agree["date"] += gold["date"].startswith(first.published) and bool(gold["date"]) == bool(first.published)
        agree["publisher"] += first.publisher == gold["publisher"]
        agree["authors"] += {name for article in found for name in article.authors} == set(gold["authors"])
    assert agree == {"title": 15, "date": 16, "publisher": 16, "authors": 16}


def plain(text: str) -> str:
    return re.sub(r"[\s—\-·“”]+", "", unicodedata.normalize("NFKC", text))
