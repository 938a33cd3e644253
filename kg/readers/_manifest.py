"""A folder that says itself which of its files are input: manifest.toml with a ``[[page]]`` and ``file`` for each."""

from __future__ import annotations

import tomllib
from pathlib import Path

from kg.errors import InputError

MANIFEST = "manifest.toml"


def listed(folder: Path) -> list[tuple[Path, str]] | None:
    """(file, name) of the pages that the folder's manifest lists, sorted; None if there is no manifest.

    Raises:
        InputError: the manifest cannot be read, or lists a file outside its folder.
    """
    path = folder / MANIFEST
    if not path.is_file():
        return None
    try:
        names = [row["file"] for row in tomllib.loads(path.read_text(encoding="utf-8"))["page"]]
        outside = [name for name in names if not (folder / name).resolve().is_relative_to(folder.resolve())]
    except (KeyError, TypeError, ValueError, OSError) as error:
        raise InputError(str(path), f'no list of pages ({error}); write [[page]] with file = "..." for each', "arguments") from error
    if outside:
        raise InputError(str(path), f"'{outside[0]}' lies outside the folder; list files of the folder only", "arguments")
    return [(folder / name, name) for name in sorted(names)]
