"""Where the name of an organ begins: a place, a pointing word (市, 自治区) or the organ it is part of."""

from __future__ import annotations

import re

from kg.model import Mention
from kg.nlp._protocol import Context
from kg.nlp.find._organs import OrganHit
from kg.ontology import Ontology

DEICTIC = frozenset("省市县区州旗盟镇乡村")
HEADED = frozenset({"组织部", "宣传部", "统战部", "政法委", "社会工作部", "统一战线工作部"})
"""Departments of a party committee that stand alone before their head's post in a row of posts."""
POST = re.compile(
    "(?:原|前|时任)?(?:常务)?副?(?:党组|党委|党支部|机关)?(?:第一)?(?:副?书记|副?主任|副?局长|副?主席|副?秘书长|副?院长|副?检察长|副?厅长|"
    "副?处长|副?科长|副?部长|副?关长|副?站长|副?队长|副?所长|副?政委|政治委员|常委|委员|党组|党委|负责人|代表|党员|成员|调研员|干部|机关|"
    "工作人员|相关负责人|有关负责人|主要负责人|[一二三四]级)"
)

_LONG = (
    "自治区", "自治州", "自治县", "街道", "地区", "兵团", "师市", "开发区", "经开区", "高新区", "示范区", "园区", "管理区", "新区", "社区",
)  # fmt: skip
_OVERLAP = {"村": 1, "街": 2}
"""柳洞村|委会, 城关街道|办事处: how far an organ's form reaches into its place."""
_UNIT = re.compile("(?:分局|[支大总]队|派出所|缉私分局)$")
_SHORT_BARE = frozenset({"纪委", "监委", "政协", "法院", "人武部"})
_PAIRED = re.compile("[、和及](?:管委会|工委|党工委)")
_DEPARTMENT_HEAD = re.compile("部长|书记|副部长|副书记|常务副")
_CORPS = re.compile("第?[一二三四五六七八九十]{1,3}师$")
_STATE_TAX = "国家税务总局"
_WIDE = frozenset({"办公室", "办公厅", "组织部", "研究室"})


def _pairs(ontology: Ontology) -> frozenset[str]:
    """Words that end in 市, 区 … and point at nothing (城市, 园区, 各县)."""
    return frozenset(row["word"] for row in ontology.table("left_stops") if row["kind"] == "deictic")


class Ground:
    """The places of one article and what can stand before an organ there."""

    def __init__(self, text: str, context: Context) -> None:
        self.text = text
        self.pairs = context.once("deictic words", _pairs)
        named = context.of("Division", "Zone")
        self.places = {m.span.end: m for m in sorted(named, key=lambda m: -m.span.start)}
        self.borders = {end: m.span.start for end, m in self.places.items()}
        self.inner = {at for m in named for at in range(m.span.start, m.span.end - 1)}
        self.chained: dict[int, int] = {}
        """End of an organ found -> where it begins."""

    def start(self, hit: OrganHit) -> tuple[int, str]:
        """Where the body that ends in this organ begins, and the rule; an empty rule if it is none."""
        kind, at = hit.organ.kind, hit.start
        if kind == "cityhall":
            return at, "deictic" if at in self.chained else ""
        if at in self.chained and (kind == "sub" or _UNIT.search(hit.organ.words)):
            return self.chained[at], "sub"
        if kind in ("state", "statehead"):
            return at, "state" if kind == "state" and self._lone(at) else ""
        place = self.places.get(at + _OVERLAP.get(hit.organ.words[:1], 0)) if kind in ("village", "office") else None
        place = place or self.places.get(at)
        if place is not None and _fits(kind, place):
            return self._widened(place.span.start), "place"
        begin = self._pointing(kind, at)
        if begin is None or kind == "school":
            return at, self._bare(hit)
        return (begin, "deictic") if begin != at - 1 or kind != "sub" or hit.organ.words not in _WIDE else (at, "")

    def pointing(self, at: int) -> int | None:
        """Where a pointing word that ends at ``at`` begins; a place right before it belongs to the name (黑河市市政府)."""
        text, last = self.text, at - 1
        if at == 0:
            return None
        for words in _LONG:
            if text.endswith(words, 0, at):
                begin = at - len(words)
                return self.borders.get(begin, begin)
        if text[last] == "地" and text.startswith("委", at):
            return self.borders.get(last, last)
        if text[last] not in DEICTIC or last in self.inner:
            return None
        if last in self.borders:
            return self.borders[last]
        return None if text[max(0, last - 1) : at] in self.pairs else last

    def _pointing(self, kind: str, at: int) -> int | None:
        begin = self.pointing(at)
        if begin is not None and begin == at - 1 and begin and kind in ("zonebase", "zoneparty"):
            before = self.text[begin - 1]
            return None if "一" <= before <= "龥" and before not in "和与及" else begin
        return begin

    def _widened(self, at: int) -> int:
        """第一师|阿拉尔市党委, 国家税务总局|甲市乙区税务局."""
        if corps := _CORPS.search(self.text, max(0, at - 6), at):
            return corps.start()
        first = at
        while first in self.borders:
            first = self.borders[first]
        return first - len(_STATE_TAX) if self.text.endswith(_STATE_TAX, 0, first) else at

    def _lone(self, at: int) -> bool:
        before = self.text[at - 1 : at]
        return not before or not "一" <= before <= "龥" or before in "和与及向由从在到对经的是或报获请"

    def _bare(self, hit: OrganHit) -> str:
        """The rule for an organ without any place: only where a post follows and no other word runs into it."""
        kind, words, text = hit.organ.kind, hit.organ.words, self.text
        before = text[hit.start - 1 : hit.start] if hit.start else ""
        if kind == "village":
            return "deictic" if words.startswith("村") and before not in ("各", "个") else ""
        if words in HEADED:
            return "department" if before in ("、", "，", "（", "：", "兼") and _DEPARTMENT_HEAD.match(text, hit.end) else ""
        if kind in ("sub", "branch", "office", "party", "school") or words in ("政府", "人民政府", "供销社"):
            return ""
        if before and "一" <= before <= "龥" and before not in "和与及任由兼派的原":
            return ""
        held = POST.match(text, hit.end) is not None
        if kind in ("zonebase", "zoneparty"):
            return "bare" if held or _PAIRED.match(text, hit.end) or before in ("、", "和") else ""
        listed = before in tuple("、和与及") and hit.start - 1 in self.chained
        return "bare" if (len(words) > 2 or words in _SHORT_BARE) and (held or listed) else ""


def _fits(kind: str, place: Mention) -> bool:
    if kind == "party":
        return place.type == "Division" and place.rule != "divisions.short"
    if kind in ("zonebase", "zoneparty"):
        return place.type == "Zone" or place.name[-1] in "区道市县"
    return kind not in ("sub", "cityhall") or place.type == "Division"
