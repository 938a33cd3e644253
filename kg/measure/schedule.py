"""Start, end and date of campaigns, events and projects."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from kg.measure.dates import Anchor, Time
from kg.measure.mentions import Mentions, open_quote, shut_quote
from kg.measure.trail import Step
from kg.measure.words import HOLDS
from kg.model import Attribute, Document, Evidence, Mention, Span

_TYPES = frozenset({"Campaign", "Event", "Project"})
_BEGINS = r"(?:正式|全面|当场|相继|率先|陆续|已)*(?:启动|打响|开始|拉开|实施|发起|推出|起(?!草|重|步|到|伏)|以来|开启|揭幕|开幕|部署)"
_ENDS = r"(?:正式|圆满|全面|已|均|就|即)*(?:结束|收官|鸣金|收兵|截止|落幕|告捷|为止|止(?!步)|收尾|闭幕|画上句号|告一段落)"
_BUILT = r"(?:正式|全面|全部|建成|主体|机械|顺利|如期|将|可|前|实现)*(?:竣工|建成|投产|完工|交付|中交|通车|投用|投入使用|投入运营|投运|启用|交工|试运营|开业)"
_BROKEN = r"(?:正式|全面|集中|相继|已)*(?:开工|动工|破土|奠基|启动建设|开建|进场施工)"
_HELD = re.compile(r"^[^，。；]{0,24}?(?:举行|召开|举办|开幕|开赛|启幕|揭幕|鸣枪|登场|办(?=[，。]|$))")
_LEAD = r"^(?:[起前]?，?)?(?:在[^，。；\d的]{2,16})?(?:[^，。；、\d的]{0,4})?"
_PATTERNS: tuple[tuple[str, frozenset[str], re.Pattern[str]], ...] = (
    ("endDate", frozenset({"Campaign", "Event"}), re.compile(_LEAD + _ENDS)),
    ("startDate", frozenset({"Campaign"}), re.compile(_LEAD + _BEGINS)),
    ("endDate", frozenset({"Project"}), re.compile(_LEAD + _BUILT)),
    ("startDate", frozenset({"Project"}), re.compile(_LEAD + _BROKEN)),
)
_LAUNCH = re.compile(r"(?:启动|打响|发起|推出|开启|部署|开展|组织|实施)")
_STARTS = re.compile(r"(?:启动|打响|发起|推出|开启)")
_LASTS = re.compile(r"为期\s*([\d一二三四五六七八九十]{1,3})\s*(天|日)")
_NUMERALS = {c: i for i, c in enumerate("零一二三四五六七八九十")}


def schedule(
    document: Document, mentions: Mentions, steps: Sequence[Step], spoken: Mapping[Span, Sequence[Time]], now: Anchor
) -> Iterator[Attribute]:
    """The dates of campaigns, events and projects, sentence by sentence."""
    by_sentence: dict[Span, list[Step]] = {}
    for step in steps:
        by_sentence.setdefault(step.sentence, []).append(step)
    year = ""
    begun: dict[str, str] = {}
    for sentence, inside in by_sentence.items():
        told, times = year, spoken.get(sentence, ())
        things = [m for m in mentions.within(sentence) if m.type in _TYPES]
        for time in times:
            if time.start:
                year = time.start[:4] if time.fresh else year
                for found in _of_time(document, mentions, things, inside, sentence, time):
                    if found.key == "endDate" and mentions.type_of(found.entity) == "Project" and not (time.written or _ahead(time, now)):
                        continue
                    if found.key in ("date", "startDate") and len(found.value) == 10:
                        begun[found.entity] = found.value
                    yield found
        if (lasts := _LASTS.search(document.text, sentence.start, sentence.end)) and not times:
            yield from _lasting(document, mentions, things, inside, (sentence, lasts[1]), begun)
        if told:
            yield from _in_year(document, things, sentence, told)


def _ahead(time: Time, now: Anchor) -> bool:
    """True if a time lies after the article's own month, or that is unknown. A plant's past start in use ends no plan."""
    return not now.month or time.end[:7] > f"{now.year}-{now.month:02}" or len(time.end) == 4


def _of_time(document: Document, mentions: Mentions, things: list[Mention], steps: list[Step], sentence: Span, time: Time) -> Iterator[Attribute]:
    text = document.text
    if text[max(0, time.span.start - 3) : time.span.start].endswith(("截至", "截止", "截止到", "截至到")):
        return
    right = text[time.span.end : min(sentence.end, time.span.end + 30)]
    keys, kind, held = _target(document, mentions, things, steps, sentence, time)
    if not keys or _other_phase(document, steps, time, keys[0]):
        return
    sure = len(time.start) > 4 or time.fresh or not re.search(r"预计|计划", text[max(sentence.start, time.span.start - 6) : time.span.start])
    pairs = _dates(kind, time, right, _verb(text, things, sentence, time), held) if sure else []
    lasts = _LASTS.search(text, sentence.start, sentence.end)
    if kind == "Campaign" and lasts and [k for k, _ in pairs] == ["startDate"] and len(time.start) == 10:
        pairs.append(("endDate", _after(time.start, lasts[1])))
    for key, (name, value) in itertools.product(keys, pairs):
        yield Attribute(key, name, value, (Evidence(document.article.id, sentence, document.words(sentence), f"measure.date.{name}"),), 0.85)


def _lasting(
    document: Document, mentions: Mentions, things: list[Mention], steps: list[Step], lasts: tuple[Span, str], begun: dict[str, str]
) -> Iterator[Attribute]:
    """为期10天 of an event or campaign whose first day the text has given before."""
    sentence, count = lasts
    key = things[0].entity if things else next((s.topic for s in steps if s.named and s.topic in begun), "")
    if key in begun and mentions.type_of(key) in ("Event", "Campaign"):
        evidence = (Evidence(document.article.id, sentence, document.words(sentence), "measure.date.lasting"),)
        yield Attribute(key, "startDate", begun[key], evidence, 0.8)
        yield Attribute(key, "endDate", _after(begun[key], count), evidence, 0.8)


def _dates(kind: str, time: Time, right: str, verb: str, held: bool) -> list[tuple[str, str]]:
    """The attributes that a time gives to a thing of ``kind``, by the words behind it and the launching verb."""
    if time.start != time.end:
        whole = time.day or time.said or (bool(verb) and time.months)
        return [("startDate", time.start), ("endDate", time.end)] if whole and kind != "Project" else []
    for name, kinds, pattern in _PATTERNS:
        if kind in kinds and (match := pattern.match(right)) and (len(time.start) > 4 or kind != "Project" or time.fresh or match.group()[0] in "竣建投完交中通"):
            return [(name, time.start)]
    if kind == "Event" and (verb or held or _HELD.match(right)) and len(time.start) >= 4:
        return [("date", time.start)]
    if kind == "Campaign" and (_LAUNCH if len(time.start) > 4 else _STARTS).search(verb):
        return [("startDate", time.start)]
    if kind == "Campaign" and (re.search(r"举行|举办", verb) or held or _HELD.match(right)) and time.day:
        return [("startDate", time.start), ("endDate", time.start)]
    return []


def _other_phase(document: Document, steps: list[Step], time: Time, key: str) -> bool:
    """True if the time's clause speaks of a phase (二期) that the project ``key`` is not."""
    for step in steps:
        if step.clause.span.start <= time.span.start < step.clause.span.end:
            phase = re.match(r"[^，。]{0,4}([一二三四]期)", document.words(step.clause.span))
            return bool(phase) and phase[1] not in document.entities[key].name if phase and key in document.entities else False
    return False


