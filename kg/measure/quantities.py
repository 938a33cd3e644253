"""Numbers with a unit: where they stand, how much, of what kind, and how they are bounded."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from kg.measure.numerals import arabic, chinese, fraction
from kg.model import Span
from kg.patterns import begins

COUNTS = frozenset({"thing", "count", "people"})
RATIOS = frozenset({"share", "points", "fold"})
_FACTORS = ("万亿", "千亿", "百亿", "十亿", "亿", "千万", "百万", "十万", "万", "千", "百")
_FACTOR = "|".join(_FACTORS).replace("|千|", r"|千(?![瓦伏克米卡焦])|")
# A number may not continue a code (A2, 2-3 号), a decimal or an ordinal.
_ARABIC = r"(?<![A-Za-z0-9._/第×*#])(?<![^\s、，]\+)(?<![A-Za-z0-9)）]-)(?<!(?![和为及与达至到由速幅率])[一-鿿]-)(?<!\d[—~～:：])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?![A-Za-z]?\d)"
_CHINESE = r"(?<![第每初周一二三四五六七八九十百千万几数])[二两三四五六七八九十百千一][一二三四五六七八九十百千零]*(?:点[一二三四五六七八九]+)?"
_NUMBER = re.compile(
    rf"百分之(?P<per>\d+(?:\.\d+)?|[一二三四五六七八九十百零点]+)"
    rf"|(?P<below>[二三四五六七八九十百])分之(?P<above>[一二三四五六七八九十])"
    rf"|(?P<digits>{_ARABIC}) ?(?P<tail>(?:{_FACTOR})?(?:[余多来几](?:{_FACTOR})?)?)"
    rf"|(?P<hanzi>{_CHINESE})(?P<htail>(?:{_FACTOR})?(?:[余多来几](?:{_FACTOR})?)?)"
    rf"|(?<=[近约超逾上过破])(?P<round>[百千万亿])(?P<rtail>余?)|(?P<odd>[百千万亿])(?P<otail>余)"
)
_NUMBER_FIRST = begins(_NUMBER)
_DATE = re.compile(r"(?:\d{4}|[一二][零〇○一二三四五六七八九]{3})年(?:\d{1,2}月(?:\d{1,2}[日号])?)?|\d{1,2}月\d{1,2}[日号]?|\d{1,2}[:：]\d\d")
_BEFORE = re.compile(
    r"(?:不少于|不低于|不超过|不高于|不大于|不小于|不得低于|不得少于|超过|超出|突破|(?<!突)破|将近|接近|大约|约合|约为|(?<![签违节合制预公条履相])约|近|逾|超|不足|不到|未到|至少|至多"
    r"|最高|最低|最多|最少|上限|高达|多达|仅|只|达到|达)$"
)
_AFTER = re.compile(r"(?:[(（](?:含|不含)[)）])?(?:及以上|及以下|以上|以下|以内|左右|上下|之多|开外|出头|多|余)(?![一-鿿]*?之)")
_RATE = re.compile(r"[/／][百千万]?(?:年|天|日|小时|h|吨|亩|人|户|公斤|平方米|立方米|升|平方公里)")
_MINUS = re.compile(r"(?:^|[^\w]|[和为及与达至到由速幅率])[-－−]$|[、，和与及为长了达]负$")
# What follows makes the unit a piece of a word: 十部门, 三单位, 一场所.
_JOINS = {
    "车": "间型",
    "部": "门",
    "单": "位",
    "项": "目",
    "名": "单额",
    "场": "所馆景",
    "条": "件例",
    "口": "岸罩",
    "位": "于置",
    "面": "积对",
    "门": "店",
    "座": "位谈",
    "列": "入为",
    "起": "来",
    "片": "区",
    "道": "路",
    "处": "理于",
    "对": "于",
    "间": "隔",
    "支": "持部",
    "台": "湾",
    "家": "庭",
    "方": "面案",
}
_PER = re.compile(r"每(立方米|升|平方公里|平方千米)$")
# Figures that have no unit: ratios and indices, and what they rose or fell to.
_PLAIN = re.compile(
    r"(?:[入供需率构]比|指数|系数|比值|得分|评分)(?:由|从|为|达到?|是|约为?|缩小到|扩大到|提高到|降至|升至|降到|升到)?$|[由从]\d[\d.]*(?:缩小|扩大|提高|下降|上升|降低|增加|降|升|增)[到至]$"
)
_CONCRETE = frozenset({"thing", "people", "money", "area", "length", "mass", "volume", "energy", "share", "fold", "points"})
_LONGEST = 6
_WHERE_ALL = {"近": "近", "将近": "近", "接近": "近", "大约": "约", "约合": "约", "约为": "约", "只": "", "达": "", "达到": "", "高达": "", "多达": ""}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit; ``core`` covers number and unit, ``whole`` its bounds too (近 … 以上)."""

    core: Span
    whole: Span
    value: Decimal
    unit: str
    kind: str
    bound: str
    hanzi: bool = False


