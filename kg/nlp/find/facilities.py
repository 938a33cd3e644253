"""Facilities: stations, roads, waters, sights, museums and other structures with a name of their own."""

from __future__ import annotations

import re

from kg.model import Mention, Span
from kg.nlp._brands import brandlike
from kg.nlp._edges import Walker
from kg.nlp._lexicon import Heads, Lexicon, heads, lexicon
from kg.nlp._protocol import Context
from kg.nlp._words import words
from kg.ontology import Ontology

NAME = "facilities"

_CODE = re.compile(
    r"(?:国道|省道)?[GS]\d{1,4}(?:[\u4e00-\u9fff]{2,4}(?:高速(?:公路)?|公路|国道|线))?(?![\dA-Za-z])|(?:国道|省道)\d{3}(?:线)?|\d{3}(?:国道|省道)"
)
_STATION = re.compile(r"[\u4e00-\u9fff]{2,5}[东西南北]?站")
_NOT_AFTER = {
    "站": re.compile(r"[在上点位长区台岗稳起立房务前后]|(?:工作|职工|支部|人员|党)"),
    "河": re.compile(r"[段长流道两南北东西岸湾口堤谷镇村乡县市州]"),
    "江": re.compile(r"[段流两南北东西岸湾口堤苏西镇村乡县市州段]"),
    "湖": re.compile(r"[南北泊区滨畔水面镇村乡县市州羊边心]"),
    "铁路": re.compile(r"口岸|局|运输|公安|客运|货运|专用线|换装|建设|征迁|征拆|沿线|指挥|部门|职工|干部|人|站(?!前)|项目|线路|桥|专线|警"),
    "港": re.compile(r"[路口区币澳股商人资台务城珠元府式独航湾警经]"),
    "公路": re.compile(r"口岸|运输|局|段|养护|部门|建设|货运|客运"),
    "草原": re.compile(r"旅游|文化|生态|建设|英|畜牧|丝路"),
    "高速": re.compile(r"[增发推度成公铁路]|(?:增长|发展|公路|铁路)"),
    "公园": re.compile(r"[里内管]?(?:管理|建设)"),
}
_OTHER = re.compile(r"委|局|办|管理|建设指挥|股份|集团|有限|(?:建设)?(?:项目|工程)|协会|商会|支行|派出所|社区居|海关|边检")
_ROUTES = ("铁路", "高铁", "客专", "高速", "高速公路", "客运专线")
_STRETCH = re.compile(r"(?:[\u4e00-\u9fff]{2,4}[至到—][\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{2,4})段|[（(][\u4e00-\u9fff]{2,8}段[）)]")
_COST = re.compile(r"(?![^，。；\n]{0,24}?(?:项目|工程))[^。；\n]{0,60}?(?:总投资|完成投资|由[^。，；]{3,25}投资)")
_SIDES = frozenset("东西南北")
_LEVEL = frozenset("省市县区州盟旗镇乡村")
_SIGHTS = re.compile(r"等(?:[一二三四五六七八九十多数几\d]+[个家处])?(?:[A4-5]?A级)?(?:热门|知名|著名|主要|重点|周边|旅游)*(?:景区|景点)")
_MOTTO = re.compile(r"“[^“”\n]*[·，！ ][^“”\n]*”")
_PIECE = re.compile(r"[\u4e00-\u9fff]+")
_ROW = re.compile(r"[\u4e00-\u9fff、]*、[\u4e00-\u9fff]{2,14}$")
_COMMON = re.compile(r"^(?:公园|广场|景区|街道|社区|商超|企业|学校|医院|车站|饭店|酒店|民宿|各|重点|动植物园|儿童公园)$|[的了和]")
_REACH = re.compile(r"[\u4e00-\u9fff]{1,6}段")
_LINE = re.compile(r".*(?:铁路|高铁|客专|高速公路|高速|公路)(?=[\u4e00-\u9fff]{2})")
_STOPS = re.compile(r"设(?:有|置)?([\u4e00-\u9fff、]{2,80}?)等?(?:\d+|[一二三四五六七八九十]+)[座个](?:新建|高铁|客运)?(?:车站|客运站|站(?!点))")
_BUILDING = frozenset(
    ["建设", "新建", "打造", "兴建", "修建", "建成", "开建", "投资", "实施", "推进", "连接", "改造", "扩建", "依托", "围绕", "沿着", "穿过", "途经"]
)
_NUMBER = re.compile(r"(?:\d+|[一二三四五六七八九十])号$")
_ROUTE = re.compile(r"[\u4e00-\u9fff]{2,4}至(?:[\u4e00-\u9fff]{2,4}至)?$")


