"""Who is in charge of a project, campaign or event: 包保领导：张三, 由市商务局牵头, 张三带队."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.model import Fact, Mention
from kg.relate._facts import fact
from kg.relate._labels import Labels
from kg.relate._lines import Line, slots
from kg.relate._roles import subjects
from kg.relate._scene import Scene
from kg.relate._seats import governments

_WHAT = "Project|Campaign|Event"
_WHO = "Person|PublicBody|Organization"
_BY = slots(
    r"由(?P<who>[^。；：]{1,60}?)(?:共同|联合|分别|具体|全程|亲自)?(?:牵头|负责|领办|包保|主抓|带队|挂帅|担纲|统筹推进|统筹|抓总|组织协调|主管|领衔|挂点|挂联|包抓|包联|联系推进|督办|"
    r"(?:担)?任[^，。；\ue000-\ue02f]{0,10}?(?:负责人|责任人|组长|总指挥|指挥长|链长|召集人|班长|项目长))(?!单位|同志|人)"
)
_HELPS = slots(
    r"[，、](?:由)?(?P<who>{PublicBody|Organization|Company|Division|Zone}(?:(?:[、和及与]|以及){PublicBody|Organization|Company|Division|Zone})*)(?:等)?"
    r"(?:[^，。；、\ue000-\ue02f]{0,6})(?:配合|协同|协助|协办|参与|分头落实|联动|分工负责|密切配合|具体落实|抓好落实|分头实施)"
)
_OPENS = slots(r"^[\s—–\-●■▲◆·*（()）\d.、．一二三四五六七八九十]*(?P<what>{Project|Campaign})")
"""An item of a list, headed by what it is about."""
_LEADING = slots(
    r"(?:^|[，。；：]|由)(?:[^，。；：\ue000-\ue02f]|{PublicBody}(?![、和及]?{PublicBody}|领办|牵头)){0,20}?(?P<who>(?:{Person}|{PublicBody|Organization|Company})(?:[、和及]{PublicBody|Organization|Company|Person})*)"
    r"(?:会同[^，。；]{1,12}|共同|具体|联合){0,2}(?:领办|牵头|包保|包联|挂帅|领衔|主抓|负责|实施|组织实施|统筹)(?=[，。；]|$)"
)
_HEAD_IS = slots(
    r"(?P<what>{Project|Campaign})的?(?:现场|项目)?(?:联络员|负责人|责任人|链长|包保领导|包联领导|牵头人|领办人|指挥长|总指挥|项目秘书|专班长)(?:为|是|由)"
    r"(?:[^，。；\ue000-\ue02f]|{PublicBody}|，(?=[^，。；\ue000-\ue02f]{0,6}{PublicBody})){0,24}(?P<who>{Person})"
)
_SPLIT = re.compile(
    r"(?:个|项|大|条|场|类|步)(?:子行动|专项行动|专项|行动|子活动|活动|战役|攻坚战|板块|战线|阶段|步骤|环节|组|方面)?(?:推进|展开|进行|实施|组成)?，"
)
"""Closes a list of parts: what is said behind it is said of the whole."""
_LEADS = slots(
    r"(?P<who>{Person|PublicBody})(?:同志)?(?:共同|具体|全程|亲自)?(?:领办|包保|包联|牵头|总负责|挂帅|领衔|主抓|负责推进|分管负责|负责)(?:了|的|推进|实施|开展了?|组织开展|组织实施|启动了?)?(?P<what>{Project|Campaign|Event})"
)
_OFFICE = slots(
    r"(?P<who>{Person})(?:兼任|担任|任|兼)(?:[^，。；\ue000-\ue02f]{0,8})?(?:总指挥|副总指挥|指挥长|副指挥长|组长|副组长|办公室主任|总链长|链长|专班班长|召集人|总召集人)"
)
_HELD_BY = slots(r"(?:总指挥|指挥长|组长|办公室主任|总链长|召集人)由(?P<who>{Person})(?:担任|兼任|出任)")
_NOUN = re.compile(r"(?:^|[，。；])(?:[^，。；]{0,4}(?:此次|本次|这次|该|本|全部))?(?P<noun>活动|项目|工程|行动|会战|攻坚战?|会议|整治)")
_EACH = slots(
    r"(?P<who>{Person|PublicBody|Division}[^。；]{0,120}?)分别(?:负责)?(?:包保|包联|领办|牵头|挂联|联系|负责|推进|包抓)(?P<what>{Project|Campaign}(?:[、和及与]{Project|Campaign})+)"
)
_POST = re.compile("领导|负责同志|任[^，。；]{0,10}(?:负责人|责任人|组长|总指挥|指挥长|链长|召集人|班长|项目长)$")
_LATTER = re.compile(r"(?P<which>前者|后者)[^，。；]{0,2}$")
_LEADER = slots(r"(?:项目|工程)(?:现场|建设)?(?:总)?负责人{Person}")


def find(scene: Scene) -> Iterator[Fact]:
    """Yield responsibleFor facts."""
    offices = governments(scene)
    labels = Labels(offices)
    project = campaign = ""
    spoken: list[Mention] = []
    item, where = "", -1
    for line in scene.lines:
        if not line.marks:
            yield from labels.read(line)
            continue
        if opened := _OPENS.match(line.code):
            item, where = line.mention(opened.start("what")).entity, line.paragraph
        elif line.paragraph != where:
            item = ""
        yield from labels.read(line)
        yield from _by(scene, line, spoken, offices)
        yield from _item(scene, line, item)
        yield from _named_head(line)
        yield from _each(line, offices)
        for match in _LEADS.finditer(line.code):
            quote = line.evidence("relate.responsibility.leads", match.start(), match.end())
            yield fact(
                line.mention(match.start()).entity,
                "responsibleFor",
                line.mention(match.start("what")).entity,
                quote,
                0.9,
            )
        for match in (*_OFFICE.finditer(line.code), *_HELD_BY.finditer(line.code)):
            yield from _office(scene, line, match, campaign)
        for match in _LEADER.finditer(line.code):
            before = line.among("Project", 0, match.start())
            target = _main(scene, before[-1][1].entity if before else project)
            if target:
                quote = line.evidence("relate.responsibility.leader", match.start(), match.end())
                yield fact(line.mention(match.end() - 1).entity, "responsibleFor", target, quote, 0.85)
        for _, mention in line.among(_WHAT):
            spoken.append(mention)
            project = mention.entity if mention.type == "Project" else project
            campaign = _main(scene, mention.entity) if mention.type == "Campaign" else campaign


def _office(scene: Scene, line: Line, match: re.Match[str], campaign: str) -> Iterator[Fact]:
    """张三任总指挥, 办公室主任由李四兼任: of the campaign that the text spoke of last."""
    before = line.among("Campaign", 0, match.start())
    target = _main(scene, before[-1][1].entity) if before else campaign
    if not target or slots("{PublicBody}").search(match.group()):
        return
    last = match.start("who")
    quote = line.evidence("relate.responsibility.office", match.start(), match.end())
    for _, who in subjects(line, last + 1, "Person") or [(last, line.mention(last))]:
        yield fact(who.entity, "responsibleFor", target, quote, 0.7)


def _main(scene: Scene, key: str) -> str:
    """The campaign or project that ``key`` is a part of, or ``key`` itself."""
    wholes = [f.object for f in scene.facts if f.subject == key and f.relation == "partOf" and scene.type_of(f.object) == scene.type_of(key)]
    return wholes[0] if wholes else key


def _by(scene: Scene, line: Line, spoken: Sequence[Mention], offices: dict[str, str]) -> Iterator[Fact]:
    """X由甲局牵头; 此次活动，由张三带队: of the thing named before, or the last of the kind that 此次 points at."""
    for match in _BY.finditer(line.code):
        before = line.among(_WHAT, 0, match.start("who"))
        target = before[-1][1].entity if before else _pointed(line.code[: match.start("who")], spoken)
        if before and _SPLIT.search(line.code, before[-1][0], match.start() + 1):
            target = _main(scene, target)
        if (which := _LATTER.search(line.code, 0, match.start())) and len(before) > 1:
            target = before[-2 if which["which"] == "前者" else -1][1].entity
        people = line.among("Person", match.start("who"), match.end("who"))
        if not people and _POST.search(match.group()):
            continue
        bodies = line.among("PublicBody|Organization", match.start("who"), match.end("who"))
        for position, who in people or [one for one in bodies if one[1].kind != "implied"] if target else ():
            quote = line.evidence("relate.responsibility.by", match.start(), max(match.end(), position + 1))
            yield fact(who.entity, "responsibleFor", target, quote, 0.85)
        if target and scene.type_of(target) in ("Campaign", "Event"):
            yield from _helpers(line, match.end(), target, offices)


def _item(scene: Scene, line: Line, item: str) -> Iterator[Fact]:
    """…，甲局牵头: of the campaign or project named before; or of the list's item that the line stands under."""
    for match in _LEADING.finditer(line.code) if item or line.has("Campaign|Project") else ():
        before = line.among("Campaign|Project", 0, match.start())
        target = before[-1][1].entity if before else item
        if before and _SPLIT.search(line.code, before[-1][0], match.start() + 1):
            target = _main(scene, target)
        for position, who in line.among(_WHO, match.start("who"), match.end("who")) if target else ():
            quote = line.evidence("relate.responsibility.item", position, match.end())
            yield fact(who.entity, "responsibleFor", target, quote, 0.85)


