"""Divisions that no list holds: villages, residential communities, and rows that share one suffix (甲、乙、丙3镇)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.gazetteer import Division
from kg.model import Mention, Span
from kg.nlp._protocol import Context
from kg.nlp._words import words
from kg.nlp.find._left import MARKS, left
from kg.nlp.find._places import Places, Support
from kg.patterns import begins, starting

NAME = "villages"

_HEAD = re.compile("村|社区|嘎查|(?<=[一-龥])屯")
_WRONG_AFTER = re.compile(
    '(?<=村)(?:民|庄|容|落|镇|里|口|干|级|屯|集体|医|规|史|务|头|企|改居|组|BA|超|晚|游|道|域|寨|“两委”|两委|[”"]?两委)|(?<=社区)(?:居民|工作|服务|治理|干部|志愿|矫正|团购|卫生|文化|环境|教育|食堂|网格|党建)'
    "|(?<=屯)(?:垦|兵|粮)"
)
"""What makes 村 or 社区 an everyday word; behind a town's name it may follow all the same."""
_GENERIC = re.compile(
    "(?:当地|农|乡|全|该|本|我|山|行政|自然|贫困|示范|先进|各|村|个|渔|度假|地球|城中|中心|帮扶|美丽|重点|试点|民俗|脱贫|空心|和美|乡|整|同|邻|外|进|驻|到|入|出|回|一|两|三|多|几|每|小|老|大|旅游|边境|牧区|明星|样板|"
    "特色|专业|文明|生态|富裕|幸福|移民|搬迁|易地搬迁|安置|奥运|数字|智慧|未来|精品|亿元|强|弱|后进|软弱涣散|联合|抵边|沿边|兴边|乡镇|街道|镇街|县乡|辖区|所在|属地|试验|党建|红色|共建|结对|涉农|"
    "产业|养殖|种植|和谐|平安|民主法治|无讼|电商|淘宝|网格|居民|拥军|绿色|小康|康养|长寿|古|名|城边|近郊|平原|丘陵|全国|国家|省级|市级|县级|新型|现代|国际|生活|封闭|老旧|开放|城市|农牧|高山|深山|华人|科技|网络|虚拟|金融|商务|学习|科创|创业|智能|旧|公共|零碳|低碳|无废|产业|人才|青年|国门|民族|人口|易地|宜居|宜业|整)$"
)
_SHORTEST, _LONGEST = 1, 6
_NUMBER = r"(?:\d+|[一二两三四五六七八九十]+)个?"
_ROW_END = re.compile(
    rf"(?:等)?{_NUMBER}(街道(?:办事处)?|乡镇|镇街|县市区|县区|市县|县市|旗县|市|县|区|旗|乡|镇|社区|嘎查|村|苏木|盟)(?![场民域委政级长内容庄])"
)
_ROW_END_FIRST = begins(_ROW_END)
_ROW = re.compile("[一-龥]{2,9}(?:[、和及与][一-龥]{2,9})+$")
_ROW_LENGTH = 120
_AND = re.compile("[和及与]")
_PAIR = re.compile("([一-龥])([一-龥])(?=(?:两省区?|两地|东西部|对口|扶贫|劳务|产业)?(?:协作|合作|携手|帮扶))")
_TOWN = re.compile("镇(?![静定压])|乡(?![村镇愁亲土音情贤间])|街道(?!路)|苏木")
_CORPS = re.compile("师市|兵团|第?[一二三四五六七八九十]{1,3}师[一-龥]{2,4}市")
_REGIMENT = re.compile(
    "(?:(?<=[在到和与及的由从于赴去抵来师市])|(?<![一-龥\\d第〇○零]))(?:[一二三四五六七八九十百〇○零]{1,4}|\\d{1,3})团(?:场|镇)?(?![结队体员伙购长圆聚组])"
)
_FARM = re.compile("(?:(?<=[，。、；：“”在到和与\n])|^)[一-龥]{2,4}(?:农场|牧场)(?=[、，。；党是在的和与及职十连])")
_COMPANY = re.compile("[一二三四五六七八九十]{1,3}连(?![续接同片夜着])")
_SUFFIX = {
    "乡镇": ("镇", "乡"),
    "镇街": ("镇", "街道"),
    "县市区": ("县", "市", "区"),
    "县区": ("县", "区"),
    "市县": ("市", "县"),
    "县市": ("县", "市"),
    "旗县": ("旗", "县"),
    "街道办事处": ("街道",),
}


