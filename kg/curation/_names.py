"""Names of a curation file to the things of a corpus that they mean."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from urllib.parse import unquote

from kg.model import Extraction
from kg.ontology import Ontology

ANY = "*"
_MARKS = str.maketrans("", "", "“”‘’《》\u200b")
_SHOWN = 4


class UnclearError(ValueError):
    """A name that means nothing, or several things."""


def plain(name: str) -> str:
    """A label without quotation marks and differences of width, for comparison."""
    return unicodedata.normalize("NFKC", name).translate(_MARKS).strip()


class Names:
    """The keys, types and labels of what a set of written names may mean; the rest of the corpus is not kept."""

    def __init__(self, written: Iterable[str], ontology: Ontology, base: str) -> None:
        self._base, self._types = base, ontology.types
        self._wanted = {name: self._cut(name) for name in written}
        self._labels = {label for _, label in self._wanted.values()}
        self._keys = {key for name in self._wanted for key in self._as_keys(name)}
        self.type: dict[str, str] = {}
        self._named: defaultdict[str, set[str]] = defaultdict(set)
        self._called: defaultdict[str, set[str]] = defaultdict(set)

    def learn(self, extractions: Iterable[Extraction]) -> None:
        """Look through a corpus, one file at a time."""
        for extraction in extractions:
            for entity in extraction.entities:
                name, aliases = plain(entity.name), {plain(alias) for alias in entity.aliases}
                known = {name, *aliases} & self._labels
                if known or entity.key in self._keys:
                    self.type[entity.key] = entity.type
                if name in known:
                    self._named[name].add(entity.key)
                for alias in aliases & known:
                    self._called[alias].add(entity.key)

    def key(self, written: str) -> str:
        """The key that a name means: as a key, as a label, as another form.

        Raises:
            UnclearError: nothing or several things are called so; the message tells the mend.
        """
        for key in self._as_keys(written):
            if key in self.type:
                return key
        type_, label = self._wanted[written]
        for table in (self._named, self._called):
            found = sorted(key for key in table.get(label, ()) if type_ in ("", self.type[key]))
            if len(found) == 1:
                return found[0]
            if found:
                shown = ", ".join(found[:_SHOWN]) + (" …" if len(found) > _SHOWN else "")
                raise UnclearError(f"{len(found)} things are called {written}: {shown}; write one of these keys")
        raise UnclearError(f"nothing is called {written}; look it up with kg show, or remove the line")

    def _cut(self, written: str) -> tuple[str, str]:
        """Type ("" if none) and label."""
        head, colon, tail = written.replace("：", ":", 1).partition(":")
        return (head, plain(tail)) if colon and head in self._types and tail else ("", plain(written))

    def _as_keys(self, written: str) -> tuple[str, ...]:
        """A name read as a key, as written and with its percent signs undone."""
        key = written.removeprefix("<").removesuffix(">").removeprefix(self._base)
        return (key, unquote(key))


def retyped(key: str, type_: str) -> str:
    """The key of a thing under another type: organization/甲 as a company is company/甲."""
    return f"{type_.lower()}/{key.partition('/')[2] or key}"


def roots(pairs: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """(stays, goes) pairs -> key that goes -> key that stays in the end, also over several lines and in a circle."""
    keeps: dict[str, str] = {}

    def root(key: str) -> str:
        while key in keeps:
            key = keeps[key]
        return key

    for stays, goes in sorted(set(pairs)):
        one, other = root(stays), root(goes)
        if one != other:
            keeps[other] = one
    return {key: root(key) for key in keeps}
