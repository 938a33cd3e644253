"""What is a part of what: sub-campaigns, events of a campaign, phases, halls of a museum, firms of a group."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Entity, Evidence, Fact, Mention
from kg.relate._facts import fact
from kg.relate._lines import Line, Scene, slots

_ROW = r"(?P<row>{Campaign}(?:(?:[、和及]|以及|，)?{Campaign})*)"
_SPLIT = slots(
    r"(?:由|下设|分设|分为|分成|分|包括|包含|涵盖|细分为|设置|设|开展|实施|突出|聚焦|抓好)(?:了)?" + _ROW + r"等?(?:[一二三四五六七八九十两\d]+)?(?:个|项|大|场|类)?"
    r"(?P<kind>子行动|专项行动|专项|行动|子活动|活动|战役|攻坚战|板块)(?P<end>组成|构成|推进|展开|进行)?"
)
_OF = slots(r"(?P<row>{Campaign}(?:(?:[、和及]|以及)?{Campaign})+)(?:等)?(?:在内)?的(?P<whole>{Campaign})")
_UNDER = slots(r"(?:围绕|作为|为推进|为打好|为打赢|聚焦)(?P<whole>{Campaign})[^。；]*?(?:开展|启动|实施|打响)了?[^，。；]*?(?P<part>{Campaign})")
_DURING = slots(r"(?P<whole>{Campaign})(?:期间|中|[^。；]{0,24}期间)[^。；]{0,6}?(?:组织|举办|召开|举行|开展)了?(?P<part>{Event})")
_ONE = slots(r"(?P<part>这|本次活动|此次活动|此次会议|本场活动|{Event})(?:也?是|系|为|作为)[^，。；]{0,8}(?P<whole>{Campaign})(?:的)?(?:第[一二三四五六七八九十\d]+(?:场|站|期|次|项)|首场|系列|重要|重头|内容|一部分|之一|组成)")
_SHOW = slots(r"(?P<row>{Event}(?:(?:[、和及]|以及)?{Event})+)等?\d+(?:余|多)?(?:项|个|场)(?:系列|配套|主题|文体|特色)?(?:活动|赛事)")
_INSIDE = slots(r"(?P<whole>{Facility}|馆|园|基地)(?:内|里)(?:还)?(?:设立|建成|开设|设|建)(?:了|有)?[^，。；]{0,8}?(?P<part>{Facility})")
_TEAM = slots(r"(?:成立|组建|设立|抽调[^，。；]{0,12}?(?:组成|成立))了?[^，。；]{0,16}?(?P<part>{PublicBody})")
_GROUP = slots(r"(?P<whole>{Company})(?:的)?(?:旗下|下属|所属|全资|控股|下辖)(?:的)?(?:全资|控股|骨干|核心)?(?:子公司|企业|公司)?(?P<part>{Company})")
_CHILD = slots(
    r"(?P<part>{Company})(?:是|为|系|，是|，系)(?P<whole>{Company})(?:的)?(?:旗下|下属|所属|全资|控股|骨干|直属|权属|二级|三级)(?:全资|控股)?(?:子公司|公司|企业|单位)|(?P<part2>{Company})(?:隶属于|隶属|从属于)(?P<whole2>{Company})"
)
_TEAM_NAME = re.compile(r"(?:专班|小组|工作组|工作专班|指挥部|小分队|工作队|办公室)$")
_PHASE = re.compile(r"[（(]?(?:一|二|三|四|五|[1-5])期[）)]?(?:工程|项目)?$")
_GATE = re.compile(r"(?:公路|铁路|航空|水运|空港|步行|陆路)(?=口岸$)")
_TOTAL = slots(r"{Campaign}(?:(?:[、和及]|以及)?{Campaign})+(?:等)?的(?P<whole>{Campaign})")


def find(scene: Scene) -> Iterator[Fact]:
    """Yield partOf facts."""
    yield from _nested(scene)
    yield from _phases(scene)
    campaign = event = ""
    for number, line in enumerate(scene.lines):
        yield from _splits(line, campaign)
        yield from _lines(scene, number, event)
        if found := line.among("Campaign"):
            campaign = found[0][1].entity
        if found := line.among("Event"):
            event = found[0][1].entity


def _nested(scene: Scene) -> Iterator[Fact]:
    """A campaign named in an event's or campaign's name; a group named at the head of a firm's name."""
    outer: Mention | None = None
    inner: list[Mention] = []
    for mention in [*scene.document.mentions, None]:
        if mention and outer and outer.span.covers(mention.span):
            inner.append(mention)
            continue
        if outer:
            yield from _chain(scene, outer, inner)
        outer, inner = mention, []


def _chain(scene: Scene, outer: Mention, inner: list[Mention]) -> Iterator[Fact]:
    def quote(rule: str) -> Evidence:
        return Evidence(scene.document.article.id, outer.span, scene.document.words(outer.span), rule)

    if outer.type in ("Event", "Campaign"):
        edge = -1
        for part in inner:
            if part.type != "Campaign" or part.span.end <= edge:
                continue
            edge = part.span.end
            # A name that ends with its inner name is a fuller form of it, or another campaign of the same nickname.
            if part.entity != outer.entity and edge + 1 < outer.span.end:
                yield fact(outer.entity, "partOf", part.entity, quote("relate.parts.name"), 0.8)
    elif outer.type == "Company":
        chain = [m for m in inner if m.type == "Company" and m.entity != outer.entity and len(m.name) > 3]
        row = sorted((m for m in chain if _heads(m, outer, chain)), key=lambda m: m.span.end)
        keys = list(dict.fromkeys(m.entity for m in row))
        for lower, upper in zip([*keys[1:], outer.entity], keys, strict=False):
            yield fact(lower, "partOf", upper, quote("relate.parts.group"), 0.8)


