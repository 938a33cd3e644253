"""Places that the words say: X位于Y, Y的X, 在Y举行X."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Fact
from kg.relate._facts import fact
from kg.relate._lines import Line, slots
from kg.relate._roles import listed, mood
from kg.relate._scene import Scene

_THING = "{Company|Organization|Project|Zone|Facility}"
_PLACE = "{Place}"
_LIES = slots(
    rf"(?P<what>{_THING})(?:总部|厂区|项目|，|将|就|也|已|正式|成功|最终|选择|决定|整体|，总部){{0,3}}(?:位于|坐落于|坐落在|坐落|地处|落户于|落户在|落户到|落户|入驻|选址于?|设在|建在|落地|进驻|迁入|布局在?|扎根|租下)(?:了|在|到)?(?={_PLACE})"
)
_LATER = slots(rf"(?P<what>{_THING})[^。；\ue000-\ue02f]{{1,40}}，(?:总部)?(?:位于|坐落于|坐落在|地处)(?={_PLACE})")
_SITS = slots(
    rf"(?:位于|坐落于|坐落在|地处|落户于?|入驻|来自|设在|建在|身处)(?P<where>{_PLACE}+)(?:境内|内|城区|郊区|北部|南部|东部|西部)?的(?P<what>{_THING}(?:[、和]{_THING})*)"
)
_OF = slots(rf"(?P<where>{_PLACE}+)(?:境内|内|里)?的?(?P<what>{_THING}(?:[、和]{_THING})*)")
_IN = slots(rf"(?:在|走进|来到|到|位于)(?P<where>{_PLACE}+)(?:境内|内|里)?，(?P<what>{{Company|Organization|Project|Zone|Facility}})")
_FIRMS = slots(
    rf"(?P<where>{_PLACE}+)的[^，。；\ue000-\ue02f]{{0,10}}?(?:企业|工厂|厂家|商户|合作社|公司)[^，。；\ue000-\ue02f]{{0,8}}?[。，]?(?P<what>{{Company}})"
)
_AHEAD = slots(rf"(?P<where>{_PLACE}+)的[^，。；\ue000-\ue02f]{{0,10}}?(?:企业|工厂|厂家|合作社)[^。；\ue000-\ue02f]{{0,8}}。$")
_TRADE = slots(
    rf"(?P<where>{_PLACE}+)的?[^，。；、\ue000-\ue02f]{{0,6}}?(?:大户|龙头企业|龙头|骨干企业|重点企业|老字号|企业|车企|药企|民企|外企|合作社|名企|示范社)(?P<what>{{Company}})"
)
_ENDS = slots(
    rf"(?P<what>{{Project|Facility}})(?:（[^）]*）)?[^，。；]{{0,8}}?，?(?:线路)?[东西南北]?起(?:于|自|点位于|点为)?(?P<a>{_PLACE}+)[^。；\ue000-\ue02f]{{0,16}}?(?:[东西南北]?(?:止|至|抵|达|接)|终)(?:于|点位于|点为)?(?P<b>{_PLACE}+)"
)
_LATTER = slots(rf"(?P<which>前者|后者)(?:(?!后者)[^。；]){{0,40}}?(?:落户|位于|选址|坐落于|落地|建在)(?:于|在)?(?P<where>{_PLACE}+)")
_WHY = slots(rf"落户(?P<where>{_PLACE}+)，(?P<what>{{Company}})")
_HELD = slots(
    rf"(?P<what>{{Event|Campaign}})(?:[^，。；\ue000-\ue02f]|{{Campaign|Event}}){{0,12}}?，?(?:分别|先后|同时)?(?:在|于)(?:[^，。；、\ue000-\ue02f]{{2,12}}的)?(?P<where>(?:{_PLACE}(?:[、和及与]|以及)?)+)[^，。；\ue000-\ue02f]{{0,16}}?(?:举行|召开|举办|开幕|启动|拉开|落幕|闭幕|进行|启幕|开赛|开锣|鸣枪|接续|上演|同步)"
)
_HELD_BEFORE = slots(
    rf"(?:在|于)(?P<where>{_PLACE}+)[^，。；\ue000-\ue02f]{{0,10}}?(?:举行|召开|举办|启动|组织)(?:了)?[^，。；\ue000-\ue02f]{{0,14}}?(?P<what>{{Event}})"
)
_BUILT = slots(
    rf"(?P<what>{{Project}})[^。；\ue000-\ue02f]{{0,16}}?(?:，|已|，?[^，。；\ue000-\ue02f]{{0,8}}?)(?:在|于)(?P<where>{_PLACE}+)[^，。；\ue000-\ue02f]{{0,8}}?(?:开工|动工|奠基|破土|落地|落成|投产|竣工|开建|启动建设|建设|建成|投用|点火|试生产|封顶|安家)"
)
"""甲项目（一期），去年3月在乙区开工."""
_WITHIN = slots(
    rf"(?:^|[，；])(?P<where>{_PLACE})(?:里|内|境内|上)，(?P<what>{{Company|Organization|Project|Facility}}(?:[、和及]{{Company|Organization|Project|Facility}})*)"
)
_PAIR = slots(
    r"^[\s▲●■◆·△○\d.、．（）()]*{Division}*(?P<who>{Division|PublicBody|Zone})(?:—+|－+|-+|与|和|↔)(?P<firm>{Company|Organization})[：:，](?P<what>{Project})"
)
"""An item in a list of contracts, ▲甲县政府——乙公司：丙项目: it is built where the public party governs."""
_MAIN = slots(rf"(?P<what>{{Event|Campaign}})[^。；\ue000-\ue02f]{{0,20}}主会场(?:设在|设于|位于|在)(?P<where>{_PLACE}+)")
_THIS = slots(rf"(?:这家|这个|该)(?:落户|位于|坐落于|坐落在|地处|扎根)(?:在|于)?(?P<where>{_PLACE}+)")
_ALSO = slots(r"(?P<what>{Campaign})[^。；]{0,16}?，(?P<where>{Zone|Division}(?:[、和及]{Zone|Division})+)(?:同步|同时|一体)(?:进行|推进|开展|实施|展开)")


def stated(scene: Scene) -> Iterator[Fact]:
    """Yield locatedIn facts that the words of one sentence, or of two neighbours, say."""
    for number, line in enumerate(scene.lines):
        if item := _PAIR.match(line.code):
            yield from _contract(scene, line, item)
        if not line.has("Place"):
            continue
        yield from _lies(line)
        for pattern, rule in (
            (_SITS, "sits"),
            (_OF, "of"),
            (_IN, "in"),
            (_WHY, "why"),
            (_TRADE, "of"),
            (_HELD_BEFORE, "held"),
            (_WITHIN, "within"),
            (_BUILT, "built"),
        ):
            for match in pattern.finditer(line.code):
                yield from _match(scene, line, match, f"relate.places.{rule}")
        for match in _HELD.finditer(line.code):
            for position, place in listed(line, match.start("where"), "Place"):
                quote = line.evidence("relate.places.held", match.start(), max(match.end(), position + 1))
                yield fact(line.mention(match.start("what")).entity, "locatedIn", place.entity, quote, 0.9)
        for match in _ALSO.finditer(line.code):
            for _, place in line.among("Place", match.start("where"), match.end("where")):
                quote = line.evidence("relate.places.also", match.start(), match.end())
                yield fact(line.mention(match.start("what")).entity, "locatedIn", place.entity, quote, 0.7)
        for match in _MAIN.finditer(line.code):
            yield from _match(scene, line, match, "relate.places.held")
        for match in _THIS.finditer(line.code):
            yield from _this(scene, number, match)
        yield from _firms(scene, number)
        for match in _ENDS.finditer(line.code) if "起" in line.code else ():
            yield from _line_ends(line, match)
        for match in _LATTER.finditer(line.code) if "者" in line.code else ():
            row = line.among("Project|Company", 0, match.start())[-2:]
            if len(row) == 2:
                what = row[0 if match["which"] == "前者" else 1][1]
                place = line.among("Place", match.start("where"), match.end("where"))[-1][1]
                quote = line.evidence("relate.places.latter", match.start(), match.end())
                yield fact(what.entity, "locatedIn", place.entity, quote, 0.8)


def _lies(line: Line) -> Iterator[Fact]:
    """甲公司位于乙区."""
    for match in (*_LIES.finditer(line.code), *_LATER.finditer(line.code)):
        for position, place in listed(line, match.end(), "Place")[:1]:
            quote = line.evidence("relate.places.lies", match.start(), position + 1)
            yield fact(
                line.mention(match.start()).entity,
                "locatedIn",
                place.entity,
                quote,
                0.9,
                modality=_mood(line, match.end() - 2),
            )


def _contract(scene: Scene, line: Line, match: re.Match[str]) -> Iterator[Fact]:
    entity = scene.document.entities[line.mention(match.start("who")).entity]
    place = entity.area if entity.type == "PublicBody" else entity.key
    if place in scene.document.entities and place != scene.document.home:
        quote = line.evidence("relate.places.contract", match.start("who"), match.end())
        yield fact(line.mention(match.start("what")).entity, "locatedIn", place, quote, 0.75)


def _line_ends(line: Line, match: re.Match[str]) -> Iterator[Fact]:
    """A road or railway lies in the places at both of its ends: 东起甲县，西至乙镇."""
    for end in ("a", "b"):
        place = line.among("Place", match.start(end), match.end(end))[-1][1]
        quote = line.evidence("relate.places.ends", match.start(), match.end())
        yield fact(line.mention(match.start("what")).entity, "locatedIn", place.entity, quote, 0.8)


def _this(scene: Scene, number: int, match: re.Match[str]) -> Iterator[Fact]:
    """这家落户甲区的企业: the company that the text named last."""
    line = scene.lines[number]
    before = line.among("Company", 0, match.start()) or scene.lines[number - 1].among("Company") if number else []
    if before:
        place = line.among("Place", match.start("where"), match.end("where"))[-1][1]
        quote = line.evidence("relate.places.this", match.start(), match.end())
        yield fact(before[-1][1].entity, "locatedIn", place.entity, quote, 0.75)


def _mood(line: Line, verb: int) -> str:
    said = mood(line, verb)
    return said if said == "denied" or said == "reported" or re.search("拟|计划|有意", line.code[:verb]) else "asserted"


def _match(scene: Scene, line: Line, match: re.Match[str], rule: str) -> Iterator[Fact]:
    places = line.among("Place", match.start("where"), match.end("where"))
    place = places[-1][1]
    for position, what in line.among("Company|Organization|Project|Zone|Facility|Event|Campaign", match.start("what"), match.end("what")):
        if rule.endswith(".of") and not _joined(scene, line, match, place.entity, what.type):
            continue
        quote = line.evidence(rule, match.start(), position + 1)
        yield fact(what.entity, "locatedIn", place.entity, quote, 0.85)


def _joined(scene: Scene, line: Line, match: re.Match[str], place: str, type_: str) -> bool:
    """甲市乙公司 and 甲区的乙公司 say where; 甲省的 (a firm of a whole province) and a row of two zones do not."""
    if scene.areas.level(place) in ("country", "province"):
        return False
    if scene.type_of(place) == "Facility" and type_ == "Project":
        return False
    home = scene.document.home
    return not scene.areas.inside(home, place)


def _firms(scene: Scene, number: int) -> Iterator[Fact]:
    """甲区的外贸企业也忙。乙公司…: the firm that opens the next sentence."""
    line = scene.lines[number]
    for match in _FIRMS.finditer(line.code):
        place = line.among("Place", match.start("where"), match.end("where"))[-1][1]
        quote = line.evidence("relate.places.firms", match.start(), match.end())
        yield fact(line.mention(match.start("what")).entity, "locatedIn", place.entity, quote, 0.75)
    following = scene.lines[number + 1] if number + 1 < len(scene.lines) else None
    ahead = _AHEAD.search(line.code)
    if following and ahead and following.paragraph == line.paragraph and slots("{Company|Project}").match(following.code):
        place = line.among("Place", ahead.start("where"), ahead.end("where"))[-1][1]
        quote = following.evidence("relate.places.firms", 0, 1)
        first = following.mention(0).entity
        yield fact(first, "locatedIn", place.entity, quote, 0.7)
        for one in scene.facts:
            if one.subject == first and one.relation == "undertakenBy" and scene.type_of(one.object) == "Company":
                yield fact(one.object, "locatedIn", place.entity, quote, 0.65)
