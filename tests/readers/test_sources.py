"""Folders, patterns and links to files."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.readers import sources


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b/2.txt", "b/1.md", "a.txt", "b/.hidden.txt", ".git/x.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("正文。", encoding="utf-8")
    return tmp_path


def names(*args: str | Path) -> list[str]:
    return [name for _, name in sources(args)]


def test_a_folder_gives_its_files_in_order_without_hidden_ones(folder: Path) -> None:
    assert names(folder) == ["a.txt", "b/1.md", "b/2.txt"]


@pytest.mark.parametrize(("pattern", "found"), [("*.txt", ["a.txt"]), ("**/*.txt", ["a.txt", "b/2.txt"]), ("b*", ["b/1.md", "b/2.txt"])])
def test_a_pattern(folder: Path, pattern: str, found: list[str]) -> None:
    assert [name for name in names(folder / pattern) if "hidden" not in name and ".git" not in name] == found


def test_a_link_back_into_the_folder_ends(folder: Path) -> None:
    (folder / "b" / "loop").symlink_to(folder, target_is_directory=True)
    (folder / "b" / "self").symlink_to(folder / "b" / "self")
    assert [name for name in names(folder) if "self" not in name] == ["a.txt", "b/1.md", "b/2.txt"]


def test_what_is_not_there_is_named_so_that_reading_refuses_it(folder: Path) -> None:
    assert names(folder / "none.txt", folder / "*.pdf")[0] == "none.txt"
    assert len(names(folder / "*.pdf")) == 1


def test_a_file_whose_name_looks_like_a_pattern(folder: Path) -> None:
    (folder / "第[1]版.txt").write_text("正文。", encoding="utf-8")
    assert names(folder / "第[1]版.txt") == ["第[1]版.txt"]
