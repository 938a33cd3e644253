"""What is a part of what: sub-campaigns, events of a campaign, and what names and bodies tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Fact, Mention
from kg.relate._facts import fact
from kg.relate._lines import ITEM, Line, slots
from kg.relate._members import members
from kg.relate._named_parts import named_parts
from kg.relate._scene import Scene

_ROW = r"(?P<row>{Campaign}(?:" + ITEM + r"{Campaign})*)"
_SPLIT = slots(
    r"(?:由|下设|分设|分为|分成|分|包括|包含|涵盖|细分为|设置|设|开展|实施|突出|聚焦|抓好)(?:了)?"
    + _ROW
    + r"等?(?:[一二三四五六七八九十两\d]+)?(?:个|项|大|场|类|条)?"
    r"(?P<kind>步骤?|阶段|环节|篇章|专题|赛道|子行动|专项行动|专项|行动|子活动|活动|战役|攻坚战|板块|战线|工程)(?P<end>组成|构成|推进|展开|进行)?"
)
_OF = slots(r"(?P<row>{Campaign}(?:" + ITEM + r"{Campaign})+)(?:等)?(?:在内)?的(?P<whole>{Campaign})")
_UNDER = slots(r"(?:围绕|作为|为推进|为打好|为打赢|聚焦)(?P<whole>{Campaign})[^。；]*?(?:开展|启动|实施|打响)了?[^，。；]*?(?P<part>{Campaign})")
_DURING = slots(r"(?P<whole>{Campaign})(?:期间|中|[^。；]{0,24}期间)[^。；]{0,6}?(?:组织|举办|召开|举行|开展)了?(?P<part>{Event})")
_ONE = slots(
    r"(?P<part>这|本次活动|此次活动|此次会议|本场活动|{Event})(?:也?是|系|为|作为)[^，。；]{0,8}(?P<whole>{Campaign})(?:的)?(?:第[一二三四五六七八九十\d]+(?:场|站|期|次|项)|首场|系列|重要|重头|内容|一部分|之一|组成)"
)
_SHOW = slots(r"(?P<row>{Event}(?:(?:[、和及]|以及)?{Event})+)等?\d+(?:余|多)?(?:项|个|场)(?:系列|配套|主题|文体|特色|主要|重点|分项|子)?(?:活动|赛事)")
_PORTION = re.compile(r"(?:(?<!行动)(?<!整治)专项|子行动|子活动|板块|赛道|篇章)$")
_COMPARED = re.compile(r"(?:是|继|与|同|和|衔接|延续|接续|承接|承续|结合|巩固|围绕|对标)(?:去年|今年|上年|此前|上半年|下半年|前期|全省|全市|全国|刚刚结束的)?$")
_INTRO = re.compile(
    r"(?:分|设|包括|包含|开展|实施|聚焦|抓好|组织|打响)[^，。；：]{0,6}?[一二三四五六七八九十两\d]+(?:个|项|大|场|类|条)[^，。；：]{0,4}(?:行动|专项|战役|活动|攻坚|战线|工程|会战|计划)[^。；]{0,30}[：:。]\s*$"
)
_PORTIONS = re.compile(
    r"(?:任务|工作|内容|重点|方案|行动|会战|攻坚|攻势)[^。；：]{0,6}?(?:分成|分为|分解为|细化为|拆成|归纳为|明确为|为|有)[一二三四五六七八九十两\d]+(?:个|项|大|场|类|条|块|方面)[^。；]{0,12}[：:]\s*$"
)
"""任务分成三块：, and the lines below each begin with a campaign."""
_DASH = slots(r"^(?:——|—|－－|[●■▲◆·*]|[（(]?[\d一二三四五六七八九十]+[）)、.．]|[①-⑩])\s*(?:是|开展|实施|打响|组织|抓好)?{Campaign}")
_ENDS = re.compile(r"^[^—\s●■▲◆·*（(\d①-⑩]{0,3}(?:会上|会议|据|记者|本报)")
_AFTER = re.compile(r"[^，。；\ue000-\ue02f]{0,4}(?:之后|以后|的延续|的接续|收官后|结束后)")
_TOTAL = slots(r"{Campaign}(?:" + ITEM + r"{Campaign})+(?:等)?的(?P<whole>{Campaign})")


def find(scene: Scene) -> Iterator[Fact]:
    """Yield partOf facts."""
    yield from named_parts(scene)
    campaign = event = ""
    yield from _items(scene)
    for number, line in enumerate(scene.lines):
        if not line.marks:
            continue
        split: list[Fact] = []
        if line.has("Campaign"):
            split = [*_splits(line, campaign)]
            yield from split
            yield from _campaigns(line, event)
        if line.has("Event"):
            yield from _shows(line, event)
        if line.has("Campaign"):
            yield from _portions(line, {one.subject for one in split})
        yield from members(scene, number)
        inner = {one.subject for one in split}
        campaign = next((m.entity for _, m in reversed(line.among("Campaign")) if m.entity not in inner), campaign)
        event = next((m.entity for _, m in line.among("Event")), event)


def _items(scene: Scene) -> Iterator[Fact]:
    """会战分5个子行动：, and the lines below each begin with one."""
    campaign = whole = ""
    for line in scene.lines:
        if line.paragraph and _DASH.match(line.code) and whole:
            item = line.mention(_DASH.match(line.code).end() - 1)  # type: ignore[union-attr]
            if item.entity != whole:
                yield fact(item.entity, "partOf", whole, line.evidence("relate.parts.items", 0, len(line.code)), 0.8)
            continue
        here = [m.entity for p, m in line.among("Campaign") if not _aside(line, p)]
        campaign = here[0] if here else campaign
        if _INTRO.search(line.code) or _PORTIONS.search(line.code):
            whole = campaign
        elif here or _ENDS.match(line.code):
            whole = ""


def _splits(line: Line, campaign: str) -> Iterator[Fact]:
    for match in _SPLIT.finditer(line.code):
        row = line.among("Campaign", match.start("row"), match.end("row"))
        before = [m for p, m in line.among("Campaign", 0, match.start()) if not _aside(line, p)]
        whole = before[-1].entity if before else campaign
        verb = match.group()[:2]
        if not whole or len(row) < 2 or (verb in ("开展", "实施", "突出", "聚焦", "抓好") and not before):
            continue
        if verb.startswith("由") and not match["end"]:
            continue
        for _, part in row:
            yield _fact(line, part, whole, "relate.parts.split", 0.9, match)


def _aside(line: Line, position: int) -> bool:
    """True for a campaign that is only compared with (是甲行动之后的…, 与甲行动衔接), not spoken of."""
    return _COMPARED.search(line.code, 0, position) is not None or _AFTER.match(line.code, position + 1) is not None


def _campaigns(line: Line, event: str) -> Iterator[Fact]:
    for match in _OF.finditer(line.code):
        whole = line.mention(match.start("whole")).entity
        for _, part in line.among("Campaign", match.start("row"), match.end("row")):
            yield _fact(line, part, whole, "relate.parts.list", 0.9, match)
    for pattern, rule in ((_UNDER, "relate.parts.under"), (_DURING, "relate.parts.during")):
        for match in pattern.finditer(line.code):
            position = match.start("part")
            # A list that another name sums up (…的“三大行动”): the sum is the part.
            if total := _TOTAL.match(line.code, position):
                position = total.start("whole")
            whole = line.mention(match.start("whole")).entity
            yield _fact(line, line.mention(position), whole, rule, 0.75, match)
    for match in _ONE.finditer(line.code):
        mark = line.marks.get(match.start("part"))
        part_key = mark.entity if mark else event
        if part_key:
            quote = line.evidence("relate.parts.one", match.start(), match.end())
            yield fact(part_key, "partOf", line.mention(match.start("whole")).entity, quote, 0.8)


def _portions(line: Line, done: set[str]) -> Iterator[Fact]:
    """县里开展甲行动，张三负责“乙”专项: a 专项 is part of the campaign told before it."""
    whole = ""
    for position, part in line.among("Campaign"):
        if not _PORTION.search(part.name):
            whole = "" if _aside(line, position) else part.entity
        elif whole and whole != part.entity and part.entity not in done:
            quote = line.evidence("relate.parts.portion", position, position + 1)
            yield fact(part.entity, "partOf", whole, quote, 0.7)


def _shows(line: Line, event: str) -> Iterator[Fact]:
    for match in _SHOW.finditer(line.code):
        before = line.among("Event", 0, match.start())
        whole = before[0][1].entity if before else event
        for _, part in line.among("Event", match.start("row"), match.end("row")) if whole else ():
            yield _fact(line, part, whole, "relate.parts.programme", 0.65, match)


def _fact(line: Line, part: Mention, whole: str, rule: str, confidence: float, match: re.Match[str]) -> Fact:
    return fact(part.entity, "partOf", whole, line.evidence(rule, match.start(), match.end()), confidence)
