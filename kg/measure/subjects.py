"""Whom a number is about: the subject of its clause, or what the passage is about."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.measure.anaphora import UNKNOWN, resolve
from kg.measure.clauses import Clause
from kg.measure.mentions import Mentions, open_quote, shut_quote
from kg.measure.words import HOLDS, LINK_HEAD, PREPOSITION, TIME_HEAD
from kg.model import Document, Mention, Span

_POST = re.compile(
    r"[^，。；：的]{0,6}?(?:书记|[省市县区州旗镇乡村厅局处科队站院校行社会段]长|主任|主席|董事长|总经理|经理|负责人|负责同志|总裁|总监|理事长|秘书长|工程师"
    r"|厂长|矿长|行长|专员|委员|局长|发言人|主管|工作人员|组长|技术员|(?:人大|党|政协)?代表|常委|领导|同志|党政正职)"
)
_SAYS = re.compile(r"[^，。；]{0,8}?(?:说|表示|介绍|告诉|透露|坦言|认为|指出|强调|要求|称|算|汇报|通报|回答|道)")
_SOURCE = re.compile(r"(?:的)?(?:提供(?:的|数据|消息)|统计|数据|介绍|透露|通报|发布|公布|获悉|了解到|相关负责|有关负责|测算|监测)")
_DOES = re.compile(r"(?:今年|去年|每年|一年)?(?:家(?:有|的|里|种|养|今年|去年)|种|养|卖|收入|流转|承包|存栏|赚|买|的[^，。]{0,4}(?:大棚|地里|圈里|收入))")
_FARMER = re.compile(r"(?:村民|农户|牧民|渔民|养殖户|种植户|大户|社员|果农|菜农|蜂农|店主|脱贫户|贫困户|致富带头人|合作社成员|\d岁的)[“]?$")
_MEETING = re.compile(r"(?:会议|推进会|调度会|动员(?:大)?会|发布会|座谈会|部署会|启动会|工作会|例会|常委会|常务会|全会|通气会|汇报会|分析会|培训会|观摩会|现场会)$")
_ATTENDS = re.compile(r"(?:出席|参加|主持|陪同|随行|观摩|一同|到场|致辞|与会|列席|见证)[^，。；]{0,8}$")
_MODIFIES = re.compile(r"(?:企业|客商|游客|商人|老板|籍|市场|方向|方面|经销商|采购商|商户|旅客|学生|专家|投资商|群众|代表团|号|等(?:地|国|市|县|省|[两三四五六七八九十\d]))")
_LISTED = re.compile(r"(?:在列|打头|领衔|等(?=\d|[两三四五六七八九十]))")
_MARKER = re.compile(r"(?:本[届期次轮]|此次|这次|新一轮)(?=“)|[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）.．、]\s*|[—●■◆▲★·•※▪-]\s*|本报(?:讯|[^，。]{2,8}讯)(?:[（(][^（）()]*[)）])?\s*")
_WIDE = re.compile(
    r"生产总值|GDP|增加值|公共预算|财政收入|可支配收入|固定资产投资|社会消费品|进出口|接待(?:国内)?游客|旅游(?:综合|总)?收入|城镇新增就业|常住人口|户籍人口|粮食"
    r"|规上|规模以上|优良天数|PM2|城镇化率|出栏|存栏|播种面积|市场主体|空气质量"
)
_OF_PROJECT = re.compile(r"^(?:总投资|(?:累计)?完成(?:投资|年度投资)|建筑面积|占地|总占地|总进度|工程进度|形象进度)")
_BUILDS = re.compile(r"(?:建|建设|新建|投建|改造|打造|上马|建成|打造了|建成了)(?:了)?(?:一[条座个处])?$")
_ITS = re.compile(r"(?:该|本|我们?|全|这家)?(?:公司|企业|市|县|区|州|旗|镇|乡|省)(?:的)?")
_OWNERS = frozenset({"Division", "Zone", "Facility", "Company", "Organization", "Project", "Campaign", "Event", "PublicBody", "Policy"})
_PLACES = frozenset({"Zone", "Facility", "Project", "Event", "Company"})


@dataclass(slots=True)
class Subject:
    """The entities a number is about (several where each has it) and how we know: clause, passage, list, page, home."""

    keys: tuple[str, ...]
    how: str
    start: int = 0


@dataclass(slots=True)
class Tracker:
    """Walks through a document's clauses in order and remembers what the passage is about."""

    document: Document
    mentions: Mentions
    topic: Subject | None = None
    group: tuple[Mention, ...] = ()
    hero: str = ""
    """What the headline names: an article about one company, zone or event."""
    project: str = ""
    """The project named last."""
    event: str = ""
    """The event named last."""
    _locked: bool = False
    _label: bool = False
    _first: bool = False

    def paragraph(self, span: Span, listed: bool) -> None:
        """Begin the paragraph at ``span``; ``listed`` if it continues a list whose head set the topic."""
        if self.hero and not listed:
            self.topic = Subject((self.hero,), "page")
        elif self.topic:
            self.topic = Subject(self.topic.keys, "list" if listed else "page", self.topic.start)
        self.group, self._locked, self._label, self._first = (), False, False, True
        if quoted := self._quoted(span):
            self.topic = Subject((quoted,), "passage", span.start)

    def _quoted(self, span: Span) -> str:
        """Whose words a paragraph opens with (“……。”某公司负责人某某说): that company, zone or farmer."""
        text = self.document.text
        close = text.find("”", span.start, span.end) if text.startswith("“", span.start) else -1
        mentions = self.mentions.within(Span(close, min(span.end, close + 30))) if close > 0 else []
        for mention in mentions:
            right = text[shut_quote(text, mention.span.end) :][:14]
            farms = mention.type == "Person" and _FARMER.search(text[close : mention.span.start])
            if farms or (mention.type in ("Company", "Zone", "Organization", "Project") and _POST.match(right)):
                return mention.entity
        return ""

    def enter(self, clause: Clause, first: int) -> Subject | None:
        """Read a clause; ``first`` is where its first quantity stands. Returns the subject the clause itself names."""
        opening, self._first = self._first, len(clause.span) <= 2
        label, self._label = self._label, clause.mark in ("：", ":") and len(clause.span) <= 6
        if label or _ATTENDS.search(self.document.text, clause.span.start, clause.span.end):
            return None
        found, lasting = self._named(clause, first)
        if found and lasting and not (self._locked and found.keys and self.mentions.type_of(found.keys[0]) in ("PublicBody", "Company", "Division")):
            self.topic = Subject(found.keys, "passage" if found.keys else "unknown", found.start)
            self._locked = self._locked or (opening and self._heads(clause, found))
        return found

    def owner(self, subject: Subject | None, indicator: str) -> Subject | None:
        """The subject of a number: its clause's, else the passage's; a figure of a whole place is not left to an old topic."""
        if subject:
            return subject
        topic = self.topic
        if indicator == "参会人员" and self.event:
            return Subject((self.event,), "passage")
        if topic and topic.keys and topic.how == "page":
            if _OF_PROJECT.match(indicator) and self.project and self.mentions.type_of(topic.keys[0]) in ("Company", "Division"):
                self.topic = topic = Subject((self.project,), "page")
            elif _WIDE.search(indicator) and topic.keys[0] != self.hero and self.mentions.type_of(topic.keys[0]) != "Policy":
                self.topic = topic = None
        return topic

    def _heads(self, clause: Clause, found: Subject) -> bool:
        """True if the clause is nothing but a project's name: the head of an entry in a list."""
        return bool(found.keys) and self.mentions.type_of(found.keys[0]) == "Project" and clause.mark == "。" and len(clause.span) < 60 and found.start <= clause.span.start + 5

    def _named(self, clause: Clause, first: int) -> tuple[Subject | None, bool]:
        """The subject that the clause names, and whether the passage goes on about it."""
        text = self.document.text
        head = after_leads(text, clause.span)
        found, lasting = None, True
        mentions = self.mentions.within(clause.span)
        for index, mention in enumerate(mentions):
            if any(mention is member for member in self.group):
                continue
            role, head = self._role(clause, head, mentions, index)
            self.project = mention.entity if mention.type == "Project" else self.project
            self.event = mention.entity if mention.type == "Event" else self.event
            if mention.span.start >= first and role != "object":
                continue
            if role == "subject" and found and mention.kind == "anaphor" and self.mentions.type_of(found.keys[0]) in ("Campaign", "Event"):
                continue
            if role == "subject":
                found, single = self._grouped(clause, mentions, index, first)
                lasting = single and not text[shut_quote(text, mention.span.end) : first].strip(" 的共有约近超逾达")
                lasting = single and not (lasting and first < clause.span.end)
            elif role == "object" or (role == "place" and not found):
                found, lasting = Subject((mention.entity,), "passage", mention.span.start), True
        if not found:
            key = resolve(text, head, clause.span.end, self.mentions)
            if key == UNKNOWN:
                found = Subject((), "unknown", head)
            elif key:
                found = Subject((key,), "clause", head)
        return found, lasting

    def _grouped(self, clause: Clause, mentions: list[Mention], index: int, first: int) -> tuple[Subject | None, bool]:
        """The subject at ``mentions[index]`` with those joined to it (A、B和C), and whether it is a single one."""
        text = self.document.text
        members = [mentions[index]]
        for mention in mentions[index + 1 :]:
            gap = text[shut_quote(text, members[-1].span.end) : open_quote(text, mention.span.start)]
            quoted = gap == "" and open_quote(text, mention.span.start) < mention.span.start
            if (not quoted and gap not in ("、", "和", "与", "及", "以及")) or mention.span.start >= first:
                break
            members.append(mention)
        keys = tuple(dict.fromkeys(m.entity for m in members))
        self.group = tuple(members) if len(keys) > 1 else self.group
        if _LISTED.match(text, shut_quote(text, members[-1].span.end), clause.span.end):
            if len(members) > 1 and self.topic and self.topic.keys and self.mentions.type_of(self.topic.keys[0]) == members[0].type == "Project":
                self.topic = Subject((self.hero,), "page") if self.hero else None
            return None, True
        return Subject(keys, "clause", mentions[index].span.start), len(keys) == 1

    def _role(self, clause: Clause, head: int, mentions: list[Mention], index: int) -> tuple[str, int]:
        """The part that a mention plays in its clause, and where the clause's head is after it."""
        text, mention = self.document.text, mentions[index]
        start, stop = open_quote(text, mention.span.start), shut_quote(text, mention.span.end)
        left = text[clause.span.start : start]
        right = text[stop : min(clause.span.end, stop + 14)]
        after = stop + right.startswith("的")
        if mention.type == "Person":
            farms = _DOES.match(right) or (_FARMER.search(left) and not _POST.match(right))
            return ("speaker" if _SAYS.match(right) else "subject" if farms else "none"), head
        if mention.type not in _OWNERS:
            return "none", head
        verb = HOLDS.search(left) if mention.type in ("Campaign", "Event", "Policy", "Project") else None
        if verb or (mention.type in ("Project", "Facility") and _BUILDS.search(left)):
            if mention.type == "Event" and _MEETING.search(mention.name):
                return "none", head
            several = right[:1] in ("、", "等", "和") or (mention.type == "Event" and verb and verb.group().startswith("组织"))
            return ("none" if several else "object"), head
        if governed := PREPOSITION.search(left):
            placed = governed.group() in ("在", "来到", "走进", "经") and mention.type in _PLACES
            return ("place" if placed else "oblique"), head
        if mention.type == "Event" and right.startswith("上") and _MEETING.search(mention.name):
            return "none", head
        if start > head + 1 and not left.endswith("的") and mention.kind != "anaphor" and not _ITS.fullmatch(text, head, start):
            return "oblique", head
        if (_POST.match(right) and mention.type != "Company") or mention.kind == "implied" or (_SOURCE.match(right) and not mention.entity.endswith("海关")):
            return "none", head
        if mention.type == "Division" and _MODIFIES.match(right):
            return "none", head
        following = mentions[index + 1] if index + 1 < len(mentions) else None
        if mention.type == "Division" and following and following.type != "Person" and text[stop : open_quote(text, following.span.start)] in ("", "的"):
            return "none", after
        return "subject", after


def after_leads(text: str, span: Span) -> int:
    """Where a clause begins after list marks, times and connectives (1．, 今年以来，其中, 据了解)."""
    position, moved = span.start, True
    while moved and position < span.end:
        moved = False
        while position < span.end and text[position] in " 　“‘\"":
            position += 1
        for pattern in (_MARKER, TIME_HEAD, LINK_HEAD):
            match = pattern.match(text, position, span.end)
            if match and match.end() > position:
                position, moved = match.end(), True
    return position


def headline_hero(document: Document, mentions: Mentions) -> str:
    """The company, zone, event or project that the title line names alone; "" if it names none or several."""
    end = document.article.body or 0
    if document.text.startswith("—", end):
        end = max(end, document.text.find("\n", end))
    title = Span(0, end)
    keys = {m.entity for m in mentions.within(title) if m.type in ("Company", "Zone", "Event", "Facility", "Project")}
    return keys.pop() if len(keys) == 1 else ""
