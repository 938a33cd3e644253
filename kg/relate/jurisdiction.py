"""The area that an organ is an organ of: 绥芬河市委 of 绥芬河市."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import Evidence, Fact
from kg.relate._facts import fact
from kg.relate._lines import Scene

_RULE = "relate.jurisdiction.name"


def find(scene: Scene) -> Iterator[Fact]:
    """Yield one fact for every public body of the document whose area linking found."""
    document = scene.document
    seen: set[str] = set()
    for mention in document.mentions:
        body = document.entities.get(mention.entity)
        if body is None or body.type != "PublicBody" or not body.area or body.key in seen:
            continue
        seen.add(body.key)
        quote = Evidence(document.article.id, mention.span, document.words(mention.span), _RULE)
        yield fact(body.key, "jurisdiction", body.area, quote, 0.9)
