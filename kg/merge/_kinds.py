"""Facilities, documents and projects: how each differs from the rule for things."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable

from kg.merge._areas import Lie
from kg.merge._cluster import Bond
from kg.merge._names import flat, roads
from kg.merge._seen import Seen
from kg.merge._things import CLEAR, LEAST, Things
from kg.merge._view import Hard, View

_WORKS = re.compile("(?:新建|建设)?(?:项目|工程)?(?:建设)?$")
_LINE = re.compile("高速公路$|高速$|高铁$|铁路$|客专$|客运专线$|^国道\\d+$|航道$|运河$")
_WATERS = re.compile("[^市县区镇乡村公人民东西南北大小]{2,}(?:江|河|湖|山|岛|水库|机场|自然保护区)$")
_LAW = re.compile("法$|法典$|条例$|宪法")
_PAPER = re.compile("(?:关于|若干|实施|工作|行动|总体|专项|政策|的)*(?:措施|方案|意见|规划|计划|办法|通知|清单|决定|报告|细则|标准|目录|规定)$")
_WRAPPING = re.compile("^中华人民共和国|\\(试行\\)|\\(暂行\\)|^关于(?:印发|下发|公布)(?=.*的通知$)|(?<=[案法见划施则单])的通知$")
_CUT = 8
"""Code points that a project's short name may leave out."""


class Facilities(Things):
    """Lines and waters are known beyond one city."""

    def bare(self, form: str, seen: Seen) -> str:
        return roads(flat(form))

    def national(self, core: str) -> bool:
        return bool(_LINE.search(core))

    def wide(self, one: View, other: View, lie: Lie) -> bool:
        return any(_WATERS.search(core) or core.startswith("省道") for core in set(one.cores) & set(other.cores))


class Policies(Things):
    """National laws are the same everywhere; what a county issues is its own."""

    def bare(self, form: str, seen: Seen) -> str:
        return _WRAPPING.sub("", flat(form))

    def empty(self, core: str) -> bool:
        return bool(_PAPER.fullmatch(core))

    def national(self, core: str) -> bool:
        return bool(_LAW.search(core)) or core.startswith(("国务院", "中共中央", "全国", "国家", "中国"))


class Projects(Things):
    """A project is its core, its builder, its phase and its capacity."""

    place_is_part = False

    def bare(self, form: str, seen: Seen) -> str:
        whole = roads(flat(form))
        rest = whole.replace(flat(seen.owner), "", 1) if seen.owner else whole
        return rest if len(_WORKS.sub("", rest)) > 1 else whole

    def core(self, rest: str) -> str:
        return _WORKS.sub("", rest).removesuffix("的")

    def telling(self, place: str) -> bool:
        return False

    def cut(self, seen: Seen) -> tuple[str, tuple[str, ...], Hard]:
        place, cores, hard = super().cut(seen)
        return place or self.areas.placed(flat(seen.owner), seen.home).place, cores, hard

    def national(self, core: str) -> bool:
        return False

    def owners(self, seen: Seen) -> frozenset[str]:
        return self.final.of(pair for pair in seen.partners if pair[0].startswith("company/"))

    def blocks(self, view: View) -> Iterable[Hashable]:
        yield from view.cores
        for core in view.cores:
            if len(core) >= LEAST:
                for area in self.fine(view):
                    yield area, core[-2:]

    def compare(self, one: View, other: View) -> Bond:
        if set(one.cores) & set(other.cores):
            return super().compare(one, other)
        shorter = [(a, b) if len(a) < len(b) else (b, a) for a in one.cores for b in other.cores]
        if not any(_shortened(short, long) for short, long in shorter) or self.clash(one.hard, other.hard):
            return Bond.NONE
        if self.near(one, other) is not Bond.SAME:
            return Bond.NONE
        return Bond.FIRST_VAGUE if len(one.cores[0]) < len(other.cores[0]) else Bond.SECOND_VAGUE


def _shortened(short: str, long: str) -> bool:
    """True if the characters of ``short`` stand in ``long`` in their order and both end alike."""
    if len(short) < CLEAR or short[-2:] != long[-2:] or len(long) - len(short) > _CUT:
        return False
    rest = iter(long)
    return all(char in rest for char in short)
