"""Who launches, holds or carries out a campaign or an event."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kg.model import Entity, Evidence, Fact, Mention
from kg.relate._facts import fact
from kg.relate._lines import ITEM, Found, Line, slots
from kg.relate._roles import mood, subjects
from kg.relate._scene import Scene

_WHO = "PublicBody|Organization|Company|Division|Zone"
_ROW = "{Campaign|Event}(?:" + ITEM + "{Campaign|Event})*"
_LAUNCH = slots(
    r"(?P<verb>在搞|正在搞|牵头开展|启动|发起|开展|举办|组织|推出|打响|召开|实施|承办|主办|举行|掀起|发动|开启|部署|策划|拉开|吹响|打好|推进|深化|抓好)"
    r"(?:开展|实施|召开|举办|举行|启动)?(?:了)?[^，。；：、\ue000-\ue02f]{0,20}?{Division|Zone|Facility}?(?P<row>" + _ROW + ")"
    r"(?:等)?(?:的(?P<total>{Campaign|Event}))?"
)
_WEAK = re.compile(r"部署|打好|推进|深化|抓好|实施")
_BY = slots(
    r"(?P<what>{Campaign|Event})[^，。；\ue000-\ue02f]{0,6}，?(?:是)?由(?P<who>{PublicBody|Organization|Company|Division|Zone}(?:(?:[、和及与]|以及|会同|联合){PublicBody|Organization|Company|Division|Zone})*)[^，。；\ue000-\ue02f]{0,8}(?:主办|举办|承办|发起|组织|开展|启动|召开|举行)"
)
_THEN_BY = slots(
    r"(?P<what>{Campaign|Event})(?:[^。；\ue000-\ue02f]|{Division|Zone|Facility}){0,36}?，由(?P<who>{PublicBody|Organization|Company|Division|Zone}(?:(?:[、和及与]|以及|会同|联合){PublicBody|Organization|Company|Division|Zone})*)(?:共同|联合)?(?:主办|举办|承办|发起|组织(?!部)|召开)"
)
"""推介会在甲地举行，由乙局主办."""
_JOINTLY = slots(
    r"(?P<what>{Campaign|Event})，(?P<who>{PublicBody|Organization|Company}(?:(?:[、和及与]|以及|会同|联合){PublicBody|Organization|Company})*)(?:共同|联合|具体|牵头)(?:主办|举办|承办|发起|组织)(?!部)"
)
"""开展甲行动，乙局、丙局共同组织."""
_PAIRED = slots(
    r"(?P<one>{Campaign|Event})[、和与及](?P<two>{Campaign|Event})[^。；]{0,30}，(?P<which>前者|后者)由(?P<who>{PublicBody|Organization|Company}(?:[、和及与]{PublicBody|Organization|Company})*)[^，。；\ue000-\ue02f]{0,4}(?:主办|举办|承办|发起|组织|召开)"
)
_HOSTED = slots(
    r"(?P<who>{PublicBody|Organization|Company|Division|Zone}(?:" + ITEM + r"{PublicBody|Organization|Company|Division|Zone})*)"
    r"(?:共同|联合)?(?:主办|举办|承办|发起|组织)(?:[、，][^。；]{0,60}?)?的[^，。；\ue000-\ue02f]{0,10}?(?P<what>{Event|Campaign})"
)
_CO = slots(
    r"[、，]由?(?P<who>{PublicBody|Organization|Company|Division|Zone}(?:" + ITEM + r"{PublicBody|Organization|Company|Division|Zone})*)"
    r"(?:共同|联合|具体)?(?:承办|协办|联办|执行)"
)
_NOUN_BY = slots(
    r"(?:^|[，。；])(?:本届|本次|此次|该|这次|全部)?(?P<noun>[^，。；：\ue000-\ue02f]{0,4}?(?:活动|行动|会议?|仪式|[节赛展坛]|竞赛|大赛|整治|会战|攻势|攻坚))，?(?:是)?由(?P<who>{PublicBody|Organization|Company|Division|Zone}(?:"
    + ITEM
    + r"{PublicBody|Organization|Company|Division|Zone})*)(?:等)?(?:[^，。；\ue000-\ue02f]{0,8})(?:主办|举办|承办|发起|组织|联办|召开|举行|指导主办)"
)
"""大会由甲主办: the event or campaign that the text speaks of, by its noun."""
_OWN = slots(r"(?<![在到于赴])(?P<who>{PublicBody|Organization|Company|Division|Zone})(?:的)?(?P<what>{Campaign|Event})")
_HELD = slots(
    r"{Event}[^。；]{0,12}?在(?P<where>{Division|Zone})[^，。；]{0,12}?(?:举行|召开|举办|开幕|启动)|(?:在(?P<at>{Division})[^，。；]{0,12})?(?:召开|举行|举办|组织)了?[^，。；\ue000-\ue02f]{0,14}{Event}"
)


_ACTOR = re.compile(r"(?:部|局|处|公司|集团|院|校|厂|矿|工会|协会|商会|车间|支队|大队|社|站)$")
"""Who holds it stands before the verb, though no entity: 项目部组织…."""


def find(scene: Scene) -> Iterator[Fact]:
    """Yield organizedBy facts: by verb, else by name, else (campaigns only) the area or home of the document."""
    found = _organs(scene, [*_stated(scene)])
    yield from found
    done = {one.subject for one in found if one.confidence >= 0.8}
    parts = {one.subject for one in scene.facts if one.relation == "partOf" and scene.type_of(one.object) != "Project"}
    seen: set[str] = set()
    guessed, owners = {one.subject for one in found}, _owners(scene)
    for mention in scene.document.mentions:
        if mention.type not in ("Campaign", "Event") or mention.entity in done | seen:
            continue
        seen.add(mention.entity)
        if mention.entity in parts and (mention.type == "Campaign" or _in_event(scene, mention.entity)):
            continue
        yield from _default(scene, mention, guessed, owners)


def _organs(scene: Scene, found: list[Fact]) -> list[Fact]:
    """Where the text names the organs that hold it (由甲局组织), 全县开展 says where rather than who."""
    held = {one.subject for one in found if one.evidence[0].rule.endswith(".by")}
    return [one for one in found if one.evidence[0].rule.endswith(".by") or one.subject not in held or scene.type_of(one.object) != "Division"]


def _in_event(scene: Scene, key: str) -> bool:
    return any(f.subject == key and f.relation == "partOf" and scene.type_of(f.object) == "Event" for f in scene.facts)


def _stated(scene: Scene) -> Iterator[Fact]:
    for number, line in enumerate(scene.lines):
        if "由" in line.code and line.has(_WHO):
            yield from _by_noun(scene, number)
        if not line.has("Campaign|Event"):
            continue
        for match in _LAUNCH.finditer(line.code):
            yield from _launch(scene, number, match)
        for match in _PAIRED.finditer(line.code):
            for _, who in line.among(_WHO, match.start("who"), match.end("who")):
                which = match.start("one" if match["which"] == "前者" else "two")
                yield _fact(line, which, who, "relate.organisers.by", 0.85, match)
        for match in (*_BY.finditer(line.code), *_THEN_BY.finditer(line.code)):
            also = _CO.match(line.code, match.end())
            while also:
                for _, who in line.among(_WHO, also.start("who"), also.end("who")):
                    yield _fact(line, match.start("what"), who, "relate.organisers.by", 0.85, match)
                also = _CO.match(line.code, also.end())
        for match in (p for pattern in (_BY, _THEN_BY, _JOINTLY, _HOSTED) for p in pattern.finditer(line.code)):
            for _, who in line.among(_WHO, match.start("who"), match.end("who")):
                yield _fact(line, match.start("what"), who, "relate.organisers.by", 0.9, match)


def _by_noun(scene: Scene, number: int) -> Iterator[Fact]:
    line = scene.lines[number]
    for match in _NOUN_BY.finditer(line.code):
        if not (what := _meant(scene, number, match["noun"])):
            continue
        rows = [(match.start("who"), match.end("who"))]
        also = _CO.match(line.code, match.end())
        while also:
            rows.append((also.start("who"), also.end("who")))
            also = _CO.match(line.code, also.end())
        for start, end in rows:
            for position, who in line.among(_WHO, start, end):
                quote = line.evidence("relate.organisers.by", match.start(), max(match.end(), position + 1))
                yield fact(what, "organizedBy", who.entity, quote, 0.85)


def _meant(scene: Scene, number: int, noun: str) -> str:
    """The event or campaign before this line whose name ends as the noun does; of 活动 and 行动 the last."""
    told = [m for other in scene.lines[:number] for _, m in other.among("Campaign|Event")]
    kind = "Campaign" if noun.endswith(("行动", "会战", "攻势", "攻坚", "整治")) else "Event"
    named = [m for m in told if m.name.endswith(noun[-2:])] or [m for m in told if m.type == kind]
    return (named or told)[-1].entity if told else ""


def _launch(scene: Scene, number: int, match: re.Match[str]) -> Iterator[Fact]:
    line = scene.lines[number]
    clause = line.code.rfind("，", 0, match.start()) + 1 if line.code[match.start("row") - 1] == "的" else 0
    who, at = _subject(scene, number, match.start(), clause)
    weak = _WEAK.match(match["verb"]) is not None
    if (weak and at is not line) or mood(line, match.start()) == "denied":
        return
    row: list[Found] = line.among("Campaign|Event", match.start("row"), match.end("row"))
    if match["total"]:
        row = [(match.start("total"), line.mention(match.start("total")))]
    for position, what in row:
        for place, actor in who:
            start, end = (min(place, position), match.end()) if at is line else (match.start(), match.end())
            if actor.span.overlaps(what.span):
                continue
            quote = line.evidence("relate.organisers.verb", start, max(end, place + 1) if at is line else end)
            yield fact(what.entity, "organizedBy", actor.entity, quote, 0.9 if at is line else 0.8)


def _subject(scene: Scene, number: int, verb: int, floor: int) -> tuple[list[Found], Line | None]:
    """Who does it: the subject in the line, else that of an earlier line of the paragraph."""
    line = scene.lines[number]
    if found := subjects(line, verb, _WHO, floor=floor):
        return _whole(scene, found), line
    if floor:
        return [], None
    for other in reversed(scene.lines[:number]):
        if other.paragraph != line.paragraph:
            break
        first = [one for one in other.among(_WHO, 0, 24) if subjects(other, one[0] + 1, _WHO) and _local(scene, one[1])]
        first = first[:1]
        if first:
            return first, other
    return [], None


def _local(scene: Scene, mention: Mention) -> bool:
    """False for a division that neither holds nor lies in the home division."""
    home, areas = scene.document.home, scene.areas
    key = mention.entity
    return mention.type != "Division" or key == home or areas.inside(key, home) or areas.inside(home, key)


def _whole(scene: Scene, found: list[Found]) -> list[Found]:
    """Without a place that merely stands before a more special actor: 甲市乙区 is 乙区."""
    return [one for index, one in enumerate(found) if not (index + 1 < len(found) and one[1].type == "Division" and found[index + 1][0] == one[0] + 1)]


def _default(scene: Scene, mention: Mention, guessed: set[str], owners: Mapping[str, str]) -> Iterator[Fact]:
    document = scene.document
    entity = document.entities.get(mention.entity)
    if entity is None:
        return
    quote = Evidence(document.article.id, mention.span, document.words(mention.span), "relate.organisers.name")
    if named := _named(scene, entity):
        yield fact(entity.key, "organizedBy", named, quote, 0.75)
    elif entity.key in guessed:
        return
    elif owner := owners.get(entity.key):
        yield fact(entity.key, "organizedBy", owner, quote, 0.75)
    elif mention.type == "Event":
        yield from _held(scene, entity.key)
    elif entity.area or scene.seat:
        home = Evidence(quote.article, quote.span, quote.quote, "relate.organisers.home")
        yield fact(entity.key, "organizedBy", entity.area or scene.seat, home, 0.6)


def _held(scene: Scene, key: str) -> Iterator[Fact]:
    """An event without an organiser that is held at home: 会议在我市举行, 当天召开推进会."""
    home = scene.document.home
    for line in scene.live:
        for match in _HELD.finditer(line.code):
            what = [p for p, m in line.among("Event", match.start(), match.end()) if m.entity == key]
            place = line.marks.get(match.start("where") if match["where"] else match.start("at"))
            if (
                what
                and home
                and (match["where"] or not _ACTOR.search(line.code, 0, match.start()))
                and mood(line, match.start()) != "denied"
                and (place.entity == home if place else not match["where"])
            ):
                quote = line.evidence("relate.organisers.held", match.start(), match.end())
                yield fact(key, "organizedBy", home, quote, 0.55)
                return


def _named(scene: Scene, entity: Entity) -> str:
    """The organ or division whose name begins the entity's name, the longest first."""
    best = (0, 0, "")
    forms = [re.sub(r"^[“”《》]*(?:\d{4}年)?度?(?:第[一二三四五六七八九十百\d]+届)?(?:中国|全国)?[·（(]?", "", form) for form in (entity.name, *entity.aliases)]
    for form in forms:
        for end in range(2, len(form) + 1):
            name = form[:end]
            if name in scene.actors and _begins(form, name):
                order, key = scene.actors[name]
                best = max(best, (len(name), -order, key))
    return best[2]


def _begins(form: str, name: str) -> bool:
    return form.startswith(name) and form[len(name) : len(name) + 1] not in ("—", "-", "－", "至", "与", "和", "·")


def _owners(scene: Scene) -> dict[str, str]:
    """Who stands directly before a campaign's name somewhere: 甲矿“大干50天”会战."""
    owners: dict[str, str] = {}
    for line in scene.live:
        for match in _OWN.finditer(line.code) if line.has("Campaign|Event") else ():
            owners.setdefault(line.mention(match.start("what")).entity, line.mention(match.start("who")).entity)
    return owners


def _fact(line: Line, what: int, who: Mention, rule: str, confidence: float, match: re.Match[str]) -> Fact:
    quote = line.evidence(rule, match.start(), match.end())
    return fact(line.mention(what).entity, "organizedBy", who.entity, quote, confidence)
