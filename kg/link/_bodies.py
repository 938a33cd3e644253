"""Public bodies: the place and the organ of each mention, completed from the context, as one entity an organ."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from dataclasses import dataclass

from kg.link._deixis import Deixis
from kg.link._organs import organs
from kg.link._work import Draft, Ref, Work, clean
from kg.link._zones import move, pointed

_LONG = ("自治区", "自治州", "自治县", "街道", "地区", "师市", "社区")
_ZONE = re.compile(
    "^(?:经济技术开发区|经济开发区|开发区|经开区|高新区|综保区|综合保税区|园区|示范区|新区|管理区|工业园|产业园|合作区|自贸片区|自贸区|保税区)(?=.)"
)
_LETTERS = "省市县区州旗盟镇乡村"
_CORPS = re.compile("第?[一二三四五六七八九十]{1,3}师")
_STEM_HEADS = ("街道办事处", "出入境边防检查站", "边防检查站", "边检站", "边境派出所", "派出所", "海关", "海事处", "管委会")
_NEAR = 14
_POSTS = 45
"""How far behind a post the name may stand: 市长、某某区党工委书记张三."""
_MASK = re.compile("[*＊某×■]")
_ZONE_ORGANS = frozenset({"工委", "管委会"})


@dataclass(frozen=True, slots=True)
class Parsed:
    """Place key ("" if none), organ without place, and whether the mention itself names the place."""

    place: str
    organ: str
    named: bool


class BodyLinker:
    """Links the public bodies of one file."""

    def __init__(self, work: Work, deixis: Deixis) -> None:
        self.work, self.deixis = work, deixis
        self.organs = organs(work.ontology.folder)
        self.inner: dict[tuple[int, int], Ref] = {}
        self.ending: dict[tuple[int, int], Ref] = {}
        for ref in work.of("Division", "Zone"):
            if ref.key and ref.mention.kind != "anaphor":
                spot = (ref.page, ref.mention.span.start)
                if spot not in self.inner or len(self.inner[spot].mention.span) < len(ref.mention.span):
                    self.inner[spot] = ref
                self.ending[(ref.page, ref.mention.span.end)] = ref
        self.linked: list[Ref] = []
        self.placed: dict[int, list[Ref]] = {}
        """The linked bodies of each article, by start."""
        self.by_organ: dict[str, set[str]] = {}
        people = [r for r in work.of("Person") if r.mention.kind != "anaphor"]
        self.persons = {(r.page, r.mention.span.start) for r in people}
        self.person_ends = {(r.page, r.mention.span.end) for r in people}

    def run(self) -> None:
        """Link every mention of a public body; what cannot be placed keeps an empty key."""
        later: list[Ref] = []
        for ref in self.work.of("PublicBody"):
            if ref.mention.rule.startswith("teams."):
                continue
            if not self._link(ref):
                later.append(ref)
        for ref in later:
            self._link(ref, last=True)
        self._merge_stems()

    def _merge_stems(self) -> None:
        """圈河边检站 is 珲春圈河出入境边防检查站 where the file has both."""
        drafts = self.work.drafts
        stems = sorted({r.key for r in self.linked if r.mention.rule == "bodies.stem"})
        for key in stems:
            name = drafts[key].name
            head = next((h for h in _STEM_HEADS if name.endswith(h)), "")
            whole = name.removesuffix(head) + self.organs.canonical(head)
            same = [k for k, d in sorted(drafts.items()) if d.type == "PublicBody" and k != key and d.name.endswith(whole)]
            if len(same) == 1:
                move(self.work, key, same[0])

    def _link(self, ref: Ref, last: bool = False) -> bool:
        if ref.mention.rule == "bodies.stem":
            name = clean(ref.mention.name)
            area = self._last_zone(ref) if name.endswith("管委会") else ""
            area = area if area and name.startswith(self.work.drafts[area].name) else self.work.homes[ref.page]
            ref.key = f"publicbody/{name}"
            self.work.draft(ref.key, "PublicBody", name, area).add(name)
            self.linked.append(ref)
            insort(self.placed.setdefault(ref.page, []), ref, key=_start)
            return True
        if ref.mention.rule == "bodies.term":
            return self._term(ref)
        if ref.mention.rule == "bodies.state":
            self._keep(ref, Parsed("", self.organs.canonical(clean(ref.mention.name)), True))
            return True
        if ref.mention.rule == "titles.governor" and not self._held(ref):
            return True
        implied = ref.mention.kind == "implied" or ref.mention.rule == "bodies.department"
        parsed = self._implied(ref) if implied else self._parse(ref)
        if not parsed.place and not last:
            parsed = self._beside(ref, parsed, last=False)
        if not parsed.place and last:
            parsed = self._beside(ref, parsed, last=True)
        if parsed.place:
            self._keep(ref, parsed)
        return bool(parsed.place)

    def _term(self, ref: Ref) -> bool:
        """甲地第一任|县委: a committee of former days keeps its name; its area is the place before the first term."""
        name = clean(ref.mention.name)
        ref.key = f"publicbody/{name}"
        before = self.ending.get((ref.page, self.work.documents[ref.page].text.rfind("第", 0, ref.mention.span.start)))
        known = self.work.drafts.get(ref.key)
        area = before.key if before and before.mention.type == "Division" else known.area if known else ""
        self.work.draft(ref.key, "PublicBody", name, area).add(name)
        self.linked.append(ref)
        insort(self.placed.setdefault(ref.page, []), ref, key=_start)
        return True

    def _parse(self, ref: Ref) -> Parsed:
        span, page = ref.mention.span, ref.page
        at, place = span.start, ""
        if self.work.documents[page].text.startswith("国家税务总局", at) and span.end - at > 6:
            at += 6
        if corps := _CORPS.match(self.work.documents[page].text, at, span.end):
            at = corps.end()
        while (inner := self.inner.get((page, at))) is not None and inner.mention.span.end < span.end:
            place, at = inner.key, inner.mention.span.end
        organ = clean(self.work.documents[page].text[at : span.end])
        if place:
            return Parsed(place, self._undouble(organ), True)
        for words in _LONG:
            if organ.startswith(words) and len(organ) > len(words):
                letter = {"街道": "街", "地区": "地", "社区": "村"}.get(words, words)
                return Parsed(self.deixis.resolve(page, at, letter), organ[len(words) :], False)
        if zone := _ZONE.match(organ):
            return Parsed(pointed(self.work, page, at, zone.group()), organ[zone.end() :], False)
        if organ == "市府":
            return Parsed(self.deixis.resolve(page, at, "市"), "政府", False)
        if organ.startswith("地委"):
            return Parsed(self.deixis.resolve(page, at, "地"), organ, False)
        if organ[0] in _LETTERS and len(organ) > 1 and not self._whole(ref, organ):
            if organ == "区党委":
                return Parsed(self.deixis.resolve(page, at, "自治区"), "党委", False)
            letter = organ[0]
            return Parsed(self.deixis.resolve(page, at, letter), organ if organ.startswith("村委会") else organ[1:], False)
        return Parsed("", organ, False)

    def _held(self, ref: Ref) -> bool:
        """True if somebody is named with the post; a 州长 without a name says nothing of the government."""
        end = ref.mention.span.end
        text = self.work.documents[ref.page].text
        if (ref.page, _before_posts(text, ref.mention.span.start)) in self.person_ends:
            return True
        stop = min((p for mark in "。；！？\n" if (p := text.find(mark, end)) >= 0), default=len(text))
        return _MASK.search(text, end, min(stop, end + 12)) is not None or any((ref.page, at) in self.persons for at in range(end, min(stop, end + _POSTS) + 1))

    def _whole(self, ref: Ref, organ: str) -> bool:
        return ref.mention.rule == "bodies.bare" and self.organs.known(organ)

    def _undouble(self, organ: str) -> str:
        """黑河市|市政府 -> 政府; 大兴安岭|地委 stays."""
        inner = organ[1:]
        return inner if organ[0] in _LETTERS and not self.organs.known(organ) and self.organs.known(inner) else organ

    def _implied(self, ref: Ref) -> Parsed:
        """The government of 市长, the 行署 of 专员, the department of 宣传部长."""
        page, at, name = ref.page, ref.mention.span.start, ref.mention.name
        before = self.ending.get((page, ref.mention.span.end if ref.mention.rule == "bodies.office" else at))
        if ref.mention.rule in ("titles.department", "bodies.department"):
            party = [r for r in self._same_sentence(ref) if r.key and self.organs.canonical(_organ(r)) in ("委", "地委")]
            if not party:
                return Parsed("", name, False)
            prefix = "" if name.startswith("人民") else "委"
            return Parsed(self.work.drafts[party[-1].key].area, prefix + name, False)
        if name.startswith("自治区"):
            return Parsed(self.deixis.resolve(page, at, "自治区"), "政府", False)
        if name == "行政公署":
            place = self.deixis.resolve(page, at, "地") or self.deixis.resolve(page, at, "盟")
            return Parsed(place, name, False)
        if before is not None and before.mention.type == "Division" and not before.weak:
            return Parsed(before.key, name if name == "村委会" else name[1:], False)
        return Parsed(self.deixis.resolve(page, at, name[0]), name if name == "村委会" else name[1:], False)

    def _beside(self, ref: Ref, parsed: Parsed, last: bool) -> Parsed:
        """An organ without a place: that of a body right beside it, of a zone named before, of the same organ elsewhere."""
        organ = self.organs.canonical(parsed.organ)
        if ref.mention.rule != "bodies.bare" and not _ZONE.match(clean(ref.mention.name)):
            return parsed
        near = self._same_sentence(ref)
        if organ in _ZONE_ORGANS:
            zones = [a for r in reversed(near) if r.key and not (a := self.work.drafts[r.key].area).startswith("division/")]
            place = zones[0] if zones else self._last_zone(ref)
            return Parsed(place, parsed.organ, False)
        text = self.work.documents[ref.page].text
        if near and near[-1].key and text[ref.mention.span.start - 1] in "、和与及" and ref.mention.span.start - near[-1].mention.span.end < _NEAR:
            return Parsed(self.work.drafts[near[-1].key].area, parsed.organ, False)
        same = sorted(self.by_organ.get(organ, ()))
        if len(same) == 1:
            return Parsed(self.work.drafts[same[0]].area, parsed.organ, False)
        if not last:
            return parsed
        areas = [self.work.drafts[r.key].area for r in near if r.key]
        return Parsed(areas[-1] if areas else self.work.homes[ref.page], parsed.organ, False)

    def _same_sentence(self, ref: Ref) -> list[Ref]:
        begin = self.deixis.sentence(ref.page, ref.mention.span.start)
        at = ref.mention.span.start
        placed = self.placed.setdefault(ref.page, [])
        first = bisect_left(placed, begin, key=_start)
        return placed[first : bisect_left(placed, at, key=_start)]

    def _last_zone(self, ref: Ref) -> str:
        """The zone named last before a bare 管委会."""
        before = [
            r.key for r in self.work.of("Zone", page=ref.page)
            if r.key in self.work.drafts and r.mention.span.start < ref.mention.span.start and not r.key.endswith("口岸")
        ]  # fmt: skip
        return before[-1] if before else ""

    def _keep(self, ref: Ref, parsed: Parsed) -> None:
        """Add the mention to its entity: one for each place and canonical organ."""
        organ = self.organs.canonical(parsed.organ)
        place = self._place_name(parsed.place)
        key = f"publicbody/{place}{organ}"
        form = self._place_form(ref.page, parsed.place)
        if clean(ref.mention.name).startswith("师市") and self.deixis.corps[0]:
            form = self.deixis.corps[1] + form
        built = f"{form.removesuffix('地区') if organ.startswith('地委') else form}{parsed.organ}"
        draft = self.work.draft(key, "PublicBody", built, parsed.place)
        self.by_organ.setdefault(organ, set()).add(key)
        words = clean(ref.mention.name)
        _grow(draft, words if parsed.named and not words.endswith("市府") else "", built)
        self._official(draft, place, organ, parsed.place)
        ref.key = key
        self.linked.append(ref)
        insort(self.placed.setdefault(ref.page, []), ref, key=_start)
        division = self.work.division(parsed.place)
        if division is not None and parsed.place not in self.work.drafts:
            made = self.work.draft(parsed.place, "Division", division.name, f"division/{division.parent}")
            made.codes = (division.code,) if division.code.isdigit() else ()
            made.add(division.short, *division.aliases)

    def _official(self, draft: Draft, place: str, organ: str, key: str) -> None:
        """The long names that such organs have by law."""
        if organ == "委" and key.startswith("division/"):
            draft.add(f"中共{place}委员会", f"{place}委")
        elif organ == "政府":
            draft.add(f"{place}人民政府", f"{place}政府")
        elif organ not in ("工委", "地委"):
            draft.add(place + organ)

    def _place_name(self, key: str) -> str:
        if key in self.work.drafts and not self.work.division(key):
            return self.work.drafts[key].name
        division = self.work.division(key)
        return division.name if division else key.rsplit("/", 1)[-1] if key else ""

    def _place_form(self, page: int, key: str) -> str:
        """The place as a body's name has it: the full name, for an autonomous prefecture the form that the file uses."""
        division = self.work.division(key)
        if division is None:
            name = self._place_name(key)
            return re.sub("（[^）]*）$", "", name)
        draft = self.work.drafts.get(key)
        if division.name.endswith("自治州") and draft is not None:
            whole = any(division.name in d.text for d in self.work.documents)
            used = [f for f in division.aliases if f.endswith("州") and len(f) > 2 and any(f in d.text for d in self.work.documents)]
            return division.name if whole or not used else used[0]
        if division.name.endswith("地区"):
            return division.name
        return draft.name if draft is not None and draft.type == "Division" else division.name


def _before_posts(text: str, at: int) -> int:
    """Where the words 任, 为 … before a post begin: 张三任市长."""
    match = re.search("(?:同志)?(?:，)?(?:任|为|担任|当选为?|现任|时任|是)?$", text[max(0, at - 6) : at])
    return at - len(match.group()) if match else at


def _start(ref: Ref) -> int:
    return ref.mention.span.start


def _organ(ref: Ref) -> str:
    words = clean(ref.mention.name)
    return "地委" if words.endswith("地委") else words[-1:] if words.endswith("委") and not words.endswith("纪委") else words


def _grow(draft: Draft, named: str, built: str) -> None:
    """Take a longer explicit name as the entity's name; explicit ones outrank completed ones."""
    draft.add(named or built)
    if named and (not draft.explicit or len(named) > len(draft.name)):
        draft.name, draft.explicit = named, True
    elif not draft.explicit and len(built) > len(draft.name):
        draft.name = built
