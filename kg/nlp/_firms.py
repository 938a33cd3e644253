"""What the company recogniser leans on: where a company name begins, lists of companies, short forms."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace

from kg.model import Mention, Span
from kg.nlp._brands import brandlike, line_end
from kg.nlp._edges import MARKS, Walker
from kg.nlp._lexicon import Lexicon

_COUNT = re.compile(r"[\d０-９]|.*[家个名位项件批条座多届次期季轮]$")
_LEGAL = re.compile(r"(?:集团|控股|投资)?(?:股份)?(?:有限)?(?:责任)?(?:股份)?(?:总)?公司$|集团$|株式会社$|(?:农民)?(?:专业|股份|经济)?(?:合作|联合)(?:联)?社$")
_LIST = re.compile(
    r"等(?:[一二三四五六七八九十数几多\d]+余?多?[家户个])?(?:知名|著名|重点|骨干|龙头|规上|本地|规模以上|大型|优质|头部|链主|上市|民营|国内外|国内|外地|外资|行业|[省市州县区]内外?)*"
    r"(?:(?:(?![的到在与和对为是负单位])[\u4e00-\u9fff]){0,14}?(?:企业|公司)|药企|车企|央企|国企|民企|厂家)"
)
_BEHIND = re.compile(r"[、和与]([\u4e00-\u9fff]{2,8})(?=[、，。；）]|等|$)")
_ITEM = re.compile(r"[\u4e00-\u9fffA-Za-z0-9·（）()]{2,20}")
_OTHER = re.compile(r"(?:大学|学院|研究[院所]|协会|商会|[省市县区州镇乡局委院部处]|行业|产业|领域|(?<!新)材料|产品|[各类项]|种植|养殖|加工)$")


@dataclass(frozen=True, slots=True)
class Stops:
    """The words at which a company name ends on its left."""

    names: Lexicon

    def hard(self, word: str, tag: str) -> bool:
        """Words that are in no company name."""
        if len(word) == 1:
            return not word.isalpha() or (word in self.names.bounds and word not in self.names.roles["brand.soft"])
        return (word in self.names.bounds and word not in self.names.roles["company.inner"]) or (tag[0] == "m" and bool(_COUNT.match(word)))

    def soft(self, word: str, tag: str) -> bool:
        """These and, for want of a place in front, words that are no nouns."""
        if self.hard(word, tag) or (word == "和" and tag == "c"):
            return True
        if len(word) == 1 or word in self.names.roles["company.inner"] or word in self.names.lines or word in self.names.places:
            return False
        return (tag[0] in "vdpcurfyo" and tag not in ("vn", "an")) or word in ("企业", "公司")

    def edge(self, walker: Walker, at: int, certain: bool) -> int:
        """Where the company name that has its head word at ``at`` begins; ``at`` if there is no room for one.

        Where the head is ``certain`` (有限公司), a place in front is reached over words that are no nouns (沈阳领航科技有限公司).
        """
        edge = walker.left(at, self.soft, through="）)")
        if edge > 1 and walker.words.text[edge - 1] == "和":
            edge = self._joined(walker, edge)
        if certain and edge not in walker.by_start:
            edge = self._beyond(walker, edge, at)
        edge = self._nearest(walker, edge, at)
        town = walker.by_start.get(edge, edge)
        if certain and town in walker.by_start:
            town = walker.by_start[town]
        if certain and town > edge and walker.words.text[town - 1] in "镇乡村道" and at - town > 2 and walker.words.text[at] not in "专合农股经联":
            return town
        return walker.strip(edge, at, lambda word, tag: word in self.names.leads or word in "和家" or word in self.names.verbs)

    def _beyond(self, walker: Walker, edge: int, at: int) -> int:
        """``edge`` moved left over a verb that is part of the name: 沈阳|领航|科技, 甲乙|忘忧|农业开发."""
        far = walker.left(at, self.hard, through="）)")
        places = [start for start, end in walker.by_start.items() if far <= start < edge and edge - end <= 4]
        if places:
            return max(places)
        bare = line_end(walker.words.text[edge:at], self.names) == 0
        index = walker.words.index(edge - 1)
        if bare and far < edge and len(walker.words.items[index][0]) > 1:
            edge = walker.left(max(walker.words.starts[index], far), self.soft, through="）)")
        return edge

    def _joined(self, walker: Walker, edge: int) -> int:
        """Before 和 where a single character stands there, which cannot be a name: 走进|昌和瑞."""
        index = walker.words.index(edge - 1)
        first = walker.words.items[index - 1][0] if index else ""
        ahead = walker.words.items[index - 2] if index > 1 else ("，", "x")
        lone = len(first) == 1 and first.isalpha() and not self.hard(first, "n")
        return edge - 2 if lone and (ahead[0] in MARKS or self.hard(*ahead)) else edge

    def _nearest(self, walker: Walker, edge: int, at: int) -> int:
        """Behind a place that only says where: 在甲县|乙市丙公司. Places of one line (甲省乙市) stay together."""
        places = [edge]
        while walker.by_start.get(places[-1], at) < at and walker.by_start[places[-1]] in walker.by_start:
            places.append(walker.by_start[places[-1]])
        for first, second in itertools.pairwise(places):
            if not walker.inside(first, second):
                edge = second
        later = [start for start in walker.by_start if edge + 2 < start < at - 1 and self._leads_to(walker, start)]
        return max(later, default=edge)

    def _leads_to(self, walker: Walker, at: int) -> bool:
        """True if a word of rank or role ends at ``at``: 新区外贸大户|甲市乙公司."""
        index = walker.words.index(at - 1)
        return len(walker.words.items[index][0]) > 1 and walker.words.items[index][0] in self.names.leads


def after_lists(text: str, walker: Walker, stops: Stops, found: list[Mention]) -> list[Mention]:
    """The members of a list that the text calls companies: 甲科技、乙光电、丙等多家企业."""
    made = []
    for close in _LIST.finditer(text):
        begin = close.start()
        while begin > 0 and (text[begin - 1] not in MARKS or text[begin - 1] in "、（）()·"):
            begin -= 1
        made += _members(text, begin, close.start(), walker, stops)
    made += _neighbours(text, walker, stops, sorted((m.span for m in (*found, *made)), key=lambda span: span.start))
    taken = {m.span for m in found}
    return [m for m in made if m.span not in taken]


def _neighbours(text: str, walker: Walker, stops: Stops, spans: list[Span]) -> list[Mention]:
    """What stands in one row behind two sure companies: 由甲二公局、乙交建集团和|丙路桥|施工."""
    made = []
    for first, second in itertools.pairwise(spans):
        item = _BEHIND.match(text, second.end) if text[first.end : second.start] in ("、", "和", "与") else None
        if not item:
            continue
        start, end = item.span(1)
        tokens = walker.words.within(walker.behind_places(start, end), end)
        lined = bool(tokens) and tokens[-1][0] in stops.names.lines and walker.behind_places(start, end) > start
        verbs = any(stops.hard(word, tag) or tag == "v" for word, tag in tokens)
        if not verbs and not _OTHER.search(item.group(1)) and (lined or brandlike(tokens, stops.names)):
            made.append(Mention(Span(start, end), "Company", item.group(1), rule="companies.row"))
    return made


def _members(text: str, begin: int, end: int, walker: Walker, stops: Stops) -> list[Mention]:
    pieces = [m.span() for m in re.finditer(r"[^、]+", text[begin:end])]
    spans = [(begin + a, begin + b) for a, b in pieces]
    if not spans:
        return []
    last = spans.pop()
    cut = next((i for i in range(last[1] - 3, last[0] + 1, -1) if text[i] in "和与及" and _conjunction(walker, i)), 0)
    spans += [(last[0], cut), (cut + 1, last[1])] if cut else [last]
    tail = _LEGAL.search(text[spans[0][0] : spans[0][1]])
    first = stops.edge(walker, spans[0][0] + tail.start() if tail else spans[0][1], False)
    spans[0] = (max(first, spans[0][0]), spans[0][1])
    if len(spans) < 2:
        return []
    names = [(a, b) for a, b in spans if _ITEM.fullmatch(text, a, b) and not _OTHER.search(text[a:b])]
    places = [(a, b) for a, b in names if walker.by_start.get(a) == b]
    if len(places) > 1 or len(names) < 4:
        names = [piece for piece in names if piece not in places]
    names = [(a, b) for a, b in names if not _common(a, b, walker, stops)]
    if 2 * len(names) < len(spans):
        return []
    return [Mention(Span(a, b), "Company", text[a:b], rule="companies.list") for a, b in names]


def _conjunction(walker: Walker, at: int) -> bool:
    index = walker.words.index(at)
    return walker.words.items[index][0] in ("和", "与", "及", "以及") and walker.words.starts[index] == at


def _common(start: int, end: int, walker: Walker, stops: Stops) -> bool:
    """True if all words are lines of business, leads or words that end a name: 有色金属, 光电子加工."""
    tokens = walker.words.within(start, end)
    plain = stops.names.roles["company.generic"]
    known = [w for w, t in tokens if w in stops.names.lines or w in stops.names.leads or w in plain or stops.hard(w, t) or t in ("vn", "v")]
    return len(known) == len(tokens)


def short_forms(text: str, found: list[Mention], walker: Walker) -> list[Mention]:
    """Later, shorter mentions of the full names found: 甲兰新材料 for 乙省甲兰新材料有限公司. They carry the full name."""
    made: dict[Span, Mention] = {}
    taken = {m.span for m in found}
    for full in sorted({m.name: m for m in found if _LEGAL.search(m.name)}.values(), key=lambda m: -len(m.name)):
        place, core, brand = _parts(full, walker)
        for match in re.finditer(re.escape(brand), text) if len(brand) > 1 else ():
            span = _grow(text, match.start(), place, core, brand, walker)
            if span and not any(other.covers(span) for other in taken) and span not in made:
                made[span] = Mention(span, "Company", full.name, rule="companies.short")
    return list(made.values())


def _parts(full: Mention, walker: Walker) -> tuple[str, str, str]:
    """Place, core and brand of a full name: 乙省, 甲兰新材料, 甲兰."""
    start = full.span.start
    while start in walker.by_start and walker.by_start[start] < full.span.end:
        start = walker.by_start[start]
    place = full.name[: start - full.span.start]
    core = _LEGAL.sub("", full.name[len(place) :])
    end = line_end(core, walker.names)
    return place, core, core[:end]


def _grow(text: str, at: int, place: str, core: str, brand: str, walker: Walker) -> Span | None:
    """The span of a short form that has its brand at ``at``; None if the characters are part of something else."""
    size = len(brand)
    while size < len(core) and text.startswith(core[: size + 1], at):
        size += 1
    if line_end(core[:size], walker.names) != len(brand):
        size = len(brand)
    end = at + size
    if size == len(brand) and not _whole(text, at, end, walker):
        return None
    return Span(at - len(place) if place and text.startswith(place, at - len(place)) else at, end)


def _whole(text: str, start: int, end: int, walker: Walker) -> bool:
    """True if the brand alone is no part of a longer word or of a place (昆仑山)."""
    cut = walker.words
    first, last = cut.index(start), cut.index(end - 1)
    clean = cut.aligned(start, end)
    common = first == last and not cut.items[first][1].startswith(("nr", "nz", "nt")) and end - start == 2
    return clean and not common and text[end : end + 1] not in set("省市县区州镇乡村山河湖江岛路街")


def outer(found: list[Mention]) -> list[Mention]:
    """Without the parts of a longer name, the companies at the front of a chain aside (rule parent)."""
    spans = [m.span for m in found]
    return [m for m in found if m.rule.endswith(".parent") or not any(span != m.span and span.covers(m.span) for span in spans)]


def same_as(found: list[Mention], walker: Walker) -> list[Mention]:
    """Give an abbreviated name the full one where one full name fits: 国能甲化工 for 国华能源集团甲化工公司."""
    cores = {m.name: _parts(m, walker)[1:] for m in found if _LEGAL.search(m.name)}
    chains = sorted(m.name for m in found if "集团" in m.name)
    renamed = []
    for mention in found:
        fits = [name for name in sorted(cores) if name != mention.name and _fits(mention, cores[name], name, walker)]
        longer = [name for name in chains if name.endswith(mention.name) and name != mention.name]
        renamed.append(replace(mention, name=fits[0] if len(fits) == 1 else (longer or [mention.name])[0]))
    return renamed


def _fits(short: Mention, full: tuple[str, str], name: str, walker: Walker) -> bool:
    """True if ``short`` names the company of core and brand ``full``: by its brand, its core, or as an abbreviation."""
    if len(short.name) >= len(name):
        return False
    if not _LEGAL.search(short.name):
        return _abbreviates(short.name, name) or bool(name.startswith(short.name) and _LEGAL.fullmatch(name, len(short.name)))
    place, core, _ = _parts(short, walker)
    same_form = short.name.endswith("社") == name.endswith("社")
    return same_form and name.startswith(place) and len(core) > 1 and core in full


def _abbreviates(short: str, full: str) -> bool:
    """True if ``short`` has the characters of ``full`` in order and shares its last four of them in a row."""
    if len(short) < 5 or short[0] != full[0] or short[-4:] not in full:
        return False
    rest = iter(full)
    return all(character in rest for character in short)
