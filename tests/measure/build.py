"""Documents from marked-up text: <D:延寿县> is a mention of a Division, <D=全县> an anaphor of the home division."""

from __future__ import annotations

import re
from pathlib import Path

from kg.measure.clauses import paragraphs, sentences
from kg.model import Article, Document, Entity, Mention, Span

TYPES = {
    "D": "Division",
    "Z": "Zone",
    "F": "Facility",
    "P": "Person",
    "B": "PublicBody",
    "C": "Company",
    "O": "Organization",
    "J": "Project",
    "K": "Campaign",
    "E": "Event",
    "L": "Policy",
}
_MARK = re.compile(r"<([A-Z])([:=])([^<>|]+)(?:\|([^<>]+))?>")
ROOT = Path(__file__).resolve().parents[2]


class Tables:
    """The word tables as they stand in the repository."""

    def table(self, name: str) -> tuple[dict[str, str], ...]:
        lines = (ROOT / "ontology" / "gazetteer" / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
        lines = [line for line in lines if line and not line.startswith("#")]
        names = lines[0].split("\t")
        return tuple(dict(zip(names, line.split("\t"), strict=True)) for line in lines[1:])


def document(marked: str, home: str = "延寿县", published: str = "2022-09-20", title: str = "") -> Document:
    """A linked document; <C:短名|全名> mentions the entity 全名 by 短名, <D=全县> means ``home``."""
    marked = f"{title}\n{marked}" if title else marked
    text, mentions, entities, position = "", [], {}, 0
    entities[f"division/{home}"] = Entity(f"division/{home}", "Division", home)
    for match in _MARK.finditer(marked):
        text += marked[position : match.start()]
        kind, sign, surface, full = TYPES[match[1]], match[2], match[3], match[4]
        name = home if sign == "=" and not full else full or surface
        key = f"{kind.lower()}/{name}"
        entities.setdefault(key, Entity(key, kind, name))
        span = Span(len(text), len(text) + len(surface))
        mentions.append(Mention(span, kind, surface, "anaphor" if sign == "=" else "name", "test", key))
        text += surface
        position = match.end()
    text += marked[position:]
    article = Article("test", "test", title, text, "test", body=len(title) + 1 if title else 0, published=published)
    spans = tuple(s for p in paragraphs(text) for s in sentences(text, p.start, p.end))
    return Document(article, spans, tuple(mentions), entities, f"division/{home}")
