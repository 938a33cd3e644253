"""What the rule backend names in a short text, for the tests of the recognisers."""

from __future__ import annotations

from functools import cache

from kg import ontology
from kg.model import Article, Mention
from kg.nlp import rules


@cache
def _backend() -> rules.Backend:
    return rules.load(ontology.load())


def mentions(text: str) -> tuple[Mention, ...]:
    """All mentions of ``text``, settled."""
    article = Article(id="a", doc="d", title="", text=text, source="s")
    return next(iter(_backend().annotate([article]))).mentions


def named(text: str, kind: str) -> set[str]:
    """The names of type ``kind`` in ``text``, nested ones too; no anaphora."""
    return {m.name for m in mentions(text) if m.type == kind and m.kind in ("name", "nested")}
