"""The curation file as rules; every fault in it with line, fault and mend."""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.errors import UsageError
from kg.ontology import Ontology

NAME = "curation.txt"
FORMS: Mapping[str, str] = {
    "merge": "merge A B",
    "split": "split A",
    "type": "type A TYPE",
    "reject": "reject SUBJECT RELATION OBJECT",
}
"""Verb -> how it is written."""

_WORDS = {"merge": (2, 1000), "split": (1, 1), "type": (2, 2), "reject": (3, 3)}
_TOKEN = re.compile(r'\s*(?:(#)|"((?:[^"\\]|\\.)*)"(?=\s|$)|([^\s"]\S*))')
_ESCAPE = re.compile(r"\\(.)", re.S)
_LARGEST = 10_000_000
_FIXED = "Division"


@dataclass(frozen=True, slots=True)
class Rule:
    """One line: its number, its verb and its names as written."""

    line: int
    verb: str
    names: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Rules:
    """A curation file. ``source`` is its name in messages; without a file there are no rules."""

    source: str = ""
    rules: tuple[Rule, ...] = ()

    def of(self, verb: str) -> tuple[Rule, ...]:
        """The rules of one verb."""
        return tuple(rule for rule in self.rules if rule.verb == verb)


def find(paths: Iterable[str | Path], out: Path | None) -> Path | None:
    """The curation file that is used unless one is given: beside the manifest.toml of an input folder, else in ``out``."""
    folders = [Path(path) for path in paths if (Path(path) / "manifest.toml").is_file()]
    return next((found for folder in (*folders, *([out] if out else [])) if (found := folder / NAME).is_file()), None)


def read(path: Path | None, ontology: Ontology) -> Rules:
    """The rules of the file at ``path``; none without a path.

    Raises:
        UsageError: the file cannot be read, or lines are wrong: one message with file, line, fault and mend of each.
    """
    if path is None:
        return Rules()
    source = os.fspath(path)
    try:
        data = path.read_bytes() if path.stat().st_size <= _LARGEST else b""
        if not data and path.stat().st_size:
            raise UsageError(f"{source}: larger than {_LARGEST // 1_000_000} MB; this is no curation file")
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise UsageError(f"{source}:{line}: not UTF-8 text; save the file as UTF-8") from error
    except OSError as error:
        raise UsageError(f"{source}: cannot be read ({error.strerror or error}); name an existing file") from error
    return parse(text, source, ontology)


def parse(text: str, source: str, ontology: Ontology) -> Rules:
    """The rules of a curation text.

    Raises:
        UsageError: lines are wrong.
    """
    rules, faults = [], []
    for number, line in enumerate(text.split("\n"), 1):
        try:
            words = _words(line)
            if words:
                rules.append(_rule(number, words, line.strip(), ontology))
        except ValueError as fault:
            faults.append(f"{source}:{number}: {fault}")
    if faults:
        raise UsageError("\n".join(faults))
    return Rules(source, tuple(rules))


def _words(line: str) -> list[str]:
    """The words of a line up to a comment; words in quotation marks may hold spaces, \\" and \\\\."""
    words: list[str] = []
    line = line.rstrip()
    at = 0
    while at < len(line):
        found = _TOKEN.match(line, at)
        if found is None:
            column = at + len(line[at:]) - len(line[at:].lstrip()) + 1
            raise ValueError(f'a quotation mark at column {column} is not closed; write "the name" with a space behind it')
        if found[1]:
            break
        words.append(found[3] if found[3] is not None else _ESCAPE.sub(r"\1", found[2]))
        at = found.end()
    return words


def _rule(number: int, words: list[str], text: str, ontology: Ontology) -> Rule:
    verb, names = words[0], words[1:]
    if verb not in FORMS:
        near = difflib.get_close_matches(verb[:40], FORMS, 1)
        mend = f"did you mean {near[0]}?" if near else f"write {', '.join(FORMS)} or # before a comment"
        raise ValueError(f"unknown verb '{verb[:40]}'; {mend}")
    least, most = _WORDS[verb]
    if not least <= len(names) <= most:
        raise ValueError(f"'{verb}' with {len(names)} names; write: {FORMS[verb]} (names that hold spaces in \"...\")")
    if any(not name.strip() for name in names):
        raise ValueError(f"'{verb}' with an empty name; write: {FORMS[verb]}")
    if verb == "reject" and names[0] == "*":
        raise ValueError("'reject' without a subject; name the thing that the claim is about (only the object may be *)")
    if verb == "type":
        _check_type(names[1], ontology)
    return Rule(number, verb, tuple(names), text)


def _check_type(name: str, ontology: Ontology) -> None:
    allowed = sorted(ontology.types.keys() - {_FIXED})
    if name == _FIXED:
        raise ValueError(f"nothing can be made a {_FIXED}: divisions come from the gazetteer; add it to divisions.tsv")
    if name not in allowed:
        near = difflib.get_close_matches(name[:40], allowed, 1)
        mend = f"did you mean {near[0]}?" if near else f"one of {', '.join(allowed)}"
        raise ValueError(f"unknown type '{name[:40]}'; {mend}")
