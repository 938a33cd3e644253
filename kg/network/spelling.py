"""Pinyin for search: the syllables of a name, and its initials."""

from __future__ import annotations

import re

from pypinyin import lazy_pinyin

SURNAMES = {
    "万俟": ("mo", "qi"), "尉迟": ("yu", "chi"), "单": ("shan",), "仇": ("qiu",), "解": ("xie",), "查": ("zha",),
    "区": ("ou",), "曾": ("zeng",), "盖": ("ge",), "朴": ("piao",), "缪": ("miao",), "乐": ("yue",), "任": ("ren",),
    "员": ("yun",), "冼": ("xian",), "覃": ("qin",), "翟": ("zhai",), "臧": ("zang",), "逄": ("pang",), "宓": ("mi",),
    "种": ("chong",), "召": ("shao",), "繁": ("po",), "秘": ("bi",), "黑": ("he",), "折": ("she",), "洗": ("xian",),
}  # fmt: skip
"""Characters that are read otherwise as a surname (Xiandai Hanyu Cidian)."""

_PLAIN = re.compile(r"[a-z0-9]")


def spell(name: str, *, person: bool = False) -> tuple[str, ...]:
    """Syllables without tones, ü as v; a run of Latin letters and digits is one; other signs are left out.

    >>> spell("绥芬河B区")
    ('sui', 'fen', 'he', 'b', 'qu')
    >>> spell("单晓光", person=True)
    ('shan', 'xiao', 'guang')
    """
    for length in (2, 1):
        if person and name[:length] in SURNAMES:
            return (*SURNAMES[name[:length]], *spell(name[length:]))
    return tuple(syllable for syllable in lazy_pinyin(name, errors=_letters) if syllable)


def initials(syllables: tuple[str, ...]) -> str:
    """First letters.

    >>> initials(("sui", "fen", "he"))
    'sfh'
    """
    return "".join(syllable[0] for syllable in syllables)


def _letters(signs: str) -> str:
    return "".join(_PLAIN.findall(signs.lower()))
