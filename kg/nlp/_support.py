"""What a proposed name needs beside the model's word: room between the rules' mentions, and support in the text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.model import Mention, Span
from kg.nlp._lexicon import Lexicon, lexicon
from kg.nlp._protocol import Context
from kg.nlp._words import Words, words
from kg.nlp.find._names import NameTables, tables
from kg.ontology import Ontology

_SPEECH = re.compile(
    "介绍说|介绍|告诉|表示|认为|坦言|透露|指出|强调|感慨|回忆|笑着说|笑道|解释|补充|说道|说|称|率|主持|出席|陪同|来到|任|作报告|作了|作交流|作专题|致辞|致欢迎|讲话|宣布|宣读|：“"
)
_CALLED = re.compile("(?:叫|名叫|叫做|跟着|看望|采访)$")
_DEAL = re.compile("签约|签订|投资|入驻|落户|走访|拜访|引进|洽谈|对接|收购|控股|股权|承建|建设|生产|企业|公司|集团|总部|负责人|车间|厂区|股票|上市|中标")
_NO_PERSON = frozenset("村镇乡县市区州省街路屯江河湖山岛桥站厂店局部委会院校园寨庄堡组队社户")
_NO_FIRM = frozenset("式类型化性率者区县市镇村人们时的")
_FARMS = ("农场", "林场", "牧场", "团场")
"""Places more often than firms."""

_HAN = re.compile("[一-龥]{2,4}")
_LONG_HAN = re.compile("[一-龥]{2,6}")
_AREA = re.compile("[省市县区州旗][一-龥]{3,}")
_OFFICES = ("局", "办", "委", "中心", "大队", "支队", "管理站")
_SURE = 0.95
_FOREIGN = re.compile("[一-龥]{1,8}(?:·[一-龥]{1,10}){1,3}")
_SOUND = re.compile("[一-龥]{3,6}")
_ROW = frozenset("、和与及")
_AROUND = 12


class Support:
    """One article with what the rules found in it."""

    def __init__(self, text: str, context: Context) -> None:
        self.text, self.context = text, context
        self.cut: Words = words(text)
        self.names: NameTables = context.once("persons", tables)
        self.lexicon: Lexicon = lexicon(context)
        self.tails: tuple[str, ...] = context.once("trained.tails", _tails)
        self.heads: tuple[str, ...] = context.once("trained.heads", _heads)
        self.organs: tuple[str, ...] = context.once("trained.organs", _organs)
        self.posts: tuple[str, ...] = context.once("trained.posts", _posts)
        self.taken = bytearray(len(text) + 1)
        for mention in context.mentions:
            if mention.type != "Division":
                self.taken[mention.span.start : mention.span.end] = b"\1" * len(mention.span)
        self.places = context.of("Division")
        self.titles = {"start": {m.span.start for m in context.of("Title")}, "end": {m.span.end for m in context.of("Title")}}
        self.borders = {kind: {m.span.end for m in context.of(kind)} | {-m.span.start for m in context.of(kind)} for kind in ("Person", "Company")}

    def free(self, name: Mention) -> bool:
        """True if no rule found anything there; a firm or a body may hold a division, but not cut one."""
        span = name.span
        if any(self.taken[span.start : span.end]):
            return False
        over = [m.span for m in self.places if m.span.overlaps(span)]
        return not over if name.type == "Person" else all(span.covers(place) and place != span for place in over)

    def holds(self, name: Mention, chance: float) -> bool:
        """True if the text supports a proposal of this type; what the model is sure of needs less."""
        if "\n" in name.name or name.name != name.name.strip():
            return False
        if name.type == "Person":
            sure = chance >= _SURE and self._introduced(name.span) and self._unknown(name)
            return sure or (self._looks_like_person(name) and self._person(name))
        if name.type == "Company":
            return self._firm(name)
        if name.type == "PublicBody" and chance >= _SURE and _AREA.match(name.name) and name.name.endswith(_OFFICES):
            return self._whole(name.span)
        return len(name.name) > 3 and name.name.endswith(self.organs if name.type == "PublicBody" else self.heads) and self._placed(name.span)

    def sort(self, name: str) -> str:
        """The type of an organisation by the word it ends in; a firm where that says nothing."""
        if name.endswith(self.organs):
            return "PublicBody"
        return "Organization" if name.endswith(self.heads) else "Company"

    def _placed(self, span: Span) -> bool:
        """True if the name of a body begins with its division, and no verb of one character follows (云州建试验站)."""
        ends = [m.span.end for m in self.places if m.span.start == span.start and m.span.end < span.end]
        if not ends or not self._whole(span):
            return False
        word, tag = self.cut.within(max(ends), span.end)[0]
        return not (len(word) == 1 and tag[0] in "vpd")

    def _whole(self, span: Span) -> bool:
        """True if no word of the dictionary crosses the borders of the name."""
        return self.cut.aligned(span.start, span.end)

    def _looks_like_person(self, name: Mention) -> bool:
        surface, known = name.name, self.names
        if _FOREIGN.fullmatch(surface):
            return True
        if surface[:2] in known.stops or "某" in surface or surface[-1] in _NO_PERSON or not self._whole(name.span):
            return False
        parts = self.cut.within(name.span.start, name.span.end)
        if len(parts) == 1 and parts[0][1][:2] != "nr":
            return False
        if _HAN.fullmatch(surface) and (surface[:2] in known.compound or surface[0] in known.common or surface[0] in known.unsure):
            rest = surface[2:] if surface[:2] in known.compound else surface[1:]
            return 0 < len(rest) < 3
        posted = name.span.start in self.titles["end"] or name.span.end in self.titles["start"]
        return bool((_HAN if posted else _SOUND).fullmatch(surface)) and all(char in known.sound for char in surface)

    def _person(self, name: Mention) -> bool:
        start, end = name.span.start, name.span.end
        if end in self.titles["start"] or start in self.titles["end"] or _SPEECH.match(self.text, end):
            return True
        if self._in_row(name.span, "Person") or _CALLED.search(self.text, max(0, start - 3), start):
            return True
        plain = all(len(word) == 1 or tag[:2] == "nr" for word, tag in self.cut.within(start, end))
        rare = name.name[0] in self.names.unsure and name.name[:2] not in self.names.compound
        return plain and not rare and self.text.count(name.name) > 1

    def _introduced(self, span: Span) -> bool:
        """True behind a post (副院长某某), behind 叫, and between 的 and a comma (来自甲县的阿某某，现在是)."""
        start, end = span.start, span.end
        if self.text.endswith(self.posts, max(0, start - 8), start) or _CALLED.search(self.text, max(0, start - 3), start):
            return True
        return self.text[start - 1 : start] == "的" and self.text[end : end + 1] in ("，", "、") and end - start > 2

    def _unknown(self, name: Mention) -> bool:
        """True if the dictionary knows no word of two characters inside, names aside, or a verb of speech follows."""
        parts = self.cut.within(name.span.start, name.span.end)
        plain = all(len(word) == 1 or tag[:2] in ("nr", "nz") for word, tag in parts)
        plain = plain or (parts[0][1] == "n" and _SPEECH.match(self.text, name.span.end) is not None)
        return plain and "某" not in name.name and name.name[-1] not in _NO_PERSON and _LONG_HAN.fullmatch(name.name) is not None

    def _in_row(self, span: Span, kind: str) -> bool:
        """True in a row with a name of the same kind that the rules found."""
        before, after = self.text[span.start - 1 : span.start], self.text[span.end : span.end + 1]
        near = self.borders[kind]
        return (before in _ROW and before != "" and span.start - 1 in near) or (after in _ROW and after != "" and -(span.end + 1) in near)

    def _firm(self, name: Mention) -> bool:
        surface, span = name.name, name.span
        if surface in self.lexicon.places or surface[-1] in _NO_FIRM or surface.endswith(_FARMS) or not self._whole(span) or not self._proper(span):
            return False
        if surface.endswith(self.tails) or self._in_row(span, "Company"):
            return True
        around = self.text[max(0, span.start - _AROUND) : span.start] + "|" + self.text[span.end : span.end + _AROUND]
        return len(surface) > 2 and _DEAL.search(around) is not None

    def _proper(self, span: Span) -> bool:
        """True if something in the name is no everyday word: a division with a line of business, a word the dictionary lacks."""
        inner = [m.span for m in self.places if span.covers(m.span)]
        start = max((place.end for place in inner), default=span.start)
        rest = self.text[start : span.end]
        if inner:
            return rest not in self.tails and (rest in self.lexicon.lines or rest.endswith(self.tails))
        parts = self.cut.within(start, span.end)
        known = rest in self.lexicon.lines or parts[0][1][0] in "vdrmpcu"
        return not known and any(len(word) == 1 or tag in ("nz", "nt") for word, tag in parts[:2]) and parts[0][0] not in tuple("省市县区州")


def again(text: str, found: Iterable[Mention], support: Support) -> list[Mention]:
    """Every other free place where an accepted name stands."""
    made: dict[Span, Mention] = {}
    have = {m.span for m in found}
    for name in found:
        at = text.find(name.name)
        while at >= 0:
            span = Span(at, at + len(name.name))
            other = Mention(span, name.type, name.name, rule=name.rule)
            if span not in have and span not in made and support.free(other):
                made[span] = other
            at = text.find(name.name, at + 1)
    return list(made.values())


def _tails(ontology: Ontology) -> tuple[str, ...]:
    """What a firm's name may end in: legal forms, kinds of works, sure lines of business."""
    heads = [row["head"] for row in ontology.table("company_heads") if not row["kind"].startswith("known")]
    return tuple(sorted({*heads, *(row["word"] for row in ontology.table("industries") if row["kind"] == "strong")}))


def _heads(ontology: Ontology) -> tuple[str, ...]:
    return tuple(sorted({row["head"] for row in ontology.table("organization_heads") if row["kind"] not in ("short", "mass", "team", "media")}))


def _organs(ontology: Ontology) -> tuple[str, ...]:
    organs = {row["name"] for row in ontology.table("agencies") if len(row["name"]) > 1}
    return tuple(sorted(organs | {field + head for field, head in _fields(ontology)}))


def _posts(ontology: Ontology) -> tuple[str, ...]:
    return tuple(sorted({row["title"] for row in ontology.table("titles") if row["kind"] in ("official", "company") and len(row["title"]) > 1}))


def _fields(ontology: Ontology) -> list[tuple[str, str]]:
    return [(row["short"], head) for row in ontology.table("agency_fields") for head in row["heads"].split("|")]
