"""Whom a number is about: the subject of its clause, or what the passage is about."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from kg.measure.anaphora import UNKNOWN, resolve
from kg.measure.clauses import Clause
from kg.measure.heads import after_leads, quoted
from kg.measure.mentions import Mentions, open_quote, shut_quote
from kg.measure.roles import role
from kg.model import Document, Mention, Span

_ATTENDS = re.compile(r"(?:出席|参加|主持|陪同|随行|观摩|一同|到场|致辞|与会|列席|见证)[^，。；]{0,8}$")
_LIES = re.compile(r"(?:位于|坐落于?|地处|落户|来自|在)$")
_AIMS = re.compile(r"目标(?:是|为|[：:])")
_SET = re.compile(r"里?(?:定下|确定|制定|提出|下达|设定|明确|给出|定)的(?:总?目标|任务)")
# 全市上下奋战80天，确保…: all of a place at work for the drive that the passage is about.
_FIGHTS = re.compile(r"(?:上下|各级|干部群众|动员){1,2}[，、]?[^，。；]{0,6}(?:奋战|鏖战|苦战|决战|大干|攻坚|拼抢|合力)[^。；]{0,24}(?:确保|力争|实现|完成)")
_BOX = re.compile(r"\s*[【\[（(]?(?:延伸阅读|相关链接|新闻链接|背景链接|新闻背景|名词解释|链接|小贴士|知识点|记者手记|编后)[】\]）)]?[：:]?")
_AIM = re.compile(r"(?:总体?|主要)?目标(?:是|为|[：:])")
_ENTRY = re.compile(r"[^，。；：:]{2,8}[：:]")
_ATTENDS_LONGEST = 12
_FIELD = re.compile(r"(?:单位|领导|时限|责任人?|链长|部门|负责人|联系人|主体|专班|业主|联络员|秘书长?|地点|地址|电话)$")
# Words without which no clause can point back to something.
_POINTS = re.compile(
    r"对方|港|机场|码头|水库|山|学院|研究院|医院|商会|协会|目标(?:是|为|[：:])|[该本这此那前后他她我]|老[人汉]|公司|企业|集团|银行|合作社|矿|项目|工程|园|区|基地|口岸|机场|车站|港|期|会上|仪式上|会战|行动|攻势|攻坚|竞赛|活动|大会|展会|博览会|盛会|大赛|赛事|我们|咱们|当时|上一轮|全[镇乡村厂社街]|[一二三四]期|路|桥|库|电站|生产线|公路|铁路|高速"
)
# Somebody acts: what follows is their story, not the county's figures.
_SOMEBODY = re.compile(r"(?:他|她|他们|她们|我(?![市县区省州国镇乡村院校司厂们])|老[人汉]|大[娘爷妈]|小伙|姑娘|这位)")
_LISTED = re.compile(r"(?:在列|打头|领衔|等|来的|籍)")
_SOME = re.compile(r"(?P<end>[前后])(?P<size>[两三四])(?:者|[个家条座所](?:[一-鿿]{2,3}?(?=[采播总建年已完均都分开种产投占路主]))?)")
_WIDE = re.compile(
    r"生产总值|GDP|增加值|公共预算|财政收入|可支配收入|固定资产投资|社会消费品|进出口|接待(?:国内)?游客|旅游(?:综合|总)?收入|城镇新增就业|常住人口|户籍人口|粮食"
    r"|[市县区州]级领导|包联|规上|规模以上|优良天数|PM2|城镇化率|出栏|存栏|播种面积|市场主体|空气质量"
)
_OF_PROJECT = re.compile(r"^(?:总投资|(?:累计)?完成(?:投资|年度投资)|建筑面积|占地|总占地|总进度|工程进度|形象进度)")


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
    recent: tuple[Mention, ...] = ()
    """The last group that was named together, for 前者, 前两个项目."""
    hero: str = ""
    """What the headline names: an article about one company, zone or event."""
    places: Counter[str] = field(default_factory=Counter)
    """How often 全市, 全县 … were subjects, by what they mean."""
    actor: bool = False
    """True in a sentence where a person acts who is not the subject of figures."""
    project: str = ""
    """The project named last."""
    event: str = ""
    """The event named last."""
    _lent: tuple[Subject | None] | None = None
    """The topic before a sentence about two together (A与B签约): it comes back with the next sentence."""
    _list: Subject | None = None
    _entry: Subject | None = None
    _locked: bool = False
    _paired: int = -9
    _label: bool = False
    _first: bool = False

    def paragraph(self, span: Span, listed: bool) -> None:
        """Begin the paragraph at ``span``; ``listed`` if it continues a list whose head set the topic."""
        if self._entry and not _ENTRY.match(self.document.text, span.start, span.end):
            self._entry = None
        if self.hero and not listed:
            self.topic = Subject((self.hero,), "page")
        elif self._entry and _ENTRY.match(self.document.text, span.start, span.end):
            self.topic = Subject(self._entry.keys, "list", self._entry.start)
        elif listed and self._list:
            self.topic = Subject(self._list.keys, "list", self._list.start)
        elif self.topic:
            self.topic = Subject(self.topic.keys, "list" if listed else "page", self.topic.start)
        self._list = (self._list or self.topic) if listed else None
        self.group, self._locked, self._label, self._first = (), False, False, True
        if _BOX.match(self.document.text, span.start, span.end):
            self.topic = None
        if speaker := quoted(self.document.text, span, self.mentions):
            self.topic = Subject((speaker,), "passage", span.start)

    def sentence(self) -> None:
        """Begin a sentence."""
        self.group, self.actor = (), False
        if self._lent:
            self.topic, self._lent = self._lent[0], None

    def enter(self, clause: Clause, sentence: Span, first: int) -> Subject | None:
        """Read a clause; ``first`` is where its first quantity stands. Returns the subject the clause itself names."""
        if clause.mark == "——" and len(clause.span) < 40:
            self._paired = clause.span.end
        opening, self._first = self._first, len(clause.span) <= 2
        label, self._label = self._label, clause.mark in ("：", ":") and bool(_FIELD.search(self.document.text, clause.span.start, clause.span.end))
        if label or _ATTENDS.search(self.document.text, max(clause.span.start, clause.span.end - _ATTENDS_LONGEST), clause.span.end):
            return None
        found, lasting = self._named(clause, first, sentence)
        if found and self._paired == clause.span.start - 2 and clause.mark in ("：", ":") and self.topic:
            return None
        if found and lasting and not (self._locked and found.keys and self.mentions.type_of(found.keys[0]) in ("PublicBody", "Company", "Division")):
            self.topic = Subject(found.keys, "passage" if found.keys else "unknown", found.start)
            if opening and self._heads(clause, found):
                self._locked, self._entry = True, self.topic
        return found

    def owner(self, subject: Subject | None, indicator: str) -> Subject | None:
        """The subject of a number: its clause's, else the passage's; a figure of a whole place is not left to an old topic."""
        if subject:
            return subject
        topic = self.topic
        if self.actor and (topic is None or (topic.how == "page" and topic.keys[:1] != (self.hero,))):
            return Subject((), "unknown")
        if indicator == "参会人员" and self.event:
            return Subject((self.event,), "passage")
        if topic and topic.keys and topic.how == "page":
            if _OF_PROJECT.match(indicator) and self.project and self.mentions.type_of(topic.keys[0]) in ("Company", "Division"):
                self.topic = topic = Subject((self.project,), "page")
            elif _WIDE.search(indicator) and not self._governs(topic.keys[0]):
                self.topic = topic = None
        return topic

    def _governs(self, key: str) -> bool:
        """True if figures of a whole place may be of ``key``: a zone that the article is about, a policy."""
        return self.mentions.type_of(key) == "Policy" or (key == self.hero and self.mentions.type_of(key) == "Zone")

    def home(self) -> str:
        """The division that has what nothing else has: the one that 全市 mostly means as a subject, else the article's."""
        return min(self.places, key=lambda key: (-self.places[key], key)) if self.places else self.document.home

    def _heads(self, clause: Clause, found: Subject) -> bool:
        """True if the clause is nothing but a project's name: the head of an entry in a list."""
        thing = bool(found.keys) and self.mentions.type_of(found.keys[0]) in ("Project", "Campaign", "Event")
        end = max((m.span.end for m in self.mentions.within(clause.span)), default=0)
        rest = self.document.text[end : clause.span.end].strip("”》)） ")
        return thing and clause.mark in ("。", "") and len(clause.span) < 60 and found.start <= clause.span.start + 8 and len(rest) <= 6

    def _named(self, clause: Clause, first: int, sentence: Span) -> tuple[Subject | None, bool]:
        """The subject that the clause names, and whether the passage goes on about it."""
        text = self.document.text
        mentions = self.mentions.within(clause.span)
        if not mentions and not _POINTS.search(text, clause.span.start, clause.span.end):
            return None, True
        head = after_leads(text, clause.span)
        self.actor = self.actor or _SOMEBODY.match(text, head, clause.span.end) is not None
        found, lasting, part = None, True, ""
        for index, mention in enumerate(mentions):
            if any(mention is member for member in self.group):
                continue
            part, head = self._part(clause, head, mentions, index, part)
            self.project = mention.entity if mention.type == "Project" else self.project
            self.event = mention.entity if mention.type == "Event" else self.event
            self.actor = self.actor or (mention.type == "Person" and part == "none" and mention.span.start <= head and clause.mark not in ("：", ":"))
            if mention.span.start >= first and part != "object":
                continue
            if part == "subject" and mention.kind == "anaphor" and self._keeps(found, mentions[index - 1], mention, sentence):
                continue
            if part == "subject":
                found, single = self._grouped(clause, mentions, index, first)
                lasting = single and not text[shut_quote(text, mention.span.end) : first].strip(" 的共有约近超逾达")
                lasting = single and not (lasting and first < clause.span.end)
            elif part == "office" and first < clause.span.end:
                area = self.document.entities[mention.entity].area
                if area in self.document.entities:
                    found, lasting = Subject((area,), "clause", mention.span.start), False
            elif part == "area":
                area = self.document.entities[mention.entity].area
                self.topic = Subject((area,), "passage", mention.span.start) if area in self.document.entities else None
            elif part == "object" or (part == "place" and not found and not self._told(sentence)):
                found, lasting = Subject((mention.entity,), "passage", mention.span.start), True
        return found or self._unnamed(clause, head, sentence), lasting

    def _unnamed(self, clause: Clause, head: int, sentence: Span) -> Subject | None:
        """The subject that the words at ``head`` stand for without naming it: 前者, an aim, 三家, 我们, 公司."""
        text = self.document.text
        if text.startswith(("前者", "后者"), head) and (key := self._former(sentence, head)):
            return Subject((key,), "clause", head)
        if _AIM.match(text, clause.span.start) and (aimed := [m for m in self.mentions.within(Span(sentence.start, head)) if m.type == "Campaign"]):
            return Subject((aimed[0].entity,), "passage", head)
        if (some := _SOME.match(text, head)) and not text.startswith("分别", some.end()) and (keys := self._some(some)):
            return Subject(keys, "clause", head)
        if self.hero and text.startswith(("我们", "咱们"), head) and self.mentions.type_of(self.hero) in ("Company", "Zone"):
            return Subject((self.hero,), "clause", head)
        topic = self.topic.keys[0] if self.topic and self.topic.how == "passage" and self.topic.keys else ""
        key = resolve(text, head, clause.span.end, self.mentions, sentence.start == clause.span.start, (topic, self.hero))
        if key == UNKNOWN:
            return Subject((), "unknown", head)
        return Subject((key,), "clause", head) if key else None

    def _part(self, clause: Clause, head: int, mentions: list[Mention], index: int, last: str) -> tuple[str, int]:
        """The part of a mention; one joined to, or owned by, a governed one is governed too (设A、B两站; 跟A的B)."""
        text = self.document.text
        if index and last == "oblique":
            gap = text[mentions[index - 1].span.end : mentions[index].span.start].strip("“”《》")
            lies = gap == "的" and _LIES.search(text, clause.span.start, open_quote(text, mentions[index - 1].span.start))
            if gap in ("、", "和", "与", "及", "的") and not lies:
                return last, head
        return role(text, clause, head, mentions, index)

    def _keeps(self, found: Subject | None, before: Mention, mention: Mention, sentence: Span) -> bool:
        """True if 全市, 全区 behind a subject do not take its place: 活动全市共…, 开发区全区, a campaign's 目标是：全市…."""
        if found is None:
            text, end = self.document.text, mention.span.end
            aims = _AIMS.search(text, sentence.start, mention.span.start) or _SET.match(text, end) or _FIGHTS.match(text, end, sentence.end)
            return bool(aims and self.topic and self.topic.keys and self.mentions.type_of(self.topic.keys[0]) == "Campaign")
        adjacent = before.span.end == mention.span.start and before.entity in found.keys
        return bool(found.keys) and (adjacent or self.mentions.type_of(found.keys[0]) in ("Campaign", "Event"))

    def _former(self, sentence: Span, head: int) -> str:
        """Whom 前者 or 后者 at ``head`` means: of the last two of a kind in the sentence, else of the group named before."""
        earlier = [m for m in self.mentions.within(Span(sentence.start, head)) if m.type != "Person"]
        earlier = [m for m in earlier if m.type == earlier[-1].type]
        group = earlier[-2:] if len(earlier) > 1 else [m for m in self.recent if m.type != "Person"] or earlier
        return group[0 if self.document.text[head] == "前" else -1].entity if group else ""

    def _some(self, match: re.Match[str]) -> tuple[str, ...]:
        """The first or last of the group named before (前两个园区), none if the group is no larger."""
        size = "两三四".find(match["size"]) + 2
        group = [m.entity for m in self.recent]
        return tuple(group[:size] if match["end"] == "前" else group[-size:]) if len(group) > size else ()

    def _told(self, sentence: Span) -> bool:
        """True if the sentence has named its subject already."""
        return self.topic is not None and self.topic.how == "passage" and self.topic.start >= sentence.start

    def _meant(self, mention: Mention, clause: Clause) -> str:
        """The entity of a mention; a common noun (该矿) means the nearest thing that its name ends in."""
        if mention.kind != "anaphor" or mention.type == "Division":
            return mention.entity
        key = resolve(self.document.text, mention.span.start, clause.span.end, self.mentions)
        return mention.entity if key in ("", UNKNOWN) else key

    def _grouped(self, clause: Clause, mentions: list[Mention], index: int, first: int) -> tuple[Subject | None, bool]:
        """The subject at ``mentions[index]`` with those joined to it (A、B和C), and whether it is a single one."""
        text = self.document.text
        members = [mentions[index]]
        joints = ("、", "和", "及", "以及", "与") if "分别" in self.document.words(clause.span) else ("、", "和", "及", "以及")
        for mention in mentions[index + 1 :]:
            gap = text[shut_quote(text, members[-1].span.end) : open_quote(text, mention.span.start)]
            quoted = gap == "" and open_quote(text, mention.span.start) < mention.span.start
            if (not quoted and gap not in joints) or mention.span.start >= first:
                break
            members.append(mention)
        if members[0].kind == "anaphor" and members[0].type == "Division":
            self.places[members[0].entity] += 1
        keys = tuple(dict.fromkeys(self._meant(m, clause) for m in members))
        self.group = tuple(members) if len(keys) > 1 else self.group
        self.recent = self.group or self.recent
        if _LISTED.match(text, shut_quote(text, members[-1].span.end), clause.span.end):
            if len(members) > 1 and self.topic and self.topic.keys and self.mentions.type_of(self.topic.keys[0]) == members[0].type == "Project":
                self.topic = Subject((self.hero,), "page") if self.hero else None
            return None, True
        end = shut_quote(text, members[-1].span.end)
        paired = text[end : end + 1] in ("与", "同") and self.mentions.at(end + 1, 1) is not None
        self._lent = self._lent or ((self.topic,) if paired else None)
        return Subject(keys, "clause", mentions[index].span.start), len(keys) == 1
