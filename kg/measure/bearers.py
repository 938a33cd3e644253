"""Which projects a clause is about: those it names, those its sentence goes on about, or what 项目 means there."""

from __future__ import annotations

import itertools
import re

from kg.measure.mentions import Mentions, open_quote, shut_quote
from kg.measure.trail import Step
from kg.model import Document, Mention, Span

_BARE = re.compile(r"(?:目前|据悉|据了解|据介绍|如今|眼下|[^，。；：]{0,12}(?:说|介绍))?[，,：:“\s]*(?:该|本|此|整个|这个|我们的)?(?:项目|工程)(?![名总部])")
# What a sentence about a project may begin with to go on about it without naming it.
_GOES_ON = re.compile(
    r"[“\s]*(?:目前|眼下|现在|如今|当前|截至|截止|主体|厂房|车间|设备|土建|基础|路基|桥梁|隧道|施工|现场|工地|工期|已|预计|计划|力争|有望|确保|将|拟|建成|全线|一期|二期|三期|进度|形象进度|总投资|累计"
    r"|(?:今|去|明|前)年|\d{4}年|\d{1,2}月)"
)
# Words before a body that only takes part in what the clause tells of the project (由甲公司承建).
_HELPS = re.compile(r"(?:由|被|受|经|获|委托|与|和|同|通过|作为|为|在|位于|落户|落地|向|距|从)[^，。；]{0,6}$")
# A thing without a mention that somebody builds or that lies somewhere (由甲公司承建的大桥, 位于镇上的中心).
_OTHER = re.compile(r"(?:位于|坐落于?|地处|由|至此，由)[^，。；]{2,30}?的(?![一-鿿]{0,2}(?:方式|形式|%))")
_PHASE = re.compile(r"[“\s]*(?:项目|工程|该项目|其中)?，?([一二三四五]期)")
_BESIDE = 12
_BEHIND = frozenset({"Facility", "Zone", "Event"})
_SIDE = frozenset({"Person", "Division"})


class Bearers:
    """Walks through a document's clauses in order and tells which projects each is about."""

    def __init__(self, document: Document, mentions: Mentions) -> None:
        self._document, self._mentions = document, mentions
        self._sentence, self._near = Span(0, 0), 0
        self._current: tuple[str, ...] = ()
        self._last: tuple[str, ...] = ()

    def read(self, step: Step) -> tuple[tuple[str, ...], list[Mention]]:
        """The keys of the projects that the clause is about, and the mentions of projects in it."""
        if step.sentence != self._sentence:
            text, old = self._document.text, self._sentence
            broken = "\n" in text[old.end : step.sentence.start + 1] and text[old.end - 1 : old.end] in "。！？”…"
            self._last = () if broken else self._current or self._last
            self._sentence, self._current, self._near = step.sentence, (), 0 if broken else self._near - 1
        inside = self._mentions.within(step.clause.span)
        projects = [m for m in inside if m.type == "Project"]
        if projects and any(m.type in _BEHIND and m.span.start - projects[-1].span.end in (0, 1) for m in inside):
            self._current = ()
            return (), []
        if projects:
            self._current, self._near = tuple(dict.fromkeys(m.entity for m in projects)), 2
            return self._current, projects
        return self._unnamed(step, inside), []

    def _unnamed(self, step: Step, inside: list[Mention]) -> tuple[str, ...]:
        """The projects of a clause that names none."""
        text, span = self._document.text, step.clause.span
        bare = _BARE.match(text, span.start, span.end)
        about = self._mentions.type_of(step.topic) == "Project"
        if bare and (own := owned(self._mentions, step.sentence, span.start)):
            self._current = (own,)
        elif step.named and about:
            self._current = (step.topic,)
        elif step.named and not bare and not inside and not step.topic:
            self._current = ()
        elif not self._current and about and (self._near > 0 or bare):
            self._current = (step.topic,)
        elif (
            not self._current
            and self._last
            and step.clause.span.start == step.sentence.start
            and (bare or (_GOES_ON.match(text, span.start, span.end) and not inside))
        ):
            self._current = self._last
        if _OTHER.match(text, span.start, span.end):
            self._current = ()
        if self._other_phase(text, span):
            return ()
        return () if any(self._acts(m, span) for m in inside) else self._current

    def _other_phase(self, text: str, span: Span) -> bool:
        """True if the clause opens with a phase (二期) that the projects spoken of are not."""
        phase = _PHASE.match(text, span.start, span.end)
        return bool(phase) and any(self._mentions.other_phase(key, phase[1]) for key in self._current) if phase else False

    def _acts(self, mention: Mention, span: Span) -> bool:
        """True if a body or place named in the clause, not the project, may be what it tells of."""
        if mention.type in _SIDE or mention.kind == "anaphor":
            return False
        return not _HELPS.search(self._document.text, span.start, open_quote(self._document.text, mention.span.start))


def owned(mentions: Mentions, sentence: Span, stop: int) -> str:
    """The project that 项目 at ``stop`` means in a sentence that has named it or its company (甲公司董事长说，项目…); "" if unknown."""
    for mention in reversed(mentions.within(Span(sentence.start, stop))):
        if mention.type == "Project":
            return mention.entity
        if mention.type == "Company":
            return mentions.project_of(mention.entity) or _beside(mentions, mention)
    return ""


def _beside(mentions: Mentions, company: Mention) -> str:
    """The one project that stands beside an earlier mention of a company (甲公司：年产…项目), "" if none or several do."""
    before = [m for m in mentions.outer if m.span.start < company.span.start]
    keys = {b.entity for a, b in itertools.pairwise(before) if a.entity == company.entity and b.type == "Project" and b.span.start - a.span.end <= _BESIDE}
    return keys.pop() if len(keys) == 1 else ""


def joined(text: str, group: list[Mention]) -> list[Mention]:
    """The last of ``group`` with those joined to it by 、 or 和, in order."""
    members = group[-1:]
    for left in reversed(group[:-1]):
        gap = text[shut_quote(text, left.span.end) : open_quote(text, members[0].span.start)]
        if gap not in ("、", "和", "与", "及", "以及", ""):
            break
        members.insert(0, left)
    return members
