"""What the project recogniser leans on: where a project name begins, what makes it one project and no class, lists, owners."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kg.model import Mention, Span
from kg.nlp._brands import brandlike
from kg.nlp._edges import MARKS, Walker
from kg.nlp._lexicon import Lexicon

_LIST = re.compile(r"等(?:[一二三四五六七八九十百数几多\d]+余?多?[个项])?[\u4e00-\u9fff]{0,8}?项目")
_PLANT = re.compile(
    r"(?:项目|工程|生产线|中试线|基地|电站|平台|改造|产业园|工业园|物流园|科技园|中心|小镇|综合体|工厂|加工厂|车间|园区|示范区|[一二三]期|[A-Z]区|[）)])$"
)
_CAPACITY = re.compile(
    r"\d[\d.,]*(?:×\d+)?[余多]?(?:[十百千万亿]*(?:吨|千瓦|兆瓦|千伏|立方米|平方米|头|只|套|台|辆|亩|公里|片|件)|[GMK]Wh?|[kK][vV])|[年日月](?:产|加工|处理|生产|屠宰|出栏|回收|发电|供)"
)
_PLACE = frozenset("省市县区州盟旗镇乡村屯山河湖江海岛湾口路街港园站")
_PRICED = re.compile(r"投资(?:额)?(?:约|达|近)?[\d.]+[余多]?[亿万]?元(?:的|(?:用于)?(?:建设|新建|兴建|实施|打造)的?)$")
_WHOLE = re.compile(r"投资(?:额)?(?:约|达|近)?[\d.]+[余多]?[亿万]?元(?:的|(?:用于)?(?:建设|新建|兴建|实施|打造)的?)((?:(?!投资|等)[^，。；：的“”\n]){3,40})$")
_PIECES = re.compile(r"(?:^|(?<=以及)|(?<=[、，]))(?:(?!以及)[^、，])+")
_BUILD = re.compile(r"(?:投资|计划|拟|正在|规划)*(?:建设|新建|兴建|打造|实施)(?:的)?")
_FROM = re.compile(r"(?:^|[，。、；：\s])([\u4e00-\u9fff]{2,4})$")
_TIME = re.compile(r"[\d.,]+|[的和年月]|.*季度|上半年|下半年|今年|去年|明年|第|[一二三四]")
_ROW = re.compile(r"\d{1,3}[.、．]?(?=[\u4e00-\u9fff])(?![万千百亿吨兆台套公平立米头只])")
_LATIN = re.compile(r"(?!PPP|EPC|EOD|BOT|TOD|GDP|APP)(?<![A-Za-z])[A-Z]{2,8}(?![A-Za-z])")
_ROAD = re.compile(
    r"(?!.{0,4}(?:道路|公路|铁路|农村路|街道|线路|河道|管线|路网))[\u4e00-\u9fff]{1,6}(?:路|大道|大街|大桥|河|江|湖|渠|堤|航道|水库)(?=.*(?:段|改造|扩建|拓宽|整治|治理|修复|绿化|提升))"
)
_NAMED = re.compile(r"项目[^。；\n]{0,40}?(?:主要有|主要包括|包括|分别是|分别为|涵盖)([^；。\n]+?)(?=等[；。，]|[；。\n]|$)")
_MONEY = re.compile(r"\d[\d.,]*[余多]?[十百千万]?[亿万]?(?:元|美元)")


@dataclass(frozen=True, slots=True)
class Grounds:
    """Why a phrase is the name of one project."""

    classes: frozenset[str]
    names: Lexicon
    firms: Iterable[Mention]
    works: frozenset[int]
    """Where zones, facilities and organisations end: 甲机场|改扩建工程."""

    def _stop(self, word: str, tag: str) -> bool:
        if word in self.names.roles["project.inner"] or word in self.names.roles["project.works"]:
            return False
        if len(word) == 1 and word in self.names.roles["brand.soft"]:
            return False
        if word in self.names.bounds or word.endswith("暨") or word in ("和", "以及", "公司", "企业", "集团"):
            return True
        return (tag[0] == "m" and bool(re.search(r"[元个家项名位条座批处]$", word))) or (tag == "r" and len(word) > 1)

    def edge(self, walker: Walker, at: int) -> int:
        """Where the project name with its head or capacity at ``at`` begins."""
        priced = _WHOLE.search(walker.words.text, max(at - 60, 0), at)
        if priced:
            return priced.start(1)
        edge = walker.left(at, self._stop, through="）)", allow="-~×—/＊*")
        text = walker.words.text
        if text[edge - 1 : edge] == "的" and edge - 1 in walker.by_end and any(m.span.end == edge - 1 for m in self.firms):
            edge = walker.by_end[edge - 1]
        start = self._route(walker, walker.strip(self._behind_verb(walker, edge, at), at, self._lead))
        row = _ROW.match(text, start) if start == 0 or text[start - 1] == "\n" else None
        start = row.end() if row and row.end() <= at else start
        return start + 1 if text[start] in "）)、" else start

    def _behind_verb(self, walker: Walker, edge: int, at: int) -> int:
        """``edge`` moved behind 甲产业园(投资)建设|乙加工厂项目, where who builds, or where, stands before the verb."""
        for verb in _BUILD.finditer(walker.words.text, edge, at):
            known = verb.start() in self.works or any(firm.span.end == verb.start() for firm in self.firms)
            if known and at - verb.end() >= 4:
                return verb.end()
        return edge

    def _route(self, walker: Walker, start: int) -> int:
        """``start`` moved to the first end of a stretch: 甲乡到|乙镇的县道改造工程, 甲北至|乙省特高压工程."""
        text = walker.words.text
        second = walker.by_end.get(start - 1, start) if text[start - 1 : start] == "的" else start
        if text[second - 1 : second] not in ("至", "到") or second not in walker.by_start:
            return start
        first = _FROM.search(text, max(second - 6, 0), second - 1) if text[second - 1] == "至" else None
        return walker.by_end.get(second - 1, first.start(1) if first else start)

    def built(self, walker: Walker, at: int) -> bool:
        """True if a verb of building ends at ``at``: 甲公司投资建设|年产5万吨…项目."""
        word, _ = walker.words.items[walker.words.index(at - 1)] if at else ("", "")
        return word in ("投资", "建设", "新建", "拟建", "在建", "扩建", "实施", "投资建设", "兴建", "上马", "启动", "建成")

    def _lead(self, word: str, tag: str) -> bool:
        return word in self.names.roles["project.lead"] or word in self.names.verbs or (tag[0] == "m" and word.isdigit()) or word in "和家的-~—/.,"

    def product(self, words: str, start: int, walker: Walker) -> bool:
        """True if the words between a capacity and the head name goods or works and say nothing else."""
        tokens = walker.words.within(start, start + len(words))
        return not any((w in self.names.verbs and w not in self.names.roles["project.inner"]) or t == "r" for w, t in tokens)

    def specific(self, walker: Walker, edge: int, head: int) -> bool:
        """True if ``text[edge:head]`` names one project: it has an owner, a place, or a name of its own."""
        text = walker.words.text
        if text[edge:head].count("“") != text[edge:head].count("”"):
            return False
        placed = edge
        while placed in walker.by_start and walker.by_start[placed] <= head:
            placed = walker.by_start[placed]
        placed += text[placed : placed + 1] == "的"
        tokens = walker.words.within(placed, head)
        said = [w for w, _ in tokens if w not in self.classes and not _TIME.fullmatch(w)]
        size = sum(map(len, said))
        if any(mention.span.end in (placed, placed - 1) for mention in self.firms):
            return head - placed >= 2 and not all(w in self.names.roles["project.bare"] for w, _ in tokens)
        if placed in self.works and placed > edge and all(w in self.names.roles["project.works"] for w, _ in tokens):
            return True
        if placed > edge and (size >= 3 or (size >= 2 and head - placed >= 4)):
            return True
        return self._of_its_own(walker, edge, head, size)

    def _of_its_own(self, walker: Walker, edge: int, head: int, size: int) -> bool:
        """True if words that no owner or place begins name a project; ``size`` characters of them are no class words."""
        text = walker.words.text
        if size >= 2 and _PRICED.search(text, max(edge - 16, 0), edge):
            return True
        if _ROAD.match(text, edge, head) or (size >= 6 and _LATIN.search(text, edge, head)):
            return True
        if size >= 3 and any(edge < start and end <= head for start, end in walker.by_start.items()):
            return True
        if size >= 4 and walker.behind_places(edge, head) > edge:
            return True
        return size >= 4 and (self._fronted(walker.words.within(edge, head)) or _line_inside(walker, edge, head, self) > 0)

    def _fronted(self, tokens: list[tuple[str, str]]) -> bool:
        """True if a name of its own stands at the front."""
        lead: list[tuple[str, str]] = []
        for word, tag in tokens[:5]:
            if word in self.classes or word in self.names.lines:
                break
            lead.append((word, tag if len(word) > 2 or tag == "nz" else "n"))
        return brandlike(lead, self.names)

    def place(self, words: str) -> bool:
        """True if ``words`` are a place, or a side of one."""
        stem = words.rstrip("东西南北中")
        return not stem or stem in self.names.places

    def firm(self, tokens: list[tuple[str, str]]) -> bool:
        """True if words behind a place read like a firm: a brand, or a line of business at the end."""
        kind = self.names.lines.get(tokens[-1][0]) if tokens else None
        return brandlike(tokens, self.names) or kind == "strong" or (kind == "weak" and len(tokens) > 1)

    def listed(self, text: str, walker: Walker, sure: list[Span]) -> list[tuple[int, int]]:
        """Members of lists of projects that no rule of their own finds."""
        found: list[tuple[int, int]] = []
        for close in _LIST.finditer(text):
            members = _members(text, close.start(), walker, self)
            counted = close.group()[1].isdigit()
            kept = [(a, b) for a, b in members if self._member(text[a:b]) or (counted and self._counted(walker, a, b))]
            if kept and 2 * len(kept) >= len(members):
                found += kept
        for match in _NAMED.finditer(text):
            for piece in _PIECES.finditer(match.group(1)):
                start, end = match.start(1) + piece.start(), match.start(1) + piece.end()
                if self._sure(walker, start, end):
                    found.append((start, end))
        return found

    def _sure(self, walker: Walker, start: int, end: int) -> bool:
        """True if a member of a list that names projects (主要有…、…) is a name and not a class or a count."""
        name = walker.words.text[start:end]
        tokens = walker.words.within(start, end)
        if not 5 <= len(name) <= 40 or not re.fullmatch(r"[\u4e00-\u9fffA-Za-z\d×./（）()-]+", name) or re.search(r"\d+余?[个项家]$|[的和]", name):
            return False
        if any(self._stop(w, t) for w, t in tokens) or (not _PLANT.search(name) and start not in walker.by_start):
            return False
        return start in walker.by_start or self._fronted(tokens)

    def _counted(self, walker: Walker, start: int, end: int) -> bool:
        """True if a member of 甲、乙等23个项目 ends in a head of projects and says what is built."""
        text = walker.words.text
        if not _PLANT.search(text[start:end]) or _MONEY.search(text, start, end):
            return False
        said = sum(len(w) for w, t in walker.words.within(start, end) if w not in self.classes and not self._stop(w, t))
        return 6 <= end - start <= 30 and said >= 4

    def _member(self, name: str) -> bool:
        return len(name) >= 6 and not _MONEY.search(name) and bool(_CAPACITY.search(name) or (_PLANT.search(name) and len(name) >= 9))


def _members(text: str, end: int, walker: Walker, grounds: Grounds) -> list[tuple[int, int]]:
    """The pieces of the enumeration that ends at ``end``."""
    begin = end
    while begin > 0 and (text[begin - 1] not in MARKS or text[begin - 1] in "、（）()·—-/×"):
        begin -= 1
    pieces = [(begin + m.start(), begin + m.end()) for m in _PIECES.finditer(text[begin:end])]
    if not pieces:
        return []
    first = grounds.edge(walker, pieces[0][1])
    pieces[0] = (max(first, pieces[0][0]), pieces[0][1])
    return pieces


def owner(text: str, project: Mention, walker: Walker, grounds: Grounds) -> list[Mention]:
    """The company at the front of a project name that nothing else gives away: 甲木120万吨某物项目."""
    start = placed = project.span.start
    while placed in walker.by_start and walker.by_start[placed] <= project.span.end:
        placed = walker.by_start[placed]
    capacity = _CAPACITY.search(text, placed, project.span.end)
    inner = min((s for s in walker.by_start if placed < s < project.span.end), default=0)
    end = capacity.start() if capacity else inner or _place_inside(walker, placed, project.span.end)
    end = end or _line_inside(walker, placed, project.span.end, grounds)
    tokens = walker.words.within(placed, end)
    if not 1 < end - placed <= (8 if capacity else 4) or not re.fullmatch(r"[\u4e00-\u9fff]+", text[placed:end]):
        return []
    if any(w in grounds.classes for w, _ in tokens) or text[end - 1] in _PLACE or grounds.place(text[placed:end]):
        return []
    firm = bool(capacity or end != inner) and grounds.firm(tokens)
    if not firm and (start < placed or not (capacity or brandlike(tokens, grounds.names))):
        return []
    name = text[start:end]
    rests = (firm.name[len(name) :] for firm in grounds.firms if firm.name.startswith(name) and firm.name != name)
    parent = any(rest[:size] in grounds.names.places for rest in rests for size in (2, 3))
    return [Mention(Span(start, end), "Company", name, rule="projects.parent" if parent else "projects.owner")]


def _line_inside(walker: Walker, start: int, end: int, grounds: Grounds) -> int:
    """Where a strong line of business behind one noun ends: 河甲|酒业|智能酿造车间改造项目; 0 if there is none."""
    words = walker.words.within(start, end)[:3]
    if len(words) < 3 or len(words[0][0]) != 2 or words[0][1][0] != "n" or words[0][0] in grounds.classes:
        return 0
    plain = words[0][0] in grounds.names.lines or words[0][0] in grounds.names.roles["company.generic"]
    return 0 if plain or grounds.names.lines.get(words[1][0]) != "strong" else start + 2 + len(words[1][0])


def _place_inside(walker: Walker, start: int, end: int) -> int:
    """Offset of a place name behind two to four single characters (a brand): 甲乙|大庆|光伏…; 0 if there is none."""
    at = start
    for word, tag in walker.words.within(start, end):
        if len(word) > 1:
            return at if tag == "ns" and 2 <= at - start <= 4 else 0
        at += 1
    return 0
