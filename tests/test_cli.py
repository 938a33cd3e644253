"""The command line as a user meets it: output, exit codes, errors that name the place, the fault and the mend."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kg import plugins


def run(*words: str, stdin: bytes = b"") -> subprocess.CompletedProcess[str]:
    done = subprocess.run([sys.executable, "-m", "kg", *words], input=stdin, capture_output=True)
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture(scope="module")
def built(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("built")
    done = run("build", str(root / "corpus"), "-o", str(out), "--jobs", "1")
    assert done.returncode == 0, done.stdout + done.stderr
    return out


def test_help_lists_every_command_with_a_line() -> None:
    shown = run("--help").stdout
    for name in plugins.names("kg.cli"):
        assert f"\n  {name} " in shown
        assert plugins.summary("kg.cli", name)


@pytest.mark.parametrize("name", plugins.names("kg.cli"))
def test_every_command_has_help(name: str) -> None:
    done = run(name, "--help")
    assert done.returncode == 0
    assert "Usage" in done.stdout


def test_extract_reads_standard_input() -> None:
    done = run("extract", "-", stdin="本报讯 3月2日,辉南县委书记冯远航到辉南经济开发区调研。".encode())
    assert done.returncode == 0, done.stderr
    row = json.loads(done.stdout)
    assert row["doc"] == "stdin"
    assert {"type", "name"} <= set(row["entities"][0])
    assert "冯远航" in [entity["name"] for entity in row["entities"]]


def test_refused_input_gives_exit_code_1_and_a_reason(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    done = run("build", str(tmp_path), "-o", str(tmp_path / "out"))
    assert done.returncode == 1
    assert "empty.txt" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("build",), 2, "PATHS"),
        (("nonsense",), 2, "nonsense"),
        (("build", "x.txt", "--nlp", "ruls"), 2, "rules"),
        (("export", "--to", "pdf"), 2, "pdf"),
        (("query", "SELECT", "-o", "nowhere"), 1, "kg build"),
        (("show", "虎林市", "-o", "nowhere"), 1, "kg build"),
    ],
)
def test_errors_name_fault_and_mend(words: tuple[str, ...], code: int, told: str, tmp_path: Path) -> None:
    done = run(*words)
    assert done.returncode == code, done.stderr
    assert told in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("name", plugins.names("kg.writers"))
def test_export_writes_every_format(name: str, built: Path, tmp_path: Path) -> None:
    done = run("export", "--to", name, "-g", str(built), "-o", str(tmp_path / "x"))
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "x").stat().st_size > 1000


def test_query_by_sparql(built: Path) -> None:
    sparql = "SELECT (COUNT(?c) AS ?n) WHERE { ?c a rkg:Campaign }"
    done = run("query", sparql, "-o", str(built), "--format", "json")
    assert int(json.loads(done.stdout)["results"]["bindings"][0]["n"]["value"]) > 5


def test_a_wrong_query_is_told_in_a_line(built: Path) -> None:
    done = run("query", "SELECT ?x WHERE { ?x", "-o", str(built))
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


def test_show_gives_every_line_its_words(built: Path) -> None:
    done = run("show", "虎林市委", "-o", str(built))
    assert done.returncode == 0, done.stderr
    assert "单国梁" in done.stdout
    assert "“" in done.stdout


def test_show_of_an_unknown_name_offers_near_ones(built: Path) -> None:
    done = run("show", "虎林是", "-o", str(built))
    assert done.returncode == 2
    assert "虎林市" in done.stderr


def test_path_connects_two_things(built: Path) -> None:
    done = run("path", "单国梁", "虎林市", "-o", str(built))
    assert done.returncode == 0, done.stderr


def test_check_finds_no_broken_law(built: Path) -> None:
    done = run("check", "-o", str(built))
    assert done.returncode == 0, done.stdout


def test_score_prints_the_figures(shared: Path) -> None:
    dev = shared / "evaluation" / "dev"
    done = run("score", str(dev / "gold"), str(dev / "docs"), "--per-type")
    assert done.returncode == 0, done.stderr
    assert "overall 0." in done.stdout
