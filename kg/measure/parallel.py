"""Rows of numbers: A和B分别为x、y; 同比分别增长x、y. Each number finds its label or its subject."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.measure import phrases, series
from kg.measure.clauses import Clause
from kg.measure.drafts import Draft, Memory
from kg.measure.mentions import open_quote
from kg.measure.quantities import COUNTS, Quantity
from kg.measure.roles import NAMES
from kg.measure.subjects import Subject, Tracker
from kg.model import Mention, Span

_FIRST = re.compile(r"前[两三四五2345](?:个|家|者|条|座)?(?:项目|工程|企业|公司|园区)?")
_CHANGE = re.compile(r"(?:同比|环比|增|降|升|提高|占|高于|低于|快于|回落|减少|下滑|恢复|完成(?:目标|年度|全年|年)|达到?目标)")


@dataclass(frozen=True, slots=True)
class Row:
    """The numbers of a row, the words before the first one, and the surfaces of the clause's mentions."""

    text: str
    clause: Clause
    sentence: Span
    numbers: list[Quantity]
    words: str
    names: tuple[str, ...]

    @property
    def before(self) -> str:
        """The words before 分别."""
        return self.words.rpartition("分别")[0]

    @property
    def metric(self) -> str:
        """The words from 分别 to the first number (分别为: empty)."""
        metric = self.words.rpartition("分别")[2]
        return metric.lstrip(phrases.PUNCTUATION) if _CHANGE.search(metric) else phrases.tidy(metric)


def parallel(row: Row, memory: Memory, tracker: Tracker, subject: Subject | None) -> list[Draft]:
    """One draft a number of the row."""
    count = len(row.numbers)
    change = bool(_CHANGE.search(row.words[-14:]))
    members = _members(tracker, row, count)
    if members:
        return _of_subjects(row, memory, members)
    previous = memory.items[-count:] if len(memory.items) >= count else []
    before = phrases.tidy(row.before, row.names)
    labels = series.elements(before, count)
    if not labels and change and len(before) <= 4:
        labels = series.told(row.text[row.sentence.start : row.clause.span.start], count)
    shared = bool(labels)
    if not labels and change and previous and (len(before) <= 4 or before[0] in "较比与同"):
        return [
            _draft(row, i, _joined(item.indicator, "" if before.startswith(("较", "与", "同期")) else before, row.metric), item.subject, "growth")
            for i, item in enumerate(previous)
        ]
    if not labels:
        labels = _conditions(row, memory, count) or series.listed(row.text[row.sentence.start : row.clause.span.start], count)
    subject = subject or tracker.topic
    drafts = []
    for i in range(count):
        label = labels[i] if labels else ""
        rest = "" if shared or (labels and _covers(before, labels)) else before
        indicator = _joined(label, rest, row.metric)
        drafts.append(_draft(row, i, indicator or memory.base, subject, "growth" if change else "level"))
    return drafts


def _members(tracker: Tracker, row: Row, count: int) -> list[str]:
    """The entities that the numbers belong to in turn, if the clause or the one before names as many."""
    group = tracker.group
    if _FIRST.search(row.before) and len(tracker.recent) > count:
        return [m.entity for m in tracker.recent[:count]]
    if len(group) != count:
        return []
    near = row.sentence.start <= group[0].span.start <= row.clause.span.end
    owners = all(m.type not in ("Person", "Policy") for m in group)
    governed = row.text[max(0, open_quote(row.text, group[0].span.start) - 1) : open_quote(row.text, group[0].span.start)] in ("对", "向", "从", "由")
    return [_own(row.text, m) for m in group] if near and owners and not governed else []


def _own(text: str, mention: Mention) -> str:
    """The entity of a member, "" for a division that only begins a name of its own (A市公益港)."""
    return "" if mention.type == "Division" and NAMES.match(text, mention.span.end) else mention.entity


def _of_subjects(row: Row, memory: Memory, members: list[str]) -> list[Draft]:
    between = phrases.tidy(_FIRST.sub("", row.before), row.names)
    names = [name for name in row.names if name in between]
    if names:
        between = between[max(between.rfind(n) + len(n) for n in names) :]
    between = phrases.tidy(re.sub(r"^[”’）)]*(?:等?[两三四五六七八九十\d]+(?:地|个?[市县区旗镇乡村]))?", "", between))
    bare = not between and re.fullmatch(r"(?:完成|实现|达到?|为)?", row.metric)
    said = memory.base or memory.former
    if memory.counted and row.numbers[0].kind in COUNTS and memory.unit == row.numbers[0].unit[-1:]:
        said = memory.counted
    indicator = said if bare and said else _joined("", between, row.metric) or memory.base
    memory.base = indicator
    return [
        _draft(row, i, indicator, Subject((key,), "clause", row.clause.span.start) if key else Subject((), "unknown"), "level") for i, key in enumerate(members)
    ]


def _conditions(row: Row, memory: Memory, count: int) -> list[str]:
    """年产值首次突破10亿元、50亿元的，分别奖励: the conditions as labels."""
    found = memory.conditions[-count:]
    if len(found) != count:
        return []
    lead = phrases.tidy(found[0][0], row.names)
    return [lead + row.text[q.core.start : q.core.end] for _, q in found]


def _covers(before: str, labels: list[str]) -> bool:
    return bool(before) and (before.endswith(labels[-1]) or labels[-1] in before)


def _joined(label: str, before: str, metric: str) -> str:
    return label + before.removeprefix(label) + re.sub(r"^的", "", metric).rstrip("的")


def _draft(row: Row, index: int, indicator: str, subject: Subject | None, role: str) -> Draft:
    comparison = "环比" if "环比" in row.words else "同比" if role == "growth" and "同比" in row.words else "占比" if "占" in row.words[-6:] else ""
    shared = row.numbers[index]
    if shared.kind == "bare":
        last = row.numbers[-1]
        unit = shared.unit + re.sub(r"^[百千]?[万亿]", "", last.unit)
        shared = Quantity(shared.core, shared.whole, shared.value, unit, last.kind, shared.bound, shared.hanzi)
    return Draft(shared, indicator, subject, row.clause, row.sentence, role, comparison)