def find(text: str, context: Context) -> list[Mention]:
    """Facilities of ``text``; classes (博物馆, 高速公路, 文化广场) are none."""
    names = lexicon(context)
    walker = Walker(words(text), names, context.of("Division", "Zone", "PublicBody", "Company", "Organization"))
    walker.hosts = frozenset(m.span.start for m in context.of("Organization", "Company", "PublicBody"))
    closed = [m.span for m in context.of("Company", "Organization") if m.kind == "name"]
    places = [m.span for m in context.of("Division")]
    found = [_facility(text, *m.span(), "code") for m in _CODE.finditer(text) if text[m.start() - 1 : m.start()] not in ("（", "(")]
    for start, end, head, kind in context.once(NAME, _heads).find(text):
        after = _NOT_AFTER.get(head)
        if (head == "港" and text[start - 1 : start] in tuple("开进出离入靠到")) or (after and after.match(text, end)) or _OTHER.match(text, end):
            continue
        number = _NUMBER.search(text, max(start - 6, 0), start) if kind in ("line", "house") else None
        at = number.start() if number else start - (head == "站" and text[start - 1 : start] in _SIDES)
        edge = _own(text, _edge(text, at, walker, names), at, head, kind, walker, names)
        edge = start if edge == at or (len(head) == 1 and kind == "water" and not _alone(end, walker)) else edge
        if edge == start or any(span.end == end or span.covers(Span(edge, end)) for span in places):
            continue
        if not any(span.overlaps(Span(start, end)) for span in closed):
            found.append(_facility(text, edge, end, kind))
    found += _listed(text, walker, names) + _stops(text)
    slogans = [Span(*m.span()) for m in _MOTTO.finditer(text)]
    return _costly(text, _outer([m for m in found if not any(s.covers(m.span) for s in slogans)]))


def _costly(text: str, found: list[Mention]) -> list[Mention]:
    """Railways and roads whose cost the text tells are projects, with their stretch: 甲乙高铁丙至丁段…总投资535亿元."""
    spans = {m.span: _STRETCH.match(text, m.span.end) for m in found if m.rule == f"{NAME}.line" and m.name.endswith(_ROUTES)}
    whole: dict[str, str] = {}
    for span, stretch in spans.items():
        end = stretch.end() if stretch else span.end
        name, full = text[span.start : span.end], text[span.start : end]
        if _COST.match(text, end) and len(full) > len(whole.get(name, "")):
            whole[name] = full
    made = []
    for m in found:
        if m.span in spans and m.name in whole:
            stretch = spans[m.span]
            span = Span(m.span.start, stretch.end() if stretch else m.span.end)
            m = Mention(span, "Project", whole[m.name], rule=f"{NAME}.costly")
        made.append(m)
    return made


def _stops(text: str) -> list[Mention]:
    """Stations of a line: 设甲西、乙、丙3座车站."""
    made = []
    for match in _STOPS.finditer(text):
        for piece in re.finditer(r"[^、]{2,6}", match.group(1)):
            start = match.start(1) + piece.start()
            name = piece.group() if piece.group().endswith("站") else piece.group() + "站"
            made.append(Mention(Span(start, start + len(piece.group())), "Facility", name, rule=f"{NAME}.stations"))
    return made


def _listed(text: str, walker: Walker, names: Lexicon) -> list[Mention]:
    """Members of a list that the text calls sights: 甲谷、乙峰、丙小镇等景区."""
    made = []
    for close in _SIGHTS.finditer(text):
        row = _ROW.search(text, max(close.start() - 90, 0), close.start())
        pieces = _PIECE.finditer(text, row.start(), row.end()) if row else iter(())
        for index, piece in enumerate(pieces):
            start, end = piece.span()
            start = _edge(text, end, walker, names) if index == 0 else start
            if 2 <= end - start <= 14 and walker.by_start.get(start) != end and not _COMMON.search(text[start:end]):
                made.append(_facility(text, start, end, "list"))
    return made


def _outer(found: list[Mention]) -> list[Mention]:
    """Without what stands inside a longer facility."""
    return [m for m in found if not any(o.span != m.span and o.span.covers(m.span) for o in found)]


