"""Events: an edition is told by its ordinal, its year or its date."""

from __future__ import annotations

import re

from kg.merge._cluster import Bond
from kg.merge._names import flat
from kg.merge._seen import Seen
from kg.merge._things import Things
from kg.merge._view import View, months, undated

_YEARLY = re.compile("(?:节|赛|展|博览会|洽谈会|交易会|展销会|展览会|论坛|年会|大会|峰会|运动会|文化周|艺术周|旅游季|大集|庙会|灯会|马拉松|周|月)$")
_STATE = re.compile("^(?:党的|中共|全国|中国|世界|国际|联合国)|二十大|十九大|十八大|中央.*会议|进博会|广交会|服贸会|消博会|亚布力论坛|博鳌")
_SESSIONS = {
    "人民代表大会": "人大",
    "人代会": "人大会议",
    "代表大会": "党代会",
    "全体会议": "全会",
    "全体（扩大）会议": "全会",
    "旅发大会": "旅游发展大会",
}


class Events(Things):
    """The rule for events."""

    def bare(self, form: str, seen: Seen) -> str:
        rest = re.sub("^(?:中国共产党|中共)", "", flat(form))
        for long, short in _SESSIONS.items():
            rest = rest.replace(long, short)
        return rest

    def national(self, core: str) -> bool:
        return bool(_STATE.search(core))

    def placed(self, name: str, home: str) -> tuple[str, str]:
        """中国 before a place is no more than praise (中国依兰五国城文化节)."""
        local = self.areas.placed(name.removeprefix("中国"), home)
        return local if local.place else self.areas.placed(name, home)

    def view(self, seen: Seen) -> View:
        base = super().view(seen)
        when = months(seen.starts or ((seen.when,) if seen.when else ()))
        years = {int(year) for year in base.hard.years} or {month // 12 for month in when}
        return base._replace(editions=tuple(sorted(years)), months=when, dated=bool(seen.starts))

    def told(self, one: View, other: View) -> Bond:
        """An ordinal, or a year in the name, tells the edition; else the date must be near."""
        if one.hard.ordinal and other.hard.ordinal:
            return Bond.SAME
        if not one.months or not other.months:
            return undated(one, other)
        if any(_YEARLY.search(core) for core in set(one.cores) & set(other.cores)) or (one.hard.years and other.hard.years):
            if not set(one.editions) & set(other.editions):
                return Bond.NONE
        elif min(abs(a - b) for a in one.months for b in other.months) > 1 and not self.kin(one, other):
            return Bond.NONE
        return super().told(one, other)

    def kin(self, one: View, other: View) -> bool:
        """True for reprints of one another and for what is one for the whole country."""
        return bool(set(one.families) & set(other.families)) or (one.national and other.national)
