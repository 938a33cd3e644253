"""Companies, organisations, projects, campaigns, events, policies, facilities: one entity a thing, short forms to long ones."""

from __future__ import annotations

import re
from collections.abc import Callable

from kg.link._deixis import Deixis
from kg.link._work import Draft, Ref, Work, clean

TYPES = ("Company", "Organization", "Facility", "Project", "Campaign", "Event", "Policy")
_LEGAL = re.compile("(?:集团)?(?:股份|有限责任|有限|控股)*(?:有限公司|有限责任公司|公司|集团|株式会社)$")
_PHASE = re.compile("[（(]?([一二三四五六七八九十]|[0-9IV]+)期(?:工程)?[）)]?|三期工程")
_CLOSING_PHASE = re.compile("[（(][一二三四五六七八九十]期[）)]$")
_MARKS = re.compile("[\\s“”‘’\"'《》〈〉「」『』（）()·、，—－-]+")
_QUOTED = re.compile('[“"「]([^”"」]+)[”"」]')
_PARENT = ".parent"
"""Rules of names that stand in front of another name of their type, which belongs to them: 甲集团|乙煤业, 甲行动|第四轮督查."""
_LETTERS = "省市县区州旗"
_YEAR = re.compile("^20\\d\\d年")
_COMPLETED = frozenset({"Organization", "Facility"})
_FLAT = str.maketrans("", "", "“”‘’\"'《》「」『』 ")


def link_things(work: Work, deixis: Deixis) -> None:
    """Give every mention of these types a key."""
    for type_ in TYPES:
        refs = [r for r in work.of(type_) if r.mention.kind != "anaphor"]
        for ref in refs:
            ref.weak = ref.weak or _weak(work, ref)
        names = _names(work, refs, deixis)
        parents = {names[id(r)] for r in refs if r.mention.rule.endswith(_PARENT)}
        groups = _grouped(type_, names, parents)
        for ref in refs:
            _attach(work, ref, type_, names[id(ref)], groups)
    for ref in work.of(*TYPES):
        if ref.mention.kind == "anaphor":
            ref.key = _last_named(work, ref)


def _weak(work: Work, ref: Ref) -> bool:
    """A name inside the name of a company or organisation names nothing by itself."""
    if ref.mention.kind != "nested" or ref.mention.rule.endswith(_PARENT):
        return False
    span = ref.mention.span
    outer = [r for r in work.pages[ref.page] if r.mention.span.covers(span) and r.mention.span != span and r.mention.kind == "name"]
    if ref.mention.rule in ("facilities.line", "facilities.house") and any(r.mention.type == "Project" for r in outer):
        return True
    return any(r.mention.type in ("Company", "Person") or r.mention.type == ref.mention.type for r in outer)


def _names(work: Work, refs: list[Ref], deixis: Deixis) -> dict[int, str]:
    """id of a reference -> its name; 市红十字会 gets the city's name."""
    names = {}
    for ref in refs:
        name = clean(ref.mention.name)
        if ref.mention.type in _COMPLETED and name[:1] in tuple(_LETTERS) and len(name) > 3:
            division = work.division(deixis.resolve(ref.page, ref.mention.span.start, name[0]))
            name = division.name + name[1:] if division else name
        names[id(ref)] = name
    return names


def _grouped(type_: str, names: dict[int, str], parents: set[str]) -> dict[str, str]:
    """Each name -> the fullest name of the same thing; ``parents`` are no short forms of the longer names they begin."""
    plain = {name: _plain(name) for name in names.values()}
    counted = sorted(plain, key=lambda name: (-len(plain[name]), name))
    same: dict[str, str] = {}
    heads: list[str] = []
    fits: Callable[[str, str], bool] = _SHORT.get(type_, _subsequence)
    for name in counted:
        equal = [head for head in heads if plain[head] == plain[name]]
        longer = equal or [head for head in heads if fits(plain[name], plain[head]) and _agree(name, head)]
        if equal or (len(longer) == 1 and name not in parents):
            same[name] = same[longer[0]]
        else:
            heads.append(name)
            same[name] = name
    return same