def _heads(mention: Mention, outer: Mention, chain: list[Mention]) -> bool:
    before = mention.span.start
    return before == outer.span.start or any(m.span.end == before for m in chain)


def _phases(scene: Scene) -> Iterator[Fact]:
    """A phase of a project that is an entity too; a road or rail port of a port of entry."""
    document = scene.document
    names = {(e.type, name): e for e in document.entities.values() for name in (e.name, *e.aliases)}
    seen: set[str] = set()
    for mention in document.mentions:
        entity = document.entities.get(mention.entity)
        if entity is None or entity.key in seen or entity.type not in ("Project", "Zone", "Campaign", "Event"):
            continue
        seen.add(entity.key)
        whole = _whole(entity, names)
        if whole and whole.key != entity.key:
            quote = Evidence(document.article.id, mention.span, document.words(mention.span), "relate.parts.phase")
            yield fact(entity.key, "partOf", whole.key, quote, 0.75)


def _whole(entity: Entity, names: dict[tuple[str, str], Entity]) -> Entity | None:
    if entity.type in ("Campaign", "Event"):
        ends = range(len(entity.name) - 2, 5, -1)
        return next((names["Campaign", entity.name[:end]] for end in ends if ("Campaign", entity.name[:end]) in names), None)
    cut = _PHASE.sub("", entity.name) if entity.type == "Project" else _GATE.sub("", entity.name)
    return names.get((entity.type, cut)) if cut != entity.name else None


def _splits(line: Line, campaign: str) -> Iterator[Fact]:
    for match in _SPLIT.finditer(line.code):
        row = line.among("Campaign", match.start("row"), match.end("row"))
        before = [m for _, m in line.among("Campaign", 0, match.start())]
        whole = before[-1].entity if before else campaign
        verb = match.group()[:2]
        if not whole or len(row) < 2 or (verb in ("开展", "实施", "突出", "聚焦", "抓好") and not before):
            continue
        if verb.startswith("由") and not match["end"]:
            continue
        for _, part in row:
            yield _fact(line, part, whole, "relate.parts.split", 0.9, match)


def _lines(scene: Scene, number: int, event: str) -> Iterator[Fact]:
    line = scene.lines[number]
    for match in _OF.finditer(line.code):
        whole = line.mention(match.start("whole")).entity
        for _, part in line.among("Campaign", match.start("row"), match.end("row")):
            yield _fact(line, part, whole, "relate.parts.list", 0.9, match)
    for pattern, rule in ((_UNDER, "relate.parts.under"), (_DURING, "relate.parts.during"), (_INSIDE, "relate.parts.inside")):
        for match in pattern.finditer(line.code):
            yield from _pair(scene, number, match, rule)
    for match in _ONE.finditer(line.code):
        mark = line.marks.get(match.start("part"))
        part = mark.entity if mark else event
        if part:
            quote = line.evidence("relate.parts.one", match.start(), match.end())
            yield fact(part, "partOf", line.mention(match.start("whole")).entity, quote, 0.8)
    for match in _SHOW.finditer(line.code):
        for _, part in line.among("Event", match.start("row"), match.end("row")):
            if event:
                yield _fact(line, part, event, "relate.parts.programme", 0.65, match)
    for match in _GROUP.finditer(line.code):
        yield _fact(line, line.mention(match.start("part")), line.mention(match.start("whole")).entity, "relate.parts.group", 0.85, match)
    for match in _CHILD.finditer(line.code):
        tail = "" if match["part"] else "2"
        part, owner = line.mention(match.start("part" + tail)), line.mention(match.start("whole" + tail))
        yield _fact(line, part, owner.entity, "relate.parts.group", 0.9, match)
    for match in _TEAM.finditer(line.code):
        yield from _team(scene, number, match)


def _pair(scene: Scene, number: int, match: re.Match[str], rule: str) -> Iterator[Fact]:
    line = scene.lines[number]
    mark = line.marks.get(match.start("whole"))
    whole = mark.entity if mark else _before(scene, number, match.start(), "Facility")
    position = match.start("part")
    # A list that another name sums up (…的“十大行动”): the sum is the part.
    if total := _TOTAL.match(line.code, position):
        position = total.start("whole")
    if whole and position in line.marks:
        yield _fact(line, line.mention(position), whole, rule, 0.75, match)


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
        yield _fact(line, part, whole, "relate.parts.team", 0.7, match)


def _before(scene: Scene, number: int, end: int, types: str) -> str:
    line = scene.lines[number]
    if found := line.among(types, 0, end):
        return found[-1][1].entity
    for other in reversed(scene.lines[:number]):
        if other.paragraph == line.paragraph and (found := other.among(types)):
            return found[-1][1].entity
    return ""


def _fact(line: Line, part: Mention, whole: str, rule: str, confidence: float, match: re.Match[str]) -> Fact:
    return fact(part.entity, "partOf", whole, line.evidence(rule, match.start(), match.end()), confidence)
