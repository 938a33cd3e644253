"""Terms that no verb tells: 为期10天, 会期3天, 建设期限：2022年至2024年, 时间：5月16日, and days named by 今天 and 昨天."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kg.measure.clauses import paragraphs
from kg.measure.dates import Anchor, Time
from kg.measure.mentions import Mentions
from kg.measure.numerals import arabic, chinese
from kg.measure.trail import Step
from kg.model import Attribute, Document, Evidence, Mention, Span

_LASTS = re.compile(
    r"(?:为期|历时|会期|展期|节期|持续|时长)(?:共)?(?:为|约)?\s*(?P<count>\d{1,3}|[一二两三四五六七八九十百]{1,4})\s*(?:多|余)?(?P<unit>天|日|个月|周|个星期)(?P<of>的)?"
)
_DAYWORD = re.compile(r"(?P<word>今[天日早晚]|今(?=起)|昨[天日晚]|前天|明[天日])(?!头条|的|在线|[一-鿿]{1,4}报)|(?P<month>上个月|下个?月)(?!的)")
_SHIFT = {"今": 0, "昨": -1, "前": -2, "明": 1}
_YEARS = r"(?P<from>20\d\d)(?:年|[./-](?=\d))?(?:(?P<m1>1[0-2]|0?[1-9])月?)?\s*(?:—+|–|－|-|~|～|至|到)\s*(?P<to>20\d\d)(?:年|[./-](?=\d))?(?:(?P<m2>1[0-2]|0?[1-9])月?)?"
_PERIOD = re.compile(rf"(?:建设|实施|项目|起止)(?:起止|计划)?(?:期限|年限|工期|周期|时限|时间|期)(?:[：:（(\s]|为|是)*{_YEARS}")
_POINT = re.compile(
    r"(?P<verb>开工|动工|开建|竣工|完工|建成|投产|投用|通车|交付)(?:投产|投用)?(?:时间|日期|年月)(?:[：:\s]|为|是|定于|预计)*(?P<year>20\d\d)[年./-](?:(?P<month>1[0-2]|0?[1-9])(?:月|(?![\d.])))?"
)
_WHEN = re.compile(r"\s*(?:会议|活动|发布|举办|举行|召开|行动|开展|实施|大会)?时\s*[间限]\s*[：:]")
_NEAR = 300


@dataclass(frozen=True, slots=True)
class Duration:
    """How long the thing ``key`` lasts: ``days``, or ``months`` if that is 0."""

    key: str
    days: int
    months: int
    evidence: Evidence


def dayword(text: str, sentence: Span, now: Anchor) -> Iterator[Time]:
    """The days that 今天, 昨天, 今起 name and the months that 上个月, 下月 name, by the article's date."""
    for match in _DAYWORD.finditer(text, sentence.start, sentence.end):
        span = Span(*match.span())
        if match["word"] and now.day and now.month:
            day = (date(now.year, now.month, now.day) + timedelta(days=_SHIFT[match["word"][0]])).isoformat()
            yield Time(span, day, day, day, True)
        elif match["month"] and now.month:
            index = now.year * 12 + now.month - 1 + (1 if match["month"][0] == "下" else -1)
            iso = f"{index // 12}-{index % 12 + 1:02}"
            yield Time(span, iso, iso, iso)


def durations(document: Document, things: Sequence[Mention], steps: Sequence[Step], sentence: Span, latest: str) -> Iterator[Duration]:
    """The durations told in a sentence; of what it names behind 的 or last before, else of its topic, else of ``latest``."""
    text = document.text
    for match in _LASTS.finditer(text, sentence.start, sentence.end):
        value = arabic(match["count"]) if match["count"].isdigit() else chinese(match["count"])
        timed = [m for m in things if m.type in ("Campaign", "Event")]
        behind = [m for m in timed if match["of"] and 0 <= m.span.start - match.end() <= 8]
        before = [m for m in timed if m.span.end <= match.start()]
        topic = next((s.topic for s in steps if s.clause.span.start <= match.start() < s.clause.span.end), "")
        kind = document.entities[topic].type if topic in document.entities else ""
        key = behind[0].entity if behind else before[-1].entity if before else topic if kind in ("Campaign", "Event") else latest
        if key and value:
            count, unit = int(value), match["unit"]
            days = 0 if unit == "个月" else count * (7 if unit in ("周", "个星期") else 1)
            yield Duration(key, days, count, _evidence(document, sentence, "lasting"))


def other_end(duration: Duration, start: str, end: str) -> str:
    """The day or month that a thing ends on if it began on ``start``, or began on if it ended on ``end``."""
    known, sign = (start, 1) if start else (end, -1)
    if len(known) == 10 and duration.days:
        return (date.fromisoformat(known) + sign * timedelta(days=duration.days - 1)).isoformat()
    if len(known) >= 7 and duration.months and not duration.days:
        whole = len(known) == 7 or known[8:] == "01" if sign > 0 else len(known) == 7 or known[8:] > "27"
        index = int(known[:4]) * 12 + int(known[5:7]) - 1 + sign * (duration.months - whole)
        return f"{index // 12}-{index % 12 + 1:02}"
    return ""


def fields(document: Document, mentions: Mentions, spoken: Mapping[Span, Sequence[Time]]) -> Iterator[Attribute]:
    """What fields tell: the term and the milestones of the project named last, the time of the event named last."""
    text = document.text
    for pattern in (_PERIOD, _POINT):
        for match in pattern.finditer(text):
            key = _named_before(mentions, match.start(), ("Project",))
            evidence = (_evidence(document, Span(*match.span()), "field"),)
            for name, value in _milestones(match) if key else ():
                yield Attribute(key, name, value, evidence, 0.85)
    for paragraph in paragraphs(text):
        if _WHEN.match(text, paragraph.start, paragraph.end):
            yield from _when(document, mentions, paragraph, [t for s, times in spoken.items() if paragraph.start <= s.start < paragraph.end for t in times])


def _milestones(match: re.Match[str]) -> list[tuple[str, str]]:
    if "from" in match.groupdict():
        return [("startDate", _iso(match["from"], match["m1"])), ("endDate", _iso(match["to"], match["m2"]))]
    return [("startDate" if match["verb"] in ("开工", "动工", "开建") else "endDate", _iso(match["year"], match["month"]))]


def _when(document: Document, mentions: Mentions, paragraph: Span, times: Sequence[Time]) -> Iterator[Attribute]:
    key = _named_before(mentions, paragraph.start, ("Event", "Campaign"))
    if not key or not times or not times[0].start:
        return
    evidence, time = (_evidence(document, paragraph, "field"),), times[0]
    if time.start != time.end and (time.day or time.said):
        yield Attribute(key, "startDate", time.start, evidence, 0.85)
        yield Attribute(key, "endDate", time.end, evidence, 0.85)
    elif time.day:
        yield Attribute(key, "date" if mentions.type_of(key) == "Event" else "startDate", time.start, evidence, 0.85)


def _named_before(mentions: Mentions, position: int, types: tuple[str, ...]) -> str:
    """The nearest entity of ``types`` named shortly before ``position``, "" if there is none."""
    before = mentions.within(Span(max(0, position - _NEAR), position))
    return next((m.entity for m in reversed(before) if m.type in types), "")


def _iso(year: str, month: str | None) -> str:
    return f"{year}-{int(month):02}" if month else year


def _evidence(document: Document, span: Span, rule: str) -> Evidence:
    return Evidence(document.article.id, span, document.words(span), f"measure.date.{rule}")