def _plain(name: str) -> str:
    return name.translate(_FLAT)


def _agree(short: str, long: str) -> bool:
    """False where phases, years or quoted cores of two names differ."""
    a, b = _PHASE.search(short), _PHASE.search(long)
    if a and (not b or a[1] != b[1]):
        return False
    years = _YEAR.match(short), _YEAR.match(long)
    if years[0] and years[1] and years[0].group() != years[1].group():
        return False
    cores = _QUOTED.search(short), _QUOTED.search(long)
    return not (cores[0] and cores[1] and cores[0][1] not in long)


def _company(short: str, long: str) -> bool:
    """甲乙 for 某市甲乙农业开发有限公司: a stretch of the name before its legal form, of two characters or more."""
    core = _LEGAL.sub("", long)
    stem = _LEGAL.sub("", short)
    if len(stem) < 2 or stem == core:
        return len(stem) > 1
    if "集团" in short and "集团" not in long and not core.endswith(stem):
        return False  # 甲集团 is no short form of its daughter 甲乙化学有限公司
    return stem in core and (short == stem or long.endswith(short[len(stem) :]) or "集团" in short) and not _branch(short, long)


def _branch(short: str, long: str) -> bool:
    return bool(re.search("分行|支行|分公司|车间|电厂|煤矿", long)) and not re.search("分行|支行|分公司|车间|电厂|煤矿", short)


def _subsequence(short: str, long: str) -> bool:
    """True if the characters of ``short`` stand in ``long`` in the same order, and both end alike."""
    if len(short) < 4 or (short[-1] != long[-1] and short[-1] != _stem(long)[-1:]):
        return False
    at = -1
    for char in short:
        at = long.find(char, at + 1)
        if at < 0:
            return False
    return len(short) > 5 or short in long


def _stem(name: str) -> str:
    return _CLOSING_PHASE.sub("", name) if name.endswith(("期）", "期)")) else name


def _campaign(short: str, long: str) -> bool:
    """A campaign's short form: part of the long one that keeps its core."""
    return len(short) >= 4 and (short in long or _subsequence(short, long))


def _contained(short: str, long: str) -> bool:
    return len(short) > 2 and long.endswith(short) and len(long) - len(short) < 12


_SHORT: dict[str, Callable[[str, str], bool]] = {
    "Company": _company,
    "Campaign": _campaign,
    "Organization": _contained,
    "Facility": _contained,
    "Policy": _contained,
}


def _attach(work: Work, ref: Ref, type_: str, name: str, groups: dict[str, str]) -> None:
    whole = groups[name]
    ref.key = f"{type_.lower()}/{_key(work, ref, type_, whole)}"
    if ref.weak:
        return
    draft: Draft = work.draft(ref.key, type_, whole)
    draft.add(name, clean(work.text(ref)))
    if name == whole:
        draft.name = _better(draft.name, whole)


def _better(one: str, other: str) -> str:
    return max(one, other, key=lambda n: (len(_plain(n)), len(n)))


def _key(work: Work, ref: Ref, type_: str, name: str) -> str:
    if type_ != "Campaign":
        return name
    year = _YEAR.match(name)
    home = work.homes[ref.page].removeprefix("division/")
    when = year.group()[:4] if year else work.documents[ref.page].article.published[:4]
    return "/".join(part for part in (home, when, name) if part)


def _last_named(work: Work, ref: Ref) -> str:
    """该公司, 该项目: the last one of the type named before, in this article; not a name inside another's of its kind."""
    before = [
        r for r in work.of(ref.mention.type, page=ref.page)
        if r.key in work.drafts and r.mention.kind in ("name", "nested") and r.mention.span.start < ref.mention.span.start
    ]  # fmt: skip
    near = [(r, r.mention.span) for r in before[-4:]]
    outer = [r for r, span in near if not any(other != span and other.covers(span) for _, other in near)]
    return outer[-1].key if outer else ""
