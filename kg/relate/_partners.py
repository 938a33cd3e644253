"""Two parties and what joins them: 甲与乙签约, 甲由乙帮扶; a public party engages a firm, equals cooperate."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Fact, Mention
from kg.relate._facts import fact
from kg.relate._lines import Line, slots
from kg.relate._roles import mood, subjects
from kg.relate._scene import Scene
from kg.relate._talks import spoken

_ANY = "PublicBody|Company|Organization|Division|Zone"
_ROW = "{" + _ANY + "}(?:(?:[、和及]|以及){" + _ANY + "})*"
_PAIR = slots(
    "(?P<left>" + _ROW + "|{Person})"
    r"(?:分别|已|还|将|先后|在[^，。；]{0,20})?(?P<link>与|和|同|跟|联合|携手|牵手)(?:[^，。；、\ue000-\ue02f]{0,4}?{Division})?(?P<right>" + _ROW + ")"
    r"(?P<gap>(?:[^。；\ue000-\ue02f]|{Person|Project|Policy|Event|Campaign}|(?<=在){Division|Zone|Facility}){0,40}?)(?P<verb>签约|签订|签署|签了|签下|订了|订立|合作|共建|结对|结为|结成|达成|联姻|牵手|"
    r"共同(?=建设|打造|开展|推进|成立|投资|研发|签|组建|出资)|联手|加强共建|对口|缔结|座谈|洽谈|会谈|交流|对接|会晤|商谈)"
)
_ALONE = slots(
    r"(?:，|并|分别|还)(?:与|同|和)(?P<right>" + _ROW + r")(?P<gap>[^。；，\ue000-\ue02f]{0,12}(?:{Project|Policy})?[^。；，\ue000-\ue02f]{0,8}?)"
    r"(?P<verb>签约|签订|签署|达成|深入对接|对接|座谈|洽谈|会谈|合作)"
)
_SERIES = slots(
    "(?P<a>{" + _ANY + "})[与和](?:{Division}(?={Division}))*(?P<b>{" + _ANY + "})"
    "(?=(?:[、，和](?:{" + _ANY + "}|[^，。；、\ue000-\ue02f]{2,5}村)+[与和]{" + _ANY + "}+)*"
    r"(?:[^。；，\ue000-\ue02f]{0,10})(?:签约|签订|签署|结为|达成|结成|结对|牵手))"
)
_NOUN = "研究院|研究所|公司|企业|集团|学校|高校|大学|学院|协会|商会|合作社|医院|银行|基金会"
_MEANT = slots(
    "(?P<left>{" + _ANY + "}|(?:^|[，。；])(?:该|这家)?(?P<noun>" + _NOUN + "))(?:与|和|同|跟)"
    "(?P<right>{" + _ANY + "}|(?:该|这家)?(?P<other>" + _NOUN + "))"
    r"(?P<verb>[^，。；\ue000-\ue02f]{0,8}(?:签订|签署|签约|达成|合作|共建|结成|结对|结为|联合)[^，。；\ue000-\ue02f]{0,8})"
)
_ITEM_PAIR = slots(r"^[\s▲●■◆·△○\d.、．（）()]*(?P<left>{" + _ANY + "})(?:—+|－+|-+|与|和|↔)(?P<right>{" + _ANY + r"})[：:，](?P<rest>[^。；]*)")
"""An item in a list of contracts: ▲甲县政府——乙公司：丙项目."""
_PARTNER_OF = slots(
    "(?P<a>{" + _ANY + "})是(?P<b>{" + _ANY + r"})的?[^，。；\ue000-\ue02f]{0,6}(?:协作|结对|帮扶|合作|对口|支援|友好)"
    r"[^，。；\ue000-\ue02f]{0,4}(?:伙伴|单位|[省市县区州旗镇村]|城市|方|对象|企业|学校|医院)"
)
_SERIES_VERB = re.compile("签约|签订|签署|结为|达成|结成|结对|牵手")
_JOINT = slots(
    r"(?P<what>{Division|PublicBody|Company|Organization})由(?P<who>" + _ROW + ")"
    r"(?:共同|联合|对口|结对|分别)*(?:包保帮扶|帮扶|包联|结对|定点帮扶|对口支援)"
)
_HELPS = slots("(?P<who>{" + _ANY + "})(?:对口|结对|定点|包保)(?:帮扶|支援|共建|协作|援助)(?:的)?(?P<what>{Division|PublicBody|Company|Organization})")
_TWIN = slots(
    r"(?P<a>{Division})[—\-－与和]?(?P<b>{Division})(?:两[省市地县区])?"
    r"(?:对口合作|东西部协作|扶贫协作|对口协作|结对合作|缔结友好|友好城市)"
)
_TALKS = re.compile("座谈|洽谈|会谈|会晤|商谈|交流|对接")
_SIGNS = re.compile("签约|签订|签署|签了|签下|订了|订立|达成|合作|共建|共同|联手")
_JOINTLY = re.compile("合作|共建|共同|联手|携手|校地|校企|产学研")
_PARTNERED = slots("[与和同]{" + _ANY + "}$")
_HOSTING = re.compile("举办|主办|承办|举行|召开|联欢|晚会")


def partners(scene: Scene, line: Line) -> Iterator[Fact]:
    """Yield engagedWith and cooperatesWith facts of one line."""
    if not line.has(_ANY):
        yield from spoken(scene, line)
        return
    for match in _PAIR.finditer(line.code):
        yield from _pair(scene, line, match)
    if _SERIES_VERB.search(line.code):
        for match in _SERIES.finditer(line.code):
            one, two = line.mention(match.start("a")), line.mention(match.start("b"))
            verb = _SERIES_VERB.search(line.code, match.end())
            yield from _joined(scene, line, match, one, two, verb.group() if verb else "", mood(line, match.start("b")))
    for match in (
        *_JOINT.finditer(line.code),
        *_HELPS.finditer(line.code),
        *_TWIN.finditer(line.code),
        *_PARTNER_OF.finditer(line.code),
    ):
        yield from _helped(line, match)
    for match in _ALONE.finditer(line.code):
        yield from _alone(scene, line, match)
    if item := _ITEM_PAIR.match(line.code):
        left, right = line.mention(item.start("left")), line.mention(item.start("right"))
        yield from _joined(scene, line, item, left, right, "签约" + item["rest"], "asserted")
    yield from _nouns(scene, line)
    yield from spoken(scene, line)


def _pair(scene: Scene, line: Line, match: re.Match[str]) -> Iterator[Fact]:
    left = line.among(_ANY + "|Person", match.start("left"), match.end("left"))
    right = line.among(_ANY, match.start("right"), match.end("right"))
    modality = mood(line, match.start("link"))
    if modality == "asserted" and re.search("拟|计划|想", match["gap"]):
        modality = "planned"
    each = "分别" in match["gap"]
    signed = line.code[match.end() : match.end() + 16].partition("。")[0].partition("；")[0]
    # 甲与乙、丙与丁: 乙、丙 is no row of partners.
    several = len(right) > 1 or match["link"] == "联合" or not _PARTNERED.search(line.code, 0, match.start("left") + 1)
    for _, one in left if several else left[-1:]:
        for _, two in right[:1] if each else right:
            yield from _joined(scene, line, match, one, two, match["gap"] + match["verb"] + signed, modality)


def _alone(scene: Scene, line: Line, match: re.Match[str]) -> Iterator[Fact]:
    """…，与甲公司洽谈: the other party is the subject of the sentence, or of the one before it."""
    who = subjects(line, match.start(), "Person|Division|Zone|PublicBody")
    if not who:
        number = scene.lines.index(line)
        before = scene.lines[number - 1] if number else line
        who = before.among("Person")[:1] if before.paragraph == line.paragraph else []
    modality = mood(line, match.start("right"))
    for _, one in who[-1:]:
        for _, two in line.among("Company|Organization", match.start("right"), match.end("right")):
            yield from _joined(scene, line, match, one, two, match["gap"] + match["verb"], modality)


def _joined(scene: Scene, line: Line, match: re.Match[str], one: Mention, two: Mention, verb: str, modality: str) -> Iterator[Fact]:
    """The relation of two parties by their kinds: a public party engages a firm; equals cooperate."""
    firms = ("Company", "Organization")
    quote = line.evidence("relate.partners.pair", match.start(), match.end())
    if one.entity == two.entity or _HOSTING.search(verb):
        return
    if one.type not in firms and two.type in firms:
        yield fact(one.entity, "engagedWith", two.entity, quote, 0.8, modality=modality)
        if one.type != "Person" and _JOINTLY.search(verb):
            yield fact(one.entity, "cooperatesWith", two.entity, quote, 0.75, modality=modality)
    elif one.type == "Person" or (_TALKS.search(verb) and not _SIGNS.search(verb)):
        return
    elif one.type in firms and two.type not in firms:
        relation = "cooperatesWith" if re.search("结对|共建|帮扶", verb) else "engagedWith"
        yield fact(two.entity, relation, one.entity, quote, 0.75, modality=modality)
    elif not _nested(scene, one, two):
        yield fact(one.entity, "cooperatesWith", two.entity, quote, 0.8, modality=modality)


def _nested(scene: Scene, one: Mention, two: Mention) -> bool:
    areas = scene.areas
    return areas.inside(one.entity, two.entity) or areas.inside(two.entity, one.entity)


def _helped(line: Line, match: re.Match[str]) -> Iterator[Fact]:
    groups = match.groupdict()
    start = match.start("a" if "a" in groups else "who")
    end = match.end("a" if "a" in groups else "who")
    what = line.mention(match.start("b" if "a" in groups else "what")).entity
    rule = "relate.partners.twin" if "a" in groups else "relate.partners.helps"
    for _, who in line.among(_ANY, start, end):
        yield fact(who.entity, "cooperatesWith", what, line.evidence(rule, match.start(), match.end()), 0.8)


def _nouns(scene: Scene, line: Line) -> Iterator[Fact]:
    """甲县政府与研究院签订…, 合作社与乙公司结成…: a bare noun is the last organisation whose name ends with it."""
    for match in _MEANT.finditer(line.code):
        if not (match["noun"] or match["other"]):
            continue
        left = _last(scene, line, match.start("noun"), match["noun"]) if match["noun"] else line.marks[match.start()]
        right = _last(scene, line, match.start("other"), match["other"]) if match["other"] else line.marks[match.start("right")]
        if left and right:
            yield from _joined(scene, line, match, left, right, match["verb"], mood(line, match.start("verb")))


def _last(scene: Scene, line: Line, position: int, noun: str) -> Mention | None:
    number = scene.lines.index(line)
    for other, end in ((line, position), *((one, None) for one in reversed(scene.lines[max(0, number - 40) : number]))):
        for _, mention in reversed(other.among("Company|Organization", 0, end)):
            name = scene.document.entities[mention.entity].name
            if name.endswith(noun) or (mention.type == "Company" and noun in ("公司", "企业", "集团")):
                return mention
    return None
