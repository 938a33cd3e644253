"""How a recogniser plugs into the rule backend.

A recogniser is a module of ``kg/nlp/find/`` with two names::

    NAME = "companies"                                    # prefix of the rule names it writes

    def find(text: str, context: Context) -> list[Mention]: ...

To add one: write the module, put it into ``PIPELINE`` of ``kg/nlp/find/__init__.py`` behind the recognisers whose
mentions it needs, and add its cases to tests/nlp. What to know:

* ``text`` is the whole article (title line, then paragraphs as lines); mentions carry code point offsets into it.
  No mention may begin or end outside one line; ``context.sentences`` are the sentences.
* ``context.mentions`` holds what earlier recognisers found, in the order they ran and not yet settled: it may overlap.
  ``context.at(start)`` and ``context.ending(end)`` look a mention up by its border.
* A recogniser proposes; ``settle`` decides afterwards. It need not avoid overlaps with other recognisers: the longer name
  wins, at equal length the type that is earlier in ``RANK``; what lies inside a winner becomes kind "nested".
* Anything compiled from the ontology (automaton, big pattern) is made once:
  ``tables = context.once(NAME, build)`` calls ``build(ontology)`` the first time a backend needs it.
* Search with compiled ``re`` patterns or ahocorasick-rs over ``text``, never with spaCy token patterns.
* ``Mention.name`` is the surface without enclosing quotation marks; completing names (市商务局), short forms and anaphora
  are the linker's work. ``rule`` is NAME + "." + the rule ("companies.suffix").
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

from kg.model import Article, Mention, Span
from kg.ontology import Ontology

T = TypeVar("T")


@dataclass(slots=True)
class Context:
    """What a recogniser may know of the article it reads. ``mentions`` grows while the pipeline runs."""

    ontology: Ontology
    article: Article
    sentences: tuple[Span, ...] = ()
    mentions: list[Mention] = field(default_factory=list)
    compiled: dict[str, Any] = field(default_factory=dict)
    """Shared by all articles of one backend; use ``once``."""

    def once(self, name: str, build: Callable[[Ontology], T]) -> T:
        """``build(ontology)``, made when first asked for and kept for the life of the backend."""
        if name not in self.compiled:
            self.compiled[name] = build(self.ontology)
        made: T = self.compiled[name]
        return made

    def of(self, *types: str) -> list[Mention]:
        """The mentions of these types found so far."""
        return [mention for mention in self.mentions if mention.type in types]

    def at(self, start: int, *types: str) -> Mention | None:
        """The longest mention found so far that begins at ``start`` (of these types, if given)."""
        hits = [m for m in self.mentions if m.span.start == start and (not types or m.type in types)]
        return max(hits, key=lambda m: m.span.end, default=None)

    def ending(self, end: int, *types: str) -> Mention | None:
        """The longest mention found so far that ends at ``end`` (of these types, if given)."""
        hits = [m for m in self.mentions if m.span.end == end and (not types or m.type in types)]
        return min(hits, key=lambda m: m.span.start, default=None)

    def sentence(self, offset: int) -> Span:
        """The sentence that holds ``offset``; an empty span if none does."""
        index = bisect_left(self.sentences, offset + 1, key=lambda span: span.start) - 1
        if index >= 0 and offset < self.sentences[index].end:
            return self.sentences[index]
        return Span(offset, offset)


class Recogniser(Protocol):
    """What a module of ``kg/nlp/find/`` offers."""

    NAME: str

    def find(self, text: str, context: Context) -> list[Mention]:
        """The mentions of one article."""
        ...


def inside(outer: Span, spans: list[Mention]) -> Iterator[Mention]:
    """The mentions of ``spans`` that lie wholly inside ``outer``."""
    return (mention for mention in spans if outer.covers(mention.span))
