"""Public bodies: place or 市, 县, 区 … and an organ (延吉市商务局, 县委办公室, 经开区管委会), or an organ that needs no place."""

from __future__ import annotations

import re

from kg.model import Mention, Span
from kg.nlp._protocol import Context
from kg.nlp._words import words
from kg.nlp.find._left import left
from kg.nlp.find._organs import OrganHit, Organs

NAME = "bodies"

DEICTIC = frozenset("省市县区州旗盟镇乡村")
_LONG_DEICTIC = ("自治区", "自治州", "自治县", "街道", "地区", "兵团", "师市", "开发区", "经开区", "高新区", "示范区", "园区", "管理区", "新区", "社区")
_WORDS = frozenset(
    "城市 超市 都市 上市 股市 楼市 夜市 集市 门市 地市 县市 园区 社区 地区 小区 景区 片区 厂区 矿区 校区 灾区 山区 辖区 库区 牧区 林区 垦区 战区 专区 "
    "教区 特区 新区 城区 发区 范区 理区 验区 税区 作区 郊县 红旗 国旗 党旗 联盟 同盟 加盟 欧盟 乡镇 城镇 村镇 集镇 家乡 下乡 城乡 故乡 返乡 农村 乡村 "
    "外省 邻省 反省 节省 全市 全县 全区 全州 全旗 全省 各市 各县 各区 各镇 各乡 各旗 各州 各省 两市 两县 省市 市县 市区 县区 旗县 旗区 县旗 州市 州县 省州 "
    "进村 入村 驻村 到村 各村 全村 山村 新村".split()
)
_WRONG_AFTER = {"party": "员托派屈培任", "state": "门署分队件位长", "branch": "", "base": ""}
_POST = re.compile(
    "(?:原|前|时任)?(?:常务)?副?(?:党组|党委|党支部|机关)?(?:第一)?(?:副?书记|副?主任|副?局长|副?主席|副?秘书长|副?院长|副?检察长|副?厅长|副?处长|副?科长|副?部长|"
    "副?关长|副?站长|副?队长|副?所长|副?政委|政治委员|常委|委员|党组|党委|负责人|代表|党员|成员|调研员|干部|机关|工作人员|相关负责人|有关负责人|主要负责人|[一二三四]级)"
)
_OPEN = re.compile(
    "(?:服务|事务|保障|促进|管理|指挥|监测|执法|推广|防治|评审|审批|救助|保护|仲裁|鉴定|储备|交易|调度|治理|投资|招商|推进|受理|核算|支付|采购|检测|检验|信息|监察|质量|帮扶|救援|气象)中心"
    "|(?<![布格全大结开当僵破时变新胜定战格书邮饭残骗政困危败乱终])局(?![面部势限促域长]|长远)|(?:执法|监察|稽查|巡警|治安|路政|养护|救援|交通|海警|缉私)(?:总队|支队|大队)|(?:检查|检疫|监测|管理|推广|气象|水文)站(?!点)"
    "|(?:管理|事务|稽查|事业|公路|公积金)(?:处|所)(?!于|在|理)|委员会(?!议)|(?<=[一-龥]{2})(?<![常党工纪监])委(?=[、，。副主书党和])|(?<![大客餐展音门前侯候营歌舞])厅(?![长级里内堂])|(?<=[一-龥]{2})(?:法庭|看守所)|(?<=[一-龥]{3})办公室"
)
_OPEN_STOPS = frozenset("来到 走进 前往 联合 会同 经 由 记者 民警 书记 主任 获悉 通过".split())
_BAD_FILL = re.compile(
    "[的了在是将被把对向从到由并等个为以该各让使给说着]|召开|举行|开展|成立|来到|走进|负责|介绍|组织|联合|会同|发展格|领导|书记|主任|市长|县长|区长|镇长|董事|经理|通过|建设成|"
    "兼|担任|副|市长|打造|推动|发布|启动|印发|下发|出台|参加|出席|书画|常委会|人大|政协|政府|公司|项目|集团"
)
_LONGEST = 18
_POST_NAMED = re.compile("(?:出入境边防检查站|边防检查站|边检站|边境派出所|派出所|海关|海事处)")
_STATE_TAX = "国家税务总局"
_UNIT = re.compile("(?:分局|[支大总]队|派出所|缉私分局)$")
_HEADED = frozenset({"组织部", "宣传部", "统战部", "政法委", "社会工作部", "统一战线工作部"})
_SHORT_BARE = frozenset({"纪委", "监委", "政协", "法院", "人武部"})
_PAIRED = re.compile("[、和及](?:管委会|工委|党工委)")
_PROVINCE = re.compile("省$|自治区$|^(?:北京|上海|天津|重庆)市$")
_NO_STEM = re.compile("^(?:辖区|当地|驻地|有关|所在地|属地|公安|全国|中国|各地|边境|国家|相关|就近|附近|城区|城关|隶属|该地?|我国|直属)+$")
_CORPS = re.compile("第?[一二三四五六七八九十]{1,3}师$")


