"""The RDF store read by columns: one dictionary a predicate, subject -> objects."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, Store

from kg.vocab import term

Object: TypeAlias = NamedNode | BlankNode | Literal
Column: TypeAlias = Mapping[str, list[Object]]


class Columns:
    """Columns of a store, each read once and only when asked for."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._read: dict[str, dict[str, list[Object]]] = {}

    def __getitem__(self, short: str) -> Column:
        """The column of a predicate's short form ("oa:exact"); objects sorted."""
        if short not in self._read:
            column: dict[str, list[Object]] = {}
            for quad in self._store.quads_for_pattern(None, term(short), None, None):
                if not isinstance(quad.subject, NamedNode) or not isinstance(quad.object, Object):
                    continue
                column.setdefault(quad.subject.value, []).append(quad.object)
            for objects in column.values():
                if len(objects) > 1:
                    objects.sort(key=_order)
            self._read[short] = column
        return self._read[short]

    def values(self, short: str, subject: str) -> list[str]:
        """All objects as strings, sorted."""
        return [each.value for each in self[short].get(subject, ())]

    def value(self, short: str, subject: str) -> str:
        """The first object as a string, or empty."""
        return next(iter(self.values(short, subject)), "")


def _order(each: Object) -> tuple[bool, str]:
    """Chinese before other languages, then by code point."""
    language = each.language if isinstance(each, Literal) else None
    return not (language or "").lower().startswith("zh"), each.value
