"""What a person's name looks like: family name and given name, or a name written by sound (索南扎西, 阿不都·热合曼)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.nlp._words import Words
from kg.ontology import Ontology

_MASKS = frozenset("·*＊×■□○")
_NEVER_LAST = frozenset(
    "的了在是说着为与及从向对率到就将把被让由出也还又都更最无各或其这那它他她们吗呢吧啊等面据称使给跟并但而且因此所以如果则即虽已曾不没未很非几第每某去时讲谈做作表介告指透要"
)
_NEVER_FIRST = frozenset("的了在是说着到被也又都这那他她吗呢吧其第等介表指称给跟并但而且因此所如则即虽已曾不没很几每某七八九百亿个")
_LONGEST_SOUND = 8
_SAYS = re.compile("说[，：。]|介绍[，：。]|表示[，：。]|告诉记者|介绍说")


@dataclass(frozen=True, slots=True)
class NameTables:
    """The word lists about names; ``follows`` are words that may stand right behind one."""

    common: frozenset[str]
    unsure: frozenset[str]
    compound: frozenset[str]
    given: frozenset[str]
    sound: frozenset[str]
    stops: frozenset[str]
    follows: frozenset[str]
    whole: frozenset[str] = frozenset()
    """Names of one part that Tibetans and Mongols bear (边巴, 旺堆)."""

    @property
    def families(self) -> str:
        """All family names of one character."""
        return "".join(sorted(self.common | self.unsure))


def tables(ontology: Ontology) -> NameTables:
    """Read the tables surnames, name_characters, not_names and after_names."""
    kinds: dict[str, set[str]] = {"common": set(), "unsure": set(), "compound": set(), "rare": set(), "whole": set()}
    for row in ontology.table("surnames"):
        kinds[row["kind"]].add(row["name"])
    characters = {row["kind"]: frozenset(row["characters"]) for row in ontology.table("name_characters")}
    return NameTables(
        frozenset(kinds["common"]), frozenset(kinds["unsure"] | kinds["rare"]), frozenset(kinds["compound"]),
        characters["given"], characters["sound"],
        frozenset(row["word"] for row in ontology.table("not_names")),
        frozenset(row["word"] for row in ontology.table("after_names")),
        frozenset(kinds["whole"]),
    )  # fmt: skip


def border(text: str, end: int, known: NameTables) -> int:
    """How well a name can end at ``end``: 3 before a mark, 2 before a word like 出席, 1 before one like 说, 0 otherwise."""
    if end >= len(text) or not "一" <= text[end] <= "龥":
        return 0 if end < len(text) and text[end] in _MASKS else 3
    follows = known.follows
    if text[end : end + 2] in follows or text[end : end + 3] in follows or text[end : end + 4] in follows:
        return 2
    return 1 if text[end] in follows else 0


def person(text: str, at: int, known: NameTables, cut: Words, strict: bool) -> int:
    """End of the person's name that begins at ``at``; ``at`` itself if none does.

    ``strict``: no post stands before it, so the family name must be sure and what follows a good border.
    """
    sound, weight = _by_sound(text, at, known, cut)
    if sound == at and not strict:
        sound, weight = _mostly_sound(text, at, known, cut)
    han, quality = _by_family(text, at, known, cut, strict)
    if sound == han == at and not strict:
        return next((at + size for size in (3, 2) if text[at : at + size] in known.whole and _ends(text, at + size, known, cut)), at)
    if sound > at and (han == at or (weight > quality and sound != han)):
        return at if strict and "·" not in text[at:sound] else sound
    return han


def _ends(text: str, end: int, known: NameTables, cut: Words) -> bool:
    """True if a name may end there: before a known word, or where the dictionary begins a word of two characters or more."""
    return border(text, end, known) > 0 or _word_border(cut, end) > 0


def _by_family(text: str, at: int, known: NameTables, cut: Words, strict: bool) -> tuple[int, int]:
    """End of a name with a Chinese family name, and the quality of its right border."""
    if text[at : at + 2] in known.compound:
        sizes, first = [4, 3], 2
    elif text[at : at + 1] in known.common or text[at : at + 1] in known.unsure:
        sizes, first = ([3] if strict and text[at] in known.unsure else [3, 2]), 1
    else:
        return (at, 0) if strict else _unlisted(text, at, known, cut)
    if (
        (text[at : at + 2] in known.stops and not _SAYS.match(text, at + 3))
        or not _plain_word(text, at, cut)
        or (border(text, at, known) >= 2 and text[at] not in known.common)
    ):
        return at, 0
    best, score = at, -1.0
    for size in sizes:
        name = text[at : at + size]
        if len(name) < size or not _can_be_given(name[first:]):
            continue
        quality = border(text, at + size, known) or _word_border(cut, at + size)
        likely = sum(char in known.given for char in name[first:]) / (size - first)
        value = quality + likely + (0.3 if size == sizes[0] else 0)
        if size < sizes[0] and quality == 1 and likely and text[at + size] in known.given and _word_border(cut, at + size + 1) > 0:
            value -= 0.5
        if text[at] in known.common or first == 2:
            sure = quality >= 1 or (not strict and quality >= 0 and (likely == 1 or quality > 0))
        else:
            split = not strict and size == 3 and quality > 0 and likely == 1 and len(cut.within(at, at + 1)[0][0]) == 1 and len(cut.within(at, at + 3)) > 1
            sure = split or (quality >= 1 and (likely == 1 or (not strict and quality == 3 and len(cut.within(at, at + size)) == size)))
        if sure and value > score:
            best, score = at + size, value
    if text[at] == "和" and (border(text, best, known) < 2 or len(cut.within(at, best)) < best - at):
        return at, 0
    return best, border(text, best, known) if best > at else 0


def _unlisted(text: str, at: int, known: NameTables, cut: Words) -> tuple[int, int]:
    """Three characters behind a post that no dictionary joins, two of them of given names, before a strong border."""
    end = at + 3
    name = text[at:end]
    fits = len(name) == 3 and all(char in known.given for char in name[1:]) and "一" <= name[0] <= "龥" and name[0] not in _NEVER_FIRST
    parts = cut.within(at, end)
    joined = any(len(word) > 1 and tag[:2] not in ("nr", "nz", "ns") for word, tag in parts) or len(parts) < 2
    if not fits or joined or parts[0][1][0] in "pcuvdrm" or border(text, end, known) < 2:
        return at, 0
    return end, border(text, end, known)


def _word_border(cut: Words, end: int) -> float:
    """Without a known word behind the name: 0.5 before a word of two characters or more, -1 inside one."""
    index = cut.index(end)
    if cut.starts[index] == end:
        return 0.5 if len(cut.items[index][0]) > 1 else 0
    word, tag = cut.items[index]
    return 0 if tag[:2] == "nr" or len(word) > 3 else -1


def _can_be_given(name: str) -> bool:
    return all("一" <= char <= "龥" for char in name) and name[-1] not in _NEVER_LAST and not (len(name) > 1 and name[0] in _NEVER_FIRST)


def _plain_word(text: str, at: int, cut: Words) -> bool:
    """False where the dictionary knows the first two characters as an adverb, number, time or other word no name begins with."""
    index = cut.index(at)
    word, tag = cut.items[index]
    return cut.starts[index] != at or len(word) < 2 or tag[:2] == "nr" or tag[0] not in "dftpcru"


def _by_sound(text: str, at: int, known: NameTables, cut: Words) -> tuple[int, int]:
    """End of a name written by sound and the quality of its border."""
    if text[at : at + 1] in "和与及因于来到是" or text[at : at + 2] in known.stops:
        return at, 0
    end = at
    while end < len(text) and end - at < 24 and (text[end] in known.sound or (text[end] == "·" and end > at)):
        end += 1
    last = text.rfind("·", at, end) + 1
    if last:
        return _last_part(text, last, end, known, cut)
    if border(text, at, known) >= 2:
        return at, 0
    quality, stop = _best_end(text, at, min(end, at + _LONGEST_SOUND), known, shortest=3)
    return (stop, quality) if stop > at + 1 else (at, 0)


def _mostly_sound(text: str, at: int, known: NameTables, cut: Words) -> tuple[int, int]:
    """Three to six characters up to a mark, most of them of names by sound, that make no known word."""
    end = at
    while end < len(text) and end - at < 7 and "一" <= text[end] <= "龥" and (end - at < 3 or border(text, end, known) < 2):
        end += 1
    if not 3 <= end - at <= 6 or text[at] in "和与及" or text[at : at + 2] in known.stops or text[end - 1] in _NEVER_LAST:
        return at, 0
    parts = cut.within(at, end)
    words = (parts[0][1][0] in "vdrm" and len(parts[0][0]) > 1) or any(
        (len(word) > 1 and tag[:2] not in ("nr", "nz", "ns")) or tag[0] in "pcu" for word, tag in parts
    )
    sounds = sum(char in known.sound for char in text[at:end])
    if words or sounds * 3 < (end - at) * 2:
        return at, 0
    return end, border(text, end, known)


def _best_end(text: str, start: int, stop: int, known: NameTables, shortest: int) -> tuple[int, int]:
    """The best border up to ``stop`` and where it is: none behind a strong one, of equal ones the last; below ``shortest`` only strong ones."""
    best = (0, start)
    for end in range(start + 1, stop + 1):
        quality = border(text, end, known)
        if quality >= (2 if end - start < shortest else 1):
            best = max(best, (quality, end))
        if quality >= 2 and end > start + 1:
            break
    return best


def _last_part(text: str, last: int, end: int, known: NameTables, cut: Words) -> tuple[int, int]:
    """Where the part behind the last ``·`` ends: at the first good border, which may lie a few characters behind the run."""
    quality, best = _best_end(text, last, min(end, last + _LONGEST_SOUND), known, shortest=2)
    if quality:
        return best, 3
    for stop in range(end + 1, min(len(text), end + 4, last + _LONGEST_SOUND) + 1):
        word, tag = cut.items[cut.index(stop - 1)]
        if not "一" <= text[stop - 1] <= "龥" or len(word) > 1 or tag[0] in "pcur":
            break
        if border(text, stop, known):
            return stop, 3
    return (end, 1) if end - last > 1 else (last, 0)
