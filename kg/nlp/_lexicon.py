"""The word lists that the recognisers of named things share, compiled once a backend."""

from __future__ import annotations

from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from kg.nlp._protocol import Context
from kg.ontology import Ontology


@dataclass(frozen=True, slots=True)
class Heads:
    """Finds the head words of a table (有限公司, 博物馆) in one pass, longest first."""

    machine: AhoCorasick
    rows: tuple[tuple[str, str], ...]

    def find(self, text: str) -> list[tuple[int, int, str, str]]:
        """(start, end, head, kind) of every head in ``text``, in order."""
        return [(start, end, *self.rows[index]) for index, start, end in self.machine.find_matches_as_indexes(text)]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """``bounds`` never stand inside a name, ``leads`` not at its left edge; ``lines`` are lines of business, ``places`` all forms of divisions,
    ``roles`` what common words do in and before the names of one kind (name_roles.tsv)."""

    bounds: frozenset[str]
    verbs: frozenset[str]
    leads: frozenset[str]
    lines: dict[str, str]
    places: frozenset[str]
    roles: dict[str, frozenset[str]]


def heads(ontology: Ontology, table: str, column: str = "head") -> Heads:
    """The automaton of one table of head words with the columns ``column`` and kind."""
    rows = tuple((row[column], row["kind"]) for row in ontology.table(table))
    return Heads(automaton([word for word, _ in rows]), rows)


def automaton(found: list[str]) -> AhoCorasick:
    """An automaton of words, leftmost-longest."""
    return AhoCorasick(found, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.ContiguousNFA)


def _build(ontology: Ontology) -> Lexicon:
    bounds = ontology.table("name_bounds")
    roles: dict[str, list[str]] = {}
    for row in ontology.table("name_roles"):
        roles.setdefault(row["role"], []).append(row["word"])
    return Lexicon(
        frozenset(row["word"] for row in bounds),
        frozenset(row["word"] for row in bounds if row["kind"] == "verb"),
        frozenset(row["word"] for row in ontology.table("name_leads")),
        {row["word"]: row["kind"] for row in ontology.table("industries")},
        frozenset(ontology.places.forms()),
        {role: frozenset(words) for role, words in roles.items()},
    )


def lexicon(context: Context) -> Lexicon:
    """The shared word lists."""
    return context.once("lexicon", _build)
