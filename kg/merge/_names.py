"""What the names of things say apart from their core: year, edition, phase, capacity; quotation marks and brackets made plain."""

from __future__ import annotations

import difflib
import re
import unicodedata
from typing import NamedTuple

_CODED = re.compile("(?<![A-Za-z0-9])([GgSs])(\\d{1,4})(?!\\d)")
_ROAD = re.compile("([国省县]道)(\\d{1,4})线?|(?<!\\d)(\\d{1,4})([国省县]道)")
_COUNTED = re.compile("[0-9一二三四五六七八九十]")
_SHORT, _ALIKE, _NEARLY = 3, 0.6, 0.5
"""Share of common characters of names that may be one misprinted: 0.6, of those up to three characters 0.5."""
_FLAT = str.maketrans("", "", "“”‘’\"'《》〈〉「」『』 \u3000·")
_BRACKETS = str.maketrans("（）［］【】", "()()()")
_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_NUMBER = "[0-9零〇一二两三四五六七八九十百]+"
_ORDINAL = re.compile(f"(?:第({_NUMBER})(?:届|次|季|批|轮|号|回|场|站|战役?|阶段)|(首)(?:届|次|季|批)|({_NUMBER})(?:届|次(?!性)))")
_PHASE = re.compile(f"[(]?(?:第?({_NUMBER}|[IVⅠⅡⅢ]+))期(?:工程)?[)]?")
_YEARS = re.compile("((?:20|19)\\d\\d)年?(?:度|[-—~至]+((?:20|19)\\d\\d)年)?(?:度|版)?")
_SPAN = re.compile(f"({_NUMBER})年(?:行动|计划|规划|攻坚)")
_AMOUNT = re.compile(
    "(?:年产|年处理|年加工|日产|日处理|总投资)?[约近超]?(\\d+(?:\\.\\d+)?)(万|亿)?(千伏|千瓦|兆瓦|平方米|立方米|公里|吨|头|只|羽|套|台|件|亩|公顷|元|张|支|盒|瓶|米|MW|kV|KV)(?:级|的)?"
)


def flat(name: str) -> str:
    """``name`` without quotation marks and spaces, in plain brackets and digits."""
    return unicodedata.normalize("NFKC", name).translate(_BRACKETS).translate(_FLAT)


def roads(name: str) -> str:
    """Numbered roads in one spelling.

    >>> roads("国道331线东宁段"), roads("331国道东宁段"), roads("G331东宁段"), roads("S206改造")
    ('国道331东宁段', '国道331东宁段', '国道331东宁段', '省道206改造')
    """
    name = _CODED.sub(lambda found: ("国道" if found[1] in "Gg" else "省道") + found[2], name)
    return _ROAD.sub(lambda found: (found[1] or found[4]) + (found[2] or found[3]), name)


def number(words: str) -> str:
    """A number in Chinese or Arabic digits as Arabic digits; other words as they are.

    >>> number("十二"), number("3"), number("一百零五")
    ('12', '3', '105')
    """
    if words.isdigit() and words.isascii():
        return str(int(words))
    total, last = 0, 0
    for char in words:
        if char in _DIGITS:
            last = _DIGITS[char]
        elif char == "十":
            total, last = total + (last or 1) * 10, 0
        elif char == "百":
            total, last = total + (last or 1) * 100, 0
        else:
            return words
    return str(total + last)


class Marks(NamedTuple):
    """What distinguishes things of one core; empty where the name does not say."""

    core: str
    years: tuple[str, ...] = ()
    ordinal: str = ""
    phase: str = ""
    amounts: tuple[str, ...] = ()


def marks(name: str) -> Marks:
    """Take year, ordinal, phase and amounts out of a name (without its place); the rest is the core."""
    rest = flat(name)
    years = tuple(sorted({year for found in _YEARS.finditer(rest) if "年" in found[0] for year in found.groups() if year}))
    rest = _YEARS.sub(lambda found: "" if "年" in found[0] else found[0], rest)
    ordinal = "-".join(number(found[1] or found[3] or "一") for found in _ORDINAL.finditer(rest))
    rest = _ORDINAL.sub("", rest)
    phase = ""
    if found := _PHASE.search(rest):
        phase, rest = number(found[1]), rest[: found.start()] + rest[found.end() :]
    amounts = tuple(sorted("".join(part or "" for part in found.groups()) for found in _AMOUNT.finditer(rest)))
    return Marks(_AMOUNT.sub("", rest), years, ordinal, phase, amounts)


def span(name: str) -> int:
    """How many years a campaign of this name lasts: 三年行动 is 3; 1 where the name does not say."""
    found = _SPAN.search(name)
    length = number(found[1]) if found else "1"
    return int(length) if length.isdigit() and 0 < int(length) < 20 else 1


def slip(one: str, other: str) -> bool:
    """True if two names differ in so few characters that one may be a misprint: 绥东试验区, 东北试验区; never in digits.

    >>> slip("绥东试验区", "东北试验区"), slip("一车间", "二车间")
    (True, False)
    """
    a, b = flat(one), flat(other)
    if abs(len(a) - len(b)) > 1 or _COUNTED.findall(a) != _COUNTED.findall(b):
        return False
    same = difflib.SequenceMatcher(None, a, b, autojunk=False).ratio()
    return same >= (_ALIKE if max(len(a), len(b)) > _SHORT else _NEARLY)


def differ(one: tuple[str, ...] | str, other: tuple[str, ...] | str) -> bool:
    """True if both say something and not the same."""
    return bool(one and other and one != other)
