"""Who attended, spoke at or took part in an event."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Fact
from kg.relate._facts import fact
from kg.relate._lines import Line, slots
from kg.relate._scene import Scene
from kg.relate._titles import HEAD, row_before

_EVENT = "{Event|Campaign}"
_COME = re.compile(
    r"出席|参加|参会|参展|参赛|列席|主持|致[^，。；]{0,4}[辞词]|宣布|到场|观摩|见证|揭牌|剪彩|授牌|讲话|发言|表态|作报告|作动员|作部署|答记者问|推介|通报|宣读|应邀|出任评委|与会|"
    r"受聘|领奖|获颁|登台|上台|签字|[为向][^，。；]{2,12}(?:颁发|颁奖|送上|授旗|发放)|述职|点评|路演|领取"
)
_STRONG = re.compile(
    r"出席|参加|参会|参展|参赛|列席|主持|致[^，。；]{0,4}[辞词]|宣布[^，。；]{0,8}(?:开工|启动|开幕|开赛|开园|开馆|开业|投产|闭幕|开始|名单|决定)|讲话|发言|表态|答记者问|揭牌|剪彩|到场|与会|观摩|"
    r"受聘|领奖|获颁|登台|上台|[为向][^，。；]{2,12}(?:颁发|颁奖|送上|授旗)|通报[^，。；]{0,10}(?:情况|进展|成绩|名单|结果)|作[^，。；]{0,8}(?:推介|点评|述职|解读|宣讲)|推介[^，。；]{0,10}(?:产业|项目|环境|情况)"
)
_AT = re.compile(r"^(?:在?(?:会上|会议上|活动中)|会议|会后|现场|当天的活动|在?[^，。；：]{0,6}(?:会|式|仪式|活动|大会|赛|节|坛|现场)上(?=，))")
_ABOUT = re.compile(
    r"^(?:本届|此次|本次|当天的?)?(?:活动|[^，。；：]{0,3}[节会赛展坛]|[^，。；：]{0,3}(?:仪式|论坛))(?:由|共|以|将|期间|现场|吸引|设|为期|当天|历时|上)"
)
"""A passage that speaks of the event by its noun: 文化节由…主办."""
_CAME = re.compile(r"(?:参加|出席|观摩|到场)(?:了)?(?:活动|会议|仪式|$|[，。])|(?:依次|先后|分别)(?:作?了?)(?:表态|发言)")
_SPOKE = re.compile(
    r"(?:在|作|做)了?[^，。；]{0,6}(?:发言|致辞|推介|汇报|述职|路演)|(?:依次|先后|分别)(?:作|做)?了?[^，。；]{0,4}(?:表态|发言|推介|汇报)|"
    r"致[^，。；]{0,4}[辞词]|通报[^，。；]{0,10}(?:情况|进展|成绩|名单|结果)|宣读"
)
"""What one does at a meeting only."""
_LATER = re.compile("届时|将于|拟于|计划于|定于|将在|拟在|即将|有望|筹备")
_PLAIN = slots(
    r"[\s●■▲·]*(?:[\w·、，\s]|{Person|PublicBody|Organization|Company|Division|Zone}){0,60}?{Person}(?:、{Person})*(?P<verb>讲话|主持(?:会议)?|出席(?:会议)?|参加(?:会议)?|发言|致辞|陪同)?[\s、，；]*"
)
"""A line of a list of those who came: posts and a name, and perhaps what they did, no full stop."""
_AHEAD = re.compile(r"(?:迎接|喜迎|贯彻|落实|学习|围绕|根据|自|献礼|筹备)$")
_NOT = re.compile(r"参加(?:工作|劳动|革命|高考|考试|培训|社保|过|了工作)|参加(?:调研|检查|视察|考察)|陪同|随行|发言人|新闻发言")
_HAPPENS = re.compile(r"召开|举行|举办|开幕|启动|开工|打响|拉开|闭幕|落幕|举行了|接续")
_TURN = slots(
    r"(?P<row>{PublicBody|Organization|Company}(?:[、和及与，]{PublicBody|Organization|Company})*)(?:分别|依次|先后|也|共同|代表)?(?:作?了?(?:表态|发言|交流|典型)|参加|出席|参会|应邀)"
)
_HEADS = slots(r"(?P<body>{PublicBody|Organization})" + HEAD + r"(?=[、，和])")
_SIGN = slots(
    r"{Company|Organization|Division|Zone|PublicBody}(?:分别|现场|成功|代表)*[与和同]{Company|Organization|Division|Zone|PublicBody}"
    r"[^。；]{0,40}?(?:签约|签署|签订|签下|签了|结为|达成|牵手)"
)


def find(scene: Scene) -> Iterator[Fact]:
    """Yield participatesIn facts: the people of a sentence that says they came, and the event it speaks of."""
    current, where = "", -1
    yield from _rolls(scene)
    organisers = {(f.subject, f.object) for f in scene.facts if f.relation == "organizedBy"}
    for line in scene.live:
        named = _event(scene, line)
        if named and (not current or not _LATER.search(line.code)):
            current, where = named, line.paragraph
        if not current or not _near(line, where, named) or line.at[0] < scene.document.article.body:
            continue
        if _AT.match(line.code) or _ABOUT.match(line.code) or _CAME.search(line.code):
            where = line.paragraph
        for one in (*_people(line, current), *_bodies(line, current), *_signers(line, current)):
            if (current, one.subject) not in organisers:
                yield one


def _event(scene: Scene, line: Line) -> str:
    """The event that this line is about: an Event, or a Campaign that is held somewhere (集中签约活动)."""
    for position, event in line.among("Event"):
        if not _AHEAD.search(line.code[max(0, position - 5) : position]) and (_HAPPENS.search(line.code) or _STRONG.search(line.code)):
            return event.entity
    for position, mention in line.among("Campaign"):
        if mention.name.endswith(("活动", "开工")) and re.search(r"在[^，。]{1,30}举行|举行|接续举行", line.code[position : position + 40]):
            return mention.entity
    return ""


def _near(line: Line, where: int, named: str) -> bool:
    apart = line.paragraph - where
    if apart == 1 and _ABOUT.match(line.code):
        return True
    if named or apart == 0:
        return True
    if apart < 0:
        return False
    return (
        (apart <= 12 and _AT.match(line.code) is not None)
        or (apart <= 4 and _CAME.search(line.code) is not None)
        or (apart <= 24 and _SPOKE.search(line.code) is not None)
    )


def _rolls(scene: Scene) -> Iterator[Fact]:
    """A list of those who came, one a line, behind the sentence that tells of the event: 县长张三主持 / 主席李四."""
    event = ""
    roll: list[Line] = []
    for line in [*scene.live, None]:
        short = line is not None and len(line.code) < 90 and line.has("Person") and not line.has("Event|Campaign|Project")
        plain = _PLAIN.fullmatch(line.code) if line and short else None
        if line and plain and (not roll or 0 <= line.paragraph - roll[-1].paragraph <= 1):
            roll.append(line)
            continue
        yield from _roll(roll, event)
        roll = [line] if line and plain else []
        event = _event(scene, line) or event if line else event


def _roll(roll: list[Line], event: str) -> Iterator[Fact]:
    if not event or len(roll) < 2 or not any(_STRONG.search(line.code) for line in roll):
        return
    for line in roll:
        for position, person in line.among("Person"):
            quote = line.evidence("relate.participants.roll", 0, position + 1)
            yield fact(person.entity, "participatesIn", event, quote, 0.8)


def _people(line: Line, event: str) -> Iterator[Fact]:
    if not _COME.search(line.code) or _NOT.search(line.code):
        return
    if not (_STRONG.search(line.code) or _AT.match(line.code)):
        return
    for position, person in line.among("Person"):
        if _outside(line, position):
            continue
        quote = line.evidence("relate.participants.list", position, _clause_end(line, position))
        yield fact(person.entity, "participatesIn", event, quote, 0.85)


def _outside(line: Line, position: int) -> bool:
    """True for a person who is merely spoken about: inside quotation, or after 据/对."""
    return re.search(r"(?:据|对|向|给|为了|以)$", line.code[max(0, position - 2) : position]) is not None


def _clause_end(line: Line, position: int) -> int:
    verb = _COME.search(line.code, position)
    return verb.end() if verb else position + 1


def _bodies(line: Line, event: str) -> Iterator[Fact]:
    for match in _TURN.finditer(line.code):
        for position, body in line.among("PublicBody|Organization|Company", match.start("row"), match.end("row")):
            if body.kind != "implied":
                quote = line.evidence("relate.participants.turn", match.start(), max(match.end(), position + 1))
                yield fact(body.entity, "participatesIn", event, quote, 0.75)
    if re.search("参加|出席|参会", line.code):
        claimed = {p.org for position, _ in line.among("Person") for p in row_before(line, position, 0)}
        for match in _HEADS.finditer(line.code):
            body = line.mention(match.start("body"))
            if body.kind != "implied" and match.start("body") not in claimed and not slots("{Person}").match(line.code, match.end()):
                quote = line.evidence("relate.participants.heads", match.start(), match.end())
                yield fact(body.entity, "participatesIn", event, quote, 0.65)


def _signers(line: Line, event: str) -> Iterator[Fact]:
    if _SIGN.search(line.code):
        for position, firm in line.among("Company|Organization"):
            quote = line.evidence("relate.participants.signing", position, len(line.code))
            yield fact(firm.entity, "participatesIn", event, quote, 0.8)
