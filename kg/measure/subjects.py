"""Whom a number is about: the subject of its clause, or what the passage is about."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kg.measure.clauses import Clause
from kg.measure.mentions import Mentions, open_quote, shut_quote
from kg.measure.words import HOLDS, LINK_HEAD, PREPOSITION, TIME_HEAD
from kg.model import Document, Mention, Span

_POST = re.compile(
    r"[^，。；：的]{0,6}?(?:书记|[省市县区州旗镇乡村厅局处科队站院校行社会段]长|主任|主席|董事长|总经理|经理|负责人|总裁|总监|理事长|秘书长|工程师|厂长|矿长|行长|专员|委员|局长|发言人|主管|工作人员|组长|技术员|职工|员工)"
)
_SAYS = re.compile(r"[^，。；]{0,8}?(?:说|表示|介绍|告诉|透露|坦言|认为|指出|强调|要求|称|算|汇报|通报|回答|道)")
_SOURCE = re.compile(r"(?:的)?(?:提供|统计|数据|介绍|透露|通报|发布|公布|获悉|了解到|相关负责|有关负责|测算|监测)")
_DOES = re.compile(r"(?:家|种|养|卖|收入|有|的[^，。]{0,4}(?:里|地|棚|圈|收入)|流转|承包|存栏|赚|每天|去年|今年|带着|拿出|买)")
_OWNERS = frozenset({"Division", "Zone", "Facility", "Company", "Organization", "Project", "Campaign", "Event", "PublicBody", "Policy"})
_KINDS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (re.compile(r"(?:该|本|我们|这家|这个)?(?:公司|企业|集团|厂|矿|银行|合作社)(?!家|数|户|类|们|工资)"), ("Company",)),
    (re.compile(r"(?:该|本|这个|我们的?)?(?:项目|工程)(?=总|占|规划|计划|预计|建|设计|全|投|达|拟|分|已|年|累|共|一期|二期|三期|由|自|完)"), ("Project",)),
    (re.compile(r"(?:该|本|这个)(?:项目|工程|线路|铁路|公路)"), ("Project", "Facility")),
    (re.compile(r"(?:该|本|整个|这个)?(?:园区|开发区|基地|产业园|保税区|口岸|片区|景区|机场|车站|港口)(?!内?企业|办)"), ("Zone", "Facility", "Company")),
    (re.compile(r"(?:该|本|这一|这场|这个|此次|本次|本届|这次|整个)(?:会战|行动|活动|攻势|攻坚|战役|大会|会议|大赛|赛事|比赛|展会|博览会|[^，。]{0,5}?节|签约仪式|仪式|竞赛)"), ("Campaign", "Event")),
    (re.compile(r"(?:会战|活动|行动|攻坚)期间|期间"), ("Campaign", "Event")),
    (re.compile(r"(?:该|本)(?:站|局|院|校|中心|队|馆|所)"), ("PublicBody", "Organization", "Facility")),
    (re.compile(r"(?:该|本|全)(?:省|市|县|区|州|旗|镇|乡|村|盟)(?!级|直|委)"), ("Division", "Zone")),
    (re.compile(r"(?:省|市|县|区|州|旗|镇|乡|村)里"), ("Division",)),
)


@dataclass(slots=True)
class Subject:
    """The entities a number is about (several where each has it) and how we know: clause, passage, page, home."""

    keys: tuple[str, ...]
    how: str
    start: int = 0


@dataclass(slots=True)
class Tracker:
    """Walks through a document's clauses in order and remembers what the passage is about."""

    document: Document
    mentions: Mentions
    topic: Subject | None = None
    last: dict[str, tuple[str, int]] = field(default_factory=dict)
    group: tuple[Mention, ...] = ()
    _before: Subject | None = None

    def paragraph(self, listed: bool) -> None:
        """Begin a paragraph; ``listed`` if it continues a list whose head set the topic."""
        if self.topic and self.topic.how != "page":
            self._before = Subject(self.topic.keys, "list" if listed else "page", self.topic.start)
        self.topic = self._before
        self.group = ()

    def enter(self, clause: Clause, first: int) -> Subject | None:
        """Read a clause; ``first`` is where its first quantity stands. Returns the subject the clause itself names."""
        text, found = self.document.text, None
        head = _after_leads(text, clause.span)
        mentions = self.mentions.within(clause.span)
        for index, mention in enumerate(mentions):
            role = self._role(clause, head, mention, mentions[index + 1] if index + 1 < len(mentions) else None)
            self.last[mention.type] = (mention.entity, mention.span.start)
            if mention.span.start >= first and role != "object":
                continue
            if role == "subject":
                found = self._grouped(clause, mentions, index, first)
            elif role == "place" and not found:
                found = Subject((mention.entity,), "passage", mention.span.start)
            elif role == "object" and mention.type in ("Campaign", "Event", "Policy"):
                found = Subject((mention.entity,), "passage", mention.span.start)
        if not found or found.start > head + 1:
            found = self._anaphor(text, head, clause) or found
        if found:
            self.topic = Subject(found.keys, "passage", found.start)
        return found

    def _grouped(self, clause: Clause, mentions: list[Mention], index: int, first: int) -> Subject | None:
        """The subject at ``mentions[index]`` with those joined to it (A、B和C); none if they only open a list (A、B等14个)."""
        text = self.document.text
        members = [mentions[index]]
        for mention in mentions[index + 1 :]:
            gap = text[shut_quote(text, members[-1].span.end) : open_quote(text, mention.span.start)]
            if gap not in ("、", "和", "与", "及", "以及") or mention.span.start >= first:
                break
            members.append(mention)
        rest = text[shut_quote(text, members[-1].span.end) : clause.span.end]
        self.group = tuple(members) if len(members) > 1 else ()
        if len(members) > 1 and rest.startswith("等") or rest.startswith("等") and len(members) == 1:
            return None
        return Subject(tuple(dict.fromkeys(m.entity for m in members)), "clause", mentions[index].span.start)

    def _role(self, clause: Clause, head: int, mention: Mention, following: Mention | None) -> str:
        text = self.document.text
        start, stop = open_quote(text, mention.span.start), shut_quote(text, mention.span.end)
        left = text[clause.span.start : start]
        right = text[stop : min(clause.span.end, stop + 14)]
        if mention.type == "Person":
            return "speaker" if _SAYS.match(right) else "subject" if _DOES.match(right) else "none"
        if mention.type not in _OWNERS:
            return "none"
        if HOLDS.search(left) and mention.type in ("Campaign", "Event", "Policy", "Project"):
            return "object"
        governed = PREPOSITION.search(left)
        if governed:
            placed = governed.group() in ("在", "来到", "走进") and mention.type in ("Zone", "Facility", "Project", "Event", "Company")
            return "place" if placed and start > clause.span.start else "oblique"
        if mention.type == "PublicBody" and (_POST.match(right) or mention.kind == "implied"):
            return "none"
        if _SOURCE.match(right) and not (mention.type == "PublicBody" and mention.entity.endswith("海关")):
            return "none"
        if following and following.type != "Person" and following.span.start - stop <= 1 and text[stop : following.span.start] in ("", "的"):
            return "none" if mention.type == "Division" else "subject"
        return "subject" if start <= head + 1 or left.endswith("的") or mention.kind == "anaphor" or not left else "oblique"

    def _anaphor(self, text: str, head: int, clause: Clause) -> Subject | None:
        """公司, 该项目, 基地 … at the head of a clause: the last entity of that type."""
        for pattern, types in _KINDS:
            if pattern.match(text, head, clause.span.end):
                known = [self.last[t] for t in types if t in self.last]
                if known:
                    key, _ = max(known, key=lambda item: item[1])
                    return Subject((key,), "clause", head)
        return None


def _after_leads(text: str, span: Span) -> int:
    """Where a clause begins after times and connectives (今年以来，其中, 据了解)."""
    position, moved = span.start, True
    while moved and position < span.end:
        moved = False
        while position < span.end and text[position] in " 　“‘\"":
            position += 1
        for pattern in (TIME_HEAD, LINK_HEAD):
            match = pattern.match(text, position, span.end)
            if match and match.end() > position:
                position, moved = match.end(), True
    return position
