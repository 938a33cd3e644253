"""Words of a post or occupation (Title), and the organ that a post implies: 市长 -> the city's government."""

from __future__ import annotations

import re
from dataclasses import dataclass

import ahocorasick_rs

from kg.model import Mention, Span
from kg.nlp._protocol import Context
from kg.nlp._words import Words, words
from kg.nlp.find._names import NameTables, border, person, tables
from kg.ontology import Ontology

NAME = "titles"

GOVERNOR = {
    "省长": "省政府", "市长": "市政府", "县长": "县政府", "区长": "区政府", "州长": "州政府", "旗长": "旗政府", "镇长": "镇政府", "乡长": "乡政府",
    "盟长": "盟行政公署", "专员": "行政公署", "村主任": "村委会", "村长": "村委会",
}  # fmt: skip
"""Head of a government -> that government, with the word for its level in place of its name."""

_PREFIX = re.compile("(?:原|时任|前|代理?|名誉|执行|常务|第一|第二|首席|高级|副)+$")
_LEADS = frozenset("省市县区州旗盟镇乡村副总原前")
"""Characters before a title that a dictionary may join with its first one (县委|书记, 副|局长)."""
_PARTY_HEADS = re.compile("(?:^|[、，兼和（：\n])(组织|宣传|统战|政法委|人武)(?=部长|书记)")
_CHAIR = re.compile("自治区(?:常务)?(?:副)?主席")
_ASSISTANT = re.compile("(?:省|市|县|区|州)长助理")


@dataclass(frozen=True, slots=True)
class _Table:
    machine: ahocorasick_rs.AhoCorasick
    rows: tuple[tuple[str, str], ...]


def _build(ontology: Ontology) -> _Table:
    rows = tuple((row["title"], row["kind"]) for row in ontology.table("titles"))
    machine = ahocorasick_rs.AhoCorasick(
        [title for title, _ in rows],
        matchkind=ahocorasick_rs.MatchKind.LeftmostLongest,
        implementation=ahocorasick_rs.Implementation.ContiguousNFA,
    )
    return _Table(machine, rows)


def find(text: str, context: Context) -> list[Mention]:
    """Title mentions (rule titles.KIND) and implied public bodies."""
    table = context.once(NAME, _build)
    cut = words(text)
    known = context.once("persons", tables)
    found: list[Mention] = []
    organs = {at for m in context.of("PublicBody") for at in range(m.span.start, m.span.end - 1)}
    for index, start, end in table.machine.find_matches_as_indexes(text):
        title, kind = table.rows[index]
        if (start in organs and end - 1 in organs) or (_crossed(cut, start, end) and not _named(text, end, known, cut)):
            continue
        prefix = _PREFIX.search(text, max(0, start - 5), start)
        begin = prefix.start() if prefix else start
        if title in GOVERNOR and _split_place(context, begin, text):
            found.append(Mention(Span(begin, end), "PublicBody", GOVERNOR[title], "implied", f"{NAME}.governor"))
        found.append(Mention(Span(begin, end), "Title", text[begin:end], rule=f"{NAME}.{kind}"))
    found += _party_heads(text)
    found += [Mention(Span(*m.span()), "PublicBody", "自治区政府", "implied", f"{NAME}.chair") for m in _CHAIR.finditer(text)]
    return found


def _named(text: str, at: int, known: NameTables, cut: Words) -> bool:
    """True if a full name with a strong border begins at ``at``, so that 班长|线某某 is cut in spite of 长线."""
    end = person(text, at, known, cut, strict=False)
    likely = all(char in known.given for char in text[at + 1 : end])
    if text[at : at + 2] in known.compound and end - at in (3, 4):
        return border(text, end, known) >= 2
    return end == at + 3 and border(text, end, known) >= (1 if likely else 2) and (likely or text[at] in known.common)


def _crossed(cut: Words, start: int, end: int) -> bool:
    """True if an everyday word runs over a border of the title: 市|长江, 主|席台, 国民|警."""
    first = cut.index(start)
    last = cut.starts[first] + len(cut.items[first][0])
    if cut.starts[first] < start and last < end and cut.text[cut.starts[first] : start] not in _LEADS:
        return True
    if end >= len(cut.text):
        return False
    index = cut.index(end)
    begin = cut.starts[index]
    return start <= begin < end and not cut.items[index][1].startswith("nr")


def _split_place(context: Context, begin: int, text: str) -> bool:
    """Make room for the post where a place runs into it (延吉|市长 was read as 延吉市|长); False for 村长-like compounds.

    The division keeps its name and loses the last character of its span.
    """
    if begin and text[begin - 1] in "小各片街林河湖库路段家" and text[begin] in "区市县镇":
        return False
    for index, mention in enumerate(context.mentions):
        span = mention.span
        if mention.type == "Division" and span.start < begin < span.end == begin + 1:
            context.mentions[index] = Mention(Span(span.start, begin), "Division", mention.name, mention.kind, mention.rule, mention.entity)
    return True


def _party_heads(text: str) -> list[Mention]:
    """县委常委、宣传部长: the department of the party committee that the row of posts is about."""
    found = []
    for match in _PARTY_HEADS.finditer(text):
        word = match[1]
        name = {"政法委": "政法委", "人武": "人民武装部"}.get(word, word + "部")
        end = match.end() + 2
        found.append(Mention(Span(match.start(1), end), "PublicBody", name, "implied", f"{NAME}.department"))
    return found
