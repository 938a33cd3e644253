"""SPARQL text as tokens: what a query must not say, and values put into it as terms, never as text."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.errors import QueryError

# Comments, IRIs, strings, variables and prefixed names swallow what stands in them; what is left is a bare word.
_TOKENS = re.compile(
    r"""(?P<comment>\#[^\n\r]*) | <[^<>"{}|^`\\\x00-\x20]*>
    | \"{3}(?:[^\\"]|\\.|"(?!""))*\"{3} | '{3}(?:[^\\']|\\.|'(?!''))*'{3}
    | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*'
    | [?$](?P<name>\w+) | @[A-Za-z-]+ | [\w.-]*:(?:[\w.:%-]|\\.)* | (?P<word>[^\W\d_]\w*) | (?P<mark>[{}()])""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
REACHING_OUT = frozenset({"SERVICE", "LOAD", "FROM"})
"""Words that send a query beyond the graph it is asked of."""


def refuse(sparql: str, words: frozenset[str] = REACHING_OUT) -> None:
    """Turn away a query that says one of ``words`` outside strings, IRIs, comments and names.

    SPARQL resolves \\u escapes before anything else (SPARQL 1.1, section 19.2), so the query is also read with them
    resolved.

    Raises:
        QueryError: the word is there.
    """
    for reading in {sparql, _ESCAPE.sub(_unescape, sparql)}:
        for token in _TOKENS.finditer(reading):
            word = (token["word"] or "").upper()
            if word in words:
                raise QueryError(f"{word} is refused: queries read this graph only; leave {word} out")


def bind(sparql: str, values: Mapping[str, NamedNode | BlankNode | Literal | Triple]) -> str:
    """``sparql`` with each variable of ``values`` replaced by its term, wherever it stands (also in inner groups).

    A variable that is selected stays a column; in GROUP BY and ORDER BY the term is put in brackets.

    Raises:
        QueryError: a variable does not occur.
    """
    terms = {name: str(term) for name, term in values.items()}
    missing = terms.keys() - {token["name"] for token in _TOKENS.finditer(sparql)}
    if missing:
        raise QueryError(f"the query has no ?{min(missing)}; name a variable that stands in it")
    parts: list[str] = []
    done, place, depth = 0, "body", 0
    for token in _TOKENS.finditer(sparql):
        place, depth = _place(token, place, depth)
        name = token["name"]
        if name in terms:
            parts += sparql[done : token.start()], _put(name, terms[name], place, depth)
            done = token.end()
    return "".join(parts) + sparql[done:]


def _place(token: re.Match[str], place: str, depth: int) -> tuple[str, int]:
    """In which clause the text goes on after ``token``, and how many brackets are open in it."""
    word, mark = (token["word"] or "").upper(), token["mark"]
    if word == "SELECT":
        return "head", 0
    if word in ("GROUP", "ORDER", "HAVING"):
        return "tail", 0
    if mark in ("{", "}"):
        return "body", 0
    return place, depth + {"(": 1, ")": -1}.get(mark or "", 0)


def _put(name: str, term: str, place: str, depth: int) -> str:
    if depth or place == "body":
        return term
    return f"({term} AS ?{name})" if place == "head" else f"({term})"


def _unescape(found: re.Match[str]) -> str:
    number = int(found[1] or found[2], 16)
    return chr(number) if number < 0x110000 else found.group()
