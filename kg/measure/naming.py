"""The indicator of a number: its own words, completed from what the passage has said before."""

from __future__ import annotations

import re

from kg.measure import phrases
from kg.measure.drafts import GENERIC, Draft, Memory
from kg.measure.quantities import COUNTS, RATIOS, Quantity

Named = tuple[str, str, str]
"""Indicator, role (level, growth, share) and comparison."""

_METRIC = re.compile(r"(?:计划|年度|年内|累计|完成|协议|合同|预计|固定资产)*(?:总投资额?|投资总额|投资额?|投入|引资额|资金|产值|面积|金额)")
_WHOLE = re.compile(r"占([^，。；\d]{2,8})$")
_PAID = re.compile(r"的?(?:比例|标准)?(?:给予|予以|进行|安排)?(?:一次性)?(?P<what>贴息|补贴|补助|奖励|奖补|资助|返还|减免|征收|配套|支持)")
_PLAINER = re.compile(r"^(?:[比较与]?(?:去年|上年|前年)?同期相?比?|同比)")
_ANNOUNCED = re.compile(r"([一-鿿]{2,6})[：:]$")
_MEAN = re.compile(r"(?:日均|月均|年均|人均|户均|平均|单日最高|最高|最低|最多|最少|别看)")
_MONEYED = re.compile(r"(?P<name>[^，。；：]{0,6}(?:合同|协议|订单|贷款|补贴|奖金|费用|租金|收入|产值|货款))[，：:]?$")
_BARE = re.compile(r"(?:先|再|首批|已)?(?:拿出|下达|拨付|发放|兑现|到账|到位|使用|支出|完成)")
_SPOKEN = re.compile(
    r"(?:^|[，。；：\n“])(?P<name>[一-鿿]{2,8}?)(?:倒是|也|却|反而|反倒|均|都|又|继续|稳步|保持|持续)?(?:加|增|降|涨|升|走|提|扩)[^，。；\d]{0,4}[，]$"
)
_DEED = re.compile(r"(?:只|已|再|又)?(?P<deed>整改|办结|解决|化解|销号|留|保留|查处|修复|处置|完成|达产)")
_AT_ONCE = re.compile(r"(?:项目|工程)集中(?:开复工|开竣工|开工|复工|签约|竣工|投产|动工)(?=[，。；、]|$)")
"""28个项目集中开工: what a bare noun has done belongs to its name."""
_EXTENT = {"length": "长度", "area": "面积", "money": "投资", "energy": "容量", "volume": "容量"}
_SUM = re.compile(r"(?:交易|种植|播种|销售|贸易)(?:总?额|面积|收入)$")
_PLAIN_NOUN = {"户": "户数", "人": "人口", "口": "人口"}
_GIVEN = re.compile(r"(?:奖励|奖补|补助|补贴|资助|奖金|资金|贷款|支持|扶持|经费|授信|订单|投资|消费券)")
_REST = ("其余", "余下", "剩余", "另有")
_ELLIPSIS = re.compile(r"(?:类|级|型|以上|以下|至\d[\d.]*[万亿]元|开工|签约|投产|竣工|复工|在建|建成|落地|续建|新建|储备|谋划|地区|[东西南北]部|三角|京津冀)$")