class Scanner:
    """Finds quantities; ``units`` maps a unit as written to its kind (table "measures")."""

    def __init__(self, units: Mapping[str, str]) -> None:
        self.units = dict(units)

    def scan(self, text: str, start: int = 0, end: int | None = None) -> list[Quantity]:
        """The quantities of ``text[start:end]`` in order, durations and ordinals included (kinds time, rank)."""
        end = len(text) if end is None else end
        found: list[Quantity] = []
        position = start
        while place := _NUMBER_FIRST.search(text, position, end):
            match = _NUMBER.match(text, place.start(), end)
            position = match.end() if match else place.end()
            if not match:
                continue
            if date := _DATE.match(text, match.start(), end):
                position = date.end()
                continue
            quantity = self._read(text, match, end)
            if quantity:
                found.append(quantity)
                position = quantity.whole.end
        return found

    def _read(self, text: str, match: re.Match[str], end: int) -> Quantity | None:
        value, written = _value(match)
        if value is None:
            return None
        factor, fuzzy = written
        if match["per"] or match["below"]:
            return self._build(text, match.start(), match.end(), value, "%", "share", fuzzy, True)
        unit, stop = self._unit(text, match.end(), end)
        if unit == "个" and text.startswith("亿", stop):
            unit, stop, factor = "元", stop + 1 + text.startswith("元", stop + 1), "亿"
        hanzi = match["digits"] is None
        kind = self.units.get(unit, "")
        if (
            not unit
            and not factor
            and match["digits"]
            and _PLAIN.search(text, max(0, match.start() - 14), match.start())
            and not text[stop : stop + 1].isalnum()
            and text[stop : stop + 1] not in (":", "：")
        ):
            return self._build(text, match.start(), match.end(), value, "", "plain", "", False)
        if not unit:
            bare = factor[:1] in ("万", "亿") and (stop >= end or not "一" <= text[stop] <= "鿿" or text[stop] in "和与及")
            return self._build(text, match.start(), stop, value, factor, "bare", fuzzy, hanzi) if bare else None
        if unit == "成" and not _is_tenths(text, match.start(), stop):
            return None
        if hanzi and (unit == "方" or not _counts(value, kind, match["hanzi"] or "", factor)):
            return None
        return self._build(text, match.start(), stop, value, factor + unit, kind, fuzzy, hanzi)

    def _unit(self, text: str, start: int, end: int) -> tuple[str, int]:
        """The longest unit at ``start`` (a blank between number and unit is let pass)."""
        begin = start + text.startswith(" ", start)
        for size in range(min(_LONGEST, end - begin), 0, -1):
            word = text[begin : begin + size]
            if word in self.units and (text[begin + size : begin + size + 1] or " ") not in _JOINS.get(word, ""):
                rate = _RATE.match(text, begin + size, end)
                return (word + rate.group().replace("／", "/"), rate.end()) if rate and word + rate.group() != word else (word, begin + size)
        return "", start

    def _build(self, text: str, start: int, stop: int, value: Decimal, unit: str, kind: str, fuzzy: str, hanzi: bool) -> Quantity:
        before = _BEFORE.search(text, max(0, start - 5), start)
        begin = before.start() if before else start
        if _MINUS.search(text, max(0, start - 2), start):
            value, start, begin = -value, start - 1, start - 1
        word = before.group() if before else ""
        after = _AFTER.match(text, stop)
        bound = _WHERE_ALL.get(word, word) + fuzzy + (after.group() if after else "")
        # 15.9万人口: the noun 人口 begins in the unit.
        finish = after.end() if after else stop + (unit.endswith("人") and text.startswith("口", stop))
        kind = kind or self.units.get(unit.partition("/")[0], "dense")
        if (per := _PER.search(text, max(0, start - 6), start)) and kind == "mass":
            unit, kind = f"{unit}/{per[1]}", "dense"
            begin = per.start()
        return Quantity(Span(start, stop), Span(begin, finish), value, unit, kind, bound, hanzi)


def _value(match: re.Match[str]) -> tuple[Decimal | None, tuple[str, str]]:
    """The value, and (factor kept in the unit, fuzzy word) of a number match."""
    if match["per"]:
        return (arabic(match["per"]) if match["per"][0].isdigit() else chinese(match["per"])), ("", "")
    if match["below"]:
        return fraction(match["below"], match["above"]), ("", "")
    if match["digits"]:
        return arabic(match["digits"]), _tail(match["tail"])
    if match["hanzi"]:
        return chinese(match["hanzi"]), _tail(match["htail"])
    word, rest = match["round"] or match["odd"], match["rtail"] or match["otail"] or ""
    if word in "百千":
        return Decimal(100 if word == "百" else 1000), ("", rest)
    return Decimal(1), (word, rest)


def _tail(words: str) -> tuple[str, str]:
    fuzzy = "".join(c for c in words if c in "余多来几")
    return words.replace(fuzzy, "") if fuzzy else words, fuzzy


def _is_tenths(text: str, start: int, stop: int) -> bool:
    """成 is a tenth (占四成, 三成以上), not the verb in 成立 or 建成."""
    return text[stop : stop + 1] not in ("立", "为", "功", "果", "员", "熟", "效", "本", "长", "交", "绩", "都", "型", "分", "就", "品", "片")


def _counts(value: Decimal, kind: str, numeral: str, factor: str) -> bool:
    """A Chinese numeral counts something only with a concrete unit; 一个, 一条 are articles."""
    if factor or kind in ("time", "rank"):
        return True
    if numeral == "一":
        return kind in ("share", "fold")
    return kind in _CONCRETE or value >= 10
