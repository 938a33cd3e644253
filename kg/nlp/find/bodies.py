"""Public bodies: place or 市, 县, 区 … and an organ (延吉市商务局, 县委办公室, 经开区管委会), or an organ that needs no place."""

from __future__ import annotations

import re

from kg.model import Mention, Span
from kg.nlp._protocol import Context
from kg.nlp._words import words
from kg.nlp.find._ground import POST, Ground
from kg.nlp.find._left import left
from kg.nlp.find._organs import OrganHit, Organs
from kg.patterns import begins, starting

NAME = "bodies"

_WRONG_AFTER = {"party": tuple("员托派屈培任"), "state": tuple("门署分队件位长")}
_OPEN = re.compile(
    "(?:服务|事务|保障|促进|管理|指挥|监测|执法|推广|防治|评审|审批|救助|保护|仲裁|鉴定|储备|交易|调度|治理|投资|招商|推进|受理|核算|支付|采购|"
    "检测|检验|信息|监察|质量|帮扶|救援|气象|应急|就业|人才|规划|产业|发展|技术|普查|农机|林草|改革)中心(?!城|[镇村区])"
    "|(?<![布格全大结开当僵破时变新胜定战格书邮饭残骗政困危败乱终])局(?![面部势限促域长]|长远)"
    "|(?:执法|监察|稽查|巡警|治安|路政|养护|救援|交通|海警|缉私)(?:总队|支队|大队)|(?:检查|检疫|监测|管理|推广|气象|水文)站(?!点)"
    "|(?:管理|事务|稽查|事业|公路|公积金)(?:处|所)(?!于|在|理)|委员会(?!议)|(?<=[一-龥]{2})(?<![常党工纪监])委(?=[、，。副主书党和])"
    "|(?<![大客餐展音门前侯候营歌舞])厅(?![长级里内堂])|(?<=[一-龥]{2})(?:法庭|看守所)|(?<=[一-龥]{3})办公室"
)
_OPEN_FIRST = begins(_OPEN)
"""Heads of organs that no table lists."""
_BAD_FILL = re.compile(
    "[的了在是将被把对向从到由并等个为以该各让使给说着兼副]|召开|举行|开展|成立|来到|走进|负责|介绍|组织|联合|会同|发展格|领导|书记|主任|"
    "[市县区镇]长|董事|经理|通过|建设成|担任|打造|推动|发布|启动|印发|下发|出台|参加|出席|书画|常委会|人大|政协|政府|公司|项目|集团"
)
_TASK = re.compile("(?:分别|分头|具体|共同|联合|各自)?(?:负责|落实|包保|牵头|承担|配合|抓好|实施)(?![了的人\\d])")
"""What a town does as an authority: 甲镇、乙街道分别包保."""
_FIELD = re.compile("(?:责任|牵头|配合|承办|实施|主管|属地|包保|协办|主办|业主|落实)单位[:：]?$")
_CENTRAL = re.compile("(?:中国人民银行|人民银行)[一-龥]{2,9}?(?:省|市|县|区|州)?(?:中心支行|分行|支行)")
_PROVINCE = re.compile("省$|自治区$|^(?:北京|上海|天津|重庆)市$")
_TERM = re.compile(r"第[一二三四五六七八九十]+任([县市区旗州]委)(?=书记)")
_LONGEST = 18
_STEM_NAMED = re.compile("(?:街道办事处|出入境边防检查站|边防检查站|边检站|边境派出所|派出所|海关|海事处)")
_STEM_STOPS = frozenset(["来到", "走进", "前往", "联合", "会同", "经", "由", "记者", "民警", "书记", "主任", "获悉", "通过"])
_NO_STEM = re.compile("^(?:辖区|当地|驻地|有关|所在地|属地|公安|全国|中国|各地|边境|国家|相关|就近|附近|城区|城关|隶属|该地?|我国|直属|中心)+$")


def find(text: str, context: Context) -> list[Mention]:
    """Organs with a place, with a pointing word, by a stem of their own, or alone where a post follows."""
    ground = Ground(text, context)
    found: list[Mention] = []
    for hit in context.once("organs", Organs).hits(text):
        start, rule = ground.start(hit)
        if not rule and _may_have_stem(text, hit):
            start, rule = _by_stem(text, hit, ground)
        if rule and text[hit.end : hit.end + 1] not in _WRONG_AFTER.get(hit.organ.kind, ()):
            ground.chained[hit.end] = start
            found.append(Mention(Span(start, hit.end), "PublicBody", text[start : hit.end], rule=f"{NAME}.{rule}"))
    found += _open(text, ground)
    found += _bank(text)
    terms = {m.span: m for m in _terms(text, context)}
    found = [*(m for m in found if m.span not in terms), *terms.values()]
    return _longest(found) + _offices(text, context, found)


