"""Reads a document's numbers clause by clause: what each measures, and of whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.measure import phrases, series
from kg.measure.clauses import Clause, clauses
from kg.measure.drafts import GENERIC, Draft, Memory
from kg.measure.mentions import Mentions
from kg.measure.parallel import Row, parallel
from kg.measure.quantities import Quantity
from kg.measure.refuse import attributive, refused
from kg.measure.subjects import Subject, Tracker
from kg.measure.trail import Step
from kg.model import Document, Span

_COUNTS = frozenset({"thing", "count", "people"})
_RATIOS = frozenset({"share", "points", "fold"})
_METRIC = re.compile(r"(?:计划|年度|年内|累计|完成|协议|合同|预计|固定资产)*(?:总投资额?|投资额?|投入|引资额|投资总额|资金|产值|面积|金额)")
_MEAN = re.compile(r"(?:日均|月均|年均|人均|户均|单日最高|最高|最低|最多|最少|别看)")
_PACE = re.compile(r"(?P<what>时间|时限|周期|用时|时长)(?:由|从)?[^，。；]{0,8}(?:压缩|缩短|压减|减少|降低|降|压)[到至为]了?$")
_MONEYED = re.compile(r"(?P<name>[^，。；：]{0,6}(?:合同|协议|订单|贷款|补贴|奖金|费用|租金|收入|产值|货款))[，：:]?$")
_BARE = re.compile(r"(?:先|再|首批|已)?(?:拿出|下达|拨付|发放|兑现|到账|到位|使用|支出|完成)")
_PLAIN_NOUN = {"户": "户数", "人": "人口", "口": "人口"}
_GIVEN = re.compile(r"(?:奖励|奖补|补助|补贴|资助|奖金|资金|贷款|支持|扶持|经费|授信|订单|投资|消费券)")
_DESCRIBES = re.compile(r"(?:、[^，。；、\d]{0,8}[\d.]+[^，。；、的\d]{1,6})*的")
_GOES_ON = re.compile(r"[\s“]*(?:其中|同比|环比|增[速幅长]|占|较|比|截至|余下|其余|剩余|分别|从)")
_REST = ("其余", "余下", "剩余", "另有")
_ELLIPSIS = re.compile(r"(?:类|级|型|以上|以下|至\d[\d.]*[万亿]元|开工|签约|投产|竣工|复工|在建|建成|落地|续建|新建|储备|谋划|地区|[东西南北]部|三角|京津冀)$")


class Reader:
    """Turns quantities into drafts of observations, paragraph by paragraph."""

    def __init__(self, document: Document, mentions: Mentions) -> None:
        self.text = document.text
        self.mentions = mentions
        self.tracker = Tracker(document, mentions)
        self.memory = Memory()
        self.trail: list[Step] = []
        self.sentences: list[Span] = []

    def paragraph(self, span: Span, listed: bool) -> None:
        """Begin the paragraph at ``span``."""
        self.memory.parted = False
        self.tracker.paragraph(span, listed)

    def sentence(self, span: Span, quantities: Sequence[Quantity]) -> list[Draft]:
        """The drafts of one sentence; the sentence must follow those read before."""
        drafts: list[Draft] = []
        self.sentences.append(span)
        self.tracker.group = ()
        if quantities:
            self.memory.items = []
            self.memory.conditions = []
            if not _GOES_ON.match(self.text, span.start, span.end):
                self.memory.base = ""
        for clause in clauses(self.text, span):
            self.memory.parted = self.memory.parted or self.text.startswith(("其中", "按"), clause.span.start)
            inside = [q for q in quantities if clause.span.start <= q.core.start < clause.span.end] if quantities else []
            if inside:
                drafts += self._clause(clause, span, inside)
            else:
                self._step(clause, span, self.tracker.enter(clause, span, clause.span.end))
        return drafts

    def _clause(self, clause: Clause, sentence: Span, inside: list[Quantity]) -> list[Draft]:
        for quantity in inside:
            self._pace(clause, quantity)
        numbers = [q for q in inside if q.kind not in ("time", "rank") and not self.mentions.names(q.core)]
        plain = [q for q in numbers if self._entity_after(q) or not attributive(self.text, q, clause.span.end)]
        self.memory.conditions += [(self.text[clause.span.start : q.core.start], q) for q in numbers if q not in plain]
        subject = self.tracker.enter(clause, sentence, plain[0].whole.start if plain else clause.span.end)
        self._step(clause, sentence, subject)
        drafts: list[Draft] = []
        left, index, passed = clause.span.start, 0, False
        while index < len(plain):
            quantity = plain[index]
            row = self._row(plain, index)
            words = self.text[left : quantity.whole.start]
            if len(row) > 1 and ("分别" in words or self._goes_on(row, words)):
                made = parallel(Row(self.text, clause, sentence, row, words, self._names(clause)), self.memory, self.tracker, subject)
            elif refused(self.text, clause, quantity, left, self.mentions):
                made, row, passed = [], [quantity], True
                if quantity.kind in _COUNTS and (noun := phrases.noun(self.text[quantity.whole.end : clause.span.end])).endswith("中"):
                    self.memory.head = phrases.head_noun(noun)
                if ranked := re.search(r"^(.{2,12}?)(?:位?列|居|排名?)前$", phrases.tidy(words, self._names(clause))):
                    self.memory.base = ranked[1]
            else:
                stop = plain[index + 1].whole.start if index + 1 < len(plain) else clause.span.end
                if passed and words.endswith("的"):
                    left = quantity.whole.start
                made, row = self._each(clause, sentence, quantity, words, subject) or [self._single(clause, sentence, quantity, left, stop, subject)], [quantity]
            for draft in made:
                if draft.indicator:
                    drafts.append(draft)
                    self.memory.items.append(draft)
            passed = passed and not made
            left, index = row[-1].whole.end, index + len(row)
        return drafts

    def _step(self, clause: Clause, sentence: Span, subject: Subject | None) -> None:
        topic = subject or self.tracker.topic
        self.trail.append(Step(clause, sentence, topic.keys[0] if topic and topic.keys else "", subject is not None))

    def _row(self, plain: list[Quantity], index: int) -> list[Quantity]:
        """The numbers from ``index`` on that are only joined by 、 and 和."""
        row = [plain[index]]
        for quantity in plain[index + 1 :]:
            if not series.joined(self.text[row[-1].whole.end : quantity.whole.start]):
                break
            row.append(quantity)
        return row

    def _pace(self, clause: Clause, quantity: Quantity) -> None:
        """Remember what got faster (通关时间压缩到18.7小时): the time is no figure, but the next change is of it."""
        words = self.text[clause.span.start : quantity.core.start] if quantity.kind == "time" else ""
        if match := _PACE.search(words):
            self.memory.base = phrases.tidy(words[: match.end("what")])
            self.memory.items = []

    def _each(self, clause: Clause, sentence: Span, quantity: Quantity, words: str, subject: Subject | None) -> list[Draft]:
        """A类和B类各1个: one draft a member; none if no members are named."""
        lead = phrases.tidy(words[:-1], self._names(clause)) if words.endswith("各") and quantity.kind in _COUNTS else ""
        parts = series.elements(lead, lead.count("、") + lead.count("和") + 1)
        owner = self.tracker.owner(subject, lead)
        return [Draft(quantity, self._elliptic(part, "", quantity.unit), owner, clause, sentence, "level") for part in parts]

    def _goes_on(self, row: list[Quantity], words: str) -> bool:
        """True for the changes of a row just read (分别为x和y、增长a和b)."""
        items = self.memory.items[-len(row) :]
        rates = all(q.kind in _RATIOS for q in row) and not any(d.quantity.kind in _RATIOS for d in items)
        return rates and len(items) == len(row) and len(words) < 8 and phrases.growth(words) is not None

    def _entity_after(self, quantity: Quantity) -> str:
        """The entity that the quantity describes from in front (总投资5亿元的某项目), "" if none."""
        described = _DESCRIBES.match(self.text, quantity.whole.end)
        if not described:
            return ""
        mention = self.mentions.at(described.end(), 5)
        named = mention and mention.type in ("Project", "Facility", "Zone", "Company", "Event", "Campaign")
        return mention.entity if mention and named else ""

    def _agent(self, quantity: Quantity, clause: Clause) -> str:
        """The entity that does it to the number's things (其余12个由开发区管委会包保), "" if none."""
        mention = self.mentions.at(quantity.whole.end + 1, 1) if self.text.startswith("由", quantity.whole.end) else None
        return mention.entity if mention and mention.span.end < clause.span.end else ""

    def _done_by(self, quantity: Quantity, clause: Clause) -> str:
        """What the agent does (由开发区管委会包保 -> 包保)."""
        mention = self.mentions.at(quantity.whole.end + 1, 1)
        return phrases.curtail(self.text[mention.span.end : clause.span.end][:10]) if mention else ""

    def _owner_names(self, subject: Subject | None, clause: Clause, quantity: Quantity, words: str) -> Iterator[str]:
        """What stands before the indicator when the subject is not at the head of the clause (种植户某某种了28亩)."""
        for mention in self.mentions.within(clause.span):
            if subject and mention.entity in subject.keys and mention.span.end <= quantity.whole.start:
                left, _, right = words.partition(self.text[mention.span.start : mention.span.end])
                if right and len(left) <= 12:
                    yield left + self.text[mention.span.start : mention.span.end]

    def _invested(self, quantity: Quantity, words: str, sentence: Span) -> str:
        """The project that money is put into (投资2.2亿元建设某项目), "" if none is named."""
        if quantity.kind != "money" or not re.search(r"(?:投资|投入)(?:了|约|近|超)?$", words):
            return ""
        for mention in self.mentions.within(Span(quantity.whole.end, min(sentence.end, quantity.whole.end + 40))):
            gap = self.text[quantity.whole.end : mention.span.start]
            if mention.type == "Project" and re.search(r"(?:建设|新建|建|实施|打造|改造|扩建|上马)(?:的|了)?$", gap) and "。" not in gap:
                return mention.entity
        return ""

    def _names(self, clause: Clause) -> tuple[str, ...]:
        found = [self.text[m.span.start : m.span.end] for m in self.mentions.within(clause.span)]
        return (*found, *(f"本{kind}“{name}" for name in found[:1] for kind in "届期次轮"))

    # -- one number ---------------------------------------------------------------------------------------------------

    def _single(self, clause: Clause, sentence: Span, quantity: Quantity, left: int, stop: int, subject: Subject | None) -> Draft:
        words, names = self.text[left : quantity.whole.start], self._names(clause)
        if words.endswith(("、", "和", "及", "与")) and left > clause.span.start:
            words = ""
        after = self.text[quantity.whole.end : stop]
        entity = self._entity_after(quantity) or self._invested(quantity, words, sentence)
        agent = "" if entity else self._agent(quantity, clause)
        names = (*self._owner_names(subject, clause, quantity, words), *names)
        if entity or agent:
            subject = Subject((entity or agent,), "clause", quantity.core.start)
            if entity:
                self.tracker.topic = Subject((entity,), "passage", quantity.core.start)
        changed = self._change(words, quantity, names) or self._share(words, quantity, names)
        if changed:
            indicator, role, comparison = changed
        elif agent:
            indicator, role, comparison = self._done_by(quantity, clause), "level", ""
        else:
            indicator, role, comparison = self._level(words, after, quantity, names, bool(entity)), "level", ""
        return Draft(quantity, indicator, self.tracker.owner(subject, indicator), clause, sentence, role, comparison)

    def _change(self, words: str, quantity: Quantity, names: tuple[str, ...]) -> tuple[str, str, str] | None:
        change = phrases.growth(words)
        if not change or not (quantity.kind in _RATIOS or change.comparison or re.search(r"^[比较]", change.word)):
            return None
        base = phrases.tidy(change.base, names)
        last = self.memory.items[-1] if self.memory.items else None
        if not base and last and last.role == "share" and quantity.kind == "points":
            base = last.indicator
        elif GENERIC.fullmatch(base) or base.startswith("占"):
            base = self.memory.base + base
        else:
            self.memory.base = base
        return base + change.word, "growth", change.comparison

    def _share(self, words: str, quantity: Quantity, names: tuple[str, ...]) -> tuple[str, str, str] | None:
        if quantity.kind not in ("share", "fold") or phrases.reaches(words) is not None:
            return None
        found = phrases.share(words)
        if not found:
            return None
        base = phrases.tidy(found[0], names)
        generic = bool(GENERIC.fullmatch(base))
        if not generic:
            self.memory.base = base
        return (self.memory.base if generic else base) + (found[1] if found[1] != "占" else "占比"), "share", "占比"

    def _level(self, words: str, after: str, quantity: Quantity, names: tuple[str, ...], entity: bool) -> str:
        risen = phrases.reaches(words)
        lead = phrases.tidy(words if risen is None else risen, names)
        if risen is not None and not lead:
            return self.memory.base
        if _MEAN.fullmatch(lead):
            if not self.memory.items:
                return ""
            return self.memory.base + lead if lead.startswith("最") else lead + self.memory.base
        if quantity.kind == "money" and lead == "完成":
            if "投资" in self.memory.metric or not self.memory.base:
                lead = "累计完成投资" if "累计" in words else "完成投资"
            else:
                lead = self.memory.base + "完成"
        if re.fullmatch(r"\s*[由从]", words) and self.memory.base:
            return self.memory.base
        if quantity.kind == "fold" and re.match(r"是|为|相当于", lead):
            return self.memory.base + lead
        if re.search(r"\d.*的.*(?:项目|工程)", lead):
            return ""
        if quantity.kind == "money" and _BARE.fullmatch(lead) and self.memory.items and self.memory.items[-1].quantity.kind == "money":
            return self.memory.items[-1].indicator + lead
        if not lead and quantity.kind == "money" and (owed := self._owed(words, quantity)):
            return owed
        if lead.startswith("加上") or ("最" in lead and re.search(r"一[吨斤亩度]$", lead)):
            return ""
        counts = quantity.kind in _COUNTS
        named = "" if entity else phrases.noun(after)
        if counts and named:
            indicator = self._counted(lead, named, after)
        elif counts:
            indicator = self._elliptic(lead, after, quantity.unit, not words) or self._of_document(words)
        elif lead in _REST and after:
            indicator = phrases.curtail(after[:16]) if re.match(r"用于|供|销往|出口|发往|投向|作为", after) else lead
        elif lead and not (named and len(lead) <= 3 and not _METRIC.fullmatch(lead)) and not _GIVEN.match(named):
            indicator = self._of_condition(lead, quantity) or (lead if entity else self._of_count(lead, words))
        elif named:
            indicator = lead + named.partition("的")[0]
        else:
            indicator = self._companion(quantity)
        if indicator:
            self._remember(indicator, quantity, lead)
        return indicator

    def _of_document(self, words: str) -> str:
        """《措施》共20条: what is counted is what the document is."""
        match = re.search(r"《([^》]{1,20})》共?$", words)
        return match[1] if match else ""

    def _counted(self, lead: str, named: str, after: str) -> str:
        self.memory.head = phrases.head_noun(named) or (named if len(named) <= 4 else "")
        self.memory.verb = lead
        if joins := phrases.joins(after[after.find(named) + len(named) :]):
            return joins + named
        short = len(lead) <= 8 and not re.search(r"[、，]", lead)
        return lead + named if short else named

    def _elliptic(self, lead: str, after: str, unit: str, adjacent: bool = False) -> str:
        """A count whose noun stands before it (签约项目58个) or is left out (产业类51个, 20个已经动工)."""
        if re.match(r"(?:[^，。]{0,2})(?:参加|参会|出席|到会|与会)", after):
            return "参会人员"
        if lead and lead == self.memory.head and self.memory.verb and self.memory.items:
            return self.memory.verb
        if not lead or lead in _REST:
            said = phrases.predicate(after)
            known = self.memory.counted if adjacent or self.memory.unit == unit[-1:] else ""
            return said + self.memory.head if said else known or _PLAIN_NOUN.get(unit[-1:], "")
        if lead in self.memory.counted and not lead.endswith(self.memory.head or "x"):
            return self.memory.counted[self.memory.counted.index(lead) :]
        if head := phrases.head_noun(lead):
            self.memory.head = head
            return lead
        return lead + self.memory.head if _ELLIPSIS.search(lead) and not phrases.NOUN.search(lead) else lead

    def _of_condition(self, lead: str, quantity: Quantity) -> str:
        """A reward with what it is for (年产值首次突破10亿元的，奖励50万元), "" if it is no reward."""
        if not self.memory.conditions or not re.match(r"(?:给予)?(?:一次性)?(?:给予)?(?:奖励|补助|补贴|资助)", lead):
            return ""
        words, condition = self.memory.conditions[-1]
        return phrases.behead(words).removeprefix("对") + self.text[condition.core.start : condition.whole.end] + lead

    def _owed(self, words: str, quantity: Quantity) -> str:
        """签了合同，3600万元: the noun that the clause before ends with, "" if it is none of money."""
        if words:
            return ""
        match = _MONEYED.search(self.text, max(0, quantity.whole.start - 30), quantity.whole.start - 1)
        return phrases.tidy(match["name"]) if match else ""

    def _of_count(self, lead: str, words: str) -> str:
        """总投资 of what has just been counted (其中新建项目62个、总投资284.38亿元)."""
        last = self.memory.items[-1] if self.memory.items else None
        if not last or not _METRIC.fullmatch(lead):
            return lead
        if last.quantity.kind in _COUNTS and words.startswith("、"):
            return last.indicator + lead
        counted = next((d for d in reversed(self.memory.items) if d.quantity.kind in _COUNTS), None)
        part = re.match(r".*?(?:项目|企业|工程)", counted.indicator) if counted and self.memory.parted else None
        return part.group() + lead if part else lead

    def _companion(self, quantity: Quantity) -> str:
        """A number without words of its own beside another (12个、1052亿元; （约合26.7亿美元）)."""
        last = self.memory.items[-1] if self.memory.items else None
        if not last:
            return self.memory.base
        if quantity.kind == "share":
            return last.indicator + "占比"
        if last.quantity.kind in _COUNTS and quantity.kind == "money":
            return last.indicator + self.memory.metric
        return last.indicator

    def _remember(self, indicator: str, quantity: Quantity, lead: str) -> None:
        self.memory.base = indicator
        if quantity.kind in _COUNTS:
            self.memory.counted, self.memory.unit = indicator, quantity.unit[-1:]
        if quantity.kind == "money" and (metric := _METRIC.search(lead)):
            self.memory.metric = metric.group()
