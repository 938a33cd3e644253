"""Zones: development zones, parks, bonded and free-trade areas, ports of entry, demonstration zones, bases named as places."""

from __future__ import annotations

import re
from collections.abc import Callable

from kg.model import Mention, Span
from kg.nlp._protocol import Context
from kg.nlp._words import words
from kg.nlp.find._left import borders, left
from kg.nlp.find._places import Places
from kg.ontology import Ontology

NAME = "zones"

_HEAD = re.compile(
    "经济技术开发区|高新技术产业(?:开发|园)区|高新技术开发区|开发区|高新区|经开区|综合保税(?:港)?区|综保区|保税物流(?:中心|园区)|保税(?:港)?区|"
    "(?:自由贸易|自贸)试验区(?:[一-龥]{2,6}片区)?|自贸片区|自贸区|产业园区|产业园|工业园区|工业园|(?:科技|物流|创业|孵化|农业|示范|电商|软件|创意|生态|循环经济|产业转移|食品|化工|加工)园(?:区)?(?![林丁艺])|"
    "孵化中心|众创空间|(?:产业|孵化|创业|创新|化工|材料|制造|装备|能源|数据|算力)基地|示范区|试验区|先行区|实验区|先导区|管理区|新区|互市贸易区|互贸区|贸易区|合作区|工业区|集聚区|集中区|示范带|旅游度假区|度假区|科技城|科学城|(?:中央|科技|总部|国际)商务区|口岸"
)
_WRONG_AFTER = re.compile("域|办(?!事)|委(?!员)|经济(?!技术)|城市|型|岸|村|街道|镇|分局|派出所|法院|检察院")
_STILL_PROJECT = re.compile("(?:[一二三四]期|[（(][一二三四]期[）)])?(?:建设|改造|扩建|基础设施|配套|提升|示范)*(?:项目(?!建设|秘书|部|办)|工程)")
"""What follows a park that is still a project of that name."""
_PILOT = re.compile("中国[（(][一-龥]{2,8}[）)]自由贸易试验区(?:[一-龥]{2,6}?(?:片区|新片区))?")
_BARE = re.compile(
    "开发区|高新区|经开区|综保区|综合保税区|保税区|自贸片区|自贸区|自贸试验区|园区|产业园|工业园|示范区|新区|管理区|合作区|互贸区|(?:公路|铁路|航空|水运|航空港)?口岸"
)
_PARK = re.compile("(?<![一-龥])(?:园区|新区|该区|经开区|高新区|开发区|综保区)(?=党工委|管委会|[经党规社招]|派|还|已|内)")
_GENERIC = re.compile(
    "^(?:重要|国家|能源|重化工|现代|特色|各类|重点|专业|国家级?|省级?|市级|县级|州级|主要|先进|高标准|化工|工业|产业|农业|科技|创新|物流|边境|沿边|绿色|智慧|生态|一流|综合|大型|小型|新型|高新技术|经济技术|经济|"
    "现代农业|农产品|加工|循环经济|高质量|高端|数字|数字经济|创业|电商|电子商务|跨境|跨境电商|冷链|冷链物流|乡村|返乡|大学生|退役军人|创新创业|就业|示范|标准化|配套|省市|所在|各|全国|全省|陆路|陆地|水运|航空|铁路|公路|"
    "对外|开放|自由贸易|国际|合作|改革|先行|文化|旅游|海洋|发展|海洋经济|产业转型|转型|升级|共同富裕|乡村振兴|中小企业|小微|民营|特色产业|优势|农牧业|畜牧|养殖|种植|食品|中医药|医药|新材料|新能源|装备|制造|光伏|"
    "东部|西部|南部|北部|其他|相关|两个|老|新|大|小|多|内陆|沿海|兴边富民|产城融合|城市|城镇|核心|起步|自主|知识产权|营商环境|建设|和|与|及|级|区|市|县|对俄|进口|出口|煤炭|粮食|物资|大宗|商品)+$"
)
_COUNTED = re.compile("(?:[个家座批处大类些种]|[一二三四五六七八九十两几多数]|\\d)$")
_ROW = re.compile("(?:[、和](?:经开区|高新区|综保区|保税区|自贸区|开发区))*[、和]")
_SHORT = re.compile("(?:经开区|高新区|综保区|保税区|自贸区|开发区)$")
_WHOLE = re.compile("经济技术开发区|经济开发区|高新技术产业开发区|高新区|经开区|综合保税区")
_PLACED = re.compile("口岸|示范区|试验区|先行区|实验区|先导区|保税")
"""Heads that make a name only with a place before them."""
_OPENING = re.compile("[一二三]期|规划|位于|已|入驻")


