"""Courting, meeting and signing with firms, and cooperation between equals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Fact
from kg.relate._facts import fact
from kg.relate._lines import Found, Line, slots
from kg.relate._partners import partners
from kg.relate._roles import listed, mood, subjects
from kg.relate._scene import Scene

_PUBLIC = "PublicBody|Division|Zone|Person"
_HOSTS = "Division|Zone|PublicBody"
_FIRM = "Company|Organization"
_COURT = slots(
    r"(?P<verb>拜访|走访对接|对接洽谈|洽谈对接|对接|接洽|会见|会晤|约见|接待|洽谈|引进|招引|引入|签约引进|牵手|服务|帮扶|鼓励|支持|扶持)"
    r"(?:了|引导)?(?:[^，。；：与和同跟\ue000-\ue02f]|{Division}){0,6}?(?={Company|Organization})"
)
_MEETING = re.compile("会见|会晤|约见|接待")
_TALK = slots(r"在(?P<firm>{Company|Organization})，(?P<who>{Person})(?:一行)?(?:与|同|和)[^。；\ue000-\ue02f]*?(?:座谈|洽谈|会谈|交流)")
_LOCAL = slots(
    r"(?:鼓励|支持|引导|推动|帮助|扶持|服务)(?P<row>{Company}(?:(?:[、和及]|以及)?{Company})+)等?"
    r"[^，。；\ue000-\ue02f]{0,4}(?:规上|本地|重点|龙头|骨干|本土)[^，。；\ue000-\ue02f]{0,4}企业"
)


def find(scene: Scene) -> Iterator[Fact]:
    """Yield engagedWith and cooperatesWith facts, and where firms that a place supports lie."""
    for number, line in enumerate(scene.lines):
        if not line.marks:
            continue
        if line.has(_FIRM):
            yield from _courts(scene, number)
            yield from _talks(line)
            yield from _local(scene, line)
        yield from partners(scene, line)


def _courts(scene: Scene, number: int) -> Iterator[Fact]:
    line = scene.lines[number]
    for match in _COURT.finditer(line.code):
        who = subjects(line, match.start(), _PUBLIC) or _before(scene, number)
        modality = mood(line, match.start())
        for position, firm in _met(line, match):
            for place, actor in who:
                quote = line.evidence("relate.engagement.courts", min(place, match.start()), position + 1)
                yield fact(actor.entity, "engagedWith", firm.entity, quote, 0.8, modality=modality)


def _met(line: Line, match: re.Match[str]) -> list[Found]:
    """The firms behind the verb; of people who are met, those that their posts name."""
    if not _MEETING.match(match["verb"]):
        return listed(line, match.end(), _FIRM)
    stop = re.compile("[。；]|，(?=双方)").search(line.code, match.end())
    return line.among(_FIRM, match.end(), stop.start() if stop else None)


def _before(scene: Scene, number: int) -> list[Found]:
    """The place or organ that opened the paragraph, for a clause without a subject."""
    line = scene.lines[number]
    for other in reversed(scene.lines[: number + 1]):
        if line.paragraph - other.paragraph > 1:
            break
        found = [m for p, m in other.among(_HOSTS, 0, 30) if subjects(other, p + 1, _HOSTS)]
        if found:
            return [(len(line.code), found[0])]
    return []


def _talks(line: Line) -> Iterator[Fact]:
    for match in _TALK.finditer(line.code):
        quote = line.evidence("relate.engagement.talk", match.start(), match.end())
        person, firm = line.mention(match.start("who")), line.mention(match.start("firm"))
        yield fact(person.entity, "engagedWith", firm.entity, quote, 0.75)


def _local(scene: Scene, line: Line) -> Iterator[Fact]:
    """重点鼓励甲、乙等规上企业: firms of the place."""
    for match in _LOCAL.finditer(line.code):
        quote = line.evidence("relate.engagement.local", match.start(), match.end())
        for _, firm in line.among("Company", match.start("row"), match.end("row")):
            yield fact(firm.entity, "locatedIn", scene.document.home, quote, 0.6)
