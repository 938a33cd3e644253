"""Which campaign or event comes after and continues which."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.model import Fact
from kg.relate._facts import fact
from kg.relate._lines import Line, slots
from kg.relate._scene import Scene

_C = "{Campaign|Event}"
_NEXT = "(?:压茬|接续|接着|随即|接力|无缝衔接|乘势|趁势|顺势|紧随其后)"
_THEN = slots(
    rf"(?P<old>{_C})[^。；]{{0,24}}?{_NEXT}(?:式)?[^。，；\ue000-\ue02f]{{0,4}}?(?:启动|开展|发起|打响|推出|实施|推进|开启|部署|组织|举办)了?[^。，；\ue000-\ue02f]{{0,14}}?(?P<new>{_C})"
)
_LINK = slots(
    rf"(?P<new>{_C})[^。；]{{0,16}}?(?:衔接|接续|延续|承接|接力|承续)(?!发起|启动|开展|打响)(?:了|此前|前期)?(?:[^。；，\ue000-\ue02f]|，(?=[^\ue000-\ue02f]{{0,12}}的)){{0,30}}?(?P<old>{_C})"
)
_AFTER = slots(rf"(?:继|在)(?P<old>{_C})[^。；]{{0,12}}?(?:之后|后|以来|基础上)，?[^。；]{{0,30}}?(?P<new>{_C})")
_ENDED = "(?:画上句号|收官|结束|收兵|落幕|落下帷幕|告捷|鸣金|告一段落|圆满|收尾|谢幕|闭幕)"
_BEGUN = "(?:打响|启动|接上|接着上|接续上|开启|拉开|开场|登场|启幕|展开|接棒|上阵|来了|到来|接续)"
_RELAY = slots(
    rf"(?P<old>{_C})(?:刚刚|刚|已|已经|圆满|才)?[^。；，\ue000-\ue02f]{{0,6}}{_ENDED}了?[^。；\ue000-\ue02f]{{0,12}}?[，；](?:[^。；\ue000-\ue02f]|{{Division}}){{0,14}}?(?P<new>{_C})[^。；，\ue000-\ue02f]{{0,8}}?{_BEGUN}"
)
_OVER = slots(
    rf"(?:行动|会战|攻坚|攻势|活动|战役|整治|竞赛)(?:刚刚|刚|一)?{_ENDED}[^。；\ue000-\ue02f]{{0,6}}，"
    rf"(?:(?P<new>{_C})[^。；，\ue000-\ue02f]{{0,8}}?{_BEGUN}"
    rf"|(?:[^。；，\ue000-\ue02f]|{{Division|PublicBody|Zone}}){{0,10}}?{_NEXT}(?:[^。；，\ue000-\ue02f]|{{Division|PublicBody}}){{0,12}}?(?P<next>{_C}))"
)
_GOES_ON = slots(
    rf"(?:{_NEXT}|紧接着|随后|马不停蹄)(?:[^。；，\ue000-\ue02f]){{0,4}}?(?:开展|启动|推出|打响|发起|实施|部署|组织|开启|推进)了?[^。；，\ue000-\ue02f]{{0,14}}?(?P<new>{_C})"
)
"""全县接着开展…: of the campaign that the text said is over."""
_OVER_SAID = slots(rf"(?P<old>{_C})[^。；，\ue000-\ue02f]{{0,14}}?{_ENDED}")
_THIS = slots(
    rf"(?:^|[，。；])(?:这|它|此次行动|此次活动|该行动|本次行动|行动|活动)[^。；，\ue000-\ue02f]{{0,3}}?(?:是|作为)(?:继|对)?(?:[^。；，\ue000-\ue02f]{{0,10}}?)(?P<old>{_C})"
    r"(?:[^。；，\ue000-\ue02f]{0,4})(?:的(?:延续|接续|继续|深化|升级版?|续篇|延伸|拓展)|(?:之)?后[^。；，\ue000-\ue02f]{0,10}(?:又一|再一|接续|延续|第二))"
)
"""这是去年…的延续, 这是继…之后又一次整治: the campaign that the text speaks of."""
_WITH = slots(rf"(?:^|[，。；])与(?P<old>{_C})[^。；，\ue000-\ue02f]{{0,6}}?(?:压茬|接续|衔接|接力|无缝)")
_SERIES = slots(
    r"(?:接续|依次|梯次|次第|压茬|接力|滚动)(?:发起|打响|开展|启动|推进|实施)了?[^。，；\ue000-\ue02f]{0,10}?(?P<row>{Campaign}(?:(?:[、和及])?{Campaign})+)"
)
_IS = slots(
    rf"(?P<new>{_C})(?:[^。；\ue000-\ue02f]{{0,30}})，?(?:是|作为)(?:对|继)?[^。；，\ue000-\ue02f]{{0,6}}?(?P<old>{_C})"
    r"(?:的(?:延续|接续|继续|深化|升级版?|续篇|延伸|拓展)|(?:之)?后(?:的|启动的|开展的)?[^。；，\ue000-\ue02f]{0,4}(?:接续|延续|又一|再一|后续|接力))"
)


def find(scene: Scene) -> Iterator[Fact]:
    """Yield follows facts."""
    last = over = ""
    parts = {one.subject for one in scene.facts if one.relation == "partOf"}
    for line in scene.live:
        if line.has("Campaign|Event"):
            yield from _line(line, last, parts)
            yield from _goes_on(line, over)
            if (ended := [*_OVER_SAID.finditer(line.code)]) and line.mention(ended[-1].start()).entity not in parts:
                over = line.mention(ended[-1].start()).entity
            last = next((m.entity for _, m in line.among("Campaign") if m.entity not in parts), last)


def _line(line: Line, last: str, parts: set[str]) -> Iterator[Fact]:
    for pattern, rule in ((_THEN, "then"), (_LINK, "link"), (_AFTER, "after"), (_RELAY, "relay"), (_IS, "is")):
        for match in pattern.finditer(line.code):
            yield _fact(line, match.start("new"), line.mention(match.start("old")).entity, rule, match)
    for match in _OVER.finditer(line.code):
        before = [m.entity for _, m in line.among("Campaign", 0, match.start()) if m.entity not in parts]
        old = before[-1] if before else last
        new = match.start("new" if match["new"] else "next")
        if old and old != line.mention(new).entity:
            yield _fact(line, new, old, "over", match)
    for pattern in (_THIS, _WITH):
        for match in pattern.finditer(line.code):
            subject = [m for _, m in line.among("Campaign", 0, match.start("old")) if m.entity not in parts]
            new_key = subject[0].entity if subject else last
            if new_key and new_key != line.mention(match.start("old")).entity:
                quote = line.evidence("relate.follows.this", match.start(), match.end())
                yield fact(new_key, "follows", line.mention(match.start("old")).entity, quote, 0.8)
    for match in _SERIES.finditer(line.code):
        row = line.among("Campaign", match.start("row"), match.end("row"))
        for (_, before_it), (position, _) in pairwise(row):
            yield _fact(line, position, before_it.entity, "series", match)


def _goes_on(line: Line, over: str) -> Iterator[Fact]:
    """接着开展甲行动: after the campaign that an earlier sentence said is over."""
    for match in _GOES_ON.finditer(line.code):
        if over and over != line.mention(match.start("new")).entity and not line.among("Campaign", 0, match.start()):
            yield _fact(line, match.start("new"), over, "goes_on", match)


def _fact(line: Line, new: int, old: str, rule: str, match: re.Match[str]) -> Fact:
    quote = line.evidence(f"relate.follows.{rule}", match.start(), match.end())
    return fact(line.mention(new).entity, "follows", old, quote, 0.85)
