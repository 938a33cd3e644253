"""Courting, meeting and signing with firms, and cooperation between equals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Fact, Mention
from kg.relate._facts import fact
from kg.relate._lines import Found, Line, Scene, slots
from kg.relate._roles import listed, mood, subjects

_PUBLIC = "PublicBody|Division|Zone|Person"
_HOSTS = "Division|Zone|PublicBody"
_FIRM = "Company|Organization"
_ANY = "PublicBody|Company|Organization|Division|Zone"
_COURT = slots(
    r"(?P<verb>拜访|走访对接|对接洽谈|洽谈对接|对接|接洽|会见|约见|洽谈|引进|招引|引入|签约引进|牵手|服务|帮扶|鼓励|支持|扶持)(?:了|引导)?(?:[^，。；：\ue000-\ue02f]|{Division}){0,6}?(?={Company|Organization})"
)
_PAIR = slots(
    r"(?P<left>{Any}(?:(?:[、和及]|以及){Any})*)(?:分别|已|还|将|先后|在[^，。；]{0,20})?(?P<link>与|和|同|跟|联合|携手|牵手)(?P<right>{Any}(?:(?:[、和及]|以及){Any})*)"
    r"(?P<gap>[^。；]{0,40}?)(?P<verb>签约|签订|签署|签了|合作|共建|结对|结为|结成|达成|联姻|牵手|共同(?=建设|打造|开展|推进|成立|投资|研发|签|组建|出资)|联手|加强共建|对口|缔结|座谈|洽谈|会谈|交流|对接|会晤|商谈)"
)
_JOINT = slots(
    r"(?P<what>{Division|PublicBody|Company|Organization})由(?P<who>{PublicBody|Company|Organization|Division}(?:(?:[、和及与]|以及){PublicBody|Company|Organization|Division})*)(?:共同|联合|对口|结对|分别)*(?:包保帮扶|帮扶|包联|结对|定点帮扶|对口支援)"
)
_HELPS = slots(
    r"(?P<who>{PublicBody|Company|Organization|Division})(?:对口|结对|定点|包保)(?:帮扶|支援|共建|协作|援助)(?:的)?(?P<what>{Division|PublicBody|Company|Organization})"
)
_TWIN = slots(
    r"(?P<a>{Division})[—\-－与和]?(?P<b>{Division})(?:两[省市地县区])?(?:对口合作|东西部协作|扶贫协作|对口协作|结对合作|缔结友好|友好城市)"
)
_PAIRS = slots(
    r"(?P<a>{Company|Organization})(?:分别)?[与和]{1}(?P<b>{Company|Organization})(?=[、，和]|分别|签约|签订|签署|结为|达成)"
)
_ENGAGED = re.compile(r"座谈|洽谈|会谈|会晤|商谈|交流|对接")
_SIGNED = re.compile(r"签约|签订|签署|签了|达成")
_TALK = slots(
    r"在(?P<firm>{Company|Organization})，(?P<who>{Person})(?:一行)?(?:与|同|和)[^。；\ue000-\ue02f]*?(?:座谈|洽谈|会谈|交流)"
)
_WE = slots(
    r"(?P<who>{Company|Organization})[^，。；\ue000-\ue02f]{0,6}(?:跟|与|和|同)(?:我们|咱们|我公司)[^，。；]{0,8}(?:签|合作)|(?:我们|咱们|我公司)[^，。；\ue000-\ue02f]{0,4}(?:跟|与|和|同)(?P<other>{Company|Organization})[^，。；]{0,8}(?:签|合作|共建|联合)"
)
_LOCAL = slots(
    r"(?:鼓励|支持|引导|推动|帮助|扶持|服务)(?P<row>{Company}(?:(?:[、和及]|以及)?{Company})+)等?[^，。；\ue000-\ue02f]{0,4}(?:规上|本地|重点|龙头|骨干|本土)[^，。；\ue000-\ue02f]{0,4}企业"
)


def find(scene: Scene) -> Iterator[Fact]:
    """Yield engagedWith and cooperatesWith facts."""
    for number, line in enumerate(scene.lines):
        if not line.marks:
            continue
        yield from _courts(scene, number)
        yield from _pairs(scene, line)
        yield from _helps(line)
        yield from _spoken(scene, line)
        yield from _local(scene, line)
        for match in _TALK.finditer(line.code):
            quote = line.evidence("relate.engagement.talk", match.start(), match.end())
            person, firm = line.mention(match.start("who")), line.mention(match.start("firm"))
            yield fact(person.entity, "engagedWith", firm.entity, quote, 0.75)


def _courts(scene: Scene, number: int) -> Iterator[Fact]:
    line = scene.lines[number]
    for match in _COURT.finditer(line.code):
        who = subjects(line, match.start(), _PUBLIC) or _before(scene, number)
        modality = mood(line, match.start())
        for position, firm in listed(line, match.end(), _FIRM):
            for place, actor in who:
                quote = line.evidence("relate.engagement.courts", min(place, match.start()), position + 1)
                yield fact(actor.entity, "engagedWith", firm.entity, quote, 0.8, modality=modality)


def _before(scene: Scene, number: int) -> list[Found]:
    """The zone or organ that opened the paragraph, for a clause without a subject."""
    line = scene.lines[number]
    for other in reversed(scene.lines[: number + 1]):
        if line.paragraph - other.paragraph > 1:
            break
        found = [(0, m) for p, m in other.among(_HOSTS, 0, 30) if subjects(other, p + 1, _HOSTS)]
        if found:
            return [(len(line.code), found[0][1])]
    return []


def _pairs(scene: Scene, line: Line) -> Iterator[Fact]:
    matched: set[int] = set()
    for match in _PAIR.finditer(line.code):
        left = line.among(_ANY + "|Person", match.start("left"), match.end("left"))
        right = line.among(_ANY, match.start("right"), match.end("right"))
        if not left or not right:
            continue
        matched.update(position for position, _ in [*left, *right])
        modality = mood(line, match.start("link"))
        modality = "planned" if modality == "asserted" and re.search("拟|计划|想", match["gap"]) else modality
        quote = line.evidence("relate.engagement.pair", match.start(), match.end())
        for _, one in left[-1:] if len(right) == 1 and match["link"] != "联合" else left:
            for _, two in right[:1] if "分别" in match["gap"] else right:
                relation = _relation(scene, one, two, match["verb"] + match["gap"])
                if relation == "courted":
                    yield fact(two.entity, "engagedWith", one.entity, quote, 0.75, modality=modality)
                elif relation:
                    yield fact(one.entity, relation, two.entity, quote, 0.8, modality=modality)
    if re.search("签约|签订|签署|结为|达成", line.code):
        for match in _PAIRS.finditer(line.code):
            quote = line.evidence("relate.engagement.pairs", match.start(), match.end())
            yield fact(
                line.mention(match.start("a")).entity,
                "cooperatesWith",
                line.mention(match.start("b")).entity,
                quote,
                0.8,
            )
    for match in _TWIN.finditer(line.code):
        quote = line.evidence("relate.engagement.twin", match.start(), match.end())
        yield fact(
            line.mention(match.start("a")).entity, "cooperatesWith", line.mention(match.start("b")).entity, quote, 0.75
        )


def _relation(scene: Scene, one: Mention, two: Mention, verb: str) -> str:
    if one.entity == two.entity:
        return ""
    firm_two = two.type in ("Company", "Organization")
    if one.type in ("Division", "Zone", "PublicBody", "Person") and firm_two:
        return "engagedWith"
    if _ENGAGED.search(verb) and not _SIGNED.search(verb):
        return ""
    if one.type == "Person":
        return ""
    if one.type in ("Company", "Organization") and two.type in ("Division", "Zone", "PublicBody"):
        return "courted"
    if one.type == two.type == "Division" and scene.areas.inside(one.entity, two.entity):
        return ""
    return "cooperatesWith"


def _helps(line: Line) -> Iterator[Fact]:
    for match in _JOINT.finditer(line.code):
        what = line.mention(match.start("what")).entity
        for _, who in line.among("PublicBody|Company|Organization|Division", match.start("who"), match.end("who")):
            quote = line.evidence("relate.engagement.helps", match.start(), match.end())
            yield fact(who.entity, "cooperatesWith", what, quote, 0.8)
    for match in _HELPS.finditer(line.code):
        quote = line.evidence("relate.engagement.helps", match.start(), match.end())
        yield fact(
            line.mention(match.start("who")).entity,
            "cooperatesWith",
            line.mention(match.start("what")).entity,
            quote,
            0.75,
        )


def _spoken(scene: Scene, line: Line) -> Iterator[Fact]:
    for match in _WE.finditer(line.code):
        company = scene.speaker_seat(line, "Company")
        place = match.start("who") if match["who"] else match.start("other")
        if company:
            quote = line.evidence("relate.engagement.spoken", match.start(), match.end())
            yield fact(
                company,
                "cooperatesWith",
                line.mention(place).entity,
                quote,
                0.7,
                modality=mood(line, match.start() + 2),
            )


def _local(scene: Scene, line: Line) -> Iterator[Fact]:
    """重点鼓励甲、乙等规上企业: firms of the place."""
    for match in _LOCAL.finditer(line.code):
        quote = line.evidence("relate.engagement.local", match.start(), match.end())
        for _, firm in line.among("Company", match.start("row"), match.end("row")):
            yield fact(firm.entity, "locatedIn", scene.document.home, quote, 0.6)
