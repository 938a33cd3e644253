"""Reads a document's numbers clause by clause: what each measures, and of whom."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.measure import phrases, series
from kg.measure.clauses import Clause, clauses
from kg.measure.drafts import Draft, Memory
from kg.measure.mentions import Mentions
from kg.measure.naming import Namer
from kg.measure.owners import Owners
from kg.measure.parallel import Row, parallel
from kg.measure.quantities import COUNTS, RATIOS, Quantity
from kg.measure.refuse import attributive, refused
from kg.measure.subjects import Subject, Tracker
from kg.measure.trail import Step
from kg.model import Document, Span

_PACE = re.compile(r"(?P<what>时间|时限|周期|用时|时长)(?:由|从)?[^，。；]{0,8}(?:压缩|缩短|压减|减少|降低|降|压)[到至为]了?$")
_GOES_ON = re.compile(r"[\s“]*(?:其中|同比|环比|增[速幅长]|占|较|比|截至|余下|其余|剩余|分别|从)")
_IN_TURN = re.compile(r"依次|各$")
_REWARDS = re.compile(r"(?:一次性)?(?:奖励|补贴|补助|给予)$")
_LABELS = re.compile(r"(前|后)([两三四])者")
_SUMMED = re.compile(r"合计|总共|一共|合起来|加起来|总计")
_PARTED = re.compile(r"其中|按(?![照规计时期要需])")
_RANKED = re.compile(r"^(.{2,12}?)(?:位?列|居|排名?)前$")


class Reader:
    """Turns quantities into drafts of observations, paragraph by paragraph."""

    def __init__(self, document: Document, mentions: Mentions) -> None:
        self.text = document.text
        self.tracker = Tracker(document, mentions)
        self.trail: list[Step] = []
        self.sentences: list[Span] = []
        self._mentions = mentions
        self._owners = Owners(document.text, mentions)
        self._memory = Memory()
        self._namer = Namer(document.text, self._memory)

    def paragraph(self, span: Span, listed: bool) -> None:
        """Begin the paragraph at ``span``; ``listed`` if it continues a list."""
        self._memory.parted = False
        self.tracker.paragraph(span, listed)

    def sentence(self, span: Span, quantities: Sequence[Quantity]) -> list[Draft]:
        """The drafts of one sentence; the sentence must follow those read before."""
        drafts: list[Draft] = []
        self.sentences.append(span)
        self.tracker.sentence()
        if quantities:
            self._memory.sentence(goes_on=_GOES_ON.match(self.text, span.start, span.end) is not None)
        for clause in clauses(self.text, span):
            self._memory.parted = self._memory.parted or _PARTED.match(self.text, clause.span.start) is not None
            inside = [q for q in quantities if clause.span.start <= q.core.start < clause.span.end] if quantities else []
            if inside:
                drafts += self._clause(clause, span, inside)
            else:
                self._step(clause, span, self.tracker.enter(clause, span, clause.span.end))
        return drafts

    def _clause(self, clause: Clause, sentence: Span, inside: list[Quantity]) -> list[Draft]:
        plain = self._plain(clause, inside)
        subject = self.tracker.enter(clause, sentence, plain[0].whole.start if plain else clause.span.end)
        self._step(clause, sentence, subject)
        drafts: list[Draft] = []
        left, index, passed = clause.span.start, 0, False
        while index < len(plain):
            row, words = self._row(plain, index), self.text[left : plain[index].whole.start]
            if len(row) > 1:
                words = _REWARDS.sub(r"分别\g<0>", _IN_TURN.sub("分别", words)) if "分别" not in words else words
            if len(row) > 1 and ("分别" in words or self._goes_on(row, words)):
                made = parallel(Row(self.text, clause, sentence, row, words, self._owners.names(clause)), self._memory, self.tracker, subject)
                self._memory.labels = [draft.indicator for draft in made]
            elif refused(self.text, clause, row[0], left, self._mentions):
                made, row, passed = [], row[:1], True
                self._pass(clause, row[0], words)
                if row[0].hanzi and row[0].value < 10:
                    passed, index = False, index + 1
                    continue
            else:
                # 来自42家单位的380名选手: the words behind a refused count belong to it.
                begin = row[0].whole.start if passed and words.endswith("的") else left
                stop = plain[index + 1].whole.start if index + 1 < len(plain) else clause.span.end
                row = row[:1]
                described = self._owners.described(row[0])
                made = self._each(clause, sentence, row[0], words, subject) or [self._single(clause, sentence, row[0], (begin, stop), subject)]
                subject = Subject((described,), "clause", row[0].core.start) if described else subject
            drafts += self._memory.keep(made)
            passed = passed and not made
            left, index = row[-1].whole.end, index + len(row)
        return drafts

    def _plain(self, clause: Clause, inside: list[Quantity]) -> list[Quantity]:
        """The quantities that may be figures; conditions and what only got faster are remembered for those."""
        for quantity in inside:
            words = self.text[clause.span.start : quantity.core.start] if quantity.kind == "time" else ""
            if match := _PACE.search(words):
                self._memory.base, self._memory.items = phrases.tidy(words[: match.end("what")]), []
        numbers = [q for q in inside if q.kind not in ("time", "rank") and not self._mentions.names(q.core)]
        plain = [q for q in numbers if self._owners.described(q) or not attributive(self.text, q, clause.span.end)]
        self._memory.conditions += [(self.text[clause.span.start : q.core.start], q) for q in numbers if q not in plain]
        return plain

    def _step(self, clause: Clause, sentence: Span, subject: Subject | None) -> None:
        topic = subject or self.tracker.topic
        sure = subject is not None or (topic is not None and topic.how == "list")
        self.trail.append(Step(clause, sentence, topic.keys[0] if topic and topic.keys else "", sure))

    def _row(self, plain: list[Quantity], index: int) -> list[Quantity]:
        """The numbers from ``index`` on that are only joined by 、 and 和."""
        row = [plain[index]]
        for quantity in plain[index + 1 :]:
            if not series.joined(self.text[row[-1].whole.end : quantity.whole.start]):
                break
            row.append(quantity)
        return row

    def _goes_on(self, row: list[Quantity], words: str) -> bool:
        """True for the changes of a row just read (分别为x和y、增长a和b)."""
        items = self._memory.items[-len(row) :]
        rates = all(q.kind in RATIOS for q in row) and not any(d.quantity.kind in RATIOS for d in items)
        return rates and len(items) == len(row) and len(words) < 8 and phrases.growth(words) is not None

    def _pass(self, clause: Clause, quantity: Quantity, words: str) -> None:
        """Keep what a refused number tells about the next ones (7个首开项目中; 造林面积列前三位)."""
        noun = phrases.noun(self.text[quantity.whole.end : clause.span.end]) if quantity.kind in COUNTS else ""
        if noun.endswith("中"):
            self._memory.head = phrases.head_noun(noun)
        if ranked := _RANKED.search(phrases.tidy(words, self._owners.names(clause))):
            self._memory.base = ranked[1]

    def _each(self, clause: Clause, sentence: Span, quantity: Quantity, words: str, subject: Subject | None) -> list[Draft]:
        """A类和B类各1个: one draft a member; none if no members are named."""
        if (some := _LABELS.match(phrases.tidy(words) and words.lstrip("其中，"))) and len(self._memory.labels) > (size := "两三四".find(some[2]) + 2):
            labels = self._memory.labels[:size] if some[1] == "前" else self._memory.labels[-size:]
            rest = phrases.tidy(words[words.find(some[0]) + len(some[0]) :])
            return [
                Draft(quantity, label + rest, self.tracker.owner(subject, label), clause, sentence, "growth" if quantity.kind in RATIOS else "level")
                for label in labels
            ]
        if not words.endswith("各") or quantity.kind not in COUNTS:
            return []
        lead = phrases.tidy(words[:-1], self._owners.names(clause))
        owner = self.tracker.owner(subject, lead)
        parts = series.elements(lead, lead.count("、") + lead.count("和") + 1)
        return [Draft(quantity, self._namer.elliptic(part, "", quantity.unit), owner, clause, sentence, "level") for part in parts]

    def _single(self, clause: Clause, sentence: Span, quantity: Quantity, edges: tuple[int, int], subject: Subject | None) -> Draft:
        """The draft of one number between the ``edges`` of its words."""
        words = self.text[edges[0] : quantity.whole.start]
        if words.endswith(("、", "和", "及", "与")) and edges[0] > clause.span.start:
            words = ""
        entity = self._owners.described(quantity) or self._owners.invested(quantity, words, sentence)
        if subject and len(subject.keys) > 1 and _SUMMED.search(words):
            subject = Subject((), "unknown", subject.start)
        agent, deed = ("", "") if entity else self._owners.agent(quantity, clause)
        names = (*self._owners.before(subject, clause, quantity, words), *self._owners.names(clause))
        if entity or agent:
            subject = Subject((entity or agent,), "clause", quantity.core.start)
        if entity:
            self.tracker.topic = Subject((entity,), "passage", quantity.core.start)
        after = self.text[quantity.whole.end : edges[1]]
        indicator, role, comparison = (deed, "level", "") if agent else self._namer.name(words, after, quantity, names, bool(entity))
        owner = self.tracker.owner(subject, indicator)
        if indicator in ("户数", "人口") and owner and owner.keys and "合作社" in self.tracker.document.entities[owner.keys[0]].name:
            indicator = "社员"
        return Draft(quantity, indicator, owner, clause, sentence, role, comparison)
