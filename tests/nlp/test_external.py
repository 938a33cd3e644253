"""Other spaCy pipelines beside the rules: labels, overlaps, refusals."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy

from kg import extraction, ontology
from kg.errors import UsageError
from kg.model import Document
from kg.nlp import _external
from tests.nlp.reading import article, names


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A tiny Chinese pipeline on disk, with the labels of OntoNotes."""
    nlp = spacy.blank("zh")
    ruler = nlp.add_pipe("entity_ruler")
    named = {
        "PERSON": ["才旦多吉木", "延吉市委"], "ORG": ["云帆瀚海", "湘滨镇畜牧局", "白桦读书会", "环宇研究院"],
        "FAC": ["望江亭"], "LAW": ["护林公约"], "DATE": ["今天"], "GPE": ["乌有国"],
    }  # fmt: skip
    ruler.add_patterns([{"label": label, "pattern": name} for label, rows in named.items() for name in rows])  # type: ignore[attr-defined]
    folder = tmp_path_factory.mktemp("pipeline") / "zh_tiny"
    nlp.to_disk(folder)
    return str(folder)


def read(text: str, pipeline: str) -> Document:
    return next(iter(_external.load(ontology.load(), pipeline).annotate([article(text)])))


def test_labels_become_types(pipeline: str) -> None:
    document = read("今天，才旦多吉木看了云帆瀚海的样品。\n环宇研究院在望江亭讲护林公约。", pipeline)
    assert "才旦多吉木" in names(document, "Person")
    assert "云帆瀚海" in names(document, "Company")
    assert "望江亭" in names(document, "Facility")
    assert "护林公约" in names(document, "Policy")
    assert "环宇研究院" in names(document, "Organization")
    assert all(document.words(m.span) == m.name for m in document.mentions if m.rule.startswith("external."))


def test_rules_win(pipeline: str) -> None:
    document = read("延吉市委召开会议。", pipeline)
    assert "延吉市委" in names(document, "PublicBody")
    assert not names(document, "Person")


def test_unknown_places_and_labels_are_left_out(pipeline: str) -> None:
    assert not [m for m in read("今天乌有国来客。", pipeline).mentions if m.rule.startswith("external.")]


def test_what_is_installed(pipeline: str, tmp_path: Path) -> None:
    assert _external.installed(pipeline)
    assert not _external.installed("zh_no_such_pipeline")
    assert not _external.installed(str(tmp_path))


def test_a_pipeline_of_another_language_is_refused(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "en_tiny")
    with pytest.raises(UsageError, match="zh"):
        _external.load(ontology.load(), str(tmp_path / "en_tiny"))


def test_a_pipeline_that_is_not_there_is_refused() -> None:
    with pytest.raises(UsageError, match="cannot load"):
        _external.load(ontology.load(), "zh_no_such_pipeline")


def test_the_pipeline_is_chosen_by_name(pipeline: str) -> None:
    backend = extraction.load_backend(pipeline)
    assert "kg_external" in backend.nlp.pipe_names
    with pytest.raises(UsageError, match="rules"):
        extraction.load_backend("rulse")
