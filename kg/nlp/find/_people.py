"""Where names of persons begin: behind posts, in rows, before verbs of speech, behind ages and villages."""

from __future__ import annotations

import re

from kg.model import Mention, Span
from kg.nlp._bylines import bylines, touched
from kg.nlp._protocol import Context
from kg.nlp._words import Words
from kg.nlp.find._names import NameTables, border, person, tables
from kg.ontology import Ontology

RULE = "persons"
_SKIP = re.compile("[（(][^（）()\n]{1,16}[）)]|同志|：|:|——|[ \u3000]")
_ROW = re.compile("[、，和及与][ \u3000]?")
_MASK = re.compile("[一-龥]?[*＊×XxＸ某■□○〇]{1,3}")
_SPEECH = "介绍说|介绍|告诉记者|表示|认为|坦言|透露|指出|强调|感慨|感叹|回忆|直言|笑着说|笑道|补充|解释|谈到|说道|说|称"
_SPOKEN = re.compile(_SPEECH)
_CLAUSE = re.compile("(?:(?<=[，。；！？\n])|^)((?:[一-龥]{2,4}、){1,12}[一-龥]{2,4}?)(?:等)?(?=参加|出席|陪同|一同|随行|列席)")
_HOSTED = re.compile(
    r"(?:(?<=[，。；：！？\n”由])|^)([\u4e00-\u9fff]{3})(?=主持|致辞|致欢迎|致开幕|宣读|宣布|讲话|发言|带队|率队|作(?:了)?[\u4e00-\u9fff]{0,10}?(?:报告|发言|讲话|动员|部署|说明|讲解|点评)|代表[\u4e00-\u9fff]{0,12}?(?:发言|讲话|签约|签署|致辞|作)|通报|安排部署)"
)
_CALLED = re.compile(
    r"(?:名叫|叫做|叫作|(?<=[员师人家长手工农民户生姐哥娘爷伯叔弟妹友])叫|(?<=来)的|(?<=出身)的|(?<=毕业)的)([\u4e00-\u9fff]{2,6})(?=[，。；”！]|$)"
)
_GENERIC = frozenset({"成员", "代表", "委员", "领导", "指挥", "干部", "教授", "专家", "博士", "工作人员"})
"""Posts that other words follow as easily as a name."""
_REMEMBERED = re.compile("戍边|精神|事迹|故居|的故事|烈士|将军")
BEFORE = frozenset("，。；：！？、\n”“’‘（(—》】 \u3000")


