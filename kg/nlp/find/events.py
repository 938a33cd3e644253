"""Events: meetings, ceremonies, contests, fairs and feasts that have a name of their own."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.model import Mention, Span
from kg.nlp._brands import brandlike
from kg.nlp._edges import SLOGAN, Walker
from kg.nlp._lexicon import Heads, Lexicon, heads, lexicon
from kg.nlp._protocol import Context
from kg.nlp._words import words
from kg.ontology import Ontology

NAME = "events"

_ORDINAL = re.compile(
    r"第[一二三四五六七八九十百\d]+[届次轮]|[一二三四五六七八九十]+届[一二三四五六七八九十]+次|[一二三四五六七八九十]+届|首届|20\d\d年?|[一二三四五六七八九]中全会"
)
_SESSION = re.compile(r"(?:第|届[\u4e00-\u9fff]{2,12})[一二三四五六七八九十百\d]+次(?:[（(]扩大[）)])?$")
_HELD = re.compile(r"(?:召开|举行|举办|主办|承办|召集|开幕)(?:了|的)?$")
_ACTIVITIES = re.compile(r"等?(?:\d+|[一二三四五六七八九十多])?[项个场]?(?:主要|主题|特色|系列|配套|精彩|重点|文旅|惠民|经贸|交流|子)*(?:活动|赛事)")
_OPENED = re.compile(r"[^。；：，\n]*?(?:设有?|举办了?|推出了?|开展了?|包括|包含|安排了?|还有|共有)")
_MEMBER = re.compile(r"(?:^|(?<=[、和及与了有设办括含出展排])|(?<=以及))([\u4e00-\u9fff“”·\d]{4,20}?)(?=[、和及与等\d]|以及|(?:主要|主题|特色|系列)?活动|$)")
_CALLED = re.compile(r"(?:赛|会|展|节|宴|仪式|论坛|典礼|马拉松|比武|市集|擂台)$")
_COUNT = re.compile(r"\d+[次场届]|[一二三四五六七八九十两多数几]+[次场]")
_FAIRS = ("博览会", "洽谈会", "交易会", "展览会", "论坛", "峰会", "运动会", "花会", "晚会", "音乐会", "招商会")
_AFTER = re.compile(
    r"[\u4e00-\u9fff]{0,8}?(?:上|现场|举行|举办|召开|开幕|闭幕|在|圆满|落幕|期间|开赛|鸣枪|启幕|于|将|开始|结束|正式|暨|等|[，。、；：“”\n)）]|$)"
)
_MORE = re.compile(r"(?:会议|工作会议|精神|活动|现场|指挥部|组委会|办公室|组织|筹备|执委会|期间|主题)")


def find(text: str, context: Context) -> list[Mention]:
    """Events of ``text``; meetings without a name of their own (会议指出, 座谈会) are none."""
    names = lexicon(context)
    places = [m for m in context.mentions if m.type in ("Division", "Zone", "PublicBody", "Facility", "Company", "Organization")]
    walker = Walker(words(text), names, places)
    found = []
    drives = context.of("Campaign")
    for start, end, head, kind in context.once(NAME, _heads).find(text):
        if kind == "whole":
            found.append(_event(text, start, end, kind))
            continue
        if kind != "ordinal" and text.startswith(("的", "员", "长", "办", "馆", "场", "址", "史", "堂", "厅", "标"), end) and text[end] != "的":
            continue
        edge = _edge(text, start, walker, names)
        if _ORDINAL.match(text, edge) and text[edge - 1 : edge] in _LEVEL and text[edge - 2 : edge - 1] not in _POINTING:
            edge -= 1
        edge = _after_verb(edge, start, walker)
        edge = min((m.span.start for m in drives if m.span.start < edge < m.span.end), default=edge)
        if _named(text, edge, start, end, head, kind, walker):
            found.append(_event(text, edge, end, kind))
    found = _joined(text, found) + _holds(text, places) + _listed(text)
    slogans = [Span(*m.span()) for m in SLOGAN.finditer(text)]
    slogans += [m.span for m in context.of("Campaign") if text[m.span.start] == "“" or "“" in m.name]
    return [m for m in _one_name(found) if not any(s.covers(m.span) for s in slogans)]


def _heads(ontology: Ontology) -> Heads:
    return heads(ontology, "event_heads")


def _edge(text: str, at: int, walker: Walker, names: Lexicon) -> int:
    """Where the name of the event with its head at ``at`` begins; quoted names inside are stepped over."""

    def stop(word: str, tag: str) -> bool:
        if _ORDINAL.fullmatch(word) or word in "第届次期" or word in names.roles["event.inside"] or word.endswith("暨"):
            return False
        if word in names.bounds or word in ("和", "以及"):
            return True
        return tag in ("r", "p", "uj", "ul", "d", "q") and len(word) > 1

    edge = walker.left(at, stop, through="”）)》", allow="—－-·/")
    return walker.strip(
        edge, at, lambda word, tag: word in names.roles["event.lead"] or (word in names.verbs and word not in names.roles["event.inside"]) or not word.isalnum()
    )


def _after_verb(edge: int, head: int, walker: Walker) -> int:
    """``edge`` moved to the number of a numbered event where a verb stands before it: 抱团参展|第二十届甲博览会."""
    number = _ORDINAL.search(walker.words.text, edge, head)
    if not number or number.start() == edge:
        return edge
    inside = walker.names.roles["event.inside"]
    before = walker.words.within(edge, number.start())
    return number.start() if any(tag[0] == "v" and word not in inside for word, tag in before) else edge


_LEVEL = frozenset("市县区州省旗盟")
_POINTING = frozenset("全我本该")


def _named(text: str, edge: int, start: int, end: int, head: str, kind: str, walker: Walker) -> bool:
    """True if the words before the head tell which event it is."""
    lead = text[edge:start]
    if _counted(text, start, end, kind, walker):
        return False
    if _ORDINAL.search(lead) and len(lead) >= 2 and kind not in ("day", "session"):
        return True
    if kind in ("session", "ordinal"):
        return kind == "session" and _SESSION.search(lead) is not None
    if "“" in lead:
        return True
    placed = edge
    while placed in walker.by_start and walker.by_start[placed] <= start:
        placed = walker.by_start[placed]
    if kind == "day":
        quoted = text[edge - 1 : edge] == "“" and text[end : end + 1] == "”"
        return not quoted and _uncommon(text, placed, start, end, walker)
    plain = walker.names.roles["event.class"]
    size = sum(len(word) for word, _ in walker.words.within(placed, start) if word not in plain)
    return _held(text, edge, start, end, head, kind, size, walker) or _topical(text, end, kind, size, placed > edge)


def _counted(text: str, start: int, end: int, kind: str, walker: Walker) -> bool:
    """True for meetings that recur (月调度会) or are only counted (现场会4次)."""
    before = walker.words.items[walker.words.index(start - 1)][0] if start else ""
    if kind == "meeting" and before in ("月", "周", "旬", "季度", "每月", "每周", "按月", "日"):
        return True
    return _COUNT.match(text, end) is not None


def _held(text: str, edge: int, start: int, end: int, head: str, kind: str, size: int, walker: Walker) -> bool:
    """True if a verb of holding stands before the name and ``size`` characters of it tell more than a class."""
    front = edge - 2 if text[edge - 2 : edge] in walker.names.roles["campaign.area"] else edge
    if not _HELD.search(text, max(front - 4, 0), front) or not _AFTER.match(text, end):
        return False
    least = 3 if kind == "meeting" and not head.endswith(_FAIRS) else 2
    return (start - edge >= least and size >= 2) or (kind == "feast" and edge == start and len(head) > 2)


def _topical(text: str, end: int, kind: str, size: int, placed: bool) -> bool:
    """True if a place or enough of a topic stands before the head."""
    if kind == "meeting" and (_MORE.match(text, end) or not _AFTER.match(text, end)):
        return False
    if kind in ("meeting", "ceremony"):
        return size >= 4 or (placed and size >= 2)
    return placed or size >= (2 if kind == "feast" else 4)


def _uncommon(text: str, start: int, head: int, end: int, walker: Walker) -> bool:
    """True if 节 or 季 stands as a word behind two or three characters that are no common word (甲乙节)."""
    tokens = walker.words.within(start, end)
    return (
        2 <= head - start <= 8
        and len(tokens[-1][0]) == 1
        and brandlike(tokens[:-1], walker.names)
        and not re.match(r"[度能日约省假目水点节令性度]", text[end : end + 1])
    )


def _holds(text: str, names: list[Mention]) -> list[Mention]:
    """A press conference is named by who holds it: 甲市政府新闻办召开新闻发布会."""
    made = []
    ends = {m.span.end: m for m in names if m.type == "PublicBody"}
    for match in re.finditer(r"(?:召开|举行)(?:了)?(新闻发布会)(?![\u4e00-\u9fff]?(?:室|厅|制度))", text):
        holder = ends.get(match.start())
        made.append(Mention(Span(*match.span(1)), "Event", (holder.name if holder else "") + match.group(1), rule=f"{NAME}.press"))
    return made


def _event(text: str, start: int, end: int, rule: str) -> Mention:
    return Mention(Span(start, end), "Event", text[start:end], rule=f"{NAME}.{rule}")


def _listed(text: str) -> list[Mention]:
    """Members of a list that the text calls activities: 设甲采收赛、乙长桌宴、丙商品展3项主要活动."""
    made = []
    for close in _ACTIVITIES.finditer(text):
        begin = max(text.rfind(mark, 0, close.start()) for mark in "。；：，\n") + 1
        opened = _OPENED.match(text, begin, close.start())
        pieces = list(_MEMBER.finditer(text, opened.end() if opened else begin, close.start()))
        if opened and len(pieces) > 1:
            made += [_event(text, *piece.span(1), "list") for piece in pieces if _CALLED.search(piece.group(1))]
    return made


def _joined(text: str, found: list[Mention]) -> list[Mention]:
    """Names whose front a conjunction has cut off: 甲集中开工|和投产现场会."""
    ends = {m.span.end: m for m in found}
    made = []
    for mention in found:
        front = ends.get(mention.span.start - 1)
        if front and text[mention.span.start - 1] == "和" and not front.name.endswith(("会", "会议", "赛", "节", "式", "论坛")):
            mention = _event(text, front.span.start, mention.span.end, "joined")
        made.append(mention)
    return made


def _shortens(short: str, name: str) -> bool:
    """True if ``short`` leaves out words of ``name`` but ends alike, as headlines do."""
    rest = iter(name)
    if name.startswith(("全省", "全国", "全州", "全市", "全区")):
        return False
    return short[-3:] == name[-3:] and all(character in rest for character in short)


def _one_name(found: list[Mention]) -> list[Mention]:
    """One mention a span, and none inside another."""
    single = list({mention.span: mention for mention in found}.values())
    names = {m.name for m in single}
    for at, mention in enumerate(single):
        longer = [name for name in names if name != mention.name and _shortens(mention.name, name)]
        if len(longer) == 1 and len(mention.name) >= 6:
            single[at] = replace(mention, name=longer[0])
    return [m for m in single if not any(o.span != m.span and o.span.covers(m.span) for o in single)]
