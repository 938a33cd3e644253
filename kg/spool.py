"""Extractions at rest: one JSON file a source, so that memory stays flat and a stopped build goes on where it was.

A file's name is the digest of what it was made from (the source's bytes and name, the program's version, the ontology
and the backend); a changed source or program is therefore simply not found.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from kg.model import Extraction

_ADAPTER = TypeAdapter(Extraction)


class Spool:
    """A folder of extractions. ``salt`` is everything but the source that an extraction depends on."""

    def __init__(self, folder: Path, salt: str) -> None:
        self.folder, self.salt = folder, salt
        folder.mkdir(parents=True, exist_ok=True)

    def place(self, name: str, path: Path) -> Path:
        """The file for a source; computed from its bytes. Raises OSError if the source cannot be read."""
        digest = hashlib.sha256(f"{self.salt}\0{name}\0".encode())
        with path.open("rb") as stream:
            while block := stream.read(1 << 20):
                digest.update(block)
        return self.folder / f"{digest.hexdigest()[:32]}.json"

    def put(self, place: Path, extraction: Extraction) -> None:
        """Write ``extraction`` whole or not at all."""
        aside = place.with_suffix(".part")
        aside.write_bytes(_ADAPTER.dump_json(extraction))
        aside.replace(place)

    def get(self, place: Path) -> Extraction | None:
        """The extraction at ``place``; None if there is none or it is damaged."""
        try:
            return _ADAPTER.validate_json(place.read_bytes())
        except (OSError, ValidationError):
            return None


def read(places: list[Path]) -> Iterator[Extraction]:
    """The extractions at ``places``, one at a time."""
    for place in places:
        yield _ADAPTER.validate_json(place.read_bytes())
