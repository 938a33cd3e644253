"""The gazetteer as an automaton, and the choice between places of one name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import ahocorasick_rs

from kg.gazetteer import Division
from kg.ontology import Ontology

HOME_COUNTRY = "country/CN"
_RANK = {"country": 0, "province": 1, "prefecture": 2, "county": 3, "township": 4}
_SUFFIXES = ("街道", "苏木", "省", "自治区", "市", "县", "区", "州", "旗", "盟", "地区", "镇", "乡")


@dataclass(frozen=True, slots=True)
class Form:
    """A surface form of one or more divisions. ``full``: ends in the word for its level; ``weak``: needs context."""

    words: str
    places: tuple[Division, ...]
    full: bool
    weak: bool
    level: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A form at a place of the text."""

    start: int
    end: int
    form: Form


class Places:
    """All forms of the gazetteer compiled for searching."""

    def __init__(self, ontology: Ontology) -> None:
        self.gazetteer = ontology.places
        self.forms = [form for words in sorted(self.gazetteer.forms()) if (form := self._form(words))]
        self._automaton = ahocorasick_rs.AhoCorasick([form.words for form in self.forms], implementation=ahocorasick_rs.Implementation.ContiguousNFA)
        self._chains: dict[str, tuple[str, ...]] = {}

    def _form(self, words: str) -> Form | None:
        places = tuple(p for p in self.gazetteer.candidates(words) if p.code != HOME_COUNTRY)
        short_township = [p for p in places if p.level == "township" and words in (p.short, *p.weak)]
        places = tuple(p for p in places if p not in short_township)
        if len(words) < 2 or not places:
            return None
        level = min(_RANK[p.level] for p in places)
        weak = all(words in p.weak for p in places)
        full = words.endswith(_SUFFIXES) and any(words == p.name or words in p.aliases or words in p.former for p in places)
        return Form(words, places, full, weak, level)

    def hits(self, text: str) -> list[Hit]:
        """Every form in ``text``, also overlapping ones, by start and then longest first."""
        found = self._automaton.find_matches_as_indexes(text, overlapping=True)
        hits = [Hit(start, end, self.forms[index]) for index, start, end in found]
        hits.sort(key=lambda hit: (hit.start, -hit.end))
        return hits

    def chain(self, code: str) -> tuple[str, ...]:
        """Codes of a division and of what it lies in, nearest first, without the home country."""
        known = self._chains.get(code)
        if known is None:
            above = (a.code for a in self.gazetteer.ancestors(code) if a.code != HOME_COUNTRY)
            known = self._chains[code] = (code, *above)
        return known


class Support:
    """What the sure names of an article say about where it plays: weights of divisions and of all they lie in."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self.named: Counter[str] = Counter()
        self.around: Counter[str] = Counter()

    def add(self, place: Division, weight: int = 1) -> None:
        """Count a sure mention of ``place``."""
        self.named[place.code] += weight
        for code in self.places.chain(place.code):
            self.around[code] += weight

    def score(self, place: Division) -> int:
        """How well ``place`` fits: it is named itself, or lies in or beside what is named; 0 if nothing speaks for it."""
        chain = self.places.chain(place.code)
        score = 20 * min(self.named[place.code], 3)
        for step, code in enumerate(chain[1:], 1):
            score += min(self.around[code], 9) * (6 if step == 1 else 2) if step < len(chain) - 1 or step == 1 else min(self.around[code], 3)
        return score + 3 * min(self.around[place.code] - self.named[place.code], 9)

    def best(self, candidates: Iterable[Division]) -> tuple[int, Division]:
        """The candidate that fits best and its score; ties go to the higher level, then to the lower code."""
        ranked = [(-self.score(place), _RANK[place.level], place.code, place) for place in candidates]
        score, _, _, place = min(ranked, key=lambda row: row[:3])
        return -score, place