def find(text: str, context: Context) -> list[Mention]:
    """Organs with a place, with a deictic word, or standing alone where a post follows."""
    places = {m.span.end: m for m in sorted(context.of("Division", "Zone"), key=lambda m: -m.span.start)}
    inner = {at for m in context.of("Division", "Zone") for at in range(m.span.start, m.span.end - 1)}
    known = {end: m.span.start for end, m in places.items()}
    found: list[Mention] = []
    chained: dict[int, int] = {}
    for hit in context.once("organs", Organs).hits(text):
        start, rule = _left(text, hit, places, inner, chained)
        if rule == "place" and (corps := _CORPS.search(text, max(0, start - 6), start)):
            start = corps.start()
        if rule == "place":
            start = _under_state(text, start, places)
        if not rule and (_POST_NAMED.fullmatch(hit.organ.words) or (hit.organ.kind == "zonebase" and text[start - 1 : start] not in ("", "、"))):
            start, rule = _by_stem(text, hit, known)
        if rule and text[hit.end : hit.end + 1] not in tuple(_WRONG_AFTER.get(hit.organ.kind, "")):
            chained[hit.end] = start
            found.append(Mention(Span(start, hit.end), "PublicBody", text[start : hit.end], rule=f"{NAME}.{rule}"))
    found += _open(text, places, inner, found)
    return _longest(found) + _offices(text, context, found)


def _offices(text: str, context: Context, found: list[Mention]) -> list[Mention]:
    """责任单位：县农业农村局、青原镇。: a town in a row of authorities is its government."""
    ends = {m.span.end for m in found}
    towns = [m for m in context.of("Division") if m.name.endswith(("镇", "乡")) and text[m.span.end : m.span.end + 1] in ("。", "；", "\n", "")]
    return [
        Mention(town.span, "PublicBody", f"{town.name[-1]}政府", "implied", f"{NAME}.office")
        for town in towns
        if text[town.span.start - 1] == "、" and town.span.start - 1 in ends
    ]


def _longest(found: list[Mention]) -> list[Mention]:
    """Without those that another one of the same start outgrows (县委 in 县委办公室)."""
    ends: dict[int, int] = {}
    for mention in found:
        ends[mention.span.start] = max(mention.span.end, ends.get(mention.span.start, 0))
    return [mention for mention in found if ends[mention.span.start] == mention.span.end]


def _left(
    text: str, hit: OrganHit, places: dict[int, Mention], inner: set[int], chained: dict[int, int]
) -> tuple[int, str]:
    """Where the body that ends in this organ begins, and the rule; an empty rule if it is none."""
    kind, start = hit.organ.kind, hit.start
    if kind == "cityhall":
        return start, "deictic" if start in chained else ""
    if start in chained and (kind == "sub" or _UNIT.search(hit.organ.words)):
        return chained[start], "sub"
    if kind == "state":
        lone = start == 0 or not ("一" <= text[start - 1] <= "龥") or text[start - 1] in "和与及向由从在到对经的是或报获请"
        return (start, "state") if lone and hit.organ.words[-1:] != "" else (start, "")
    if kind == "statehead":
        return start, ""
    if kind == "village" and (place := places.get(start + 1)) is not None:
        return place.span.start, "place"
    place = places.get(start)
    if place is not None and _fits(kind, place):
        return place.span.start, "place"
    begin = _deictic(text, start, places, inner)
    if begin == start - 1 and kind in ("zonebase", "zoneparty") and text[begin - 1 : begin] not in ("", "和", "与", "及") and "一" <= text[begin - 1] <= "龥":
        begin = None
    if begin is not None and kind not in ("cityhall", "school"):
        if begin != start - 1 or kind != "sub" or hit.organ.words not in ("办公室", "办公厅", "组织部", "研究室"):
            return begin, "deictic"
        return start, ""
    return start, _bare(text, hit)


