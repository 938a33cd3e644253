"""Two parties and what joins them: 甲与乙签约, 甲由乙帮扶; a public party engages a firm, equals cooperate."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Fact, Mention
from kg.relate._facts import fact
from kg.relate._lines import Line, slots
from kg.relate._roles import mood, subjects
from kg.relate._scene import Scene

_ANY = "PublicBody|Company|Organization|Division|Zone"
_ROW = "{" + _ANY + "}(?:(?:[、和及]|以及){" + _ANY + "})*"
_PAIR = slots(
    "(?P<left>" + _ROW + "|{Person})"
    r"(?:分别|已|还|将|先后|在[^，。；]{0,20})?(?P<link>与|和|同|跟|联合|携手|牵手)(?:[^，。；、\ue000-\ue02f]{0,4}?{Division})?(?P<right>"
    + _ROW
    + ")"
    r"(?P<gap>(?:[^。；\ue000-\ue02f]|{Person|Project|Policy|Event|Campaign}|(?<=在){Division|Zone|Facility}){0,40}?)(?P<verb>签约|签订|签署|签了|合作|共建|结对|结为|结成|达成|联姻|牵手|"
    r"共同(?=建设|打造|开展|推进|成立|投资|研发|签|组建|出资)|联手|加强共建|对口|缔结|座谈|洽谈|会谈|交流|对接|会晤|商谈)"
)
_ALONE = slots(
    r"(?:，|并|分别|还)(?:与|同|和)(?P<right>"
    + _ROW
    + r")(?P<gap>[^。；，\ue000-\ue02f]{0,12}(?:{Project|Policy})?[^。；，\ue000-\ue02f]{0,8}?)"
    r"(?P<verb>签约|签订|签署|达成|深入对接|对接|座谈|洽谈|会谈|合作)"
)
_SERIES = slots("(?P<a>{" + _ANY + "})[与和](?P<b>{" + _ANY + "})(?=[、，和]|分别|签约|签订|签署|结为|达成)")
_SERIES_VERB = re.compile("签约|签订|签署|结为|达成")
_JOINT = slots(
    r"(?P<what>{Division|PublicBody|Company|Organization})由(?P<who>" + _ROW + ")"
    r"(?:共同|联合|对口|结对|分别)*(?:包保帮扶|帮扶|包联|结对|定点帮扶|对口支援)"
)
_HELPS = slots(
    "(?P<who>{" + _ANY + "})(?:对口|结对|定点|包保)(?:帮扶|支援|共建|协作|援助)(?:的)?"
    "(?P<what>{Division|PublicBody|Company|Organization})"
)
_TWIN = slots(
    r"(?P<a>{Division})[—\-－与和]?(?P<b>{Division})(?:两[省市地县区])?"
    r"(?:对口合作|东西部协作|扶贫协作|对口协作|结对合作|缔结友好|友好城市)"
)
_WE = slots(
    r"(?P<who>{Company|Organization})[^，。；\ue000-\ue02f]{0,6}(?:跟|与|和|同)(?:我们|咱们|我公司)[^，。；]{0,8}(?:签|合作)"
    r"|(?:我们|咱们|我公司)[^，。；\ue000-\ue02f]{0,4}(?:跟|与|和|同)(?P<other>"
    + _ROW
    + r")[^，。；]{0,8}(?:签|合作|共建|联合)"
)
_ANSWER = slots(r"，(?:跟|与|和|同)(?P<other>{Company|Organization})[^，。；]{0,8}(?:签|合作|共建)")
_PATRON = slots("{Person}是(?:我们|公司|企业|咱们)的?(?:联点|包联|包保|挂联|联系|帮扶|服务)(?:领导|干部|专员|秘书|人)")
_TALKS = re.compile("座谈|洽谈|会谈|会晤|商谈|交流|对接")
_SIGNS = re.compile("签约|签订|签署|签了|达成|合作|共建|共同|联手")
_PARTNERED = slots("[与和同]{" + _ANY + "}$")
_HOSTING = re.compile("举办|主办|承办|举行|召开|联欢|晚会")


def partners(scene: Scene, line: Line) -> Iterator[Fact]:
    """Yield engagedWith and cooperatesWith facts of one line."""
    for match in _PAIR.finditer(line.code):
        yield from _pair(scene, line, match)
    if _SERIES_VERB.search(line.code):
        for match in _SERIES.finditer(line.code):
            one, two = line.mention(match.start("a")), line.mention(match.start("b"))
            verb = _SERIES_VERB.search(line.code, match.end())
            yield from _joined(scene, line, match, one, two, verb.group() if verb else "", mood(line, match.start("b")))
    for match in (*_JOINT.finditer(line.code), *_HELPS.finditer(line.code), *_TWIN.finditer(line.code)):
        yield from _helped(line, match)
    for match in _ALONE.finditer(line.code):
        yield from _alone(scene, line, match)
    yield from _spoken(scene, line)
    for match in _PATRON.finditer(line.code):
        if company := scene.speaker_seat(line, "Company"):
            quote = line.evidence("relate.partners.patron", match.start(), match.end())
            yield fact(line.mention(match.start()).entity, "engagedWith", company, quote, 0.7)


def _pair(scene: Scene, line: Line, match: re.Match[str]) -> Iterator[Fact]:
    left = line.among(_ANY + "|Person", match.start("left"), match.end("left"))
    right = line.among(_ANY, match.start("right"), match.end("right"))
    modality = mood(line, match.start("link"))
    if modality == "asserted" and re.search("拟|计划|想", match["gap"]):
        modality = "planned"
    each = "分别" in match["gap"]
    # 甲与乙、丙与丁: 乙、丙 is no row of partners.
    several = len(right) > 1 or match["link"] == "联合" or not _PARTNERED.search(line.code, 0, match.start("left") + 1)
    for _, one in left if several else left[-1:]:
        for _, two in right[:1] if each else right:
            yield from _joined(scene, line, match, one, two, match["gap"] + match["verb"], modality)


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


def _joined(
    scene: Scene, line: Line, match: re.Match[str], one: Mention, two: Mention, verb: str, modality: str
) -> Iterator[Fact]:
    """The relation of two parties by their kinds: a public party engages a firm; equals cooperate."""
    firms = ("Company", "Organization")
    quote = line.evidence("relate.partners.pair", match.start(), match.end())
    if one.entity == two.entity or _HOSTING.search(verb):
        return
    if one.type not in firms and two.type in firms:
        yield fact(one.entity, "engagedWith", two.entity, quote, 0.8, modality=modality)
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


def _spoken(scene: Scene, line: Line) -> Iterator[Fact]:
    """甲公司跟我们签了三年: the speaker's company is the other party; in an answer (答：…) also without 我们."""
    company = scene.speaker_seat(line, "Company")
    if not company:
        return
    answers = [*_WE.finditer(line.code), *(_ANSWER.finditer(line.code) if scene.answers(line) else ())]
    for match in answers:
        modality = mood(line, match.start() + 2)
        quote = line.evidence("relate.partners.spoken", match.start(), match.end())
        for _, other in line.among("Company|Organization", match.start(), match.end()):
            if other.entity != company:
                yield fact(company, "cooperatesWith", other.entity, quote, 0.7, modality=modality)
