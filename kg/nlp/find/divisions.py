"""Divisions of the gazetteer: longest name first, the short and the common ones only where the context speaks for them."""

from __future__ import annotations

import re

from kg.gazetteer import Division
from kg.model import Mention, Span
from kg.nlp._protocol import Context
from kg.nlp.find._places import Hit, Places, Support

NAME = "divisions"

_WRONG_AFTER = {
    "市": "场值",
    "区": "域别块间分位划",
    "镇": "静定压",
    "乡": "村镇愁亲土音情贤间",
    "旗": "下帜舰手袍号杆",
    "省": "道份略钱力",
    "盟": "国友军",
    "县": "",
    "州": "",
}
_NOT_PLACE_AFTER = re.compile(
    "族(?!.{0,3}自治)|湾(?!区)|岛(?!市)|[东西南北中]?[一二三]?(?:路|大街|大道|街(?!道)|巷|大桥|桥|公路)|鸡(?!西)|流域|水系|沿岸|江畔|江面|山脉|北麓|南麓|东麓|西麓|深处|日报|晚报|晨报|早报|都市报|商报|时报|新闻网|发布(?!会|了)|人寿|白药|话|语|菜|戏|剧"
)
_MARKET = re.compile("市场(?:监|管)")
_GOING = re.compile("(?:赴|抵达|来自|位于|地处|走进|来到|前往|奔赴|远赴|飞往|运往|发往|销往|出口|访问|落户|籍贯|[在到从往赴])$")
_CROSSED = frozenset({"穿越", "翻越", "横渡", "流经", "横跨", "跨越", "跨过", "越过"})
"""Verbs whose object is a range or a river that shares its name with a division."""
_GENERIC = frozenset({"城区", "郊区", "矿区", "全州", "市中", "市南", "市北", "市辖区"})
"""Words for a kind of area that are also names: read as names only behind the place they belong to."""
_NEAR = 6
"""A score from which a place lies near what the article names."""
_ITEM_BEFORE, _ITEM_AFTER = "、和及与至", "、和及与至等"


def find(text: str, context: Context) -> list[Mention]:
    """Names of divisions; each carries the key of the division that fits best."""
    places = context.once("places", Places)
    hits = [hit for hit in places.hits(text) if _borders(text, hit)]
    support = _support(context, places, hits)
    found: list[Mention] = []
    end, last = 0, None
    for hit in hits:
        if hit.start < end:
            continue
        place = _choose(text, hit, support, last if last and last[0].end == hit.start else None, hits)
        if place is not None:
            last = (hit, place)
            found.append(_mention(hit, place))
            end = hit.end
        elif hit.form.level == 4 and hit.form.full and not hit.form.weak and _apart(text, hit):
            found.append(Mention(Span(hit.start, hit.end), "Division", hit.form.words, rule=f"{NAME}.town"))
            end = hit.end
    return found


def _apart(text: str, hit: Hit) -> bool:
    """True for a town's name of which no word before it can be a part."""
    return hit.start == 0 or not "一" <= text[hit.start - 1] <= "龥" or text[hit.start - 1] in "和及与在到往由从是的"


def _mention(hit: Hit, place: Division) -> Mention:
    rule = "divisions.name" if hit.form.full else "divisions.short"
    name = hit.form.words if hit.form.full and hit.form.words in place.former else place.name
    return Mention(Span(hit.start, hit.end), "Division", name, rule=rule, entity=f"division/{place.code}")


def _borders(text: str, hit: Hit) -> bool:
    """False where the characters around make it part of another word: 合作|市场, 大庆|典, 延安|路."""
    after = text[hit.end : hit.end + 5]
    if hit.form.full and hit.form.words[-1] in _WRONG_AFTER:
        if after[:1] == "场" and _MARKET.match(text, hit.end - 1):
            return False
        return not (after and after[0] in _WRONG_AFTER[hit.form.words[-1]])
    return not (_NOT_PLACE_AFTER.match(after) or text[max(0, hit.start - 2) : hit.start] in _CROSSED)


def _support(context: Context, places: Places, hits: list[Hit]) -> Support:
    support = Support(places)
    for words in (context.article.publisher, context.article.region):
        for hit in places.hits(words):
            if len(hit.form.places) == 1 and not hit.form.weak:
                support.add(hit.form.places[0], 2)
    for hit in hits:
        if hit.form.weak or (len(hit.form.places) > 1 and hit.form.level > 2) or (hit.form.full and len(hit.form.words) == 2):
            continue
        if hit.form.level == 4 or (hit.form.level == 3 and not hit.form.full and len(hit.form.words) < 3):
            continue
        support.add(min(hit.form.places, key=lambda place: len(places.chain(place.code))), 2 if hit.form.full else 1)
    for hit in hits:  # a second look at names that several places share, now that the surroundings are known
        if hit.form.full and not hit.form.weak and len(hit.form.places) > 1 and 2 < hit.form.level < 4:
            score, place = support.best(hit.form.places)
            if score:
                support.add(place, 2)
    _share(support, hits)
    return support


def _share(support: Support, hits: list[Hit]) -> None:
    """Two towns or more that one county has speak for that county."""
    towns: dict[str, set[str]] = {}
    for hit in hits:
        if hit.form.level == 4 and hit.form.full:
            for place in hit.form.places:
                towns.setdefault(place.parent, set()).add(hit.form.words)
    most = max((len(words) for words in towns.values()), default=0)
    counties = [code for code, words in towns.items() if len(words) == most]
    if most > 1 and len(counties) == 1 and (county := support.places.gazetteer.by_code.get(counties[0])):
        support.add(county)


def _choose(text: str, hit: Hit, support: Support, before: tuple[Hit, Division] | None, hits: list[Hit]) -> Division | None:
    form = hit.form
    if before is not None:
        inner = [place for place in form.places if before[1].code in support.places.chain(place.code)[1:]]
        if inner and (form.full or len(form.words) > 2 or not form.weak):
            return support.best(inner)[1]
    if form.words in _GENERIC:
        return None
    score, place = support.best(form.places)
    if form.level == 4 and not form.weak and len(form.places) == 1 and len(form.words) > 3:
        return place
    if form.level == 4 or (form.full and (form.weak or len(form.words) == 2)):
        return place if score >= _NEAR else None
    if not form.weak:
        known = form.full or form.level < 3 or len(form.words) > 2 or score >= _NEAR or support.named[place.code] > 2
        return place if known or _stands_as_place(text, hit, hits) else None
    if support.named[place.code] >= 2:
        return place if len(form.words) > 2 or _stands_as_place(text, hit, hits) else _safe(text, hit, place)
    return place if score >= 2 * _NEAR and _stands_as_place(text, hit, hits) else None


def _safe(text: str, hit: Hit, place: Division) -> Division | None:
    """A common word that is also the article's own place (合作, 朝阳): only before words that follow a place."""
    return place if re.match("市|县|区|州|旗|开展|站|口岸|经济开发区|工业园", text[hit.end : hit.end + 6]) else None


def _stands_as_place(text: str, hit: Hit, hits: list[Hit]) -> bool:
    """True behind 赴, 来自, 在 … or in a row with other places."""
    if _GOING.search(text[max(0, hit.start - 3) : hit.start]):
        return True
    before, after = text[hit.start - 1 : hit.start], text[hit.end : hit.end + 1]
    ends = {other.end for other in hits if not other.form.weak or other.form.full}
    starts = {other.start for other in hits if not other.form.weak or other.form.full}
    return (before in _ITEM_BEFORE and bool(before) and hit.start - 1 in ends) or (after in _ITEM_AFTER and bool(after) and hit.end + 1 in starts)
