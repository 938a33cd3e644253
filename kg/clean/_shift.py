"""Runs of GBK text that a web converter shifted by one byte.

The converter loses the first byte of a full stop (A1 of A1A3 in GBK), so that every byte behind it pairs up wrongly:
"。“我們" becomes "?！拔覀". Such a run begins with a question mark before a full-width mark, and ends where a Latin letter
or another lost byte brings the pairs back in step. Pairs in GBK's private rows came out as "?" or not at all. The
run is rebuilt as a row of slots, each with the characters that its known bytes allow; a slot with several is settled
by a reading printed behind it, by the page's own words or by a short list of common ones, else "□".
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable
from functools import cache
from itertools import islice, product

from opencc import OpenCC

from kg.clean._chars import COMMON
from kg.clean._words import WORDS

START = re.compile(r"[?？](?=[!?！？\uff02-\uff5d][\u3400-\u9fff?])")
READING = re.compile(r"\(?([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ]{1,6})\)")
PLAIN = frozenset("，。、；：？！“”‘’（）《》—…·")
SIMPLIFY = OpenCC("t2s").convert
PRIVATE = frozenset((0xA2, *range(0xA6, 0xB0), 0xD7, *range(0xF8, 0xFF)))
"""First bytes of GBK's rows that are private or have gaps: their pairs come out as "?"."""
ANY = frozenset(range(0x40, 0xFF))
SECOND = frozenset(range(0xA1, 0xFF))
LOST = "□"
MAX_RUN = 60
MAX_RUNS = 1000
"""Places on a page that are tried: more are no page but an attack."""
MAX_CHOICES = 3000

Slot = frozenset[str]


def repair(text: str) -> str:
    """``text`` with its shifted runs put right."""
    out, done = [], 0
    for match in islice(START.finditer(text), MAX_RUNS):
        if match.start() < done:
            continue
        found = _walk(text, match.start() + 1, frozenset((0xA1,)), [])
        if found and _is_proven(found[0], text[match.start() + 1 : found[1]]):
            out += [text[done : match.start()], _settle(found[0], text)]
            done = found[1]
    return "".join(out) + text[done:]


def _walk(text: str, place: int, lead: frozenset[int], slots: list[Slot]) -> tuple[list[Slot], int] | None:
    """(slots, end of the run) from ``place`` on, where ``lead`` are the possible first bytes that wait for their second."""
    if place >= len(text) or len(slots) > MAX_RUN:
        return None
    char = text[place]
    if not slots:
        char = {"!": "！", "?": "？"}.get(char, char)
    if char == "?":
        return _lost(text, place, lead, slots)
    code = char.encode("gbk", "ignore")
    if not code or (len(code) == 1 and not 0x40 <= code[0] <= 0x7E):
        return None
    slot = _characters(lead, code[:1])
    if len(code) == 2:
        return _walk(text, place + 1, frozenset(code[1:]), [*slots, slot]) if slot else None
    reading = READING.match(text, place + 1)
    if reading and not _read_as(slot, reading[1]):
        first, second = _characters(lead, PRIVATE), _read_as(_characters(SECOND, code), reading[1])
        return ([*slots, first, second], reading.end()) if first and second else None
    return ([*slots, slot], place + 1) if slot else None


def _lost(text: str, place: int, lead: frozenset[int], slots: list[Slot]) -> tuple[list[Slot], int] | None:
    """A "?" inside the run: a private pair, where shifted text goes on behind it, else the lost byte that ends the run."""
    after = text[place + 1 : place + 2]
    slot = _characters(lead, PRIVATE)
    if slot and _goes_on(after):
        found = _walk(text, place + 1, SECOND, [*slots, slot])
        if found:
            return found
    last = _characters(lead, ANY)
    reading = READING.match(text, place + 1)
    if reading:
        last = _read_as(last, reading[1]) or last
    return ([*slots, last], reading.end() if reading else place + 1) if last else None


def _goes_on(after: str) -> bool:
    """True if what stands behind a "?" is still shifted: a lost byte would have taken a letter as its second."""
    return after == "?" or "@" <= after <= "~" or ("\u3400" <= after <= "\u9fff" and SIMPLIFY(after) not in COMMON)


@cache
def _table() -> dict[bytes, str]:
    """GBK code -> character, for everyday characters (those whose simplified form is one) and common marks."""
    table = {}
    for lead, trail in product(range(0x81, 0xFF), ANY):
        code = bytes((lead, trail))
        try:
            char = code.decode("gbk")
        except UnicodeDecodeError:
            continue
        if char in PLAIN or SIMPLIFY(char) in COMMON:
            table[code] = char
    return table


def _characters(leads: Iterable[int], trails: Iterable[int]) -> Slot:
    table = _table()
    codes = (bytes(pair) for pair in product(leads, trails))
    return frozenset(table[code] for code in codes if code in table)


def _read_as(slot: Slot, reading: str) -> Slot:
    readings = importlib.import_module("pypinyin.pinyin_dict").pinyin_dict  # half a second to load, and seldom needed
    return frozenset(char for char in slot if reading in readings.get(ord(char), "").split(","))


def _is_proven(slots: list[Slot], run: str) -> bool:
    """True if enough came out to exclude chance: a full stop, then a certain everyday character, or at least the
    quotation mark behind it where the run has a character that no text would have."""
    odd = any("\u3400" <= char <= "\u9fff" and SIMPLIFY(char) not in COMMON for char in run)
    certain = [min(slot) for slot in slots if len(slot) == 1]
    words = any(char not in PLAIN for char in certain)
    quoted = len(slots) > 2 and slots[1] <= {"“", "”"}
    return certain[:1] == ["。"] and "。" in slots[0] and (words or (quoted and odd)) and (odd or run[0] not in "?？")


def _settle(slots: list[Slot], page: str) -> str:
    """The words of ``slots``; "□" for what cannot be told."""
    simple = SIMPLIFY(page)
    done = [min(slot) if len(slot) == 1 else "" for slot in slots]
    for width in (3, 2):
        for start in range(len(slots) - width + 1):
            if all(done[start : start + width]) or width - sum(map(bool, done[start : start + width])) > 2:
                continue
            choices = [(word,) if word else sorted(slot) for word, slot in zip(done[start:], slots[start : start + width], strict=False)]
            if len(choices[0]) * len(choices[1]) * (len(choices[2]) if width == 3 else 1) > MAX_CHOICES:
                continue
            words = {"".join(chars) for chars in product(*choices) if (word := SIMPLIFY("".join(chars))) in WORDS or (_is_han(word) and word in simple)}
            if len({SIMPLIFY(word) for word in words}) == 1:
                done[start : start + width] = list(min(words))
    return "".join(char or LOST for char in done)


def _is_han(word: str) -> bool:
    return all(char not in PLAIN for char in word)
