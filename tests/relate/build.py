"""Documents by hand, with the mentions marked in the words.

``[Person:张三]`` is a mention; ``[PublicBody:市委>宜宾市委]`` gives its entity another name than the words;
``[Company~:该公司>甲公司]`` is an anaphor and ``[PublicBody+:市长>宜宾市政府]`` an implied organ. Brackets nest.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from kg.model import Article, Document, Entity, Fact, Mention, Span
from kg.ontology import Ontology, load
from kg.relate import relate

_OPEN = re.compile(r"\[([A-Z][A-Za-z]+)([~+]?):")
_KIND = {"": "name", "~": "anaphor", "+": "implied"}
_SENTENCE = re.compile(r"[^。！？；\n]*[。！？；]?[”’）]*")
_GOVERNING = {"PublicBody", "Zone", "Campaign"}


@cache
def ontology() -> Ontology:
    """The repository's ontology, loaded once."""
    return load()


@dataclass
class _Reader:
    """Reads marked text; ``text`` grows, ``mentions`` are (start, end, type, kind, name, depth)."""

    text: str = ""
    mentions: list[tuple[int, int, str, str, str, int]] = field(default_factory=list)

    def read(self, marked: str, depth: int = 0) -> None:
        while marked:
            opened = _OPEN.search(marked)
            if opened is None:
                self.text += marked
                return
            self.text += marked[: opened.start()]
            end = _close(marked, opened.end())
            inner, _, name = marked[opened.end() : end].rpartition(">") if _named(marked[opened.end() : end]) else (marked[opened.end() : end], "", "")
            start = len(self.text)
            self.read(inner, depth + 1)
            words = self.text[start:]
            self.mentions.append((start, len(self.text), opened[1], opened[2], name or words.strip("“”《》"), depth))
            marked = marked[end + 1 :]


def _named(inner: str) -> bool:
    return ">" in inner and "]" not in inner.rpartition(">")[2]


def _close(marked: str, start: int) -> int:
    depth = 1
    for index in range(start, len(marked)):
        depth += {"[": 1, "]": -1}.get(marked[index], 0)
        if not depth:
            return index
    raise ValueError(f"not closed: {marked}")


def document(marked: str, home: str = "", title: str = "") -> Document:
    """A linked document of this marked text; ``home`` is the name of a real division."""
    places = ontology().places
    code = places.candidates(home)[0].code if home else ""
    reader = _Reader()
    if title:
        reader.read(title + "\n")
    body = len(reader.text)
    reader.read(marked)
    text = reader.text
    entities: dict[str, Entity] = {}
    if home:
        entities[f"division/{code}"] = Entity(f"division/{code}", "Division", home)
    mentions = []
    for start, end, type_, kind, name, depth in reader.mentions:
        key = _key(type_, name, code)
        words = text[start:end].strip("“”《》")
        known = entities.get(key)
        aliases = {*(known.aliases if known else ()), *([words] if words != name and not kind else [])}
        entities[key] = Entity(key, type_, name, tuple(sorted(aliases)), _area(type_, name, code))
        shown = "nested" if depth and not kind else _KIND[kind]
        mentions.append(Mention(Span(start, end), type_, name, shown, "test", key))
    sentences = tuple(_sentences(text))
    mentions.sort(key=lambda m: (m.span.start, -m.span.end, m.type))
    article = Article("a", "doc", title, text, "doc", body)
    return Document(article, sentences, tuple(mentions), entities, f"division/{code}" if code else "")


def _sentences(text: str) -> list[Span]:
    return [Span(m.start(), m.end()) for m in _SENTENCE.finditer(text) if m.group().strip()]


def _key(type_: str, name: str, home: str) -> str:
    if type_ != "Division":
        return f"{type_.lower()}/{name}"
    places = ontology().places
    inside = places.within(name, home) if home else None
    found = places.candidates(name)
    return f"division/{inside.code if inside else found[0].code if found else f'{home}/{name}'}"


def _area(type_: str, name: str, home: str) -> str:
    """The division whose name begins an organ's or a zone's name."""
    if type_ not in _GOVERNING:
        return ""
    for end in range(min(len(name) - 1, 12), 1, -1):
        if ontology().places.candidates(name[:end]):
            return _key("Division", name[:end], home)
    return ""


def facts(marked: str, home: str = "", title: str = "") -> list[Fact]:
    """The facts of this marked text."""
    return relate(document(marked, home, title), ontology())


def said(marked: str, relation: str, home: str = "", title: str = "", modality: str = "asserted") -> set[str]:
    """Facts of one relation as words: "张三 -> 甲市委 书记"."""
    doc = document(marked, home, title)
    names = {key: entity.name for key, entity in doc.entities.items()}
    return {
        f"{names[f.subject]} -> {names[f.object]}{' ' + f.title if f.title else ''}"
        for f in relate(doc, ontology())
        if f.relation == relation and f.modality == modality
    }