def find(text: str, context: Context) -> list[Mention]:
    """Zones with a name of their own; 园区, 开发区 and the like alone are anaphora."""
    known = borders(context.of("Division"))
    starts = {start: end for end, start in known.items()}
    found = [Mention(Span(*m.span()), "Zone", m.group(), rule=f"{NAME}.pilot") for m in _PILOT.finditer(text)]
    taken = {m.span.end for m in found} | known.keys()
    stops = context.once("zones.stops", _stopper)
    towns = context.once("places", Places)
    for head in _HEAD.finditer(text):
        if head.end() in taken or _WRONG_AFTER.match(text, head.end()) or _STILL_PROJECT.match(text, head.end()):
            continue
        mention = _zone(text, head, left(words(text), head.start(), known, stops), starts, towns)
        if mention is not None:
            found.append(mention)
    found = [_beside(text, m, found) for m in found]
    found += [parent for m in found if (parent := _parent(text, m))]
    ends = {m.span.end for m in found}
    for match in _PARK.finditer(text):
        if match.end() not in ends:
            found.append(Mention(Span(*match.span()), "Zone", match.group(), "anaphor", f"{NAME}.bare"))
    return found


def _beside(text: str, zone: Mention, found: list[Mention]) -> Mention:
    """甲经开区、|高新区、综保区: a bare zone in a row of zones has the place of the first."""
    first = next((m for m in found if m.rule in (f"{NAME}.place", f"{NAME}.stem") and m.span.end < zone.span.start <= m.span.end + 12), None)
    if zone.kind != "anaphor" or first is None or not _SHORT.fullmatch(zone.name) or not _ROW.fullmatch(text, first.span.end, zone.span.start):
        return zone
    head = _SHORT.search(first.name)
    return Mention(zone.span, "Zone", first.name[: head.start()] + zone.name, rule=f"{NAME}.row") if head and head.start() > 1 else zone


def _parent(text: str, zone: Mention) -> Mention | None:
    """The development zone at the front of the name of a park in it: 甲经济技术开发区|乙工业园区."""
    head = _WHOLE.search(text, zone.span.start + 2, zone.span.end - 4) if zone.kind == "name" else None
    if head is None:
        return None
    return Mention(Span(zone.span.start, head.end()), "Zone", text[zone.span.start : head.end()], rule=f"{NAME}.parent")


def _zone(text: str, head: re.Match[str], edge: int, starts: dict[int, int], towns: Places) -> Mention | None:
    """The zone that ends in ``head``; its name begins at the first place behind ``edge``, else at ``edge``."""
    place = next((at for at in range(edge, head.start()) if at in starts and starts[at] <= head.start()), None)
    if place is not None and not _COUNTED.search(text[max(edge, place - 2) : place]):
        return _named(text, place, head, "place")
    stem = text[edge : head.start()]
    before = text[max(0, edge - 2) : edge]
    if stem[:1] in tuple("市县区州旗省") and len(stem) > 2 and not _COUNTED.search(before):
        return _named(text, edge, head, "deictic")
    if not stem or _GENERIC.match(stem):
        return _lone(text, edge, head)
    if _COUNTED.search(before) or _COUNTED.search(stem) or len(stem) > 16:
        return None
    if _PLACED.search(head.group()) and not _proper(text, edge, head.start()) and not _town(stem, towns):
        return None
    return _named(text, edge, head, "stem")


def _town(stem: str, places: Places) -> bool:
    """True for the short name of a town: 章凤 of 章凤镇."""
    return any(place.level == "township" for place in places.gazetteer.candidates(stem)) and 2 <= len(stem) <= 4


def _proper(text: str, start: int, end: int) -> bool:
    """True if ``text[start:end]`` is one geographic word or a short one that no dictionary knows (友谊关, 绥东)."""
    parts = words(text).within(start, end)
    if not parts or end - start < 2:
        return False
    if text.startswith("口岸", end):
        return 2 <= end - start <= 4 and text[end - 1] in "关港山" and all(tag[:2] in ("ns", "nz") for _, tag in parts)
    if end - start > 4:
        return parts[0][1][:2] == "ns"
    return all(tag[:2] in ("ns", "nz") for _, tag in parts) or (end - start == 2 and len(parts) == 2)


def _named(text: str, start: int, head: re.Match[str], rule: str) -> Mention:
    return Mention(Span(start, head.end()), "Zone", text[start : head.end()], rule=f"{NAME}.{rule}")


def _lone(text: str, left: int, head: re.Match[str]) -> Mention | None:
    """A zone word without a name: it stands for one named elsewhere, or for none."""
    if _OPENING.match(text, head.end()) and head.end() - left > 5 and (left == 0 or text[left - 1] in "。\n；！"):
        return _named(text, left, head, "opening")
    bare = _BARE.search(text, max(left, head.start() - 2), head.end())
    if bare is None or bare.end() != head.end() or _COUNTED.search(text[max(0, left - 2) : left]):
        return None
    start = bare.start() if bare.start() >= left else head.start()
    if start > left or (start and text[start - 1] in "各等"):
        whole = text[left : head.end()]
        return Mention(Span(left, head.end()), "Zone", whole, "anaphor", f"{NAME}.generic")
    return Mention(Span(start, head.end()), "Zone", text[start : head.end()], "anaphor", f"{NAME}.bare")


def _stopper(ontology: Ontology) -> Callable[[str, str], bool]:
    """The words that no zone's name holds."""
    verbs = frozenset(row["word"] for row in ontology.table("left_stops") if row["kind"] == "zones")

    def stops(word: str, tag: str) -> bool:
        return word in verbs or tag[0] in "pcuyeo" or (tag[0] == "d" and len(word) > 1)

    return stops
