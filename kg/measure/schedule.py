"""Start, end and date of campaigns, events and projects."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.measure.bearers import joined, owned
from kg.measure.dates import Anchor, Time
from kg.measure.mentions import Mentions, open_quote, shut_quote
from kg.measure.terms import Duration, dayword, durations, fields
from kg.measure.trail import Step
from kg.measure.words import HOLDS
from kg.model import Attribute, Document, Evidence, Mention, Span

_TYPES = frozenset({"Campaign", "Event", "Project"})
_BEGINS = r"(?:正式|全面|当场|相继|率先|陆续|已|接续|接力|同步|集中|将|就)*(?:启动|打响|开始|拉开|实施|发起|推出|起(?!草|重|步|到|伏|点)|以来|开启|揭幕|开幕|部署|展开|铺开|揭开|亮剑|鸣锣|出征|启幕|上线|开展(?=[，。、]|$|以来))"
_ENDS = r"(?:正式|圆满|全面|已|均|就|即|将|顺利|胜利)*(?:结束|收官|鸣金|收兵|收网|截止|落幕|落下帷幕|谢幕|告捷|为止|止(?!步)|收尾|闭幕|画上|告一段落|终止|到期)"
_BUILT = r"(?:正式|全面|全部|建成|主体|机械|顺利|如期|将|可|前|实现|已)*(?P<built>竣工|建成|投产|完工|交付|中交|通车|投用|投入使用|投入运营|投运|启用|交工|试运营|开业|落成|通过[^，。]{0,4}验收|贯通)"
_BROKEN = r"(?:正式|全面|集中|相继|已|顺利|同时|同步)*(?:开工|动工|破土|奠基|启动建设|开建|进场施工|启动实施|举行(?:了|项目)?(?:集中)?(?:开工|奠基|动工))(?!后|率|令|项目)"
_HELD = re.compile(r"^[^，。；]{0,30}?(?:举行|召开|举办|开幕|开赛|启幕|揭幕|鸣枪|登场|亮相|启动|举办地|办(?=[，。]|$))")
_LEAD = r"^(?:[起前]?，?)?(?:在[^，。；\d的]{2,16})?(?:[^，。；、\d的]{0,4})?"
_PATTERNS: tuple[tuple[str, frozenset[str], re.Pattern[str]], ...] = (
    ("endDate", frozenset({"Campaign", "Event"}), re.compile(_LEAD + _ENDS)),
    ("startDate", frozenset({"Campaign"}), re.compile(_LEAD + _BEGINS)),
    ("endDate", frozenset({"Project"}), re.compile(_LEAD + _BUILT)),
    ("startDate", frozenset({"Project"}), re.compile(_LEAD + _BROKEN)),
)
# What a named thing does itself on a day named before it: 5月6日，甲项目正式开工; 9月1日，甲行动在乙镇拉开帷幕.
_ACTS = {
    "Project": re.compile(rf"(?:[“”》]|在[^，。；的]{{2,16}})?(?:{_BROKEN}|{_BUILT})"),
    "Campaign": re.compile(rf"[”》]?(?:在[^，。；的]{{2,16}})?(?:{_BEGINS}|{_ENDS})"),
}
_FINISHED = frozenset({"竣工", "建成", "完工", "交付", "通车", "交工", "中交", "落成", "贯通"})
_LAUNCH = re.compile(r"(?:启动|打响|发起|推出|开启|部署|开展|组织|实施|展开)")
_STARTS = re.compile(r"(?:启动|打响|发起|推出|开启)")
# What stands right before a time that ends or begins a campaign (持续至12月底; 启动于5月6日), and words as good as 启动.
_UNTIL = re.compile(r"(?:持续|延续|延长|开展|实施|进行|止)(?:到|至|于)$")
_FROM = re.compile(r"(?:启动|开始|始|发起|打响)于$")
_SOUNDS = re.compile(r"(?:吹响|奏响|拉开|掀起|揭开)了?[“]?$")
_TOGETHER = re.compile(r"(?:等[^，。；]{0,12})?(?:同时|同步|一同|一并|集中|一齐)(?P<verb>开工|破土|动工|奠基|竣工|建成|投产)")
_MANY = re.compile(r"开工|动工|竣工|奠基|开竣工")
_HOSTS = re.compile(r"(?:[主承协]办|牵头|负责|组织|支持|配合|指导|统筹)$")
_BARE = re.compile(r"(?:该|本)?(?:项目|工程)")


@dataclass(frozen=True, slots=True)
class _Target:
    """The things that a time belongs to; ``right``: the words that tell what they did then."""

    keys: list[str]
    kind: str
    held: bool
    right: str


_NOBODY = _Target([], "", False, "")


class Scheduler:
    """Reads the times of a document, sentence by sentence."""

    def __init__(self, document: Document, mentions: Mentions, steps: Sequence[Step], now: Anchor) -> None:
        self.durations: list[Duration] = []
        self._document, self._text, self._mentions, self._now = document, document.text, mentions, now
        self._steps: dict[Span, list[Step]] = {}
        for step in steps:
            self._steps.setdefault(step.sentence, []).append(step)
        self._year = self._day = self._latest = ""

    def read(self, spoken: Mapping[Span, Sequence[Time]]) -> Iterator[Attribute]:
        """The dates of campaigns, events and projects, in the order of the text; fills ``durations``."""
        for sentence, steps in self._steps.items():
            told = self._year
            things = [m for m in self._mentions.within(sentence) if m.type in _TYPES]
            times = sorted([*spoken.get(sentence, ()), *dayword(self._text, sentence, self._now)], key=lambda t: t.span.start)
            for time in times:
                if time.start:
                    self._year = time.start[:4] if time.fresh else self._year
                    yield from self._of_time(things, steps, sentence, time)
            self.durations += durations(self._document, things, steps, sentence, self._latest)
            if not times:
                yield from self._together(things, sentence)
            if told:
                yield from self._in_year(things, sentence, told)
        yield from fields(self._document, self._mentions, spoken)

    def _of_time(self, things: list[Mention], steps: list[Step], sentence: Span, time: Time) -> Iterator[Attribute]:
        text = self._text
        if text[max(0, time.span.start - 3) : time.span.start].endswith(("截至", "截止", "截止到", "截至到")):
            return
        target = self._target(things, steps, sentence, time)
        if not target.keys or self._other_phase(steps, time, target.keys[0]):
            return
        if (
            len(time.start) == 4
            and not time.fresh
            and text[time.span.end - 1] not in "底末"
            and re.search(r"预计|计划", text[max(sentence.start, time.span.start - 6) : time.span.start])
        ):
            return
        pairs = self._edges(target, things, time) or _dates(target, time, self._verb(things, sentence, time))
        for key, (name, value) in itertools.product(target.keys, pairs):
            if name == "endDate" and target.kind == "Project" and not self._ends(time, target.right):
                continue
            if target.kind != "Project" and name != "endDate":
                self._latest = key
                self._day = value if len(value) == 10 and target.kind == "Event" and _MANY.search(self._document.entities[key].name) else self._day
            yield self._attribute(key, name, value, sentence, name)

    def _edges(self, target: _Target, things: list[Mention], time: Time) -> list[tuple[str, str]]:
        """What the words right before a time tell of a campaign or event, or a term in brackets behind its name."""
        if target.kind == "Project":
            return []
        before = self._text[max(0, time.span.start - 8) : time.span.start]
        if before[-1:] in "（(" and time.start != time.end and any(shut_quote(self._text, m.span.end) == time.span.start - 1 for m in things):
            return [("startDate", time.start), ("endDate", time.end)]
        if time.start == time.end and _UNTIL.search(before):
            return [("endDate", time.end)]
        return [("startDate", time.start)] if _FROM.search(before) else []

    def _ends(self, time: Time, right: str) -> bool:
        """True if a time is the end of a project: one still to come, one written with its year, or that of its completion.

        The past month in which a plant went into use ends no plan.
        """
        built = re.match(_LEAD + _BUILT, right)
        done = bool(built) and (built["built"] in _FINISHED or built["built"].startswith("通过")) if built else False
        return (
            time.written
            or done
            or not self._now.month
            or time.end[:7] > f"{self._now.year}-{self._now.month:02}"
            or (len(time.end) == 4 and time.end >= str(self._now.year))
        )

    def _other_phase(self, steps: list[Step], time: Time, key: str) -> bool:
        """True if the time's clause speaks of a phase (二期) that the project ``key`` is not."""
        for step in steps:
            if step.clause.span.start <= time.span.start < step.clause.span.end:
                phase = re.match(r"[^，。]{0,4}([一二三四]期)", self._document.words(step.clause.span))
                return bool(phase) and phase[1] not in self._document.entities[key].name if phase and key in self._document.entities else False
        return False

    def _verb(self, things: list[Mention], sentence: Span, time: Time) -> str:
        """The launching verb between the time and the next thing (5月6日，我市启动X), "" if there is none."""
        for mention in things:
            if mention.span.start >= time.span.end:
                stop = open_quote(self._text, mention.span.start)
                if mention.type == "Campaign" and _SOUNDS.search(self._text, time.span.end, stop):
                    return "启动"
                match = HOLDS.search(self._text, time.span.end, stop)
                return match.group() if match else ""
        return ""

    def _target(self, things: list[Mention], steps: list[Step], sentence: Span, time: Time) -> _Target:
        """What a time belongs to: a thing described by it, launched or held then, or named before it."""
        text = self._text
        right = text[time.span.end : min(sentence.end, time.span.end + 30)]
        for index, mention in enumerate(things):
            if open_quote(text, mention.span.start) >= time.span.end and (found := self._behind(things, index, sentence, time, right)):
                return found
        before = [m for m in things if m.span.end <= time.span.start]
        if any(word in text[sentence.start : time.span.start] for word in ("前者", "后者", "那次")):
            before = []
        if before and before[-1].type == "Event" and len(before) > 1 and before[-2].type == "Campaign":
            before.pop()
        if before:
            return _Target([m.entity for m in joined(text, before)], before[-1].type, False, right)
        here = [s for s in steps if s.clause.span.start <= time.span.start]
        if here and _BARE.match(text, here[-1].clause.span.start, time.span.start) and (own := owned(self._mentions, sentence, time.span.start)):
            return _Target([own], "Project", False, right)
        here = [s for s in here if self._mentions.type_of(s.topic) in _TYPES or not _HOSTS.search(text, s.clause.span.start, s.clause.span.end)] or here
        topic = next((s.topic for s in reversed(here) if s.named or time.start == time.end), "")
        kind = self._mentions.type_of(topic)
        return _Target([topic], kind, False, right) if kind in _TYPES else _NOBODY

    def _behind(self, things: list[Mention], index: int, sentence: Span, time: Time, right: str) -> _Target | None:
        """The thing at ``index`` behind a time, if that time is its own."""
        text, mention = self._text, things[index]
        start = open_quote(text, mention.span.start)
        between = text[time.span.end : start]
        clause = between.rpartition("，")[2]
        group = [mention]
        for following in things[index + 1 :]:
            if following.type == mention.type and joined(text, [group[-1], following])[0] is group[-1]:
                group.append(following)
        after = text[shut_quote(text, group[-1].span.end) : sentence.end]
        keys = [m.entity for m in group]
        short = (
            len(clause) <= 4
            or clause.endswith(("、", "和", "与", "暨"))
            or any(m.type == "Division" for m in self._mentions.within(Span(start - len(clause), start)) if len(clause) <= 12)
        )
        if between.endswith("的") and "，" not in between and len(between) <= 24:
            return _Target([mention.entity], mention.type, False, right)
        held = mention.type != "Project" and (mention.type == "Event" or "，" in between or len(between) < 30) and _HELD.match(after)
        if (mention.type != "Project" and (HOLDS.search(text, time.span.end, start) or _SOUNDS.search(text, time.span.end, start))) or (held and short):
            return _Target(keys, mention.type, bool(held), right)
        acts = _ACTS[mention.type].match(after) if mention.type in _ACTS else None
        if acts and re.fullmatch(r"(?:[起前]?[上下]?[午晚]?)?，?[^，。；\d]{0,12}|[^。；]{0,40}的", between) and not re.search(r"\d[日月]", between):
            return _Target(keys, mention.type, False, after[:30])
        return None

    def _together(self, things: list[Mention], sentence: Span) -> Iterator[Attribute]:
        """Projects that began together, without a date: on the day of the ceremony told before (甲、乙项目同时破土)."""
        projects = [m for m in things if m.type == "Project"]
        match = _TOGETHER.match(self._text, shut_quote(self._text, projects[-1].span.end), sentence.end) if projects and self._day else None
        if match:
            name = "startDate" if match["verb"] in ("开工", "破土", "动工", "奠基") else "endDate"
            for mention in joined(self._text, projects):
                yield self._attribute(mention.entity, name, self._day, sentence, "together")

    def _in_year(self, things: list[Mention], sentence: Span, year: str) -> Iterator[Attribute]:
        """An event held in a sentence without a date lies in the year that the passage spoke of last."""
        for mention in things:
            start = open_quote(self._text, mention.span.start)
            if mention.type == "Event" and re.search(r"(?:举行|召开|举办)了?$", self._text[sentence.start : start]):
                yield self._attribute(mention.entity, "date", year, sentence, "year", 0.6)

    def _attribute(self, key: str, name: str, value: str, sentence: Span, rule: str, confidence: float = 0.85) -> Attribute:
        evidence = Evidence(self._document.article.id, sentence, self._document.words(sentence), f"measure.date.{rule}")
        return Attribute(key, name, value, (evidence,), confidence)


