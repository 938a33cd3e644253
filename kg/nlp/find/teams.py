"""Teams, 专班, leading groups and headquarters that a task or place gives a name of its own."""

from __future__ import annotations

import re
from collections.abc import Callable

from kg.model import Mention, Span
from kg.nlp._protocol import Context
from kg.nlp._words import words
from kg.nlp.find._left import borders, left
from kg.ontology import Ontology

NAME = "teams"

_HEAD = re.compile(
    "工作专班|专项小组|专班|工作领导小组|领导小组(?:办公室)?|工作指挥部|前方指挥部|前线指挥部|总指挥部|指挥部(?:办公室)?(?!门)|小分队|攻坚队|突击队|招商小组|招商组|工作队|工作组|工作小组|服务组|督导组|督查组|专项组|攻坚组|联络组|指导组|保障组|委员会(?:办公室)?(?=[主副])"
    "|小组(?<=产品小组)|推进组(?<=[一-龥]{3}推进组)"
)
_BARE = re.compile(
    "^(?:各?(?:专人|产业|项目|工作|专项|专门|专职|市级|县级|区级|州级|省级|多个|相关|有关|重点|攻坚|部门|牵头|责任|服务|现场|联合|外出|驻外|若干|一线|应急|临时|党员|青年|志愿|志愿者|督导|督查|招商|宣讲|"
    "调研|考察|巡回|成员|组建|成立|抽调|派出|设立|每个|这个|该|本|个|支|强|联合工作|推进|包保|包联|协调|建设|业务|行业|领导|干部|机关|企业|综合|专家|技术|医疗|救援|巡察|检查|检查督导|督促|驻点))+$"
)
_LEAD = re.compile("(?:全市|全县|全区|全州|全省|本市|我市|我县|我区)")
_SPLIT = re.compile(
    "(?:分|设|分为|分成|分设|下设|设立|设置|成立|组建|组成)(?:了|有)?((?:“[^“”\n]{2,12}”|[一-龥]{2,8})(?:[、和及]?(?:“[^“”\n]{2,12}”|(?<=[、和及])[一-龥]{2,8}))+?)等?(?:\\d+|[一二两三四五六七八九十]+)(?:个|支)(?:专项|专门)?(工作专班|工作小组|工作组|专班|小组|组)(?![织合])"
)
_PIECE = re.compile("“[^“”]+”|[^、和及“”]+")
_ROW = re.compile("(?:[一-龥]{2,6}组[、和]){1,6}[一-龥]{2,6}组(?=组长|副组长)")
_COUNTED = re.compile("[个支家项类组一二三四五六七八九十两几多各N\\d]$")


def find(text: str, context: Context) -> list[Mention]:
    """Named teams; 专班, 工作组, 领导小组 alone are none."""
    found = _parts(text)
    heads = list(_HEAD.finditer(text))
    if not heads:
        return found
    known = borders(context.of("Division"))
    stops = context.once("teams.stops", _stopper)
    taken = {m.span.end for m in context.of("PublicBody")}
    for head in heads:
        if head.end() in taken:
            continue
        start = _start(text, left(words(text), head.start(), known, stops), head.start())
        stem = text[start : head.start()]
        founded = stem == "项目" and head.group() == "工作专班" and text[max(0, start - 3) : start].startswith(("成立", "组建", "设立"))
        if founded:
            found.append(Mention(Span(start, head.end()), "PublicBody", text[start : head.end()], rule=f"{NAME}.task"))
        if len(stem) < 2 or len(stem) > 24 or _BARE.match(stem) or _COUNTED.search(text[max(0, start - 1) : start]):
            continue
        found.append(Mention(Span(start, head.end()), "PublicBody", text[start : head.end()], rule=f"{NAME}.task"))
    longest = {m.span.start: m for m in found}
    return [m for m in found if longest[m.span.start] is m]


def _parts(text: str) -> list[Mention]:
    """Parts of a team or a drive: 设甲保障、乙加工2个工作组, “甲”“乙”2个小组, 甲组、乙组组长."""
    found = []
    for match in _SPLIT.finditer(text):
        for piece in _PIECE.finditer(text, *match.span(1)):
            found.append(Mention(Span(*piece.span()), "PublicBody", piece.group() + match[2], rule=f"{NAME}.part"))
    for row in _ROW.finditer(text):
        for piece in re.finditer("[^、和]+", row.group()):
            span = Span(row.start() + piece.start(), row.start() + piece.end())
            found.append(Mention(span, "PublicBody", piece.group(), rule=f"{NAME}.part"))
    return found


def _start(text: str, start: int, head: int) -> int:
    """Without a lead like 为此: the name begins at its first character that is no count."""
    lead = _LEAD.match(text, start, head)
    return lead.end() if lead else start


def _stopper(ontology: Ontology) -> Callable[[str, str], bool]:
    """The words that no team's name holds."""
    verbs = frozenset(row["word"] for row in ontology.table("left_stops") if row["kind"] == "teams")

    def stops(word: str, tag: str) -> bool:
        return word in verbs or tag[0] in "pcuyerm" or (tag[0] == "d" and len(word) > 1)

    return stops