def _each(line: Line, offices: dict[str, str]) -> Iterator[Fact]:
    """张三、李四分别包联甲项目和乙项目: each his own."""
    for match in _EACH.finditer(line.code) if "分别" in line.code else ():
        what = line.among("Project|Campaign", match.start("what"), match.end("what"))
        people = line.among("Person", match.start("who"), match.end("who"))
        listed = people or line.among("PublicBody|Division", match.start("who"), match.end("who"))
        for (position, who), (_, task) in zip(listed[-len(what) :], what, strict=False):
            key = offices.get(who.entity, "") if who.type == "Division" else who.entity
            if key and len(listed) >= len(what):
                quote = line.evidence("relate.responsibility.each", position, match.end())
                yield fact(key, "responsibleFor", task.entity, quote, 0.85)


def _named_head(line: Line) -> Iterator[Fact]:
    """甲项目联络员为乙局副局长张三."""
    for match in _HEAD_IS.finditer(line.code) if line.has("Project|Campaign") and line.has("Person") else ():
        quote = line.evidence("relate.responsibility.head", match.start(), match.end())
        what = line.mention(match.start("what")).entity
        yield fact(line.mention(match.start("who")).entity, "responsibleFor", what, quote, 0.85)


def _helpers(line: Line, start: int, target: str, offices: dict[str, str]) -> Iterator[Fact]:
    """…牵头，乙局、丙局配合: those who help take part; of a town, its government."""
    for match in _HELPS.finditer(line.code, start):
        for position, who in line.among("PublicBody|Organization|Company|Division", match.start("who"), match.end("who")):
            key = offices.get(who.entity, "") if who.type == "Division" else who.entity
            if key:
                quote = line.evidence("relate.responsibility.helps", position, match.end())
                yield fact(key, "participatesIn", target, quote, 0.75)


def _pointed(words: str, spoken: Sequence[Mention]) -> str:
    """The last mention whose name ends with the noun that the words point at, else the last of all."""
    noun = _NOUN.search(words)
    if noun is None or not spoken:
        return ""
    named = [mention for mention in spoken if mention.name.endswith(noun["noun"])]
    return (named or spoken)[-1].entity
