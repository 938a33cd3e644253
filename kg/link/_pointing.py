"""我市, 全县, 该区: the division or zone that a pointing word means, if the file names it; teams get their keys here too."""

from __future__ import annotations

import re

from kg.link._deixis import Deixis
from kg.link._work import Ref, Work, clean
from kg.link._zones import pointed

_WORD = re.compile("(自治区|自治州|自治县|地区|街道|社区|[省市县区州旗盟镇乡村])")
_LETTER = {"地区": "地", "街道": "街", "社区": "村", "自治州": "州", "自治县": "县"}


def link_pointing(work: Work, deixis: Deixis) -> None:
    """Link anaphora of divisions; the home that only they speak of becomes an entity."""
    for ref in work.of("Division"):
        if ref.mention.kind != "anaphor":
            continue
        ref.key = _meant(work, ref, deixis)
        if ref.key and ref.key == work.homes[ref.page] and ref.key not in work.drafts and (division := work.division(ref.key)):
            made = work.draft(ref.key, "Division", division.name, f"division/{division.parent}")
            made.add(division.short, *division.aliases)
            made.codes = (division.code,) if division.code.isdigit() else ()
    for ref in work.of("PublicBody"):
        if ref.mention.rule.startswith("teams."):
            _team(work, ref, deixis)


def _meant(work: Work, ref: Ref, deixis: Deixis) -> str:
    words = work.text(ref)
    at = ref.mention.span.start
    found = _WORD.search(words)
    if found is None:
        return ""
    letter = _LETTER.get(found[1], found[1])
    if letter == "区" and (zone := _zone(work, ref, deixis)):
        return zone
    key = deixis.resolve(ref.page, at, letter)
    if words.startswith("该") or not key:
        named = [n for n in deixis.named[ref.page] if n.start < at and n.letter == letter]
        key = named[-1].key if named else key
    if not key and letter == "区":
        key = deixis.resolve(ref.page, at, "自治区")
    return key


def _zone(work: Work, ref: Ref, deixis: Deixis) -> str:
    """The zone that 该区, 全区 mean where one was named later than any district."""
    at = ref.mention.span.start
    zone = pointed(work, ref.page, at, "该区")
    if not zone:
        return ""
    zones = [r.mention.span.start for r in work.of("Zone", page=ref.page) if r.key == zone and r.mention.span.start < at]
    districts = [n.start for n in deixis.named[ref.page] if n.letter == "区" and n.start < at]
    home = work.division(work.homes[ref.page])
    if home is not None and home.name.endswith("区") and home.level == "county" and not work.text(ref).startswith("该"):
        return ""
    return zone if zones and (not districts or zones[-1] > districts[-1]) else ""


def _team(work: Work, ref: Ref, deixis: Deixis) -> None:
    """A named team or headquarters: an entity by its own name, of the article's home; 县…领导小组 gets the county's name."""
    name = clean(ref.mention.name)
    if name[0] in "省市县区州旗" and (division := work.division(deixis.resolve(ref.page, ref.mention.span.start, name[0]))):
        name = division.name + name[1:]
    ref.key = f"publicbody/{name}"
    work.draft(ref.key, "PublicBody", name, work.homes[ref.page]).add(name)
