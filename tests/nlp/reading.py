"""Reading one text with the rule backend."""

from __future__ import annotations

from functools import cache

from kg import ontology
from kg.model import Article, Document
from kg.nlp import rules


@cache
def backend() -> rules.Backend:
    """One backend for all tests: compiling its tables takes most of a second."""
    return rules.load(ontology.load())


def article(text: str, **fields: str) -> Article:
    """An article without title or metadata."""
    return Article("", "page", "", text, "page.txt", **fields)


def read(text: str, **fields: str) -> Document:
    """``text`` annotated, not linked."""
    return next(iter(backend().annotate([article(text, **fields)])))


def names(document: Document, type_: str, *kinds: str) -> set[str]:
    """The names of the mentions of a type (and kinds)."""
    return {m.name for m in document.mentions if m.type == type_ and (not kinds or m.kind in kinds) and m.kind != "anaphor"}
