"""The analysts' questions on the real pages: the saved queries must give what the answer column says.

Nothing of the pages stands here: names come out of the question's own words, expected names, dates and numbers out of
the answer's.
"""

from __future__ import annotations

import re
from itertools import permutations
from pathlib import Path

import pytest

from kg import pipeline, queries
from kg.pipeline import Edition

# number of the question -> saved query and its parameters: a pattern on the question or answer, or the value itself
ASKED: dict[int, tuple[str, dict[str, str]]] = {
    1: ("campaigns", {"word": "“(.+?)”"}),
    2: ("figures", {"modality": "=Target"}),
    3: ("parts", {"name": "“(.+?)”"}),
    4: ("successors", {"name": "“(.+?)”"}),
    5: ("campaigns", {"word": "“(.+?)”"}),
    6: ("figures", {"about": "^(..市)"}),
    7: ("responsible", {"name": "“(.+?)”"}),
    8: ("visits", {"who": "^(.{5})"}),
    9: ("office-visits", {"body": "^(..市委)", "title": "^..市委(..)"}),
    10: ("projects", {}),
    11: ("partners", {"city": "^(..市)"}),
    13: ("figures", {"indicator": "=开复工率"}),
    14: ("disagreements", {}),
    16: ("divisions", {"ending": "=市"}),
}
_ROW = re.compile(r"^\| (\d+) \| (.+?) \| (.+?) \|$", re.MULTILINE)
_WORDS = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]+(?:\.[0-9]+)?|[\u4e00-\u9fff]{2,}")
_NOT_NAMES = re.compile("亿|[与和]")


@pytest.fixture(scope="module")
def edition(shared: Path) -> Edition:
    return pipeline.build([shared / "seeds"])


@pytest.fixture(scope="module")
def asked(shared: Path) -> dict[int, tuple[str, str]]:
    table = (shared / "evaluation" / "questions.md").read_text(encoding="utf-8")
    return {int(number): (question, answer) for number, question, answer in _ROW.findall(table)}


def found(edition: Edition, root: Path, asked: dict[int, tuple[str, str]], number: int) -> tuple[set[str], set[str]]:
    """(words of the answer that the query gives, words that it does not)."""
    question, answer = asked[number]
    name, patterns = ASKED[number]
    values = {
        key: pattern[1:] if pattern.startswith("=") else re.search(pattern, question)[1]  # type: ignore[index]
        for key, pattern in patterns.items()
    }
    rows = queries.ask(edition.store, queries.load(root / "ontology" / "queries"), name, **values).rows
    cells = [[str(getattr(cell, "value", "")) for cell in row] for row in rows]
    told = "\n".join(one + other for row in cells for one, other in permutations([*row, ""], 2))  # 甲委 + 书记
    wanted = {word for word in _WORDS.findall(answer) if not _NOT_NAMES.search(word)}
    return {word for word in wanted if word in told}, {word for word in wanted if word not in told}


@pytest.mark.parametrize("number", sorted(ASKED))
def test_each_question_gets_at_least_half_of_its_answer(edition: Edition, root: Path, asked: dict[int, tuple[str, str]], number: int) -> None:
    given, missing = found(edition, root, asked, number)
    assert len(given) >= len(missing), f"not found: {', '.join(sorted(missing))}"


def test_most_of_all_answers_is_found(edition: Edition, root: Path, asked: dict[int, tuple[str, str]]) -> None:
    every = [found(edition, root, asked, number) for number in sorted(ASKED)]
    given, missing = (sum(len(words) for words in side) for side in zip(*every, strict=True))
    assert given / (given + missing) > 0.92
