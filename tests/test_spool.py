"""Extractions at rest."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from kg import spool
from kg.model import Article, Entity, Evidence, Extraction, Observation, Span


@given(st.text(), st.decimals(allow_nan=False, allow_infinity=False))
def test_what_is_put_comes_back(words: str, value: Decimal) -> None:
    why = (Evidence("a", Span(0, len(words)), words, "test"),)
    article = Article("a", "d", words, words, "d.txt", authors=(words,))
    made = Extraction(
        "d", "d.txt", (article,), entities=(Entity("division/1", "Division", words),),
        observations=(Observation("division/1", words, value, "亿元", why),), mentions={"division/1": why},
    )  # fmt: skip
    assert spool._ADAPTER.validate_json(spool._ADAPTER.dump_json(made)) == made


def test_a_changed_source_or_program_is_not_found(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("甲")
    kept = spool.Spool(tmp_path / "work", "1")
    place = kept.place("a.txt", source)
    kept.put(place, Extraction("a", "a.txt", ()))
    assert kept.get(place) == Extraction("a", "a.txt", ())
    assert spool.Spool(tmp_path / "work", "2").place("a.txt", source) != place
    source.write_text("乙")
    assert kept.get(kept.place("a.txt", source)) is None


def test_a_damaged_file_counts_as_not_there(tmp_path: Path) -> None:
    kept = spool.Spool(tmp_path, "1")
    (tmp_path / "x.json").write_text('{"doc": ')
    assert kept.get(tmp_path / "x.json") is None
