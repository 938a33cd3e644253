"""Campaigns: a thing of one area or organiser and one edition; a winter that spans two years is one."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable

from kg.merge._areas import Lie
from kg.merge._cluster import Bond
from kg.merge._names import differ, flat, marks, span
from kg.merge._seen import Seen
from kg.merge._things import Things
from kg.merge._view import Hard, View, months, undated

_QUOTED = re.compile('[“"‘「《]([^”"’」》]{2,})[”"’」》]')
_WINTER = re.compile("冬|岁末年初|春节|年货|双节")
_HEAD = re.compile("(?:专项|集中|主题|系列|攻坚|实践|创建|志愿服务|专题|大)*(行动|活动|攻势|会战|攻坚战|攻坚|战|整治|月|周|季|年|日)$")
_LEADS = re.compile("^(?:全[省市县区州旗盟]|我[省市县区州旗盟]|开展|启动|打响|实施|深化|推进|组织)+")
AREA_ORGAN = re.compile("(?:委|政府|党委|人大常委会|人大|政协|管委会|工委)(?:@.*)?$")
"""Keys of the organs that stand for their area as a whole."""
_SEASON = re.compile("^(.{2,}?)((?:[春夏秋冬]季|百日|三年|首季|[一二三四]季度)[一-龥]{0,2}(?:会战|攻势|攻坚战?|行动|大战|冲刺|竞赛))$")
_HUNDRED = re.compile("百日|百天|一百天")
_HUNDRED_MONTHS = 3
_SPRING = 4
"""Month before which a report may still be about the winter that began in the year before."""


class Campaigns(Things):
    """Campaigns: core, theme, head word, organiser or area, edition."""

    def view(self, seen: Seen) -> View:
        place, cores, theme, head, hard = "", [], "", "", Hard()
        for form in seen.forms:
            at, rest = self.areas.placed(_LEADS.sub("", form), seen.home)
            place = place or (at if at != seen.home else "")
            found = marks(rest)
            hard = Hard(years=hard.years or found.years, ordinal=hard.ordinal or found.ordinal)
            cut = _cut(_LEADS.sub("", rest))
            cores += [core for core in (cut[1], flat(cut[0] + cut[1])) if len(core) > 1]
            theme, head = theme or cut[0], head or cut[2]
        winter = any(_WINTER.search(core) for core in cores)
        when = months(seen.starts or ((seen.when,) if seen.when else ()))
        named = {int(year) for year in hard.years}
        editions = named | {_season(month, winter) for month in when} if winter or not named else named
        return View(
            hard._replace(place=place, years=hard.years if not winter else (), owners=self.owners(seen)),
            tuple(dict.fromkeys(cores)), seen.home, seen.families, False, theme, head,
            tuple(sorted(editions)), when, max(span(form) for form in seen.forms),
            bool(seen.starts),
        )  # fmt: skip

    def owners(self, seen: Seen) -> frozenset[str]:
        """Departments that run it; a party committee, a government or the city itself is the area."""
        bodies = self.final.of(pair for pair in seen.partners if pair[0].startswith("publicbody/"))
        return frozenset(body for body in bodies if not AREA_ORGAN.search(body))

    def clash(self, one: Hard, other: Hard) -> bool:
        if one.owners and other.owners and not one.owners & other.owners:
            return True
        return super().clash(one._replace(owners=frozenset()), other._replace(owners=frozenset()))

    def blocks(self, view: View) -> Iterable[Hashable]:
        return view.cores

    def compare(self, one: View, other: View) -> Bond:
        """Cores are equal; theme, head word, area and edition must fit."""
        if self.clash(one.hard, other.hard):
            return Bond.CLASH
        whole = bool({flat(one.theme + core) for core in one.cores} & {flat(other.theme + core) for core in other.cores})
        if differ(one.head, other.head) or (one.theme and other.theme and not whole and not _part(one.theme, other.theme)):
            return Bond.NONE
        reprint = set(one.families) & set(other.families) and self.areas.kin(one.home, other.home)
        area = Bond.SAME if reprint else self.near_campaign(one, other)
        if area is not Bond.SAME:
            return area
        if not one.editions or not other.editions:
            return undated(one, other)
        if not _one_edition(one, other):
            return _runs_on(one, other)
        known = (
            frozenset({"theme"} if one.theme and not whole else ()),
            frozenset({"theme"} if other.theme and not whole else ()),
        )
        return Bond.SAME if known[0] == known[1] else Bond.FIRST_VAGUE if known[0] < known[1] else Bond.SECOND_VAGUE

    def near_campaign(self, one: View, other: View) -> Bond:
        """The same area, told by the name or by the article's home; a county's campaign is not its city's."""
        a, b = one.hard.place or one.home, other.hard.place or other.home
        lie = self.areas.lie(a, b)
        if lie is Lie.UNKNOWN and (a or b):
            return Bond.FIRST_VAGUE if not a else Bond.SECOND_VAGUE
        return Bond.SAME if lie is Lie.SAME else Bond.NONE


def _cut(name: str) -> tuple[str, str, str]:
    """Theme, core and kind of head word: 招商引资, 冬季会战, "" and "", 稳岗百日, 行动."""
    quoted = _QUOTED.search(name)
    found = marks(name)
    if quoted is None:
        core = found.core
        if season := _SEASON.match(core):
            return season[1], season[2], ""
        head = _HEAD.search(core)
        if head and head[1] in ("行动", "活动") and len(core) - len(head[0]) > 1:
            return "", core[: head.start()], head[1]
        return "", core, ""
    theme = marks(name[: quoted.start()]).core
    behind = _HEAD.search(flat(name[quoted.end() :]))
    core = marks(quoted[1]).core
    inner = _HEAD.search(core)
    kind = behind[1] if behind else ""
    if inner and inner[1] in ("行动", "活动") and len(core) - len(inner[0]) > 1:
        core, kind = core[: inner.start()], kind or inner[1]
    return theme, core, kind


def _part(one: str, other: str) -> bool:
    return one.endswith(other) or other.endswith(one)


def _season(month: int, winter: bool) -> int:
    """The year an edition began in: of a winter's, the year before until spring."""
    year, number = divmod(month, 12)
    return year - 1 if winter and number < _SPRING else year


def _one_edition(one: View, other: View) -> bool:
    length = max(one.length, other.length)
    if one.dated and other.dated and length == 1 and min(abs(a - b) for a in one.months for b in other.months) > 1:
        return False
    return min(abs(a - b) for a in one.editions for b in other.editions) < length


def _runs_on(one: View, other: View) -> Bond:
    """A hundred days that began late in a year: what is reported early in the next may be the same."""
    hundred = any(_HUNDRED.search(core) for core in set(one.cores) & set(other.cores))
    if not hundred or (one.dated and other.dated) or not one.months or not other.months or one.hard.years or other.hard.years:
        return Bond.NONE
    gap = min(other.months) - max(one.months)
    if abs(gap) > _HUNDRED_MONTHS:
        return Bond.NONE
    return Bond.SECOND_VAGUE if gap > 0 else Bond.FIRST_VAGUE