def find(text: str, context: Context) -> list[Mention]:
    """Villages and communities by suffix, items of rows with a common suffix, pairs of provinces in one character each."""
    found = _rows(text, context)
    found += _towns(text, context, {m.span.end for m in found})
    found += _villages(text, context, {m.span.end for m in found})
    found += _pairs(text, context)
    found += _regiments(text)
    return found


def _villages(text: str, context: Context, taken: set[int]) -> list[Mention]:
    heads = list(_HEAD.finditer(text))
    if not heads:
        return []
    ends = {m.span.end for m in context.of("Division")} | taken
    found = []
    for head in heads:
        if head.end() in taken:
            continue
        start = _start(text, head.start(), ends)
        if start is None or (start not in ends and _WRONG_AFTER.match(text, head.end())) or text[head.end() : head.end() + 1] in "民庄":
            continue
        span = Span(start, head.end())
        found.append(Mention(span, "Division", text[span.start : span.end], rule="villages.suffix"))
    return found


def _towns(text: str, context: Context, taken: set[int]) -> list[Mention]:
    """Towns right behind the division they lie in that no list holds."""
    ends = {m.span.end for m in context.of("Division")}
    found = []
    for head in _TOWN.finditer(text):
        if head.end() in ends or head.end() in taken:
            continue
        for start in range(head.start() - 1, max(head.start() - 6, 0), -1):
            if start in ends:
                stem = text[start : head.start()]
                if (
                    len(stem) > 1
                    and stem[0] not in "省市县区州旗"
                    and _plain(stem)
                    and not any(tag[0] in "vpc" and len(w) > 1 for w, tag in words(text).within(start, head.end()))
                ):
                    span = Span(start, head.end())
                    found.append(Mention(span, "Division", text[start : head.end()], rule=f"{NAME}.town"))
                break
            if not "一" <= text[start] <= "龥":
                break
    return found


def _start(text: str, head: int, ends: set[int]) -> int | None:
    """Where the name of a village begins: behind a division, else at a mark or a word that is no part of a name."""
    for start in range(head - _SHORTEST, max(head - _LONGEST, 0) - 1, -1):
        if start in ends:
            start = _behind_verb(text, start, head)
            stem = text[start:head]
            return start if stem[0] not in "乡镇村市县区" and _plain(stem) and not _GENERIC.search(stem) else None
        if text[start] in MARKS:
            break
    start = left(words(text), head, {}, _stops)
    stem = text[start:head]
    if not 2 <= len(stem) <= 4 or _GENERIC.search(stem) or any(start < end < head for end in ends) or not _plain(stem):
        return None
    return start


def _behind_verb(text: str, start: int, head: int) -> int:
    """三江镇下辖|甲社区: behind a verb between the town and the village."""
    word, _ = words(text).within(start, head)[0]
    return start + len(word) if word in _VERBS and start + len(word) < head else start


def _stops(word: str, tag: str) -> bool:
    return (tag[0] in "vpcudrmq" and (len(word) > 1 or tag[0] in "pcu" or word in "在到赴和与及等了的是由从对向往各该每")) or word in _VERBS


_VERBS = frozenset(
    [
        "来到",
        "走进",
        "位于",
        "包联",
        "联系",
        "驻",
        "走访",
        "前往",
        "带动",
        "依托",
        "记者",
        "书记",
        "主任",
        "村民",
        "辖区",
        "沿着",
        "建成",
        "吸引",
        "覆盖",
        "涉及",
        "下辖",
        "所辖",
        "管辖",
        "地处",
        "距离",
        "距",
        "目前",
        "当地",
        "往日",
        "昔日",
        "集资",
        "扬言",
        "拥有",
        "包括",
        "处在",
        "坐落",
        "联合",
        "组织",
        "现有",
        "共有",
    ]
)


def _plain(stem: str) -> bool:
    return all("一" <= char <= "龥" for char in stem) and not set(stem) & set("的了在是到从和与及等各该每个这那为向对给把让由被将以使")


