"""Division mentions to keys: what the recogniser proposed, the gazetteer, or a village below the place it is named with."""

from __future__ import annotations

from kg.gazetteer import Division
from kg.link._work import Ref, Work

_SILENT = frozenset({"Person"})
_FULL = (*"省市县区州旗盟镇乡村", "地区", "街道", "社区", "苏木", "嘎查")


def link_divisions(work: Work) -> None:
    """Give every division mention that names its place a key; anaphora are left for later."""
    outers = _outers(work)
    villages: dict[str, str] = {}
    open_: list[Ref] = []
    for ref in work.of("Division"):
        if ref.mention.kind == "anaphor":
            continue
        outer = outers.get(id(ref))
        ref.weak = outer is not None and not _speaks(work, ref, outer)
        ref.key = ref.mention.entity or _known(work, ref)
        if not ref.key:
            open_.append(ref)
    for ref in open_:
        parent, sure = _parent(work, ref)
        name = ref.mention.name
        if sure or name not in villages:
            villages[name] = f"division/{parent}/{name}" if parent else f"division/{name}"
    for ref in open_:
        ref.key = villages[ref.mention.name]
    for ref in work.of("Division"):
        if ref.key and not ref.weak:
            _draft(work, ref)


def _speaks(work: Work, ref: Ref, outer: Ref) -> bool:
    """True if a division inside another name is meant as a place: as that of an organ, or by its full name at the front."""
    if outer.mention.type == "PublicBody":
        return True
    front = work.documents[ref.page].text[outer.mention.span.start : ref.mention.span.start]
    return outer.mention.type not in _SILENT and len(front) < 8 and work.text(ref).endswith(_FULL)


def abroad(work: Work) -> None:
    """A company or organisation whose name begins with a province or city away from all homes speaks for that place too."""
    chains = {key for home in work.homes for key in work.chain(home)}
    outers = _outers(work)
    for ref in work.of("Division"):
        outer = outers.get(id(ref))
        if not ref.weak or outer is None or outer.mention.type != "Company" or not ref.key:
            continue
        division = work.division(ref.key)
        if division is None or division.level not in ("country", "province", "prefecture") or not chains:
            continue
        if chains & set(work.chain(ref.key)):
            continue
        if outer.mention.span.start == ref.mention.span.start:
            ref.weak = False
            _draft(work, ref)


def settle_towns(work: Work) -> None:
    """Give towns that several counties have the one of the article's home, now that it is known."""
    for ref in work.of("Division"):
        if ref.mention.rule != "divisions.town" or not ref.key:
            continue
        home = work.homes[ref.page].removeprefix("division/")
        county = next((key.removeprefix("division/") for key in work.chain(work.homes[ref.page]) if key in work.drafts), home)
        town = work.places.within(ref.mention.name, home) or work.places.within(ref.mention.name, county)
        if town is None:
            continue
        old, ref.key = ref.key, f"division/{town.code}"
        if not ref.weak:
            _draft(work, ref)
        if old != ref.key and not any(r.key == old for r in work.refs):
            work.drafts.pop(old, None)


def _known(work: Work, ref: Ref) -> str:
    found = work.places.candidates(ref.mention.name)
    if not found or (found[0].level == "township" and len(found) > 1):
        return ""
    return f"division/{found[0].code}"


def _draft(work: Work, ref: Ref) -> None:
    division = work.division(ref.key)
    draft = work.draft(ref.key, "Division", ref.mention.name)
    if division is not None:
        draft.codes = (division.code,) if division.code.isdigit() else ()
        draft.area = f"division/{division.parent}" if division.parent else ""
        draft.add(*(form for form in division.forms if form not in division.former))
        if draft.name in division.former and ref.mention.name == division.name:
            draft.name = division.name
    elif "/" in ref.key.removeprefix("division/"):
        draft.area = ref.key.rsplit("/", 1)[0]
    words = work.text(ref)
    draft.add(words if len(words) > 1 else "")


def _parent(work: Work, ref: Ref) -> tuple[str, bool]:
    """Code of the division that a village lies in, and whether it is named right before it."""
    before = [r for r in work.of("Division", page=ref.page) if r.mention.span.end <= ref.mention.span.start and r.mention.entity]
    if before and before[-1].mention.span.end == ref.mention.span.start:
        return before[-1].mention.entity.removeprefix("division/"), True
    for other in reversed(before):
        division = work.division(other.mention.entity)
        if division and division.level in ("township", "county") and other.mention.kind == "name":
            return division.code, False
    return _first_county(work), False


def _first_county(work: Work) -> str:
    named: list[Division] = [d for r in work.of("Division") if (d := work.division(r.mention.entity)) and d.code.isdigit()]
    levels = ("county", "prefecture", "province")
    return next((d.code for level in levels for d in named if d.level == level), "")


def _outers(work: Work) -> dict[int, Ref]:
    """id of a reference -> the longest name that it stands inside."""
    found: dict[int, Ref] = {}
    outer: Ref | None = None
    for ref in work.refs:
        span = ref.mention.span
        if ref.mention.kind in ("implied", "anaphor"):
            continue
        if outer is not None and outer.page == ref.page and outer.mention.span.covers(span) and outer.mention.span != span:
            found[id(ref)] = outer
        else:
            outer = ref
    return found
