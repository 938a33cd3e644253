"""The sentence that a gold row speaks of, as far as the text shows it: for explaining misses."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kg.score.figures import Record, Row

_SENTENCE = re.compile(r"[^。！？；\n]+[。！？；]?")


def sentence(row: Row, gold: Record, text: str) -> str:
    """The sentence of ``text`` that holds the most of what ``row`` names (ends, value, title); "" if none holds any."""
    entities = {entity["id"]: entity for entity in gold["entities"]}
    wanted = [forms for forms in _wanted(row, entities) if forms]
    best, most = "", 0
    for found in _SENTENCE.finditer(text):
        held = sum(any(form in found[0] for form in forms) for forms in wanted)
        if held > most:
            best, most = found[0].strip(), held
    return best


def _wanted(row: Row, entities: Mapping[str, Row]) -> list[Sequence[str]]:
    """Groups of forms; a sentence scores one for each group of which it holds a form."""
    if "name" in row:
        return [_forms(row)]
    ends = [row[key] for key in ("head", "tail", "subject", "entity") if key in row]
    groups: list[Sequence[str]] = [_forms(entities[end]) for end in ends if end in entities]
    if row.get("title"):
        groups.append([str(row["title"])])
    if "indicator" in row:
        groups += [
            [f"{float(row['value']):g}{row.get('unit', '')}"],
            [f"{float(row['value']):g}"],
            [str(row["indicator"])],
        ]
    return groups


def _forms(entity: Row) -> list[str]:
    return [form for form in (str(entity["name"]), *map(str, entity.get("aliases", ()))) if form]
