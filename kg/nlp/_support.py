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

_SPEECH = re.compile("介绍说|介绍|告诉|表示|认为|坦言|透露|指出|强调|感慨|回忆|笑着说|笑道|解释|补充|说道|说|称|率|主持|出席|陪同|来到|任|：“")
_DEAL = re.compile("签约|签订|投资|入驻|落户|走访|拜访|引进|洽谈|对接|收购|控股|股权|承建|建设|生产|企业|公司|集团|总部|负责人|车间|厂区|股票|上市|中标")
_NO_PERSON = frozenset("村镇乡县市区州省街路屯江河湖山岛桥站厂店局部委会院校园寨庄堡组队社户")
_HAN = re.compile("[一-龥]{2,4}")
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

    def holds(self, name: Mention) -> bool:
        """True if the text supports a proposal of this type."""
        if "\n" in name.name or name.name != name.name.strip():
            return False
        if name.type == "Person":
            return self._looks_like_person(name) and self._person(name)
        if name.type == "Company":
            return self._firm(name)
        return len(name.name) > 3 and name.name.endswith(self.organs if name.type == "PublicBody" else self.heads) and self._whole(name.span)

    def sort(self, name: str) -> str:
        """The type of an organisation by the word it ends in; a firm where that says nothing."""
        if name.endswith(self.organs):
            return "PublicBody"
        return "Organization" if name.endswith(self.heads) else "Company"

    def _whole(self, span: Span) -> bool:
        """True if no word of the dictionary crosses the borders of the name."""
        return self.cut.aligned(span.start, span.end)

    def _looks_like_person(self, name: Mention) -> bool:
        surface, known = name.name, self.names
        if _FOREIGN.fullmatch(surface):
            return True
        if surface[:2] in known.stops or surface[-1] in _NO_PERSON or not self._whole(name.span):
            return False
        parts = self.cut.within(name.span.start, name.span.end)
        if len(parts) == 1 and parts[0][1][:2] != "nr":
            return False
        if _HAN.fullmatch(surface) and (surface[:2] in known.compound or surface[0] in known.common or surface[0] in known.unsure):
            rest = surface[2:] if surface[:2] in known.compound else surface[1:]
            return 0 < len(rest) < 3
        return bool(_SOUND.fullmatch(surface)) and all(char in known.sound for char in surface)

    def _person(self, name: Mention) -> bool:
        start, end = name.span.start, name.span.end
        if end in self.titles["start"] or start in self.titles["end"] or _SPEECH.match(self.text, end):
            return True
        if self._in_row(name.span, "Person"):
            return True
        return self.text.count(name.name) > 1

    def _in_row(self, span: Span, kind: str) -> bool:
        """True in a row with a name of the same kind that the rules found."""
        before, after = self.text[span.start - 1 : span.start], self.text[span.end : span.end + 1]
        near = self.borders[kind]
        return (before in _ROW and before != "" and span.start - 1 in near) or (after in _ROW and after != "" and -(span.end + 1) in near)

    def _firm(self, name: Mention) -> bool:
        if len(name.name) < 2 or name.name in self.lexicon.places or name.name in self.lexicon.lines or not self._whole(name.span):
            return False
        parts = self.cut.within(name.span.start, name.span.end)
        if len(parts) == 1 and parts[0][1][:2] not in ("nz", "nt", "nr"):
            return False
        if name.name.endswith(self.tails) or self._in_row(name.span, "Company"):
            return True
        around = self.text[max(0, name.span.start - _AROUND) : name.span.start] + "|" + self.text[name.span.end : name.span.end + _AROUND]
        return len(name.name) > 2 and _DEAL.search(around) is not None


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
    return tuple(sorted({row["head"] for row in ontology.table("organization_heads") if row["kind"] not in ("short", "mass")}))


def _organs(ontology: Ontology) -> tuple[str, ...]:
    organs = {row["name"] for row in ontology.table("agencies") if len(row["name"]) > 1}
    return tuple(sorted(organs | {field + head for field, head in _fields(ontology)}))


def _fields(ontology: Ontology) -> list[tuple[str, str]]:
    return [(row["short"], head) for row in ontology.table("agency_fields") for head in row["heads"].split("|")]