def _verb(text: str, things: list[Mention], sentence: Span, time: Time) -> str:
    """The launching verb between the time and the next thing (5月6日，我市启动X), "" if there is none."""
    for mention in things:
        if mention.span.start >= time.span.end:
            match = HOLDS.search(text, time.span.end, open_quote(text, mention.span.start))
            return match.group() if match else ""
    return ""


def _target(document: Document, mentions: Mentions, things: list[Mention], steps: list[Step], sentence: Span, time: Time) -> tuple[list[str], str, bool]:
    """The things that a time belongs to, their type, whether they were held then: described by it, launched then, or named before it."""
    text = document.text
    for mention in things:
        start = open_quote(text, mention.span.start)
        if start < time.span.end:
            continue
        between = text[time.span.end : start]
        clause = between.rpartition("，")[2]
        described = between.endswith("的") and "，" not in between and len(between) <= 24
        held = mention.type != "Project" and (mention.type == "Event" or "，" in between or len(between) < 30) and _HELD.match(text[shut_quote(text, mention.span.end) : sentence.end])
        if described or (mention.type != "Project" and HOLDS.search(text, time.span.end, start)) or (held and len(clause) <= 4):
            return [mention.entity], mention.type, bool(held)
    before = [m for m in things if m.span.end <= time.span.start]
    if any(word in text[sentence.start : time.span.start] for word in ("前者", "后者", "那次")):
        before = []
    if before and before[-1].type == "Event" and len(before) > 1 and before[-2].type == "Campaign":
        before.pop()
    if before:
        return _coordinated(text, before), before[-1].type, False
    topic = next((s.topic for s in reversed(steps) if s.clause.span.start <= time.span.start and (s.named or time.start == time.end)), "")
    kind = mentions.type_of(topic)
    return ([topic], kind, False) if kind in _TYPES else ([], "", False)


def _coordinated(text: str, before: list[Mention]) -> list[str]:
    """The last of ``before`` with those joined to it by 、 or 和."""
    keys = [before[-1].entity]
    for left, right in zip(reversed(before[:-1]), reversed(before[1:]), strict=True):
        if text[left.span.end : right.span.start].strip("”“") not in ("、", "和", "与", "及"):
            break
        keys.append(left.entity)
    return keys


def _in_year(document: Document, things: list[Mention], sentence: Span, year: str) -> Iterator[Attribute]:
    """An event held in a sentence without a date lies in the year that the passage spoke of last."""
    text = document.text
    for mention in things:
        start = open_quote(text, mention.span.start)
        if mention.type == "Event" and re.search(r"(?:举行|召开|举办)了?$", text[sentence.start : start]):
            evidence = Evidence(document.article.id, sentence, document.words(sentence), "measure.date.year")
            yield Attribute(mention.entity, "date", year, (evidence,), 0.6)


def _after(start: str, count: str) -> str:
    days = int(count) if count.isdigit() else _NUMERALS.get(count, 0)
    return (date.fromisoformat(start) + timedelta(days=max(days - 1, 0))).isoformat()
