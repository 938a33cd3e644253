"""The whole flow on the sample corpus: same bytes whatever the workers and the order, refusals told, nothing lost."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

import kg
from kg import pipeline

FILES = ("graph.ttl", "graph.html", "articles.jsonl", "build.json")


@pytest.fixture(scope="module")
def edition(root: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[pipeline.Edition, Path]:
    out = tmp_path_factory.mktemp("edition")
    return pipeline.build([root / "corpus"], out=out), out


def test_the_sample_corpus_is_read_whole(edition: tuple[pipeline.Edition, Path], root: Path) -> None:
    built, _ = edition
    assert built.rejected == ()
    assert built.counts["read"]["sources"] == 14
    assert {article.source.partition(":")[0] for article in built.articles} == {f"raw/{path.name}" for path in (root / "corpus" / "raw").iterdir()}


def test_every_type_and_relation_is_in_the_sample(edition: tuple[pipeline.Edition, Path]) -> None:
    built, _ = edition
    assert set(built.counts["entities"]) >= set(built.ontology.types)
    assert set(built.counts["facts"]) >= set(built.ontology.relations)


def test_golden_edition(edition: tuple[pipeline.Edition, Path], root: Path) -> None:
    golden = root / "exports" / "graph.ttl"
    assert (edition[1] / "graph.ttl").read_bytes() == golden.read_bytes(), "exports/graph.ttl differs: look, then make golden"


@pytest.mark.parametrize("jobs", [2, 3])
def test_workers_and_order_do_not_change_a_byte(edition: tuple[pipeline.Edition, Path], root: Path, tmp_path: Path, jobs: int) -> None:
    pages = [str(path) for path in (root / "corpus" / "raw").iterdir()]
    random.Random(jobs).shuffle(pages)
    pipeline.build(pages, out=tmp_path / "shuffled", jobs=jobs)
    pipeline.build([root / "corpus" / "raw"], out=tmp_path / "sorted")
    for name in FILES:
        assert (tmp_path / "shuffled" / name).read_bytes() == (tmp_path / "sorted" / name).read_bytes(), name


def test_reprints_are_one_family(edition: tuple[pipeline.Edition, Path]) -> None:
    families = {article.doc: article.family for article in edition[0].articles if article.doc in ("03-jingyu-site", "04-jingyu-reprint")}
    assert len(families) == 2
    assert len(set(families.values())) == 1


def test_evidence_quotes_the_text(edition: tuple[pipeline.Edition, Path], root: Path) -> None:
    for extraction in kg.extract([root / "corpus"]):
        texts = {article.id: article.text for article in extraction.articles}
        rows = [*extraction.facts, *extraction.attributes, *extraction.observations]
        for why in (e for row in rows for e in row.evidence):
            assert texts[why.article][why.span.start : why.span.end] == why.quote
    assert rows


def bad_input(folder: Path) -> dict[str, str]:
    """Files that must be refused, and a word of the reason."""
    folder.mkdir()
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 64)
    with zipfile.ZipFile(folder / "zip.txt", "w") as archive:
        archive.writestr("a.txt", "甲")
    (folder / "broken.md").write_text("---\ntitle: [甲\n---\n正文", encoding="utf-8")
    (folder / "rows.jsonl").write_text('{"titel": "甲"}\n', encoding="utf-8")
    (folder / "good.txt").write_text("本报讯 3月2日,辉南县委书记冯远航到辉南经济开发区调研。", encoding="utf-8")
    return dict.fromkeys(("empty.txt", "binary.txt", "zip.txt", "broken.md", "rows.jsonl"), "")


def test_bad_input_is_refused_with_a_reason_and_the_rest_is_built(tmp_path: Path) -> None:
    bad = bad_input(tmp_path / "in")
    (tmp_path / "in" / "loop").symlink_to(tmp_path / "in")
    built = pipeline.build([tmp_path / "in", tmp_path / "gone.txt"], out=tmp_path / "out")
    refused = {r.source.partition(":")[0]: r.reason for r in built.rejected}
    assert set(refused) >= {*bad, "gone.txt"}
    assert all(refused.values())
    assert [article.source for article in built.articles] == ["good.txt"]
    told = json.loads((tmp_path / "out" / "build.json").read_text(encoding="utf-8"))["rejected"]
    assert {row["source"].partition(":")[0] for row in told} == set(refused)


def test_a_stopped_build_goes_on_where_it_was(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    whole = pipeline.extract_source

    def stops(source: pipeline.Source, *, nlp: str) -> kg.Extraction:
        if len(read) == 5:
            raise KeyboardInterrupt
        read.append(source.name)
        return whole(source, nlp=nlp)

    monkeypatch.setattr(pipeline, "extract_source", stops)
    with pytest.raises(KeyboardInterrupt):
        pipeline.build([root / "corpus"], out=tmp_path)
    monkeypatch.setattr(pipeline, "extract_source", lambda source, *, nlp: (read.append(source.name), whole(source, nlp=nlp))[1])
    pipeline.build([root / "corpus"], out=tmp_path)
    assert len(read) == len(set(read)) == 14
    assert not (tmp_path / pipeline.WORK).exists()
    assert (tmp_path / "graph.ttl").read_bytes() == (root / "exports" / "graph.ttl").read_bytes()


def test_a_killed_build_leaves_the_previous_exports_whole(root: Path, tmp_path: Path) -> None:
    pipeline.build([root / "corpus" / "raw" / "01-huinan-winter.txt"], out=tmp_path)
    before = {name: (tmp_path / name).read_bytes() for name in FILES}
    for delay in (0.5, 1.5, 2.5):
        run = subprocess.Popen([sys.executable, "-m", "kg", "build", str(root / "corpus"), "-o", str(tmp_path), "--jobs", "2"],
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
        time.sleep(delay)
        run.send_signal(signal.SIGKILL)
        finished = run.wait() == 0
        if not finished:
            now = {name: (tmp_path / name).read_bytes() for name in FILES}
            assert now == before or now["graph.ttl"] == (root / "exports" / "graph.ttl").read_bytes()
            return


def test_readme_example_runs(root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    code = (root / "README.md").read_text(encoding="utf-8").split("```python\n")[1].split("```")[0]
    monkeypatch.chdir(root)
    exec(compile(code, "README.md", "exec"), {})
    assert "MultiDiGraph" in capsys.readouterr().out
