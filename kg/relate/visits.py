"""Who went where: 到甲区调研, 先后走进乙公司、丙公司, and those who went along."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.model import Fact, Mention
from kg.relate._facts import fact
from kg.relate._lines import Found, Line, slots
from kg.relate._roles import led_by, listed, mood, subjects
from kg.relate._scene import Scene
from kg.relate._sights import names, vague

_WHERE = "Division|Zone|Facility|Company|Organization|Project|PublicBody"
_WHO = "Person|Organization|Zone|PublicBody|Division|Company"
_GO = slots(
    r"(?P<verb>先后赴|先后到|先后来到|先后前往|先后走进|先后走访|先后深入|先后实地|先后察看|先后考察|先后参观|先后观摩|一行来到|一行到|分别到|分别深入|率队赴|率队到|带队到|带队赴|带队前往|专程赴|专程到|"
    r"赶赴|奔赴|前往|来到|走进|深入|到访|造访|走访|拜访|考察|视察|参观|调研|察看|查看|看望|慰问|检查|抵达|去了一趟|去了|去过|访问|踏查|督导|观摩|调研了|探访|巡查|暗访|实地踏勘|赴|到)"
    r"(?:了|过|并|考察|调研|走访|参观|察看|查看|检查|慰问|看望|拜访|实地|位于{Division|Zone}(?:的)?){0,3}(?:[^，。；、与\ue000-\ue02f]{1,14}[、和])?(?={Division|Zone|Facility|Company|Organization|Project|PublicBody})"
)
_BARE = re.compile(r"^(?:先后|一行|分别|率队|带队|专程)?(?:到|赴)$")
_PURPOSE = re.compile(
    r"[^，。；]{0,40}?(?:调研|考察|走访|检查|视察|督导|参观|慰问|看望|学习|招商|洽谈|对接|拜访|察看|查看|踏查|推介|座谈|采访|指导|参加|参展|展会|参会|出席|学习|暗访|督查|访问|开展|现场|进商会|实地|督战|巡查|宣讲)"
)
_CALLS_THERE = slots(r"{Division}了?，(?:先后|分别|专程|实地)?(?:走访|考察|参观|拜访|调研|对接|洽谈|造访)")
_HOLDS = re.compile("主办|承办|协办")
"""甲会协办，7月走进乙县: the event goes there, not who holds it."""
_TRAVEL = re.compile(r"先后|率队|带队|一行|专程|分别")
_NO_VISIT = slots(
    r"(?:从|由|得|达|增|提高|下降|降|升|延伸|扩大|送|推广|推|搬|迁|转|投入|覆盖|涉及|延|直|签约|(?<!{Person})等|感|遇|做|看|想|谈|回|收|运|发|销|卖|提|降低|压缩|聊|压|减|缩小|加|回|嫁|带|引|请|拿|找|达|受)$"
)
_ITINERARY = slots(r"(?P<who>{Person})(?:的)?(?:行程|足迹)(?:里有|包括|遍及|涵盖)(?={Division|Zone|Company})")
_COMES = slots(
    r"(?P<who>{Person}|{Organization})[^，。；\ue000-\ue02f]{0,12}(?:第[一二三四五六七八九十\d]+次|再次|多次|又|专程)[^，。；\ue000-\ue02f]{0,3}来(?:到)?(?P<where>{Division|Zone|Company})"
)
_AT = slots(r"^在(?={Company|Organization|Project|Zone|Facility})")
_MEETS = slots(r"[^，。；]{0,12}，(?P<who>{Person})(?:一行|等)?(?:与|同|和|走进|边看边|察看|查看|了解|详细|听取|询问|仔细|实地|认真|参观|登上|拿起|指出|强调)")
_THERE = slots(r"[^，。；]{0,12}，(?P<who>{Person})")
_LOOKS = re.compile("详细|边看边|察看|查看|了解|听取|询问|仔细|实地|参观")
_ALONG = re.compile(
    r"随行|一同调研|陪同调研|陪同|一同走访|参加调研|一同考察|参加考察|参加视察|参加检查|陪同考察|陪同检查|一同检查|同行|随同|一道走访|一同前往|一同参观|参加活动|参加考察|一起调研|一起走访|随团"
)
_INSPECTS = slots(r"{Person}(?:一行)?[^，。；\ue000-\ue02f]{0,10}在(?={Division|Zone|Facility|Company|Organization|Project|PublicBody})")
_RESEARCH = re.compile("[^，。；]{0,6}(?:调研|考察|视察|督导|检查|走访|采访|参观|慰问|暗访|踏查)")
_HE = re.compile("[他她](?!们)")
_JOIN = slots("(?<={Person})(?:等)?(?:一同|一并)?参加(?:考察|活动|招商)?。?$")
_SITE = slots(
    r"(?:到|赴|来到|深入|走进|察看了?|查看了?|抵达|在)(?P<what>[^，。；\ue000-\ue02f]{0,6})现场(?=看望|慰问|调研|察看|查看|检查|督导|了解|指导|，|。|$)"
)
"""到贯通现场看望…: the site of what the text spoke of last."""
_WAY = re.compile("[一二三四]路(?:人马)?(?:则)?(?:奔?赴|前往|到|去)")
_CALLS = re.compile("走访|拜访|造访|对接|洽谈")
_TALKS = slots(r"{Company}[^，。；\ue000-\ue02f]{0,6}，(?:并)?(?:就[^，。；]{0,12})?(?:洽谈|对接|商谈)")
_LEAD = slots(r"{Person}(?:一行|(?:率|带领|率领)[^。，；]{0,16}(?:组|团|队|一行))")
_SELF = re.compile(r"我(?![们市县区省国州旗盟厂公矿校院局])")
_TEAM = slots(r"{Division|Zone}(?:党政|经贸|政府|企业家|招商)?(?:代表团|考察团|招商团|招商小分队|考察组|招商组)")
_SENDS = re.compile("小分队|代表团|考察团|组团|招商组|组织|组建|专班")
_PARTY = re.compile(r"一行人|调研组|考察团|视察组|采访团|代表团|一行|客人|考察组|督查组|检查组|招商小分队|党政代表团")


def find(scene: Scene) -> Iterator[Fact]:
    """Yield visited facts, and engagedWith of those who call on firms far from home."""
    trip = _Trip(scene)
    found = [one for line in scene.live for one in trip.read(line)]
    yield from (one for one in found if one.relation != "visited" or not trip.apart(one))


class _Trip:
    """The visit that a text tells of: who leads it and where it has been so far."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._leaders: list[Mention] = []
        self._paragraph = -1
        self._last: Mention | None = None
        self._places: list[str] = []
        self._seen = -1
        self._works = ""
        self._ways: dict[str, set[str]] = {}
        self._stops_now: dict[int, list[str]] = {}

    def read(self, line: Line) -> Iterator[Fact]:
        """The visits of one line."""
        for match in _LEAD.finditer(line.code):
            self._leaders, self._paragraph = [line.mention(match.start())], line.paragraph
        for match in _GO.finditer(line.code):
            yield from self._go(line, match)
        for match in _ITINERARY.finditer(line.code):
            who = [(match.start(), line.mention(match.start()))]
            yield from self._visits(line, who, match.end(), match.start(), "relate.visits.itinerary", "asserted")
        for match in _COMES.finditer(line.code):
            where = line.mention(match.start("where"))
            quote = line.evidence("relate.visits.comes", match.start(), match.end())
            yield fact(line.mention(match.start()).entity, "visited", where.entity, quote, 0.7)
        for match in _INSPECTS.finditer(line.code):
            yield from self._inspects(line, match)
        for match in _SITE.finditer(line.code) if "现场" in line.code else ():
            yield from self._site(line, match)
        yield from self._stops(line)
        self._works = next((m.entity for _, m in reversed(line.among("Facility|Project"))), self._works)
        yield from self._companions(line)
        if people := line.among("Person"):
            self._last = people[0][1]

    def _site(self, line: Line, match: re.Match[str]) -> Iterator[Fact]:
        works = self._stage(line, match["what"][-2:]) or self._works
        who = self._who(line, match.start()) if works else []
        for position, visitor in who:
            if visitor.type == "Person":
                quote = line.evidence("relate.visits.site", min(position, match.start()), match.end())
                yield fact(visitor.entity, "visited", works, quote, 0.7)
        if who:
            self._stops_now.setdefault(line.at[0], []).append(works)

    def _stage(self, line: Line, word: str) -> str:
        """What the text said this word of (甲隧道贯通, and later 到贯通现场)."""
        said = slots(r"(?P<what>{Facility|Project})[^，。；\ue000-\ue02f]{0,6}" + re.escape(word)) if word else None
        for other in reversed(self._scene.lines[: self._scene.lines.index(line)] if said else ()):
            if said and (match := said.search(other.code)):
                return other.mention(match.start()).entity
        return ""

    def apart(self, one: Fact) -> bool:
        """True for a place that only another branch of the party went to (兵分两路：甲一路赴乙地，丙一路赴丁地)."""
        went = self._ways.get(one.object)
        return went is not None and one.subject not in went

    def _go(self, line: Line, match: re.Match[str]) -> Iterator[Fact]:
        if not self._is_visit(line, match):
            return
        who = self._who(line, match.start())
        if who:
            modality = mood(line, match.start())
            if _WAY.search(line.code, max(0, match.start() - 6), match.end()):
                for _, place in listed(line, match.end(), "Division"):
                    self._ways.setdefault(place.entity, set()).update(m.entity for _, m in who)
            visits = [*self._visits(line, who, match.end(), match.start(), "relate.visits.goes", modality)]
            yield from visits
            if (_CALLS.search(match["verb"]) or _TALKS.match(line.code, match.end())) and self._far():
                for one in visits:
                    if self._scene.type_of(one.object) == "Company" and self._scene.type_of(one.subject) == "Person":
                        yield replace(one, relation="engagedWith", confidence=0.7)

    def _far(self) -> bool:
        """True if the trip went to a division outside of home."""
        home, areas = self._scene.document.home, self._scene.areas
        places = [key for key in self._places if key.startswith("division/")]
        return bool(places) and not any(p == home or areas.inside(p, home) or areas.inside(home, p) for p in places)

    def _inspects(self, line: Line, match: re.Match[str]) -> Iterator[Fact]:
        """张三近日在甲村调研时说."""
        where = listed(line, match.end(), _WHERE)
        if where and _RESEARCH.match(line.code, where[-1][0] + 1):
            who = [(match.start(), line.mention(match.start()))]
            self._leaders, self._paragraph = [who[0][1]], line.paragraph
            yield from self._visits(line, who, match.end(), match.start(), "relate.visits.inspects", mood(line, match.end() - 1))

    def _is_visit(self, line: Line, match: re.Match[str]) -> bool:
        if _NO_VISIT.search(line.code[max(0, match.start() - 2) : match.start()]):
            return False
        if not _BARE.search(match["verb"]) or _WAY.search(line.code, max(0, match.start() - 6), match.end()):
            return True
        if _TRAVEL.search(line.code[max(0, match.start() - 4) : match.end()]):
            return True
        stop = line.code.find("。", match.end()) % (len(line.code) + 1)
        there = line.code[match.end() : min(stop, match.end() + 16)]
        return _PURPOSE.match(line.code, match.end()) is not None or _CALLS_THERE.search(there) is not None

    def _who(self, line: Line, verb: int) -> list[Found]:
        clause = max(line.code.rfind(mark, 0, verb) for mark in "。；！？") + 1
        team = _TEAM.search(line.code, clause, verb)
        if team:
            return [(team.start(), line.mention(team.start()))]
        found = subjects(line, verb, "Person", floor=clause)
        sends = _SENDS.search(line.code, clause, verb)
        if not found and sends:
            found = subjects(line, sends.start(), "Organization|Zone|PublicBody|Division", floor=clause)
        found = found or subjects(line, verb, "Organization|Zone|PublicBody", floor=clause)
        party = _PARTY.search(line.code, clause, verb)
        if found and found[0][1].type != "Person" and _HOLDS.search(line.code, found[0][0], verb):
            return []
        if found and not (party and self._leaders and found[-1][1].type != "Person"):
            found = [*led_by(line, found, clause), *found]
            self._leaders, self._paragraph = [mention for _, mention in found], line.paragraph
            return found
        if self._last and _HE.search(line.code, clause, verb):
            return [(verb, self._last)]
        if _SELF.search(line.code, clause, verb):
            first = self._scene.paragraph(line.paragraph)[0]
            return [(verb, first.mention(0))] if slots("{Person}：").match(first.code) else []
        if self._leaders and (party or self._paragraph == line.paragraph) and not self._others(line, clause, verb):
            return [(verb, mention) for mention in self._leaders]
        return []

    def _others(self, line: Line, start: int, end: int) -> bool:
        """True if the clause has a subject of its own that is no visitor (企业负责人, 工人)."""
        return re.search(r"企业|工人|村民|游客|记者|群众|产品|项目|资金", line.code[start:end]) is not None

    def _visits(self, line: Line, who: Sequence[Found], start: int, verb: int, rule: str, modality: str) -> Iterator[Fact]:
        where = [one for one in listed(line, start, _WHERE) if not vague(line, *one) and not names(line, *one)]
        if modality == "asserted" and where:
            self._remember(line, [m for _, m in where])
        for position, place in where:
            for subject, visitor in who:
                if visitor.entity != place.entity:
                    quote = line.evidence(rule, min(subject, verb), position + 1)
                    yield fact(visitor.entity, "visited", place.entity, quote, 0.85, modality=modality)

    def _remember(self, line: Line, places: list[Mention]) -> None:
        """Keep where the visit goes, for those who come along: divisions and zones of a paragraph, else what else there is."""
        areas = [m.entity for m in places if m.type in ("Division", "Zone")]
        self._stops_now.setdefault(line.at[0], []).extend(m.entity for m in places)
        if line.paragraph != self._seen and areas:
            self._places = []
        if areas and (len(areas) == len(places) or not self._places):
            self._places += areas
            self._seen = line.paragraph
        elif not self._places:
            self._places = [m.entity for m in places]

    def _stops(self, line: Line) -> Iterator[Fact]:
        """在甲公司，张三与…座谈: a stop of the visit that the text tells of."""
        for match in _AT.finditer(line.code):
            where = listed(line, match.end(), _WHERE)
            after = _THERE.match(line.code, where[-1][0] + 1) if where else None
            visitor = line.mention(after.start("who")) if after else None
            who = [m for m in self._leaders if visitor and visitor.entity == m.entity]
            after = _MEETS.match(line.code, where[-1][0] + 1) if where else None
            if not who and visitor and after and _LOOKS.search(after.group()):
                who = [visitor]
            if not who and where and line.paragraph - self._paragraph <= 2:
                following = self._next(line)
                who = [m for m in self._leaders if following and any(m.entity == x.entity for _, x in following.among("Person"))]
            for position, place in where if who else ():
                if place.type in ("Company", "Organization", "Project", "Zone", "Facility"):
                    quote = line.evidence("relate.visits.stop", 0, position + 1)
                    yield fact(who[0].entity, "visited", place.entity, quote, 0.75)

    def _next(self, line: Line) -> Line | None:
        lines = self._scene.lines
        number = lines.index(line) + 1
        return lines[number] if number < len(lines) and lines[number].paragraph == line.paragraph else None

    def _hosts(self, person: str) -> bool:
        """True for one who holds posts in firms only: such a one receives the visitors."""
        seats = [f.object for f in self._scene.facts if f.subject == person and f.relation == "holdsPost"]
        return bool(seats) and all(self._scene.type_of(seat) == "Company" for seat in seats)

    def _companions(self, line: Line) -> Iterator[Fact]:
        along = _ALONG.search(line.code) or self._joined(line)
        if not along or not (self._places or self._stops_now.get(line.at[0])):
            return
        clause = line.code.rfind("。", 0, along.start()) + 1
        leaders = {leader.entity for leader in self._leaders}
        for position, person in line.among("Person", clause, along.start()):
            if person.entity in leaders or self._hosts(person.entity):
                continue
            quote = line.evidence("relate.visits.along", position, along.end())
            away = [place for place in self._seen_here(line) if not self._at_home(person.entity, place)]
            for place in away or self._places:
                yield fact(person.entity, "visited", place, quote, 0.75)

    def _joined(self, line: Line) -> re.Match[str] | None:
        """张三、李四参加。 behind the sentence that tells of a trip, no event."""
        if line.paragraph != self._seen or line.has("Event|Campaign"):
            return None
        return _JOIN.search(line.code)

    def _seen_here(self, line: Line) -> list[str]:
        """Where the visit went in this sentence and before: what is seen in the sentence itself counts in full."""
        return list(dict.fromkeys([*self._places, *self._stops_now.get(line.at[0], ())]))

    def _at_home(self, person: str, place: str) -> bool:
        """True for the area that one's own post governs, or one that holds it: there one is, one does not go."""
        scene = self._scene
        seats = [f.object for f in scene.facts if f.subject == person and f.relation == "holdsPost"]
        areas = [scene.document.entities[seat].area for seat in seats if seat in scene.document.entities]
        return any(area and (area == place or scene.areas.inside(area, place)) for area in areas)