class Namer:
    """Names what numbers measure; reads and writes the passage's ``memory``."""

    def __init__(self, text: str, memory: Memory) -> None:
        self._text = text
        self._memory = memory

    def name(self, words: str, after: str, quantity: Quantity, names: tuple[str, ...], described: bool) -> Named:
        """The indicator of ``quantity`` between ``words`` and ``after``; "" if it says nothing.

        ``names`` are surfaces that are no part of an indicator; ``described`` if the words behind name the subject.
        """
        if words == "的" and self._memory.whole and quantity.kind == "share":
            return self._memory.base + self._memory.whole, "share", "占比"
        if quantity.kind in ("money", "area") and after == "的" and (whole := _WHOLE.search(words)):
            self._memory.whole = whole.group()
            return whole[1], "level", ""
        if quantity.kind == "share" and (paid := _PAID.match(after)) and (basis := re.search(r"按照?[^，。；]{0,16}$", words)):
            return phrases.tidy(words[: basis.start()], names) + paid["what"], "share", ""
        changed = self._change(words, quantity, names) or self._share(words, quantity, names)
        return changed or (self._level(words, after, quantity, names, described), "level", "")

    def _change(self, words: str, quantity: Quantity, names: tuple[str, ...]) -> Named | None:
        change = phrases.growth(words)
        if not change or not (quantity.kind in RATIOS or change.comparison or re.search(r"^[比较]", change.word)):
            return None
        base, last = phrases.tidy(change.base, names), self._last()
        if not base and self._memory.labels and (former := re.search(r"[前后]者", change.base)):
            self._memory.base = self._memory.labels[0 if former.group() == "前者" else -1]
        if not base and last and last.role == "share" and quantity.kind == "points":
            return self._memory.base + "占比" + _PLAINER.sub("", change.word), "growth", change.comparison
        if GENERIC.fullmatch(base) or base.startswith("占"):
            base = self._memory.base + base
        else:
            self._memory.base = base
        return base + change.word, "growth", change.comparison

    def _share(self, words: str, quantity: Quantity, names: tuple[str, ...]) -> Named | None:
        if quantity.kind not in ("share", "fold") or phrases.reaches(words) is not None:
            return None
        found = phrases.share(words)
        if not found:
            return None
        base = phrases.tidy(found[0], names)
        if not GENERIC.fullmatch(base):
            self._memory.base = base
        elif not self._memory.base:
            self._memory.base = self._spoken_of(quantity.whole.start - len(words))
        return self._memory.base + (found[1] if found[1] != "占" else "占比"), "share", "占比"

    def _spoken_of(self, start: int) -> str:
        """What the clause before ``start`` is about (研发投入倒是加了，占…), "" if it gives no noun."""
        match = _SPOKEN.search(self._text, max(0, start - 20), start)
        return match["name"] if match else ""

    def _level(self, words: str, after: str, quantity: Quantity, names: tuple[str, ...], described: bool) -> str:
        risen = phrases.reaches(words)
        lead = phrases.tidy(words if risen is None else risen, names)
        if risen is not None and not lead:
            same = [d.indicator for d in self._memory.items if d.quantity.unit[-1:] == quantity.unit[-1:]] if quantity.kind in COUNTS else []
            return same[-1] if same else self._memory.base
        special = self._special(lead, words, quantity)
        if special is not None:
            return special
        if quantity.kind == "money" and lead == "完成":
            lead = self._completed(words)
        if quantity.kind in COUNTS:
            indicator = self._count(lead, words, "" if described else after, quantity)
        else:
            indicator = self._amount(lead, words, after, quantity, described)
        if indicator:
            self._remember(indicator, quantity, lead)
        return indicator

    def _special(self, lead: str, words: str, quantity: Quantity) -> str | None:
        """Leads that are no name by themselves (日均, 是…的, 拿出): completed, or "" if they say nothing; None for all others."""
        memory, last, money = self._memory, self._last(), quantity.kind == "money"
        if _MEAN.fullmatch(lead):
            if announced := _ANNOUNCED.search(self._text, max(0, quantity.whole.start - len(words) - 9), quantity.whole.start - len(words)):
                return announced[1] + lead
            return "" if not last else memory.base + lead if lead.startswith("最") else lead + memory.base
        if re.fullmatch(r"\s*[由从]", words) and memory.base:
            return memory.base
        signed = self._text[quantity.core.start : quantity.core.start + 1] in "-－−" or self._text[quantity.core.start - 1 : quantity.core.start] in ("+", "＋")
        if quantity.kind == "share" and signed and not words.strip(" +＋") and last:
            return last.indicator + "同比"
        if re.match(r"(?:已)?恢复$", lead) or (quantity.kind == "fold" and re.match(r"是|为|相当于", lead)):
            return memory.base + lead
        if money and _BARE.fullmatch(lead) and last and last.quantity.kind == "money":
            return last.indicator + lead
        if money and not words and (owed := _MONEYED.search(self._text, max(0, quantity.whole.start - 30), quantity.whole.start - 1)):
            return phrases.tidy(owed["name"].rpartition("了")[2])
        project = re.search(r"\d.*的.*(?:项目|工程)", lead)
        price = lead.startswith("加上") or ("最" in lead and re.search(r"一[吨斤亩度]$", lead))
        return "" if project or price else None

    def _completed(self, words: str) -> str:
        """完成6.2亿元: of an investment, or of what was spoken of."""
        if "投资" in self._memory.metric or not self._memory.base:
            return "累计完成投资" if "累计" in words else "完成投资"
        return self._memory.base + "完成"

    # -- counts -----------------------------------------------------------------------------------------------------

    def _count(self, lead: str, words: str, after: str, quantity: Quantity) -> str:
        peopled = quantity.unit.endswith("人") and self._text.startswith("口", quantity.core.end)
        named = "人口" if peopled else phrases.noun(after)
        if not named:
            document = re.search(r"《([^》]{1,20})》共?$", words)
            return self.elliptic(lead, after, quantity.unit, not words) or (document[1] if document else "")
        self._memory.head = phrases.head_noun(named) or (named if len(named) <= 4 else "")
        self._memory.verb = lead
        if not lead and (deed := _AT_ONCE.match(after)):
            return deed.group()
        if joins := phrases.joins(after[after.find(named) + len(named) :]):
            return joins + named
        short = len(lead) <= 8 and not re.search(r"[、，]", lead)
        return lead + named if short else named

    def elliptic(self, lead: str, after: str, unit: str, adjacent: bool = False) -> str:
        """A count whose noun stands before it (签约项目58个) or is left out (产业类51个, 20个已经动工)."""
        memory = self._memory
        if re.match(r"(?:[^，。]{0,2})(?:参加|参会|出席|到会|与会)", after):
            return "参会人员"
        if lead and lead == memory.head and memory.verb and memory.items:
            return memory.verb
        if not lead or lead in _REST:
            said = phrases.predicate(after)
            known = memory.counted if adjacent or memory.unit == unit[-1:] else ""
            return said + memory.head if said else known or _PLAIN_NOUN.get(unit[-1:], "")
        if lead in memory.counted and not lead.endswith(memory.head or "x"):
            return memory.counted[memory.counted.index(lead) :]
        if head := phrases.head_noun(lead):
            memory.head = head
            return lead
        if (done := _DEED.fullmatch(lead)) and memory.unit == unit[-1:] and memory.head and memory.items:
            return done["deed"] + memory.head
        if not _ELLIPSIS.search(lead) or phrases.NOUN.search(lead):
            return lead
        plain = phrases.NOUN.search(memory.head) if phrases.BAND.search(lead) else None
        return lead + (plain.group() if plain else memory.head)

    # -- measures ---------------------------------------------------------------------------------------------------

    def _amount(self, lead: str, words: str, after: str, quantity: Quantity, described: bool) -> str:
        named = "" if described else phrases.noun(after)
        if lead in _REST and after:
            return phrases.curtail(after[:16]) if re.match(r"用于|供|销往|出口|发往|投向|作为", after) else lead
        verb = named and len(lead) <= 3 and not _METRIC.fullmatch(lead)
        if len(lead) > 10 and (sum_ := re.search(r"[一-鿿]{0,8}(?:资金|贷款|订单|补贴|补助|奖金|捐款|授信)$", named)):
            return sum_.group()
        if lead and not verb and not _GIVEN.match(named):
            return self._of_condition(lead) or self._rate(lead, quantity) or (lead if described else self._of_count(lead, words))
        if described and not lead:
            return _EXTENT.get(quantity.kind, "")
        return lead + named.partition("的")[0] if named else self._companion(quantity)

    def _of_condition(self, lead: str) -> str:
        """A reward with what it is for (年产值首次突破10亿元的，奖励50万元), "" if it is no reward."""
        if not self._memory.conditions or not re.match(r"(?:给予)?(?:一次性)?(?:给予)?(?:奖励|补助|补贴|资助)", lead):
            return ""
        words, condition = self._memory.conditions[-1]
        return phrases.behead(words).removeprefix("对") + self._text[condition.core.start : condition.whole.end] + lead

    def _rate(self, lead: str, quantity: Quantity) -> str:
        """开工率 of what has just been counted as 开工 (市级重点项目开工68个，开工率63%), "" if nothing has."""
        last = self._last()
        stem = lead.removesuffix("率")
        counted = last is not None and last.quantity.kind in COUNTS and len(lead) > len(stem) > 1 and last.indicator.endswith(stem)
        return last.indicator + "率" if last and counted and quantity.kind == "share" else ""

    def _of_count(self, lead: str, words: str) -> str:
        """总投资 of what has just been counted (其中新建项目62个、总投资284.38亿元)."""
        last = self._last()
        if last and len(lead) <= 3 and self._memory.parted and lead not in ("进口", "出口") and (tail := _SUM.search(last.indicator)):
            return lead + tail.group()
        if not last or not _METRIC.fullmatch(lead):
            return lead
        if last.quantity.kind in COUNTS and words.startswith("、"):
            return last.indicator + lead
        counted = next((d for d in reversed(self._memory.items) if d.quantity.kind in COUNTS), None)
        part = re.match(r".*?(?:项目|企业|工程)", counted.indicator) if counted and self._memory.parted else None
        return part.group() + lead if part else lead

    def _companion(self, quantity: Quantity) -> str:
        """A number without words of its own beside another (12个、1052亿元; （约合26.7亿美元）)."""
        last = self._last()
        if not last:
            return self._memory.base
        if quantity.kind == "share":
            return last.indicator + ("" if last.quantity.kind == "share" else "占比")
        if quantity.bound in ("最高", "最低", "最多", "最少", "上限"):
            return last.indicator + quantity.bound
        if last.quantity.kind in COUNTS and quantity.kind == "money":
            return self._memory.metric if self._memory.metric.endswith("额") else last.indicator + self._memory.metric
        return last.indicator

    def _remember(self, indicator: str, quantity: Quantity, lead: str) -> None:
        memory = self._memory
        memory.base = indicator
        if quantity.kind in COUNTS:
            memory.counted, memory.unit = indicator, quantity.unit[-1:]
        if quantity.kind == "money" and (metric := _METRIC.search(lead)):
            memory.metric = metric.group()

    def _last(self) -> Draft | None:
        return self._memory.items[-1] if self._memory.items else None