class Search:
    """One article's persons while they are gathered: span -> rule."""

    def __init__(self, text: str, context: Context, known: NameTables, cut: Words) -> None:
        self.text, self.context, self.known, self.cut = text, context, known, cut
        self.makers = bylines(text)
        self.found: dict[Span, str] = {}
        self._title_ends = {title.span.end for title in context.of("Title")}
        self._titles = {title.span.start for title in context.of("Title")}
        self.places = {m.span.start: m for m in context.of("Division", "PublicBody", "Zone")}

    def add(self, start: int, end: int, rule: str) -> None:
        """Keep a name unless it stands in a byline or is a place."""
        span = Span(start, end)
        place = self.places.get(start)
        if place is not None and place.span.end < end and border(self.text, end, self.known) < 2:
            return
        if any(start < at < end and self.places[at].span.end <= end for at in range(start + 1, end) if at in self.places) and rule != "row" and end - start > 3:
            return
        if not touched(span, self.makers) and (place is None or place.span.end < end or (rule == "row" and place.span.end == end)):
            self.found.setdefault(span, rule)

    def behind_posts(self) -> None:
        """Names right behind a post, and the rest of the row that begins there."""
        for title in self.context.of("Title"):
            if title.rule.endswith(".suffix"):
                continue
            maker = title.rule.endswith(".maker")
            at = self._skip(title.span.end)
            if mask := _MASK.match(self.text, at):
                if mask.group()[-1] in "*＊某■□○〇×" and title.name.endswith("领导"):
                    self._row(mask.end())
                continue
            end = person(self.text, at, self.known, self.cut, strict=False)
            if self._diminutive(at) or end == at:
                continue
            if maker and not _SPOKEN.match(self.text, end):
                continue
            if title.rule.endswith(".people") and (self._everyday(at, end) or at in self.places):
                continue
            generic = title.name in _GENERIC or border(self.text, end, self.known) < 2
            if end == at + 2 and generic and self.text[at] not in self.known.common and self._everyday(at, end):
                continue
            self.add(at, end, "post")
            if not maker:
                self._row(end)

    def _everyday(self, at: int, end: int) -> bool:
        """True behind 群众, 居民 … if the dictionary knows the beginning of the name as another word (解决, 安心)."""
        index = self.cut.index(at)
        word, tag = self.cut.items[index]
        if self.text[at:end] in self.known.whole:
            return False
        return self.cut.starts[index] == at and len(word) > 1 and tag[:2] not in ("nr", "nz", "ns") and at + len(word) <= end

    def _diminutive(self, at: int) -> bool:
        """小梁, 老方 behind a post."""
        text = self.text
        if text[at : at + 1] not in ("小", "老") or at + 2 > len(text):
            return False
        if text[at + 1] in self.known.common or len(self.cut.within(at, at + 2)) == 2:
            if border(self.text, at + 2, self.known) > (text[at + 1] not in self.known.common):
                self.add(at, at + 2, "nickname")
            return True
        return False

    def _skip(self, at: int) -> int:
        while (match := _SKIP.match(self.text, at)) and match.end() > at:
            at = match.end()
        return at

    def _row(self, end: int) -> None:
        """The names that follow in a row after ``end``: 梁国平、巴图孟克、方晓云."""
        text = self.text
        while (mark := _ROW.match(text, end)) and mark.group()[0] != "，":
            at = mark.end()
            if mask := _MASK.match(text, at):
                end = mask.end()
                continue
            stop = person(text, at, self.known, self.cut, strict=False)
            closed = min((p for p in (text.find(m, at, at + 12) for m in "、，。；）和") if p > at), default=0)
            if stop == at or (closed and closed - at <= 4 and stop != closed and text[closed] == "、"):
                stop = self._item(at, closed)
            if stop == at or (stop < len(text) and not border(text, stop, self.known)):
                break
            self.add(at, stop, "row")
            end = stop

    def _item(self, at: int, closed: int) -> int:
        """An item of a row of names that looks like no name by itself but is one by its company."""
        item = self.text[at:closed]
        if at in self._titles or not 2 <= len(item) <= 7 or at in self.places or not all("一" <= char <= "龥" for char in item):
            return at
        family = item[0] in self.known.common or item[:2] in self.known.compound
        sound = sum(char in self.known.sound for char in item) >= 0.8 * len(item)
        return closed if (family and len(item) <= 4) or (sound and len(item) > 2) else at

    def speakers(self) -> None:
        """Names at the beginning of a clause right before a verb of speech."""
        pattern = self.context.once("persons.speakers", _speakers)
        for match in pattern.finditer(self.text):
            at = match.start(1)
            end = person(self.text, at, self.known, self.cut, strict=True)
            if end > at and _SPOKEN.match(self.text, end) and not self._titles & set(range(at + 1, end)):
                self.add(at, end, "speech")

    def hosts(self) -> None:
        """由张某某主持，李某某宣读决定: a full name of plain characters at the beginning of a clause before what one does at a meeting."""
        for match in _HOSTED.finditer(self.text):
            at, end = match.span(1)
            name = match[1]
            if name[0] not in self.known.common or not all(char in self.known.given for char in name[1:]) or self._titles & set(range(at + 1, end)):
                continue
            if person(self.text, at, self.known, self.cut, strict=True) == end:
                self.add(at, end, "host")

    def called(self) -> None:
        """驻企服务员叫张某某，马边来的阿支某某，: who is called so, or comes from somewhere, up to a mark."""
        for match in _CALLED.finditer(self.text):
            at, end = match.span(1)
            name = match[1]
            family = (name[0] in self.known.common and len(name) < 4) or (name[:2] in self.known.compound and len(name) > 2)
            likely = all(char in self.known.given for char in name[1:])
            if (
                (family or len(name) > 2)
                and (likely or name[:2] in self.known.compound or len(name) > 3)
                and person(self.text, at, self.known, self.cut, strict=False) == end
            ):
                self.add(at, end, "called")

    def aged(self) -> None:
        """43岁的张某某: a name behind an age."""
        for match in re.finditer("岁的", self.text):
            end = person(self.text, match.end(), self.known, self.cut, strict=True)
            if end > match.end() + 1:
                self.add(match.end(), end, "aged")

    def neighbours(self) -> None:
        """某村的梁秀英种了: a sure name behind a village or township."""
        for place in self.context.of("Division"):
            at = place.span.end
            if self.text[at : at + 1] != "的" or self.text[at - 1] not in "村屯查区镇乡木队":
                continue
            end = person(self.text, at + 1, self.known, self.cut, strict=True)
            if end > at + 2 and (border(self.text, end, self.known) >= 2 or all(char in self.known.given for char in self.text[at + 2 : end])):
                self.add(at + 1, end, "neighbour")

    def dotted(self) -> None:
        """Names with ``·`` that stand behind 的, an occupation or at the beginning of a clause."""
        text = self.text
        for match in re.finditer("(?<=[一-龥])·(?=[一-龥])", text):
            if any(span.start <= match.start() < span.end for span in self.found):
                continue
            at = match.start()
            while at > 0 and match.start() - at < 7 and at not in self._title_ends and self._by_sound(at - 1):
                at -= 1
            end = person(text, at, self.known, self.cut, strict=False)
            enclosed = text[max(0, at - 1) : at] in ("“", "《") and text[end : end + 1] in ("”", "》")
            if end > match.end() and match.start() - at > 1 and not enclosed:
                self.add(at, end, "dotted")

    def _by_sound(self, at: int) -> bool:
        """True if the character may belong to a name written by sound: it is such a one, or no known word."""
        char = self.text[at]
        index = self.cut.index(at)
        word, tag = self.cut.items[index]
        lone = (len(word) == 1 and tag[0] not in "pcuvrmq") or tag[:2] == "nr"
        return char in self.known.sound or ("一" <= char <= "龥" and lone and char not in "的和与及是在对向由从")

    def before_posts(self) -> None:
        """林某（市委书记）: names right before a post in brackets."""
        ends = {title.span.end for title in self.context.of("Title") if not title.rule.endswith(".maker")}
        for match in re.finditer("(?<=[一-龥])[（(]([^（）()\n]{2,40})[）)]", self.text):
            if match.end(1) not in ends:
                continue
            for size in (4, 3, 2):
                at = match.start() - size
                if (
                    at >= 0
                    and (at == 0 or self.text[at - 1] in "、，。；：:\n 　")
                    and person(self.text, at, self.known, self.cut, strict=False) == match.start()
                ):
                    self.add(at, match.start(), "before")
                    break

    def interviewed(self) -> None:
        """Lines that begin with 张某某： more than once: who speaks in an interview."""
        starts = list(re.finditer("^[ \u3000]*([一-龥·]{2,12})[：:]", self.text, re.MULTILINE))
        for match in starts:
            at, end = match.span(1)
            if sum(m[1] == match[1] for m in starts) > 1 and person(self.text, at, self.known, self.cut, strict=False) == end:
                self.add(at, end, "interview")

    def remembered(self) -> None:
        """赵某某戍边, 张某某精神, 李某某的故事: somebody of history."""
        for match in _REMEMBERED.finditer(self.text):
            at = match.start() - 3
            name = self.text[max(0, at) : match.start()]
            free = at == 0 or (at > 0 and (self.text[at - 1] in BEFORE or self.text[at - 1] in "扬习学述着了"))
            if free and name[0] in self.known.common and all(char in self.known.given for char in name[1:]):
                self.add(at, match.start(), "remembered")

    def after(self) -> None:
        """杨某某教授: a full name right before a title, behind a mark or 的."""
        for title in self.context.of("Title"):
            at = title.span.start - 3
            if at < 0 or title.rule.endswith(".maker") or (at and self.text[at - 1] not in BEFORE and self.text[at - 1] not in "的由与和请是、"):
                continue
            name = self.text[at : at + 3]
            parts = self.cut.within(at, at + 3)
            if name[0] in self.known.common and all(c in self.known.given for c in name[1:]) and (len(parts) == 3 or parts[0][1] == "nr"):
                self.add(at, at + 3, "after")

    def subjects(self) -> None:
        """A full name at the beginning of a sentence that comes again, whole or as 邱科长, 建国."""
        text, known = self.text, self.known
        for match in self.context.once("persons.subjects", _subjects).finditer(text):
            at, end = match.span(1)
            name = match[1]
            if person(text, at, known, self.cut, strict=True) != end or not all(char in known.given for char in name[1:]):
                continue
            sure = self.cut.within(at, end)[0][1] == "nr" or len(self.cut.within(at, end)) == 3
            if self._titles & set(range(at + 1, end)):
                continue
            if sure and border(text, end, known) and (text.count(name) > 1 or text.count(name[1:]) > 1 or self._with_title(name[0])):
                self.add(at, end, "subject")

    def _with_title(self, family: str) -> bool:
        return any(self.text[t - 1 : t] == family and self.text[t - 2 : t - 1] in BEFORE for t in self._titles if t > 1)

    def groups(self) -> None:
        """A clause that is nothing but a row of names and 参加, 出席 …"""
        for match in _CLAUSE.finditer(self.text):
            at = match.start(1)
            for item in match[1].split("、"):
                if person(self.text, at, self.known, self.cut, strict=True) == at + len(item):
                    self.add(at, at + len(item), "group")
                at += len(item) + 1

    def sure(self) -> list[Mention]:
        """The names found, without overlaps; a name is cut back to a shorter one that is found with a better border."""
        words = {self.text[span.start : span.end] for span in self.found}
        kept: list[tuple[Span, str]] = []
        for span, rule in sorted(self.found.items(), key=lambda item: (item[0].start, -item[0].end)):
            if kept and kept[-1][0].overlaps(span):
                continue
            if len(span) == 3 and self.text[span.start : span.end - 1] in words and border(self.text, span.end, self.known) < 2:
                span = Span(span.start, span.end - 1)
            kept.append((span, rule))
        return [Mention(span, "Person", self.text[span.start : span.end], rule=f"{RULE}.{rule}") for span, rule in kept]


def _subjects(ontology: Ontology) -> re.Pattern[str]:
    known = tables(ontology)
    return re.compile(rf"(?:^|[，。！？\n”])[ \u3000]*([{''.join(sorted(known.common))}][一-龥]{{2}})(?=[一-龥])")


def _speakers(ontology: Ontology) -> re.Pattern[str]:
    known = tables(ontology)
    return re.compile(rf"(?:^|[，。；：！？\n”“])([{known.families}][一-龥]{{1,3}}?)(?={_SPEECH})")