def _longest(found: list[Mention]) -> list[Mention]:
    """Without those that another one of the same start outgrows (县委 in 县委办公室)."""
    ends: dict[int, int] = {}
    for mention in found:
        ends[mention.span.start] = max(mention.span.end, ends.get(mention.span.start, 0))
    return [mention for mention in found if ends[mention.span.start] == mention.span.end]


def _offices(text: str, context: Context, found: list[Mention]) -> list[Mention]:
    """责任单位：县农业农村局、青原镇。乙镇、丙街道分头落实: a town in a row of authorities, or with a task, is its government."""
    ends, starts = {m.span.end for m in found}, {m.span.start for m in found}
    towns = [m for m in context.of("Division") if m.name.endswith(("镇", "乡", "街道")) and m.span.start not in starts]
    row: list[Mention] = []
    made: list[Mention] = []
    for town in sorted(towns, key=lambda m: m.span.start):
        beside = bool(row) and row[-1].span.end + 1 == town.span.start and text[row[-1].span.end] in "、和"
        row = [*row, town] if beside else [town]
        first = row[0].span.start
        listed = first - 1 in ends and text[first - 1] == "、" and text[town.span.end : town.span.end + 1] in ("。", "；", "\n", "")
        if (
            listed
            or _TASK.match(text, town.span.end)
            or (_FIELD.search(text, max(first - 8, 0), first) and text[town.span.end : town.span.end + 1] in ("。", "；", "、", "\n", ""))
        ):
            made += [m for m in row if m not in made]
    return [
        Mention(town.span, "PublicBody", "街办事处" if town.name.endswith("街道") else f"{town.name[-1]}政府", "implied", f"{NAME}.office") for town in made
    ]


def _terms(text: str, context: Context) -> list[Mention]:
    """甲地第一任县委书记…，第二任县委书记: the committee of the place named before the first term."""
    places = {m.span.end: text[m.span.start : m.span.end] for m in context.of("Division")}
    made: list[Mention] = []
    place = ""
    for match in _TERM.finditer(text):
        place = places.get(match.start(), place)
        if place:
            made.append(Mention(Span(*match.span(1)), "PublicBody", place + match[1], rule=f"{NAME}.term"))
    return made


def _bank(text: str) -> list[Mention]:
    """Branches of the central bank, which is an authority."""
    return [Mention(Span(*m.span()), "PublicBody", m.group(), rule=f"{NAME}.bank") for m in _CENTRAL.finditer(text)]


def _may_have_stem(text: str, hit: OrganHit) -> bool:
    before = text[hit.start - 1 : hit.start] if hit.start else ""
    return _STEM_NAMED.fullmatch(hit.organ.words) is not None or (hit.organ.kind == "zonebase" and before not in ("", "、"))


def _by_stem(text: str, hit: OrganHit, ground: Ground) -> tuple[int, str]:
    """友谊关海关: border and police posts are also named after places that no list holds."""
    zone = hit.organ.kind == "zonebase"
    start = left(words(text), hit.start, ground.borders if zone else {}, _stops)
    stem = text[start : hit.start]
    long = (4 if zone else 2) <= len(stem) <= (16 if zone else 5)
    named = long and all("一" <= char <= "龥" for char in stem) and not _NO_STEM.match(stem)
    return (start, "stem") if named else (hit.start, "")


def _stops(word: str, tag: str) -> bool:
    return tag[0] in "pcuyervdm" or word in _STEM_STOPS


def _open(text: str, ground: Ground) -> list[Mention]:
    """Organs that no table lists, by their head word: place, up to sixteen plain characters, 中心, 局, 大队 …"""
    found = []
    for head in starting(_OPEN_FIRST, _OPEN, text):
        begin = None if head.end() in ground.chained else _open_start(text, head, ground)
        if begin is not None:
            found.append(Mention(Span(begin, head.end()), "PublicBody", text[begin : head.end()], rule=f"{NAME}.open"))
    return found


def _open_start(text: str, head: re.Match[str], ground: Ground) -> int | None:
    """Where an organ of the open kind begins: at the nearest place or pointing word with nothing but a name between."""
    shortest = 3 if head.group() in ("局", "委", "厅") and POST.match(text, head.end()) else 4
    for start in range(head.start(), max(head.start() - _LONGEST, 0), -1):
        if start < head.start() and not "一" <= text[start] <= "龥":
            return None
        begin = ground.borders.get(start)
        begin = ground.pointing(start) if begin is None else begin
        if begin is None or head.end() - start < shortest or text[begin] == "村":
            continue
        province = head.group() != "厅" or _PROVINCE.search(text[begin:start]) is not None
        return begin if province and not _BAD_FILL.search(text[start : head.start()]) else None
    return None