def _own(text: str, edge: int, start: int, head: str, kind: str, walker: Walker, names: Lexicon) -> int:
    """Where the name proper begins: behind 甲县乙村 if what follows is a name by itself; ``start`` if there is no name."""
    places = [edge]
    while places[-1] in walker.by_start and walker.by_start[places[-1]] <= start:
        places.append(walker.by_start[places[-1]])
    last = places[-1]
    if len(places) > 1 and last < start and text[last - 1] in _LEVEL and _named(text, last, start, head, kind, walker, names):
        return last
    edge = places[-2] if len(places) > 2 else edge
    line = _LINE.match(text, edge, start) if kind == "line" else None
    if line and _named(text, line.end(), start, head, kind, walker, names):
        return line.end()
    return edge if _named(text, edge, start, head, kind, walker, names) else start


def _alone(end: int, walker: Walker) -> bool:
    """True if no noun follows that the name of a water would be part of: 甲河|产业园."""
    if end >= len(walker.words.text):
        return True
    if _REACH.match(walker.words.text, end):
        return True
    word, tag = walker.words.items[walker.words.index(end)]
    return walker.words.starts[walker.words.index(end)] == end and (tag[0] in "xucpvdfm" or word in ("水质", "流域", "两岸", "沿岸", "大桥"))


def _heads(ontology: Ontology) -> Heads:
    return heads(ontology, "facility_heads")


def _edge(text: str, at: int, walker: Walker, names: Lexicon) -> int:
    def stop(word: str, tag: str) -> bool:
        if tag == "m" and len(word) == 1 and word.isalpha():
            return False
        if word in ("纪念", "教育", "文化", "会展", "活动", "创新", "主题", "体验") or (len(word) == 1 and word != "进" and word in names.roles["brand.soft"]):
            return False
        return (
            word in names.bounds
            or word in ("和", "以及", "企业", "公司")
            or (tag in ("r", "p", "c", "uj", "ul", "d", "m", "q", "t") and word not in ("第一", "第二", "第三", "一号", "二号"))
        )

    edge = walker.left(at, stop, through="”")
    edge = walker.strip(edge, at, lambda word, tag: word in names.verbs or word in names.leads or word in _BUILDING)
    route = _ROUTE.search(text, max(edge - 10, 0), edge)
    return route.start() if route and route.start() in walker.by_start else edge


def _named(text: str, edge: int, start: int, head: str, kind: str, walker: Walker, names: Lexicon) -> bool:
    """True if the words before the head are a name: a place, a proper noun, unknown characters, or a quoted name."""
    placed = edge
    while placed in walker.by_start and walker.by_start[placed] <= start:
        placed = walker.by_start[placed]
    tokens = walker.words.within(placed, start)
    own = [(word, tag) for word, tag in tokens if word not in names.roles["facility.class"] and word not in names.lines]
    if head in ("市场", "商场", "超市", "大楼", "礼堂") and placed == edge and "“" not in text[max(edge - 1, 0) : start]:
        return False
    if "“" in text[edge:start]:
        return kind in ("house", "land", "line") and len(head) > 1
    if text[edge] in "市县区州旗" and edge + 1 == start and kind == "house":
        return head not in ("超市", "市场", "商场", "大楼", "大厦", "宾馆", "变电站", "广场")
    if text[edge:start].startswith(("规上", "限上")):
        return False
    if head == "港" and placed == edge:
        return any(text[edge : edge + size] in names.places for size in (2, 3) if edge + size <= start)
    if len(head) == 1:
        return (placed == start and kind == "stop") or (
            2 <= start - placed <= 4 and brandlike(tokens, names) and len(own) == len(tokens) and not any(word in names.leads for word, _ in tokens)
        )
    if kind in ("line", "water"):
        route = 2 <= start - edge <= 3 and all(len(word) == 1 and word not in "的新老旧大小" for word, _ in tokens)
        return (
            (2 <= start - placed <= 8 and brandlike(own, names))
            or (kind == "line" and route and placed == edge)
            or (placed == start and kind == "line" and head not in ("公路", "管道", "高速", "铁路"))
        )
    if placed > edge:
        return bool(own) or placed == start or (kind == "house" and edge in walker.hosts)
    lone = 2 <= len(tokens) <= 4 and all(len(w) == 1 and w not in names.bounds and w not in "的大小新老各该本" for w, _ in tokens)
    if lone and kind in ("stop", "land", "water") and len(head) > 1:
        return True
    memorial = head.endswith(("馆", "碑", "塔", "故居", "旧址", "陵园")) and sum(len(word) for word, _ in own) >= 4
    return start - edge <= 12 and (memorial or brandlike(own, names))


def _facility(text: str, start: int, end: int, rule: str) -> Mention:
    return Mention(
        Span(start, end), "Facility", text[start:end].replace("“", "").replace("”", "") if "“" in text[start:end] else text[start:end], rule=f"{NAME}.{rule}"
    )
