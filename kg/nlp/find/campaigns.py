"""Campaigns: quoted names with theme and head word, named drives without marks, parts of campaigns."""

from __future__ import annotations

import re

from kg.model import Mention, Span
from kg.nlp._campaigns import outermost, quotes, themed
from kg.nlp._edges import Walker
from kg.nlp._lexicon import Heads, Lexicon, heads, lexicon
from kg.nlp._protocol import Context
from kg.nlp._words import words
from kg.ontology import Ontology
from kg.patterns import begins, starting

NAME = "campaigns"

_ROUND = re.compile(r"第[一二三四五六七八九十\d]+[轮次批](?:专项)?(?:督查|整治|行动|检查|攻势|会战)")
_SPLIT = re.compile(r"(?:分|分为|分成|下设|设|包括|聚焦)([^，。；：“”\n\d]{4,40}?)(?:[0-9一二三四五六七八九十两]+)[个项大](专项(?:行动|整治)?|子行动)")
_BULLET = re.compile(r"(?m)^[◆●■▲★•▶\s]+([\u4e00-\u9fff]{2,8}(?:攻坚|攻坚行动|专项行动|提升行动))(?=——|：|:)")
_ANAPHOR = re.compile(
    r"(?:该|这场|此次|本次|这次|这一|本轮|此轮)(?:专项)?(?:行动|会战|攻坚|活动|攻势|整治|督查)|(?<=[，。；“\n])(?:会战|行动|攻坚|攻势)(?=期间|以来|结束|启动|开展|从|自|时限)"
)
_ANAPHOR_FIRST = begins(_ANAPHOR)


def find(text: str, context: Context) -> list[Mention]:
    """Campaigns of ``text``; a bare quoted name carries the full name that the text gives elsewhere."""
    names = lexicon(context)
    walker = Walker(words(text), names, context.mentions)
    found = themed(quotes(text, walker, names)) if "“" in text or "‘" in text else []
    inside = [m.span for m in found] + [m.span for m in context.of("Policy") if m.rule == "policies.title"]
    plain = _plain(text, context.once(NAME, _heads), walker, names)
    found += [m for m in plain if not any(span.covers(m.span) for span in inside)]
    found += _split(text)
    found = outermost(found)
    found += [Mention(Span(*m.span()), "Campaign", m.group(), "anaphor", f"{NAME}.anaphor") for m in starting(_ANAPHOR_FIRST, _ANAPHOR, text)]
    return found


def _heads(ontology: Ontology) -> Heads:
    return heads(ontology, "campaign_heads")


def _plain(text: str, table: Heads, walker: Walker, names: Lexicon) -> list[Mention]:
    """Drives named without quotation marks: 某领域综合整治百日攻坚行动."""
    found: list[Mention] = []
    for start, end, _, kind in table.find(text):
        edge = start if kind == "whole" else _edge(text, start, walker, names)
        content = text[edge:start]
        end += 2 if text.startswith("活动", end) and not text[start:end].endswith("活动") else 0
        if any(mark in content for mark in "“”") or not _named(content, edge, start, kind, walker):
            continue
        following = _ROUND.match(text, end)
        if following:
            found.append(_campaign(text, edge, following.end(), "round"))
            if kind != "sure" or "行动" not in text[start:end]:
                continue
        found.append(_campaign(text, edge, end, "parent" if following else "plain"))
    rounds = _rounds(text, found)
    spans = {m.span for m in rounds}
    return rounds + [m for m in found if m.span not in spans]


def _edge(text: str, at: int, walker: Walker, names: Lexicon) -> int:
    def stop(word: str, tag: str) -> bool:
        return (word in names.bounds and word not in names.roles["campaign.theme"]) or word == "和" or tag in ("r", "p", "c", "uj", "ul") or word.isdigit()

    edge = walker.left(at, stop, over=False)
    if text[edge - 1 : edge] == "和":
        more = walker.left(edge - 1, stop, over=False)
        edge = more if more in walker.by_end else edge
    return walker.strip(edge, at, lambda word, tag: word in names.roles["campaign.area"] or word in names.verbs or word in ("的", "了", "年", "深入", "持续"))


def _named(content: str, edge: int, start: int, kind: str, walker: Walker) -> bool:
    """True if the words before the head say which drive it is."""
    tokens = [word for word, _ in walker.words.within(edge, start)]
    if kind == "whole":
        return True
    if not tokens or all(word in walker.names.roles["campaign.class"] for word in tokens) or len(content) > 26:
        return False
    placed = edge in walker.by_end
    least = {"sure": 2, "drive": 4, "deed": 6}[kind]
    return len(content) >= least and (kind != "deed" or placed)


def _rounds(text: str, found: list[Mention]) -> list[Mention]:
    """第五轮专项督查 alone, after a full 甲行动第四轮专项督查."""
    full = max((m.name for m in found if _ROUND.search(m.name)), key=len, default="")
    made = []
    for match in _ROUND.finditer(text):
        known = _ROUND.search(full)
        if known:
            start = min((m.span.start for m in found if m.span.end == match.end()), default=match.start())
            name = full[: known.start()] + match.group()
            made.append(Mention(Span(start, match.end()), "Campaign", name, rule=f"{NAME}.round"))
    return made


def _split(text: str) -> list[Mention]:
    """Parts without marks: 分甲地、乙地、丙地3个专项."""
    made = []
    for match in _SPLIT.finditer(text):
        head = match.group(2)
        for piece in re.finditer(r"[^、和]{2,8}", match.group(1)):
            start = match.start(1) + piece.start()
            name = piece.group() + head
            made.append(Mention(Span(start, start + len(piece.group())), "Campaign", name, rule=f"{NAME}.part"))
    return made + [_campaign(text, *m.span(1), "part") for m in _BULLET.finditer(text)]


def _campaign(text: str, start: int, end: int, rule: str) -> Mention:
    name = text[start:end]
    if name.startswith("创建"):
        name = name[2:] + "创建"
    return Mention(Span(start, end), "Campaign", name, rule=f"{NAME}.{rule}")
