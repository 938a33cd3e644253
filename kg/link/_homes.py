"""Which division an article speaks for: what 我市, 全县, 区委 mean in it."""

from __future__ import annotations

import re
from collections import defaultdict

from kg.link._letters import letters
from kg.link._work import Ref, Work

_GOING = re.compile("(?:赴|到|来到|走进|抵达|前往|奔赴|远赴|来自|在|从|访问|考察|对接|先后到|销往|运往)$")
_OURS = re.compile("(?:我|本)([省市县区州旗盟镇乡村])(?!级|地|科|报|文)")
_ALL = re.compile("(?:全|该)([省市县区州旗盟镇乡村])")
_NESTED = {"PublicBody": 3.0, "Zone": 1.0, "Project": 0.6, "Campaign": 1.0, "Event": 1.5, "Policy": 1.5, "Facility": 0.7, "Company": 0.15, "Organization": 0.15}
_UP = {"township": 0.8, "county": 0.4, "prefecture": 0.08, "province": 0.0}
_PUBLISHING = {"province": 1.5, "prefecture": 6.0, "county": 8.0}
"""What a publisher's or dateline's place weighs, by level: a province's paper writes about its cities."""
_FILE = 0.2
"""What a place named in another article of the file weighs, against one of this article."""
_FLOOR = 0.35
"""How much of its weight a division keeps if no deictic word of the article is of its level."""


def find_homes(work: Work) -> None:
    """Fill ``work.homes``: one division key an article, empty if nothing tells."""
    whole: dict[str, float] = defaultdict(float)
    weights = [_weights(work, page) for page in range(len(work.documents))]
    for weight in weights:
        for key, value in weight.items():
            whole[key] += value * _FILE
    for page, weight in enumerate(weights):
        mixed = {key: value + weight.get(key, 0.0) for key, value in whole.items()}
        work.homes.append(_best(work, mixed, _evidence(work, page)))


def _best(work: Work, weight: dict[str, float], evidence: dict[str, float]) -> str:
    total = sum(evidence.values())
    ranked = []
    for key, value in weight.items():
        division = work.division(key)
        if division is None or division.level == "country" or key.startswith(("division/foreign", "division/country")):
            continue
        share = evidence.get(letters(division), 0.0) / total if total else 1.0
        ranked.append((-value * (_FLOOR + (1 - _FLOOR) * share), key))
    return min(ranked)[1] if ranked else ""


def _evidence(work: Work, page: int) -> dict[str, float]:
    """How often the article points at a division of each level."""
    text = work.documents[page].text
    found: dict[str, float] = defaultdict(float)
    for match in _OURS.finditer(text):
        found[match[1]] += 6
    for match in _ALL.finditer(text):
        found[match[1]] += 2
    for ref in work.of("PublicBody", page=page):
        if ref.mention.rule in ("bodies.deictic", "titles.governor"):
            words = ref.mention.name
            found[words[:1]] += 1
    found.pop("村", None)
    return found


def _weights(work: Work, page: int) -> dict[str, float]:
    document = work.documents[page]
    weight: dict[str, float] = defaultdict(float)
    article = document.article
    for words in (article.publisher, article.region):
        _named_in(work, words, weight)
    outer: Ref | None = None
    first = True
    for ref in work.pages[page]:
        if ref.mention.kind == "implied":
            continue
        span = ref.mention.span
        inside = outer is not None and outer.mention.span.covers(span) and outer.mention.span != span
        if not inside:
            outer = ref
        if ref.mention.type != "Division" or not ref.key:
            continue
        value = _NESTED.get(outer.mention.type, 0.5) if inside and outer else _plain(document.text, span.start, span.start < article.body)
        if not inside and first:
            value, first = value + 1.5, False
        for up in work.chain(ref.key):
            weight[up] += value
            division = work.division(up)
            value *= _UP[division.level] if division and division.level in _UP else 0.8
    return weight


def _plain(text: str, start: int, title: bool) -> float:
    value = 3.0 if title else 1.5
    if _GOING.search(text, max(0, start - 3), start):
        value *= 0.4
    if text[start - 1 : start] == "、":
        value *= 0.5
    return value


def _named_in(work: Work, words: str, weight: dict[str, float]) -> None:
    """Weigh the first division that a publisher's name begins with: 延吉发布, 张家口日报."""
    for size in range(min(len(words), 8), 1, -1):
        found = [d for d in work.places.candidates(words[:size]) if d.level in _PUBLISHING]
        if found:
            weight[f"division/{found[0].code}"] += _PUBLISHING[found[0].level]
            return
