"""Organisations that are no organs of state and no enterprises: societies, schools, hospitals, institutes, media, teams."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.model import Mention, Span
from kg.nlp._brands import brandlike
from kg.nlp._edges import Walker
from kg.nlp._lexicon import Heads, Lexicon, heads, lexicon
from kg.nlp._protocol import Context
from kg.nlp._words import words
from kg.ontology import Ontology
from kg.patterns import begins, starting

NAME = "organizations"

_LEVELLED = ("红十字会", "广播电视台", "电视台", "委党校", "人民医院", "中医院", "中医医院", "妇幼保健院", "中心医院", "疾控中心", "第一中学", "第一小学")
"""Heads that the level of an area alone names: 市红十字会."""
_LEVEL = re.compile(r"(?:[市县区州省旗盟]|中华全国|全国|中国)$")
_NO_SHORT = re.compile(r"[区学街路镇村小中附荒乌口门]|街道")
_NOT_AFTER = re.compile(r"生(?!命|物|态|产)|城|路|街|毕业|学历|本科|专科|文凭|章程|会员|食堂|宿舍")
_LEAGUE = re.compile(r"(?:中国)?共青团[\u4e00-\u9fff]{2,8}?(?:委员会|[省市县区州旗盟镇乡]委)|团[省市县区州旗盟]委(?![员会])")
_LEAGUE_FIRST = begins(_LEAGUE)
_AFTER = {
    "society": re.compile(r"[\u4e00-\u9fff]{2,5}(?:分会|办事处|代表处)"),
    "school": re.compile(
        r"[（(][\u4e00-\u9fff]{2,6}[）)]|(?:(?![共联合与和])[\u4e00-\u9fff]){2,4}(?:分校|校区|研究院)|(?:(?<=大学)|(?<=学院))(?:(?![和及]|职业)[\u4e00-\u9fff]){2,9}?学院(?!派)"
    ),
    "lab": re.compile(r"[\u4e00-\u9fff]{2,6}(?:研发中心|分院|分所|试验站|工作站|分中心)"),
}
"""What continues the name behind a head of that kind."""
_SITE = re.compile(
    r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2,4}网(?=(?:[\u4e00-\u9fff]{2,6}?(?:地区|频道|分公司|分站|运营中心))?(?:副?总?负责人|副?总编辑|副?主编|总监|副?主任|主播|总经理))"
)
"""A news site known by who speaks for it: 甲乙网某地频道主编."""
_META = re.compile(r"(?:首席|全媒体|见习|实习)?(?:记者|通讯员|编辑|供稿|供图|\s*\d{1,2}月\d{1,2}日讯|提供|项目)|[）)\s]*\n|[）)]$")


def find(text: str, context: Context) -> list[Mention]:
    """Organisations of ``text``; classes (行业协会, 医院) are none."""
    names = lexicon(context)
    walker = Walker(words(text), names, context.of("Division", "Zone", "Company", "PublicBody"))
    league = [_organization(text, *m.span(), "league") for m in starting(_LEAGUE_FIRST, _LEAGUE, text)]
    found: list[Mention] = []
    for start, end, head, kind in context.once(NAME, _heads).find(text):
        if kind == "short":
            if walker.words.aligned(start, end) and not _NO_SHORT.match(text, end):
                found.append(_organization(text, start, end, kind))
            continue
        if kind == "school" and _NOT_AFTER.match(text, end):
            continue
        edge = _edge(text, start, kind, walker, names)
        branch = _AFTER[kind].match(text, end) if kind in _AFTER else None
        end = branch.end() if branch else end
        if edge < start and not _META.match(text, end) and _named(text, edge, start, head, kind, walker, names):
            found.append(_organization(text, edge, end, kind))
    found += league
    found += [_organization(text, *m.span(), "media") for m in _SITE.finditer(text)]
    titles = [Span(*match.span()) for match in re.finditer(r"《[^《》\n]+》", text)]
    return _one_name([m for m in found if not any(span.covers(m.span) for span in titles)])


def _one_name(found: list[Mention]) -> list[Mention]:
    """Without names inside longer ones; teams that end alike carry the longest name."""
    outer = [m for m in found if not any(o.span != m.span and o.span.covers(m.span) for o in found)]
    teams = sorted((m.name for m in outer if m.rule.endswith("team")), key=len)
    long = {name[-7:]: name for name in teams if len(name) > 7}
    return [replace(m, name=long.get(m.name[-7:], m.name)) if m.rule.endswith("team") else m for m in outer]


def _heads(ontology: Ontology) -> Heads:
    return heads(ontology, "organization_heads")


def _edge(text: str, at: int, kind: str, walker: Walker, names: Lexicon) -> int:
    def stop(word: str, tag: str) -> bool:
        if kind == "team" and word in names.roles["campaign.area"]:
            return False
        if word in (
            "服务",
            "合作",
            "交流",
            "研究",
            "创新",
            "发展",
            "投资",
            "采访",
            "调研",
            "工业",
            "工程",
            "应用",
            "推广",
            "宣传",
            "教育",
            "学习",
            "运动",
            "联合",
        ):
            return False
        if len(word) == 1 and word in names.roles["brand.soft"]:
            return False
        if tag == "v" and len(word) > 1 and word not in names.lines:
            return True
        return (
            word in names.bounds
            or word in ("和", "以及", "企业", "公司")
            or tag in ("r", "p", "c", "uj", "ul", "d", "q")
            or (tag == "m" and word not in "百千万三五七八九" and not word.startswith("第"))
            or tag == "t"
        )

    edge = walker.left(at, stop, through="”" if kind == "team" else "")
    return walker.strip(edge, at, lambda word, tag: word in names.verbs or word in names.leads or word in ("上", "中", "里", "于"))


def _named(text: str, edge: int, start: int, head: str, kind: str, walker: Walker, names: Lexicon) -> bool:
    """True if the words before the head are a name or the area of a mass organisation."""
    placed = edge
    while placed in walker.by_start and walker.by_start[placed] <= start:
        placed = walker.by_start[placed]
    lead = text[edge:start]
    if kind == "mass":
        return (placed == start > edge and edge in walker.codes) or lead in ("中国", "全国", "中华全国", "市", "县", "区", "州", "省", "旗", "盟")
    if len(lead) > 24:
        return False
    tokens = walker.words.within(placed, start)
    own = [(word, tag) for word, tag in tokens if word not in names.roles["organization.class"] and word not in names.lines]
    if "“" in lead:
        return True
    if placed > edge and tokens and tokens[0][0] in ("建", "设", "办", "开", "有", "在", "新", "各"):
        return False
    if placed > edge:
        return placed < start or kind in ("society", "school", "clinic", "media", "lab")
    if lead[0] in "市县区州省旗" and kind in ("society", "clinic", "media", "school"):
        return len(lead) > 1 or head in _LEVELLED
    if lead.startswith(("中国", "全国", "中华", "国际", "世界", "国家")):
        return len(lead + head) > 5
    if kind in ("school", "clinic", "lab") and walker.behind_places(edge, start) > edge:
        return True
    return brandlike(own, names) and len(lead) <= 14


def _organization(text: str, start: int, end: int, rule: str) -> Mention:
    return Mention(Span(start, end), "Organization", text[start:end], rule=f"{NAME}.{rule}")