def _under_state(text: str, start: int, places: dict[int, Mention]) -> int:
    """国家税务总局甲市乙区税务局 begins with the state organ."""
    at = start
    while at in places:
        at = places[at].span.start
    return at - len(_STATE_TAX) if text.endswith(_STATE_TAX, 0, at) else start


def _fits(kind: str, place: Mention) -> bool:
    if kind == "party":
        return place.type == "Division" and place.rule != "divisions.short"
    if kind in ("zonebase", "zoneparty"):
        return place.type == "Zone" or place.name[-1] in "区道市县"
    return kind not in ("sub", "cityhall") or place.type == "Division"


def _deictic(text: str, start: int, places: dict[int, Mention], inner: set[int]) -> int | None:
    """Where a deictic word that ends at ``start`` begins; a place right before it belongs to the name (黑河市市政府)."""
    if start == 0:
        return None
    for words in _LONG_DEICTIC:
        if text.endswith(words, 0, start):
            begin = start - len(words)
            return places[begin].span.start if begin in places else begin
    last = start - 1
    if text[last] == "地" and text[start] == "委":
        return places[last].span.start if last in places else last
    if text[last] not in DEICTIC or last in inner:
        return None
    if last in places:
        return places[last].span.start
    pair = text[last - 1 : start] if last else ""
    return None if pair in _WORDS else last


def _bare(text: str, hit: OrganHit) -> str:
    """The rule for an organ without any place: only where a post follows and no other word runs into it."""
    kind, words = hit.organ.kind, hit.organ.words
    if kind == "village":
        return "deictic" if words.startswith("村") and text[hit.start - 1 : hit.start] not in ("各", "个") else ""
    if (kind == "sub" and words not in _HEADED) or kind in ("branch", "office", "party", "school") or words in ("政府", "人民政府", "供销社"):
        return ""
    before = text[hit.start - 1 : hit.start]
    if words in _HEADED:
        return "department" if before in ("、", "，", "（", "：", "兼") and re.match("部长|书记|副部长|副书记|常务副", text[hit.end : hit.end + 4]) else ""
    free = not before or not ("一" <= before <= "龥") or before in "和与及任由兼派的原"
    if kind in ("zonebase", "zoneparty"):
        return "bare" if free and (_POST.match(text, hit.end) or _PAIRED.match(text, hit.end) or before in "、和") else ""
    return "bare" if free and (len(words) > 2 or words in _SHORT_BARE) and (_POST.match(text, hit.end) or before in "、和与及的") else ""


def _by_stem(text: str, hit: OrganHit, known: dict[int, int]) -> tuple[int, str]:
    """友谊关海关: border and police posts are also named after places that no list holds."""
    zone = hit.organ.kind == "zonebase"
    start = left(words(text), hit.start, known if zone else {}, _stops)
    stem = text[start : hit.start]
    named = (4 if zone else 2) <= len(stem) <= (16 if zone else 5) and all("一" <= char <= "龥" for char in stem) and not _NO_STEM.match(stem)
    return (start, "stem") if named else (hit.start, "")


def _stops(word: str, tag: str) -> bool:
    return tag[0] in "pcuyervdm" or word in _OPEN_STOPS


def _open(text: str, places: dict[int, Mention], inner: set[int], found: list[Mention]) -> list[Mention]:
    """Organs that no table lists, by their head word: place, up to sixteen plain characters, 中心, 局, 大队 …"""
    ends = {mention.span.end for mention in found}
    more = []
    for head in _OPEN.finditer(text):
        if head.end() in ends:
            continue
        for start in range(head.start(), max(head.start() - _LONGEST, 0), -1):
            if start < head.start() and not "一" <= text[start] <= "龥":
                break
            place = places.get(start)
            begin = place.span.start if place else _deictic(text, start, places, inner)
            shortest = 3 if head.group() in ("局", "委", "厅") and _POST.match(text, head.end()) else 4
            if begin is None or head.end() - start < shortest or text[begin : begin + 1] in "村":
                continue
            if head.group() == "厅" and not _PROVINCE.search(text[begin:start]):
                break
            fill = text[start : head.start()]
            if not _BAD_FILL.search(fill):
                more.append(Mention(Span(begin, head.end()), "PublicBody", text[begin : head.end()], rule=f"{NAME}.open"))
            break
    return more
