"""Zones: short and long forms of one zone (经开区, 经济技术开发区), and 园区, 开发区 alone."""

from __future__ import annotations

import re
from itertools import pairwise

from kg.link._deixis import Deixis
from kg.link._work import Ref, Work, clean

_CLASSES = (
    ("经开", re.compile("(?:国家级)?(?:经济技术开发区|经济开发区|经开区)$")),
    ("高新", re.compile("(?:高新技术产业开发区|高新技术开发区|高新技术产业园区|高新区)$")),
    ("综保", re.compile("(?:综合保税港?区|综保区)$")),
    ("自贸", re.compile("(?:自由贸易试验区|自贸试验区|自贸片区|自贸区)$")),
    ("开发", re.compile("开发区$")),
    ("互贸", re.compile("(?:互市贸易区|互贸区)$")),
    ("工业园", re.compile("工业园区?$")),
    ("产业园", re.compile("产业园区?$")),
    ("园", re.compile("园区?$")),
)
_LETTERS = "省市县区州旗"
_PILOT = re.compile("^(?:中国[（(][一-龥]+[）)])?([一-龥]*?)(?:自由贸易试验区|自贸试验区)([一-龥]{2,6})片区$")
_HEAD_ONLY = re.compile("^(?:建设|改造|扩建|改扩建|提升|一期|二期|三期)*(?:项目|工程)")
_MODE = re.compile("(?:公路|铁路|航空|水运|空港)口岸$")
_ANY = ("园区",)


def kind(words: str) -> str:
    """The class of a zone by its last words; other zones are their own class."""
    return next((name for name, pattern in _CLASSES if pattern.search(words)), words[-2:])


def link_zones(work: Work, deixis: Deixis) -> None:
    """Give zone mentions their keys."""
    outers = {(r.page, r.mention.span.start): r for r in work.refs if r.mention.type in ("Project", "Company", "Organization")}
    for ref in work.of("Zone"):
        if ref.mention.kind != "anaphor":
            ref.weak = _only_inside(work, ref, outers)
            ref.key, area, name = _identity(work, ref, deixis)
            if not ref.weak:
                draft = work.draft(ref.key, "Zone", name, area)
                draft.add(name)
                draft.name = max(draft.name, name, key=len)
    _merge_general(work)
    _merge_placed(work)
    _merge_bracketed(work)
    for ref in work.of("Zone"):
        if ref.mention.kind == "anaphor":
            ref.key = pointed(work, ref.page, ref.mention.span.start, work.text(ref))


def _only_inside(work: Work, ref: Ref, outers: dict[tuple[int, int], Ref]) -> bool:
    """True for a zone that is no more than the first words of a company's name or a project's own name."""
    if ref.mention.kind != "nested":
        return False
    span = ref.mention.span
    outer = outers.get((ref.page, span.start))
    if outer is None:
        return any(o.page == ref.page and o.mention.span.covers(span) for o in outers.values())
    rest = work.documents[ref.page].text[span.end : outer.mention.span.end]
    return outer.mention.type != "Project" or len(rest) < 6 or _HEAD_ONLY.match(rest) is not None


def _identity(work: Work, ref: Ref, deixis: Deixis) -> tuple[str, str, str]:
    """Key, area and name of a zone that is named."""
    name = clean(ref.mention.name)
    start = ref.mention.span.start
    if pilot := _PILOT.match(name):
        name_key = f"{pilot[2]}自贸"
        area = next((f"division/{d.code}" for d in work.places.candidates(pilot[2]) if d.level in ("prefecture", "county")), "")
        return f"zone/{name_key}", area, name
    place, cut = _place(work, ref)
    if not place and name[0] in _LETTERS and (key := deixis.resolve(ref.page, start, name[0])):
        division = work.division(key)
        place, cut = key, 1
        name = (division.name if division else "") + name[1:]
    division = work.division(place)
    stem = clean(ref.mention.name)[cut:]
    group = kind(stem)
    base = next((pattern.sub("", stem) for label, pattern in _CLASSES if label == group), stem)
    label = group if base != stem else stem
    full = division.name if division else ""
    if group == "自贸" and division:
        full = division.short or division.name
    area = place or work.homes[ref.page]
    return f"zone/{full}{base if base != stem else ''}{label}", area, name


