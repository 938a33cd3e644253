"""Where the parts of the assembly put their triples, with the names they share."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import cache

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph.iri import digest, local
from kg.vocab import term

LANGUAGE = "zh-Hans"

_A = term("rdf:type")
_INTEGER = term("xsd:integer")
_DECIMAL = term("xsd:decimal")
_ADCODE = term("rkg:adcode")
_DATES = (
    (re.compile(r"\d{4}-\d\d-\d\d"), term("xsd:date"), ""),
    (re.compile(r"\d{4}-\d\d"), term("xsd:gYearMonth"), "-01"),
    (re.compile(r"\d{4}"), term("xsd:gYear"), "-01-01"),
)
_SURROGATE = re.compile("[\ud800-\udfff]")


class Sink:
    """Gathers the quads of one graph whose IRIs begin with ``base``."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.quads: list[Quad] = []
        self._nodes: dict[str, NamedNode] = {}

    def node(self, key: str) -> NamedNode:
        """The IRI of a key, made once."""
        found = self._nodes.get(key)
        if found is None:
            found = self._nodes[key] = NamedNode(self.base + local(key))
        return found

    def hashed(self, kind: str, *parts: str) -> NamedNode:
        """The IRI of something that is known by its content alone: kind/digest."""
        return NamedNode(f"{self.base}{kind}/{digest(*parts)}")

    def add(self, subject: NamedNode, predicate: NamedNode, value: NamedNode | Literal) -> None:
        """One triple."""
        self.quads.append(Quad(subject, predicate, value))

    def add_all(self, subject: NamedNode, predicate: NamedNode, values: Iterable[NamedNode | Literal]) -> None:
        """One triple a value."""
        self.quads.extend(Quad(subject, predicate, value) for value in values)

    def kind(self, subject: NamedNode, *classes: NamedNode) -> None:
        """``subject`` is one of ``classes``."""
        self.quads.extend(Quad(subject, _A, each) for each in classes)


def words(text: str) -> Literal:
    """Chinese words, tagged."""
    return Literal(_whole(text), language=LANGUAGE)


def plain(text: str) -> Literal:
    """A string without a language."""
    return Literal(_whole(text))


def adcode(code: str) -> Literal:
    """A division code of GB/T 2260 (to the county) or of the National Bureau of Statistics (township)."""
    return Literal(code, datatype=_ADCODE)


@cache
def count(number: int) -> Literal:
    """An xsd:integer."""
    return Literal(str(number), datatype=_INTEGER)


def decimal(number: Decimal) -> Literal:
    """An xsd:decimal without exponent or trailing zeros.

    >>> decimal(Decimal("1.830E9")).value
    '1830000000'
    """
    digits = f"{number:f}"
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return Literal("0" if digits in ("-0", "") else digits, datatype=_DECIMAL)


@cache
def moment(text: str) -> Literal:
    """A date as precise as its text: xsd:date, xsd:gYearMonth or xsd:gYear; a plain string if it is none of these.

    >>> moment("2021-11").datatype.value
    'http://www.w3.org/2001/XMLSchema#gYearMonth'
    """
    for form, datatype, rest in _DATES:
        if form.fullmatch(text) and text.isascii() and _exists(text + rest):
            return Literal(text, datatype=datatype)
    return plain(text)


def _exists(day: str) -> bool:
    try:
        return bool(date.fromisoformat(day))
    except ValueError:
        return False


def _whole(text: str) -> str:
    """``text`` with lone surrogates, which no encoding can carry, shown as the replacement character."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return _SURROGATE.sub("\ufffd", text)
    return text
