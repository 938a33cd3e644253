"""Families of reprints: articles that share most of their clauses, found in one pass over an index of clauses."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable

from kg.model import Article

CLAUSE = re.compile(r"[^，。；！？：、\n]{6,}")
NOISE = re.compile(r"[\W_]+")
SHARED = 0.5
"""Least share of the shorter article that a reprint has in common with the other."""
LEAST = 60
"""Fewest code points that two articles must have in common."""
FREQUENT = 30
"""A clause in more articles than this is a stock phrase and proves nothing."""


def families(articles: Iterable[Article]) -> dict[str, str]:
    """Article id -> id of the first article (in the order given) of its family; its own where it is no reprint."""
    index: dict[int, list[int]] = {}
    ids: list[str] = []
    sizes: list[int] = []
    parent: list[int] = []
    place: dict[str, int] = {}
    for article in articles:
        if article.id in place:
            continue
        number = place[article.id] = len(ids)
        ids.append(article.id)
        clauses = _clauses(article)
        sizes.append(sum(clauses.values()))
        parent.append(number)
        for other in _reprinted(clauses, index, sizes, number):
            _join(parent, other, number)
        for clause in clauses:
            places = index.setdefault(clause, [])
            if len(places) <= FREQUENT:
                places.append(number)
    return {article_id: ids[_root(parent, number)] for article_id, number in place.items()}


def _clauses(article: Article) -> dict[int, int]:
    """Checksum of each clause of the body -> its length in code points."""
    bare = (NOISE.sub("", clause) for clause in CLAUSE.findall(article.text[article.body :]))
    return {zlib.crc32(clause.encode()): len(clause) for clause in bare if len(clause) >= 6}


def _reprinted(clauses: dict[int, int], index: dict[int, list[int]], sizes: list[int], number: int) -> list[int]:
    common: dict[int, int] = {}
    for clause, length in clauses.items():
        places = index.get(clause, ())
        if len(places) <= FREQUENT:
            for other in places:
                common[other] = common.get(other, 0) + length
    return [other for other, size in common.items() if size >= LEAST and size >= SHARED * min(sizes[other], sizes[number])]


def _root(parent: list[int], number: int) -> int:
    while parent[number] != number:
        parent[number] = parent[parent[number]]
        number = parent[number]
    return number


def _join(parent: list[int], one: int, other: int) -> None:
    first, second = sorted((_root(parent, one), _root(parent, other)))
    parent[second] = first
