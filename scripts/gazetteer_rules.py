"""How Chinese division names are shortened, and which short forms are ordinary words.

Rules and word lists for ``build_gazetteer.py``; own compilation. ``weak`` forms are those that a reader takes for a
place only in context (合作, 东方, 资源): a recogniser must ask for a parent, a suffix or a partner beside them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

_PEOPLES = (
    "蒙古族|回族|藏族|维吾尔族|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族|傣族|黎族|傈僳族|佤族|畲族|高山族|"
    "拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯族|阿昌族|普米族|塔吉克族|怒族|"
    "乌孜别克族|俄罗斯族|鄂温克族|德昂族|保安族|裕固族|京族|塔塔尔族|独龙族|鄂伦春族|赫哲族|门巴族|珞巴族|基诺族|各族"
)
_PEOPLE = re.compile(f"(?:{_PEOPLES})$")
_BARE_PEOPLE = re.compile("(?:蒙古|哈萨克|柯尔克孜|锡伯|塔吉克|维吾尔)$")

_SUFFIX = re.compile(
    r"(自治区|自治州|自治县|自治旗|特别行政区|行政委员会|地区|(?<=神农架)林区|(?<=..)(?:矿区|特区|新区)|民族苏木|民族乡|街道|苏木|[省市县区旗盟州镇乡])$"
)
_TYPE_WORD = {"自治州": "州", "自治县": "县", "自治旗": "旗", "民族苏木": "苏木", "民族乡": "乡"}


def split_name(name: str) -> tuple[str, str]:
    """Stem and suffix: 焉耆回族自治县 -> (焉耆, 自治县); the stem is empty where only a people's name is left."""
    match = _SUFFIX.search(name)
    if not match:
        return name, ""
    stem, suffix = name[: match.start()], match.group(1)
    shorter = strip_peoples(stem, bare=suffix.startswith("自治"))
    return shorter, suffix


def strip_peoples(stem: str, *, bare: bool) -> str:
    """Drop the names of peoples at the end; ``bare`` also drops them without 族 (巴音郭楞蒙古 -> 巴音郭楞)."""
    pattern = _PEOPLE
    while match := pattern.search(stem):
        stem = stem[: match.start()]
    if bare and (match := _BARE_PEOPLE.search(stem)) and match.start():
        stem = stem[: match.start()]
    return stem


def short_forms(name: str) -> tuple[str, ...]:
    """The usual short forms by rule, the bare stem first: 延边朝鲜族自治州 -> (延边, 延边州); none of one character."""
    stem, suffix = split_name(name)
    forms = [stem]
    has_people = bool(_PEOPLE.search(name[: len(name) - len(suffix)])) or suffix.startswith("自治")
    if has_people and suffix in {"自治州", "自治县", "自治旗", "民族乡", "民族苏木", "区", "乡", "镇", "苏木"}:
        forms.append(stem + _TYPE_WORD.get(suffix, suffix))
    if suffix == "矿区":
        forms.append(stem + "区")
    return tuple(dict.fromkeys(form for form in forms if len(form) > 1 and form != name))


def _words(path: Path) -> frozenset[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


CONTEXT_WORDS = _words(Path(__file__).with_name("context_words.txt"))

CONTEXT_TOWNS = _words(Path(__file__).with_name("context_towns.txt"))
_QUARTERS = frozenset(("城区", "郊区", "矿区", "新区", "东区", "西区", "南区", "北区", "中区"))


def weak_forms(level: str, name: str, forms: Sequence[str], spread: Mapping[str, int], higher: Mapping[str, str]) -> tuple[str, ...]:
    """Those of ``name`` and its other ``forms`` that need context.

    ``spread`` counts how many townships carry a stem: a county stem carried by eight or more is generic.
    ``higher`` gives the highest level that a form belongs to: 西安 alone is the city, not one of the districts 西安区.
    """
    weak = []
    for form in (name, *forms):
        stem, suffix = split_name(form)
        generic = len(form) == 2 and suffix in {"县", "区", "镇", "乡"} and form != split_name(name)[0]  # 成县, 张镇
        generic |= form in CONTEXT_TOWNS or form in _QUARTERS or (suffix == "街道" and len(stem) == 1)
        generic |= level == "township" and form == split_name(name)[0]
        generic |= level in {"county", "prefecture"} and form in CONTEXT_WORDS
        generic |= level == "county" and spread.get(form, 0) >= 8
        generic |= higher.get(form, level) != level
        if generic:
            weak.append(form)
    return tuple(dict.fromkeys(weak))
