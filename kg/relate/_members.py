"""Parts of bodies, firms and buildings: task forces, subsidiaries, halls."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Fact
from kg.relate._facts import fact
from kg.relate._lines import Line, slots
from kg.relate._scene import Scene

_INSIDE = slots(r"(?P<whole>{Facility}|馆|园|基地)(?:内|里)(?:还)?(?:设立|建成|开设|设|建)(?:了|有)?[^，。；]{0,8}?(?P<part>{Facility})")
_TEAM = slots(r"(?:成立|组建|设立|抽调[^，。；]{0,12}?(?:组成|成立))了?[^，。；]{0,16}?(?P<part>{PublicBody})")
_GROUP = slots(r"(?P<whole>{Company})(?:的)?(?:旗下|下属|所属|全资|控股|下辖)(?:的)?(?:全资|控股|骨干|核心)?(?:子公司|企业|公司)?(?P<part>{Company})")
_CHILD = slots(
    r"(?P<part>{Company})(?:是|为|系|，是|，系)(?P<whole>{Company})(?:的)?(?:旗下|下属|所属|全资|控股|骨干|直属|权属|二级|三级)(?:全资|控股)?(?:子公司|公司|企业|单位)|(?P<part2>{Company})(?:隶属于|隶属|从属于)(?P<whole2>{Company})"
)
_LINE = re.compile(r"(?:铁路|高铁|公路|高速|客专|专线|地铁|轻轨|线|大道|铁路项目|公路项目|高速项目|工程)$")
_ROAD = re.compile(r"(?:铁路|高铁|公路|高速|客专|专线|地铁|轻轨|大道|国道|省道)(?:[\w]{2,8}段)?(?:（[^（）]*）)?(?:工程|项目|工程项目)?$")
_BOTH = slots(
    r"(?P<one>{PublicBody|Organization|Company})(?:与|和|同|携手|联合|—+|－+)(?P<two>{PublicBody|Organization|Company})[^。；]{0,40}?"
    r"(?:共建|共同(?:建设|成立|组建|设立)|联合(?:成立|组建|设立|建立)|合作(?:成立|建立))了?(?:[^，。；、\ue000-\ue02f]|{Division}){0,8}(?P<part>{Organization})"
)
"""甲县政府与乙大学共建丙研究院: it belongs to both."""
_STOPS = slots(
    r"(?P<whole>{Facility|Project})(?:[^。；\ue000-\ue02f]|{Division|Zone|Facility}){0,80}?(?:设|设置|设有|新建|途经)(?P<row>{Facility}(?:[、和及]{Facility})+)等?\d*(?:[一二三四五六七八九十]*)(?:座|个)?(?:车|新)?站"
)
_WORKS = slots(
    r"(?P<whole>{Facility|Project})(?:的)?(?:全线)?(?:控制性|重点|关键|先行|节点|控制)(?:性)?(?:控制|节点)?工程(?:之一)?[—，、\-－]*{Division}*(?P<part>{Facility})"
)
_SECTION = slots(
    r"(?P<whole>{Facility|Project})(?:[^，。；、\ue000-\ue02f]|{Division|Facility}(?=至|到|—|-|站|区间|段|境内)){0,14}?(?:的|段|境内|上)(?:{Division})*(?P<part>{Facility})"
)
"""甲铁路乙至丙区间的丁特大桥."""
_WORK = re.compile(r"(?:桥|隧道|互通|服务区|枢纽|立交|车站|斜井)$")
_TEAM_NAME = re.compile(r"(?:专班|小组|工作组|工作专班|指挥部|小分队|工作队|办公室)$")


def members(scene: Scene, number: int) -> Iterator[Fact]:
    """Yield the partOf facts about bodies, firms and buildings of line ``number``."""
    line = scene.lines[number]
    for match in _GROUP.finditer(line.code):
        yield _fact(line, match, "part", line.mention(match.start("whole")).entity, "relate.parts.group", 0.85)
    for match in _CHILD.finditer(line.code):
        tail = "" if match["part"] else "2"
        owner = line.mention(match.start("whole" + tail)).entity
        yield _fact(line, match, "part" + tail, owner, "relate.parts.group", 0.9)
    for match in _INSIDE.finditer(line.code):
        mark = line.marks.get(match.start("whole"))
        whole = mark.entity if mark else _before(scene, number, match.start(), "Facility")
        if whole:
            yield _fact(line, match, "part", whole, "relate.parts.inside", 0.75)
    built = line.has("Facility") and ("站" in line.code or "工程" in line.code)
    for match in (*_STOPS.finditer(line.code), *_WORKS.finditer(line.code)) if built else ():
        whole = line.mention(match.start("whole")).entity
        if _LINE.search(scene.document.entities[whole].name):
            row = "row" if "row" in match.groupdict() else "part"
            quote = line.evidence("relate.parts.line", match.start(), match.end())
            for _, part in line.among("Facility", match.start(row), match.end(row)):
                yield fact(part.entity, "partOf", whole, quote, 0.8)
    for match in _SECTION.finditer(line.code) if line.has("Facility") else ():
        owner, piece = line.mention(match.start("whole")).entity, line.mention(match.start("part"))
        lines = (scene.document.entities[owner].name, scene.document.words(line.mention(match.start("whole")).span))
        if piece.entity != owner and _WORK.search(piece.name) and any(_ROAD.search(name) for name in lines):
            yield _fact(line, match, "part", owner, "relate.parts.section", 0.75)
    for match in _BOTH.finditer(line.code) if line.has("Organization") else ():
        for party in ("one", "two"):
            owner = line.mention(match.start(party)).entity
            yield _fact(line, match, "part", owner, "relate.parts.joint", 0.75)
    for match in _TEAM.finditer(line.code):
        yield from _team(scene, number, match)


def _team(scene: Scene, number: int, match: re.Match[str]) -> Iterator[Fact]:
    """A task force is part of the organ that set it up: the subject, or the speaker's organ behind the quotation."""
    line = scene.lines[number]
    part = line.mention(match.start("part"))
    if not _TEAM_NAME.search(part.name):
        return
    before = line.among("PublicBody", 0, match.start())
    if before:
        whole = before[0][1].entity
    elif "我们" not in line.code[: match.start()]:
        whole = _before(scene, number, match.start(), "PublicBody")
    else:
        later = [m for other in scene.lines[number + 1 : number + 3] if other.paragraph == line.paragraph for _, m in other.among("PublicBody")]
        rest = [m for _, m in line.among("PublicBody", match.end())]
        whole = next((m.entity for m in [*rest, *later]), "")
    if whole:
        yield _fact(line, match, "part", whole, "relate.parts.team", 0.7)


def _before(scene: Scene, number: int, end: int, types: str) -> str:
    line = scene.lines[number]
    if found := line.among(types, 0, end):
        return found[-1][1].entity
    for other in reversed(scene.lines[:number]):
        if other.paragraph == line.paragraph and (found := other.among(types)):
            return found[-1][1].entity
    return ""


def _fact(line: Line, match: re.Match[str], part: str, whole: str, rule: str, confidence: float) -> Fact:
    quote = line.evidence(rule, match.start(), match.end())
    return fact(line.mention(match.start(part)).entity, "partOf", whole, quote, confidence)