def _place(work: Work, ref: Ref) -> tuple[str, int]:
    """Key of the last of the divisions that a zone's name begins with, and how many characters they take."""
    at, key = ref.mention.span.start, ""
    inner = {r.mention.span.start: r for r in work.of("Division", page=ref.page) if ref.mention.span.covers(r.mention.span)}
    while at in inner and inner[at].key:
        key, at = inner[at].key, inner[at].mention.span.end
    return key, at - ref.mention.span.start


def _merge_general(work: Work) -> None:
    """甲开发区 is 甲经济技术开发区 where 甲 has no other."""
    for key in [k for k, d in work.drafts.items() if d.type == "Zone" and k.endswith("开发")]:
        stem = key.removesuffix("开发")
        longer = [k for k in work.drafts if k in (f"{stem}经开", f"{stem}高新")]
        if len(longer) == 1:
            move(work, key, longer[0])


def _merge_placed(work: Work) -> None:
    """乙口岸 is 甲市乙口岸 where the file has both."""
    zones = {k: d for k, d in work.drafts.items() if d.type == "Zone"}
    for key, draft in zones.items():
        longer = [
            k for k, d in zones.items()
            if k != key and d.name.endswith(draft.name) and work.places.candidates(d.name.removesuffix(draft.name)) and len(draft.name) > 4
        ]  # fmt: skip
        if len(longer) == 1 and key in work.drafts and longer[0] in work.drafts:
            move(work, key, longer[0])


def _merge_bracketed(work: Work) -> None:
    """甲（乙）where both are zones: one zone with two names."""
    refs = [r for r in work.of("Zone") if r.key and r.mention.kind != "anaphor"]
    for left, right in pairwise(refs):
        text = work.documents[left.page].text
        same = left.page == right.page and right.mention.span.start == left.mention.span.end + 1
        if same and text[left.mention.span.end] in "（(" and text[right.mention.span.end : right.mention.span.end + 1] in ("）", ")"):
            whole = f"{work.text(left)}（{work.text(right)}）"
            if left.key != right.key:
                move(work, right.key, left.key)
            if left.key in work.drafts:
                work.drafts[left.key].add(whole)
                work.drafts[left.key].name = max(work.drafts[left.key].name, whole, key=len)


def move(work: Work, old: str, new: str) -> None:
    for ref in work.refs:
        if ref.key == old:
            ref.key = new
    if old in work.drafts:
        gone = work.drafts.pop(old)
        target = work.draft(new, gone.type, gone.name, gone.area)
        target.add(gone.name, *gone.forms)
        target.name = max(target.name, gone.name, key=len)


def pointed(work: Work, page: int, at: int, words: str) -> str:
    """Key of the zone that 园区, 开发区, 公路口岸 … stand for at a place; empty if there is none of the kind."""
    if words.endswith("口岸"):
        return _port(work, page, at, words)
    refs = [r for r in work.of("Zone") if r.key in work.drafts and r.mention.kind != "anaphor" and _can_be(work, r.key, words)]
    before = [r.key for r in refs if r.page == page and r.mention.span.start < at]
    if before:
        return before[-1]
    keys = {r.key for r in refs if r.page == page} or {r.key for r in refs}
    return keys.pop() if len(keys) == 1 else ""


def _can_be(work: Work, key: str, words: str) -> bool:
    if words in _ANY:
        return not key.endswith("口岸")
    forms = [work.drafts[key].name, *work.drafts[key].forms]
    if words in ("该区", "全区"):
        return any(form.endswith("区") for form in forms)
    group = kind(words)
    return any(
        form.endswith(words) or (group in key[-4:] and group in ("经开", "高新", "综保", "自贸")) or (group == "开发" and "开发区" in form) for form in forms
    )


def _port(work: Work, page: int, at: int, words: str) -> str:
    """公路口岸 of the port that the article is about: 甲公路口岸 where 甲口岸 or 甲 is its place."""
    ports = [d for k, d in work.drafts.items() if d.type == "Zone" and k.endswith("口岸")]
    if words == "口岸":
        plain = sorted({d.key for d in ports})
        return plain[0] if len(plain) == 1 else ""
    same = [d.key for d in ports if d.name.endswith(words)]
    if same:
        return same[0] if len(same) == 1 else ""
    whole = [d for d in ports if not _MODE.search(d.name)]
    if len(whole) != 1 or len(words) != 4:
        return ""
    name = whole[0].name.removesuffix("口岸") + words
    draft = work.draft(f"zone/{name}", "Zone", name, whole[0].area)
    return draft.key
