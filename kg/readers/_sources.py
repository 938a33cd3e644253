"""Arguments to files: folders are walked, patterns expanded, links followed once."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.readers._manifest import listed


def sources(args: Iterable[str | Path]) -> Iterator[tuple[Path, str]]:
    """(file, name) of all files that ``args`` (files, folders, glob patterns) stand for, sorted within each argument.

    The name is the path inside the folder or below the fixed part of the pattern, with "/" on every system. Hidden
    files are left out; a folder with a manifest.toml gives the pages that it lists. An argument that matches nothing is yielded as it is, so that reading it tells why.
    """
    for arg in args:
        path = Path(arg)
        if path.is_dir():
            pages = listed(path)
            yield from ((file, file.relative_to(path).as_posix()) for file in _walk(path)) if pages is None else pages
        elif not path.exists() and glob.has_magic(str(arg)):
            yield from _matches(str(arg)) or [(path, str(arg))]
        else:
            yield path, path.name


def _matches(pattern: str) -> list[tuple[Path, str]]:
    fixed = Path(*_fixed_parts(Path(pattern)))
    found: dict[Path, str] = {}
    for match in sorted(fixed.glob(str(Path(pattern).relative_to(fixed)))):
        for file in _walk(match) if match.is_dir() else [match]:
            found[file] = file.relative_to(fixed).as_posix()
    return list(found.items())


def _fixed_parts(pattern: Path) -> list[str]:
    parts: list[str] = []
    for part in pattern.parts:
        if glob.has_magic(part):
            break
        parts.append(part)
    return parts


def _walk(folder: Path) -> Iterator[Path]:
    """All files below ``folder``; a folder that is reached a second time, through a link, is not entered again."""
    seen: set[tuple[int, int]] = set()
    for here, folders, files in os.walk(folder, followlinks=True):
        status = Path(here).stat()
        if (status.st_dev, status.st_ino) in seen:
            folders.clear()
            continue
        seen.add((status.st_dev, status.st_ino))
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(here, name) for name in sorted(files) if not name.startswith("."))