def _rows(text: str, context: Context) -> list[Mention]:
    ends = list(starting(_ROW_END_FIRST, _ROW_END, text))
    rows = [(row, end[1]) for end in ends if (row := _before(text, end.start())) is not None]
    if not rows:
        return []
    places = context.once("places", Places)
    support = Support(places)
    for mention in context.of("Division"):
        if (place := places.gazetteer.by_code.get(mention.entity.removeprefix("division/"))) is not None:
            support.add(place)
    return [mention for row, suffix in rows for mention in _row(row, _SUFFIX.get(suffix, (suffix,)), places, support)]


def _before(text: str, end: int) -> re.Match[str] | None:
    """The row of names that ends right before a count and its suffix; it must hold a 、."""
    line = text.rfind("\n", max(0, end - _ROW_LENGTH), end) + 1 or max(0, end - _ROW_LENGTH)
    return _ROW.search(text, line, end) if "、" in text[line:end] else None


def _row(row: re.Match[str], suffixes: tuple[str, ...], places: Places, support: Support) -> list[Mention]:
    found: list[Mention] = []
    for number, (start, item) in enumerate(_items(row, suffixes, places, support)):
        for cut in range(len(item) - 1) if number == 0 or len(item) > 4 else (0,):
            name, place = _completed(item[cut:], suffixes, places, support)
            if place is not None or (cut == 0 and number and suffixes[0] in ("村", "社区", "嘎查") and len(item) < 5):
                span = Span(start + cut, start + len(item))
                key = f"division/{place.code}" if place else ""
                found.append(Mention(span, "Division", name, rule="villages.row", entity=key))
                break
    return found


def _items(row: re.Match[str], suffixes: tuple[str, ...], places: Places, support: Support) -> Iterator[tuple[int, str]]:
    """Items of a row with their offsets; 和 and the like part two items only where the whole is no name (和静)."""
    start = row.start()
    for piece in row[0].split("、"):
        if _completed(piece, suffixes, places, support)[1] is not None or not _AND.search(piece[1:-1]):
            yield start, piece
        else:
            offset = start
            for item in _AND.split(piece):
                if len(item) > 1:
                    yield offset, item
                offset += len(item) + 1
        start += len(piece) + 1


def _completed(item: str, suffixes: tuple[str, ...], places: Places, support: Support) -> tuple[str, Division | None]:
    """The full name that ``item`` has in a row with this suffix, and the division that it then names."""
    for suffix in suffixes:
        full = item if item.endswith(suffix) else item + suffix
        candidates = [p for p in places.gazetteer.candidates(full) if p.level != "country" and full in p.forms]
        if not candidates and suffix in "市县区旗盟":
            known = places.gazetteer.candidates(item)
            candidates = [p for p in known if p.name.endswith(suffix) and item in p.forms and p.level != "township"]
        if candidates:
            score, place = support.best(candidates)
            if score or suffix in "市县旗盟":
                return full if full in place.former else place.name, place
    return item if item.endswith(suffixes[0]) else item + suffixes[0], None


def _regiments(text: str) -> list[Mention]:
    """Regiments of the 兵团, which are places: 十团, 一四二团; only in texts about the 兵团."""
    if not _CORPS.search(text):
        return []
    found = []
    for match in (*_REGIMENT.finditer(text), *_FARM.finditer(text)):
        found.append(Mention(Span(*match.span()), "Division", match.group(), rule="villages.regiment"))
        if company := _COMPANY.match(text, match.end()):
            found.append(Mention(Span(match.start(), company.end()), "Division", text[match.start() : company.end()], rule="villages.company"))
    return found


def _pairs(text: str, context: Context) -> list[Mention]:
    found = []
    for match in _PAIR.finditer(text):
        pair = [context.ontology.places.signed(sign) for sign in match.groups()]
        before = text[match.start() - 1 : match.start()]
        if None in pair or (before and context.ontology.places.signed(before)):
            continue
        for number, place in enumerate(pair, 1):
            if place is not None and place.code != "country/CN":
                span = Span(match.start(number), match.end(number))
                found.append(Mention(span, "Division", place.name, rule="villages.pair", entity=f"division/{place.code}"))
    return found
