"""Evidence nodes (W3C OA) -> quotes in their sentence."""

from __future__ import annotations

import re

from kg.network.columns import Columns
from kg.network.records import Quote, Source
from kg.store import Graph

REACH = 160
"""Code points of a sentence shown at most on either side of the quote."""

_BEGIN = re.compile(r"(?s).*[。！？\n]")
_END = re.compile(r"[^。！？\n]*[。！？]?[”’」』]?")


class Evidence:
    """Statement IRI -> its quotes, sorted. With the article's text at hand the whole sentence is given, else what
    the graph keeps of it (``oa:prefix``, ``oa:suffix``)."""

    def __init__(self, columns: Columns, graph: Graph) -> None:
        self._columns, self._graph = columns, graph
        self._quotes: dict[str, Quote] = {}
        self._sources: dict[str, Source] = {}

    def __getitem__(self, statement: str) -> tuple[Quote, ...]:
        return tuple(sorted({self._quote(node) for node in self._columns.values("prov:wasDerivedFrom", statement)}))

    def source(self, article: str) -> Source:
        """The article behind an IRI."""
        found = self._sources.get(article)
        if found is None:
            columns = self._columns
            names = ("schema:headline", "schema:datePublished", "dc:publisher", "schema:url")
            found = self._sources[article] = Source(article, *(columns.value(name, article) for name in names))
        return found

    def _quote(self, node: str) -> Quote:
        found = self._quotes.get(node)
        if found is None:
            article = self._columns.value("oa:hasSource", node)
            exact, prefix, suffix = self._words(node, article)
            rule = self._columns.value("rkg:rule", node)
            found = self._quotes[node] = Quote(self.source(article), prefix, exact, suffix, rule)
        return found

    def _words(self, node: str, article: str) -> tuple[str, str, str]:
        """(exact, before it, after it)."""
        columns = self._columns
        selectors = columns.values("oa:hasSelector", node)
        text = self._graph.texts.get(article.rpartition("/")[2], "")

        def first(name: str) -> str:
            return next((value for selector in selectors if (value := columns.value(name, selector))), "")

        exact, start, end = first("oa:exact"), first("oa:start"), first("oa:end")
        if text and start.isdecimal() and end.isdecimal() and text[int(start) : int(end)] == exact:
            return exact, *around(text[: int(start)], text[int(end) :])
        return exact, *around(first("oa:prefix"), first("oa:suffix"))


def around(before: str, after: str) -> tuple[str, str]:
    """What of the text before and after a quote belongs to its sentence; "…" where it is cut off.

    >>> around("昨日雨。记者获悉，", "投产。今日晴。")
    ('记者获悉，', '投产。')
    """
    near = before[-REACH:]
    begin = _BEGIN.match(near)
    prefix = near[begin.end() :] if begin else ("…" if len(before) > REACH else "") + near
    end = _END.match(after[:REACH])
    suffix = end.group() if end else ""
    return prefix, suffix + ("…" if len(suffix) == REACH < len(after) else "")
