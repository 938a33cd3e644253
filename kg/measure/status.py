"""How far a project is: the furthest state that the text says it has reached."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.measure.bearers import Bearers
from kg.measure.dates import Anchor, Time
from kg.measure.mentions import Mentions, open_quote
from kg.measure.rosters import rosters
from kg.measure.states import BEFORE, CUES, DEMAND, FUTURE, HYPOTHESIS, LATER_PHASE, WEAK
from kg.measure.trail import Step
from kg.model import Attribute, Document, Evidence, Span

_ORDER = ("planned", "signed", "approved", "started", "underConstruction", "completed", "inOperation")
_LIST = re.compile(r"分别(?:是|为)|包括|其中有|最大的是|最小的是|依次是")
_SHOWN = re.compile(r"在列|打头|领衔|名列|位列")
_INTENDED = re.compile(
    r"(?:计划|拟|将|准备|打算|有意|谋划|商定|约定|意向|表示|决定)[^。；]*(?:建设|新建|投资|实施|启动|投建|共建|建|打造)[“《]?$|(?:洽谈|对接|商谈|谋划|策划|磋商|筹划|拟建|储备)了?[“《]?$"
)
_SIGNED = re.compile(r"签约|签下|(?:投资|入园|入驻|项目|购地)(?:框架|合作)?(?:协议|合同)")
_NOW = re.compile(r"(?:正在|正|抓紧)(?:加快|全力|有序|加紧|紧张|稳步|扎实)?(?:建设|推进|实施|施工|打造)的?[“《]?$")
_MONTHS = 5
"""After so many months a project that was started is under construction."""


@dataclass(frozen=True, slots=True)
class _Seen:
    status: str
    span: Span
    sure: bool
    since: str = ""


def status(document: Document, mentions: Mentions, steps: Sequence[Step], times: Mapping[Span, Sequence[Time]], now: Anchor) -> Iterator[Attribute]:
    """The status of each project of the document."""
    seen: dict[str, list[_Seen]] = {}
    bearers = Bearers(document, mentions)
    for step in steps:
        keys, projects = bearers.read(step)
        if not keys or (not projects and DEMAND.search(document.text, step.sentence.start, step.clause.span.start)):
            continue
        spoken = [t for t in times.get(step.sentence, ()) if step.clause.span.start <= t.span.start < step.clause.span.end]
        start = projects[-1].span.end if projects else step.clause.span.start
        found = _told(document, step, Span(start, step.clause.span.end), spoken, now)
        if projects and not found and (name := _before(document, step, projects[0].span.start)):
            found = [_Seen(name, step.clause.span, True, _since(spoken) if name == "started" else "")]
        for key in keys:
            seen.setdefault(key, []).extend(found)
    for key, name, span in rosters(document, mentions):
        seen.setdefault(key, []).append(_Seen(name, span, True))
    for key, states in seen.items():
        if states:
            name, span = _latest(states, now)
            evidence = Evidence(document.article.id, span, document.words(span), f"measure.status.{name}")
            yield Attribute(key, "status", name, (evidence,), 0.8)


def _latest(states: list[_Seen], now: Anchor) -> tuple[str, Span]:
    """The state that counts: the furthest reached; what is only expected gives way to it, and to a start still to come."""
    sure = [s for s in states if s.sure]
    ahead = [s for s in states if not s.sure]
    pool = sure or [s for s in ahead if s.status == "planned"] or ahead
    best = max(pool, key=lambda s: (_ORDER.index(s.status), -s.span.start))
    if best.status == "started" and _long_ago(best.since, now):
        return "underConstruction", best.span
    return best.status, best.span


def _long_ago(since: str, now: Anchor) -> bool:
    """True if a start at ``since`` lies half a year back or so."""
    if not since or not now.year:
        return False
    if len(since) == 4 or not now.month:
        return int(since[:4]) < now.year
    return (now.year - int(since[:4])) * 12 + now.month - int(since[5:7]) >= _MONTHS


def _since(spoken: Sequence[Time]) -> str:
    return spoken[-1].start if spoken else ""


def _told(document: Document, step: Step, span: Span, spoken: Sequence[Time], now: Anchor) -> list[_Seen]:
    """The states that the words at ``span`` tell; what is still to come counts as the state before it, not surely."""
    words, text, begin = document.words(span), document.text, step.clause.span.start
    later_phase = LATER_PHASE.match(text, begin, span.end)
    found: list[_Seen] = []
    taken: list[Span] = []
    for name, pattern in CUES:
        match = next((m for m in pattern.finditer(words) if not any(Span(*m.span()).overlaps(t) for t in taken)), None)
        if match:
            taken.append(Span(*match.span()))
        if not match or HYPOTHESIS.search(text[begin : span.start + match.start()]) or WEAK.match(words[match.start() :]):
            continue
        ahead = text[begin : span.start + match.end()]
        before = [t for t in spoken if t.span.start < span.start + match.end() and t.start]
        later = bool(FUTURE.search(ahead[: len(ahead) - len(match.group())])) or bool(FUTURE.search(match.group())) or _later(before, now)
        if name == "planned" or not later:
            found.append(_Seen(name, step.clause.span, True, _since(before)))
        elif expected := "planned" if later_phase else BEFORE.get(name, ""):
            found.append(_Seen(expected, step.clause.span, False))
    return found


def _later(spoken: Sequence[Time], now: Anchor) -> bool:
    """True if the words name a time after the article's own."""
    if not spoken or not now.year:
        return False
    last = spoken[-1]
    end = last.end
    if not last.fresh and now.month and len(end) >= 7:
        return now.month < int(end[5:7]) <= now.month + 8
    return end[:4] > str(now.year) if len(end) == 4 or not now.month else end[:7] > f"{now.year}-{now.month:02}"


def _before(document: Document, step: Step, start: int) -> str:
    """The status in the words before a project's name: 开工建设的X, or the head of a list (破土的项目6个，分别是X)."""
    text = document.text
    start = open_quote(text, start)
    clause = text[step.clause.span.start : start]
    rest = text[start : step.clause.span.end]
    segment = step.clause.span.start
    listed = _LIST.search(clause) or _SHOWN.search(rest)
    if listed:
        segment = max(step.sentence.start, text.rfind("；", step.sentence.start, start) + 1)
    elif _INTENDED.search(text[max(step.sentence.start, start - 40) : start]):
        return "signed" if _SIGNED.search(text[step.sentence.start : start]) else "planned"
    elif _NOW.search(clause):
        return "underConstruction"
    elif not re.search(r"(?:的|在|了|：)$", clause):
        return ""
    words = text[segment:start]
    for name, pattern in CUES:
        if name in ("inOperation", "started", "signed", "completed") and (match := pattern.search(words)):
            future = FUTURE.search(words[: match.start()])
            return "" if future and not listed else name
    return ""
