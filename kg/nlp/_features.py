"""What the trained recogniser sees of a character: its neighbours, the words of our own tables, jieba's words.

Nothing here depends on the other rules but the places they found, so the rules may change without a new training.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick

from kg.model import Mention, Span
from kg.nlp._lexicon import automaton
from kg.nlp._words import Words
from kg.ontology import Ontology

_TABLES = (
    ("industries", "word", "i"), ("project_heads", "head", "j"), ("event_heads", "head", "e"), ("campaign_heads", "head", "e"),
    ("facility_heads", "head", "f"), ("organization_heads", "head", "r"), ("company_heads", "head", "c"),
    ("agencies", "name", "g"), ("titles", "title", "t"),
)  # fmt: skip
"""Table, column, class letter; a word of several tables has the class of the last."""

_SPEECH = ["介绍", "表示", "告诉", "指出", "强调", "说", "称", "坦言", "透露", "认为", "回忆", "感慨", "出席", "参加", "陪同", "主持", "率", "带领"]
_DEALS = ["签约", "入驻", "落户", "投资", "走访", "考察", "洽谈", "拜访", "引进", "对接", "座谈", "合作", "总部", "上市", "收购", "持股"]
_HEADS = frozenset("cgrjft")
_REACH = 12
_EDGE = ("<", "<", "<")


@dataclass(frozen=True, slots=True)
class Flags:
    """The word lists behind the features, compiled once a backend."""

    machine: AhoCorasick
    classes: tuple[str, ...]
    letters: dict[str, str]
    compound: frozenset[str]


@dataclass(frozen=True, slots=True)
class Seen:
    """One text, character by character: class in the word lists, kind of character, place in jieba's word, next head."""

    text: str
    lexical: list[str]
    kinds: list[str]
    words: list[str]
    heads: list[str]


def flags(ontology: Ontology) -> Flags:
    """Read the tables."""
    classes: dict[str, str] = dict.fromkeys(_SPEECH, "s") | dict.fromkeys(_DEALS, "v")
    for table, column, letter in _TABLES:
        for row in ontology.table(table):
            if len(row[column]) > 1 or letter in "gf":
                classes[row[column]] = letter
    letters: dict[str, str] = {}
    for row in ontology.table("name_characters"):
        letters |= {char: letters.get(char, "") + row["kind"][0] for char in row["characters"]}
    compound = set()
    for row in ontology.table("surnames"):
        if len(row["name"]) == 1:
            letters[row["name"]] = letters.get(row["name"], "") + row["kind"][0].upper()
        else:
            compound.add(row["name"])
    found = sorted(classes)
    return Flags(automaton(found), tuple(classes[word] for word in found), letters, frozenset(compound))


def see(text: str, places: Iterable[Mention], cut: Words, known: Flags) -> Seen:
    """The columns of ``text``; ``places`` are the divisions found in it."""
    lexical = ["-"] * len(text)
    for index, start, end in known.machine.find_matches_as_indexes(text):
        _mark(lexical, start, end, known.classes[index])
    for place in places:
        _mark(lexical, place.span.start, place.span.end, "d")
    letters = known.letters
    kinds = [letters.get(char) or _kind(char) for char in text]
    for at in range(len(text) - 1):
        if text[at : at + 2] in known.compound:
            kinds[at] += "2"
    words: list[str] = []
    for word, tag in cut.items:
        mark = tag[:2]
        size = len(word)
        words += [f"S{mark}"] if size == 1 else [f"B{mark}", *[f"M{mark}"] * (size - 2), f"E{mark}"]
    return Seen(text, lexical, kinds, words, _next_heads(text, lexical))


def _mark(lexical: list[str], start: int, end: int, letter: str) -> None:
    lexical[start:end] = [f"{letter}i"] * (end - start)
    lexical[start] = f"{letter}b"
    lexical[end - 1] = f"{letter}e" if end - start > 1 else f"{letter}s"


def _kind(char: str) -> str:
    if "一" <= char <= "龥":
        return "h"
    if char.isdigit():
        return "0"
    return "a" if char.isalpha() else char


def _next_heads(text: str, lexical: list[str]) -> list[str]:
    """For each character the class of the nearest head word that ends behind it in the same clause, and how far it is."""
    made, letter, at = ["-"] * len(text), "-", 0
    for here in range(len(text) - 1, -1, -1):
        char = text[here]
        if char in "，。；！？、：\n“”（）":
            letter = "-"
        elif lexical[here][0] in _HEADS and lexical[here][-1] in "es":
            letter, at = lexical[here][0], here
        if letter != "-" and at - here <= _REACH:
            made[here] = letter + ("near" if at - here < 4 else "far")
    return made


def features(seen: Seen, span: Span) -> list[list[str]]:
    """The features of every character in ``span``, a sentence: the input of the CRF."""
    a, z = span.start, span.end
    chars = [*_EDGE, *seen.text[a:z], *_EDGE]
    lexical = [*_EDGE, *seen.lexical[a:z], *_EDGE]
    kinds = [*_EDGE, *seen.kinds[a:z], *_EDGE]
    words = [*_EDGE, *seen.words[a:z], *_EDGE]
    heads = seen.heads[a:z]
    return [_at(chars[i : i + 7], lexical[i : i + 7], kinds[i : i + 7], words[i : i + 7], heads[i]) for i in range(z - a)]


def _at(c: list[str], k: list[str], n: list[str], w: list[str], head: str) -> list[str]:
    """The features of the fourth of seven characters."""
    return [
        "1" + c[1], "2" + c[2], "3" + c[3], "4" + c[4], "5" + c[5],
        "a" + c[1] + c[2], "b" + c[2] + c[3], "c" + c[3] + c[4], "d" + c[4] + c[5], "e" + c[0] + c[1] + c[2],
        "f" + c[2] + c[3] + c[4], "g" + c[4] + c[5] + c[6],
        "h" + k[2] + k[3], "i" + k[3] + k[4], "j" + k[5], "k" + k[6], "l" + k[1], "m" + k[2] + k[4],
        "n" + n[2] + n[3], "o" + n[3] + n[4] + n[5], "p" + n[1] + n[2] + n[3], "q" + n[4] + n[5] + n[6],
        "r" + w[2] + w[3], "s" + w[3] + w[4], "t" + w[4] + w[5], "u" + w[1] + w[2],
        "v" + head, "w" + head + k[3], "x" + head + k[2] + n[2],
    ]  # fmt: skip