def _dates(target: _Target, time: Time, verb: str) -> list[tuple[str, str]]:
    """The attributes that a time gives to its target, by the words behind it and the launching verb."""
    kind = target.kind
    if time.start != time.end:
        whole = time.day or time.said or (bool(verb) and time.months)
        return [("startDate", time.start), ("endDate", time.end)] if whole and kind != "Project" else []
    for name, kinds, pattern in _PATTERNS:
        match = pattern.match(target.right) if kind in kinds else None
        if match and (len(time.start) > 4 or kind != "Project" or time.fresh or match.group()[0] in "竣建投完交中通"):
            return [(name, time.start)]
    if kind == "Project" and (match := _ACTS["Project"].match(target.right)):
        return [("endDate" if match["built"] else "startDate", time.start)]
    if kind == "Event" and (verb or target.held or _HELD.match(target.right)) and len(time.start) >= 4:
        return [("date", time.start)]
    since = target.right.startswith(("起", "以来")) and _LAUNCH.search(verb)
    if kind == "Campaign" and (since or (_LAUNCH if len(time.start) > 4 else _STARTS).search(verb)):
        return [("startDate", time.start)]
    if kind == "Campaign" and (re.search(r"举行|举办", verb) or target.held or _HELD.match(target.right)) and time.day:
        return [("startDate", time.start), ("endDate", time.start)]
    return []
