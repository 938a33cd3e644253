"""Training the recogniser: sentences that label what they say, and the same model from the same input."""

from __future__ import annotations

import sys
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

import pytest

from kg import ontology
from kg.nlp import rules
from tests.nlp.reading import backend


@pytest.fixture(scope="module")
def data(root: Path) -> Any:
    """scripts/recogniser_data.py."""
    sys.path.insert(0, str(root / "scripts"))
    try:
        import recogniser_data
    finally:
        sys.path.pop(0)
    return recogniser_data


@pytest.fixture(scope="module")
def script(root: Path, data: Any) -> Any:
    """scripts/train_recogniser.py."""
    sys.path.insert(0, str(root / "scripts"))
    try:
        import train_recogniser
    finally:
        sys.path.pop(0)
    return train_recogniser


def inventor(data: Any, seed: int) -> Any:
    return data.Inventor(ontology.load(), Random(seed), ["云帆瀚海", "特色农业"], ["望江镇"])


def test_spans_are_the_names_that_were_filled_in(data: Any) -> None:
    for seed in range(30):
        text, spans = inventor(data, seed).fill("{G}{t}{P}率队到{C*}考察，{P*}陪同。")
        assert spans[0][0] == 0
        for (_, end, label), (start, _, after) in pairwise(spans):
            assert end <= start
            assert text[end:start] != "、" or label == after
        assert text[spans[-1][1] :] == "陪同。"


def test_swapped_names_leave_the_rest(data: Any) -> None:
    text, spans = inventor(data, 3).swap(("延吉市委书记周海说。", ((0, 4, "G"), (6, 8, "P"))))
    assert text.endswith("说。")
    assert [label for *_, label in spans] == ["G", "P"]
    assert text[spans[0][1] : spans[1][0]] == "书记"


def test_brands_that_are_everyday_words_are_left_out(data: Any) -> None:
    assert inventor(data, 1).brands == ["云帆瀚海"]


def test_every_template_can_be_filled(data: Any, script: Any) -> None:
    made = inventor(data, 5)
    for line in script.TEMPLATES.read_text(encoding="utf-8").splitlines():
        if line and line[0] != "#":
            text, _ = made.fill(line)
            assert "{" not in text
            assert "\n" not in text


def test_the_same_input_gives_the_same_bytes(data: Any, script: Any, tmp_path: Path) -> None:
    reader: rules.Backend = backend()
    for number in (1, 2):
        made = inventor(data, 7)
        sentences = {"generated": [made.fill("{L}{t}{P}到{C}调研。") for _ in range(20)]}
        script.train(sentences, reader, tmp_path / f"{number}.crfsuite")
    assert (tmp_path / "1.crfsuite").read_bytes() == (tmp_path / "2.crfsuite").read_bytes()
