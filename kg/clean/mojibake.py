"""Text that some tool decoded wrongly: repaired where the bytes prove what stood there, else left and flagged.

Two kinds are known. A whole line of UTF-8 that was read as GBK or Latin-1 is read back. And web converters that lose
the first byte of a full stop (A1 of A1A3 in GBK) shift every byte behind it: "。“我們" becomes "?！拔覀". Such a run
begins with a question mark before a full-width mark, and ends where a Latin letter or another lost byte brings the
pairs back in step.
"""

from __future__ import annotations

import re

from opencc import OpenCC
from pypinyin.pinyin_dict import pinyin_dict

from kg.clean._chars import COMMON, HAN, changed
from kg.clean._words import WORDS
from kg.model import Article, Rejected

START = re.compile(r"[?？](?=[!?！？\uff02-\uff5d][\u3400-\u9fff?])")
READING = re.compile(r"\(?([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ]{1,6})\)")
DOUBLED = re.compile(r"[,，](?=[，。、；：？！])")
LEFT = re.compile(rf"[{HAN}”]\?(?=[{HAN}])|\?[?!！][{HAN}]|锟斤拷|烫烫烫|\ufffd")
GBK_READ = re.compile(r"[锛銆鍥鍦鐨勬槸鈥涓浜鏈]")
LATIN_READ = re.compile(r"[\u00c2-\u00ef][\u0080-\u00bf\u0152-\u0178\u02c6-\u2122]")
ODD_LETTERS = str.maketrans("ɑɡ", "ag")
MAX_RUN = 60
PLAIN = frozenset("，。、；：？！“”‘’（）《》—…·")
SIMPLIFY = OpenCC("t2s").convert


def step(article: Article) -> list[Article | Rejected]:
    """Wrong decodings repaired; the flag "mojibake" where something is left."""
    text = article.text
    if LATIN_READ.search(text) or GBK_READ.search(text):
        text = "\n".join(map(_reread, text.split("\n")))
    if START.search(text):
        text = _shifted(text)
    if ",，" in text or ",、" in text or ",。" in text or "，，" in text:
        text = DOUBLED.sub("", text)
    return changed(article, text, *(("mojibake",) if LEFT.search(text) else ()))


def _reread(line: str) -> str:
    """``line`` as UTF-8, if it is the bytes of UTF-8 read as something else; a chance hit on several characters is next to impossible."""
    for encoding in ("gb18030", "cp1252", "latin-1"):
        try:
            again = line.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
        if again != line and sum(char in COMMON for char in again) >= 2:
            return again
    return line


def _shifted(text: str) -> str:
    out, done = [], 0
    for match in START.finditer(text):
        if match.start() >= done and (fixed := _run(text, match.start())):
            words, end = fixed
            out += [text[done : match.start()], words]
            done = end
    return "".join(out) + text[done:]


def _run(text: str, start: int) -> tuple[str, int] | None:
    """(the words that stood there, end of the damage) for the run that begins at ``start``; None if it is none."""
    lead, out, place = b"\xa1", "", start + 1
    while place < min(len(text), start + MAX_RUN):
        char = text[place]
        if place == start + 1:
            char = {"!": "！", "?": "？"}.get(char, char)
        code = char.encode("gbk", "ignore")
        place += 1
        if char == "?" or len(code) == 1 and not 0x40 <= code[0] <= 0x7E:
            return _end(text, lead, out, place - 1)
        made = _char(lead + code[:1]) if code else ""
        if not made:
            return None
        out += made
        if len(code) == 1:
            return (out, place) if _proven(out) else None
        lead = code[1:]
    return None


def _end(text: str, lead: bytes, out: str, place: int) -> tuple[str, int] | None:
    """A run whose last character lost its second byte: told by its reading, where one is printed, or by the word it ends."""
    if not _proven(out):
        return None
    lost = place + (text[place] == "?")
    reading = READING.match(text, lost)
    choices = [char for cell in range(0x40, 0xFF) if (char := _char(lead + bytes([cell])))]
    if reading:
        choices = [char for char in choices if reading[1] in pinyin_dict.get(ord(char), "").split(",")]
        return (out + choices[0], reading.end()) if len(choices) == 1 else (out + "?", reading.end())
    words = [char for char in choices if SIMPLIFY(out[-1:] + char) in WORDS]
    return (out + words[0], lost) if len(words) == 1 else (out + "?", lost)


def _char(code: bytes) -> str:
    """The character of GBK ``code`` if it is an everyday one (its simplified form counts) or a common mark; else nothing."""
    try:
        char = code.decode("gbk")
    except UnicodeDecodeError:
        return ""
    return char if char in PLAIN or char in COMMON or SIMPLIFY(char) in COMMON else ""


def _proven(out: str) -> bool:
    """True if enough came out to exclude chance: a full stop and at least one everyday character."""
    return out[:1] == "。" and any(char not in PLAIN for char in out)
