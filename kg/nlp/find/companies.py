"""Companies: by legal form, by head noun, by line of business, in lists of companies, and by short form."""

from __future__ import annotations

import re

from kg.model import Mention, Span
from kg.nlp._brands import brand_of, brandlike
from kg.nlp._edges import Walker
from kg.nlp._firms import Stops, after_lists, outer, same_as, short_forms
from kg.nlp._lexicon import Heads, Lexicon, automaton, heads, lexicon
from kg.nlp._protocol import Context
from kg.nlp._words import words
from kg.ontology import Ontology
from kg.patterns import begins, starting

NAME = "companies"

_BRANCH = re.compile(r"(?:股份有限公司|有限公司)?[\u4e00-\u9fff]{1,8}?(?:分行|支行|分公司|营业部|分理处)")
_WORKSHOP = re.compile(r"[站段厂][\u4e00-\u9fff]{2,4}$")
_POST = re.compile(
    r"(?:党委书记|党支部书记|党组书记|董事长|董事会|副?总经理|执行总裁|总裁|创始人|联合创始人|首席|总工程师|项目负责人|负责人|副?厂长|副?矿长|执行董事|营销总监|副?经理|外贸部|采购部|市场部)"
)
_STRONG_NOT_AFTER = re.compile(r"[园馆城厅局院部处委会所站区界学展行市业型类性化级链圈带]|企业|协会|大学|基地|集群|大会")
_NOT_AFTER = re.compile(
    r"商务|新城|新区|大厦|[园馆城厅局院部处委会所站区界学展产行市场业型类性化级品链圈带]|企业|协会|大学|项目建设|项目(?=[\d，。、；])|基地|集群|工业|技术|服务|人才|发展|中心|孵化|创业|资源|装备|设备|材料|产品|工程|特派"
)
_TRADES = frozenset(["技术", "信息", "数据", "工程", "设备", "装备", "智能", "管理", "投资", "建设", "设计", "检测", "文化", "健康", "旅游"])
"""Vague lines of business that may close a firm's name behind another line (甲食品技术)."""
_ALONE = (
    "煤矿",
    "露天煤矿",
    "露天矿",
    "铁矿",
    "金矿",
    "铜矿",
    "农场",
    "牧场",
    "电厂",
    "热电厂",
    "发电厂",
    "水电厂",
    "核电厂",
    "水泥厂",
    "钢铁厂",
    "糖厂",
    "酒厂",
    "盐场",
    "种马场",
)
"""Works that a place alone names."""
_NO_FIRM = re.compile(r"大学|学院|研究|协会|大厦|广场|杯|医院|职业|小学|中学|云")
_VISIT = ("来到", "走进", "走访", "拜访", "走访了", "拜访了", "考察了", "参观了", "到访", "走入", "前往", "深入", "在", "到")
_BUREAU = re.compile(
    r"(?:中铁|中交|中建|中国水电|中国电建|中国能建)(?:[一二三四五六七八九十]{1,3}|[\u4e00-\u9fff]{2})(?:工程|航务|公路|隧道|冶金)?局(?:集团)?(?:有限公司)?"
)
_ANAPHOR = re.compile(
    r"(?:该|这家|此|这个)(?:公司|企业|集团|厂|矿|合作社|农场|银行)|(?<=[，。；“\n])公司(?!法|章程|债)|(?<=[，。；“\n])企业(?=负责人)|(?<=[，。；“\n])合作社(?=[有现已共]|今年|去年|目前)"
)
_ANAPHOR_FIRST = begins(_ANAPHOR)
_CAPACITY = re.compile(r"年产|年加工|年处理|日产|日处理|[\d.]+(?:万|亿)?(?:吨|千瓦|[MGk]W|立方|套|台|辆|头|只|平方)")


def find(text: str, context: Context) -> list[Mention]:
    """Companies of ``text``: full names first, then what only a list, a post or a short form gives away."""
    if not text:
        return []
    names = lexicon(context)
    walker = Walker(words(text), names, context.of("Division"))
    stops = Stops(names)
    found = _by_head(text, context.once(NAME, _heads), walker, stops)
    spans = [m.span for m in found]
    bureaus = (_company(text, *m.span(), "bureau") for m in _BUREAU.finditer(text))
    found += [m for m in bureaus if not any(span.overlaps(m.span) for span in spans)]
    found += short_forms(text, found, walker)
    found += _by_line(text, context.once(f"{NAME}.lines", _lines), walker, stops, found)
    found += after_lists(text, walker, stops, found)
    found = same_as(outer(found), walker)
    found += [Mention(Span(*m.span()), "Company", m.group(), "anaphor", f"{NAME}.anaphor") for m in starting(_ANAPHOR_FIRST, _ANAPHOR, text)]
    return found


def _heads(ontology: Ontology) -> Heads:
    return heads(ontology, "company_heads")


def _lines(ontology: Ontology) -> Heads:
    rows = tuple((row["word"], row["kind"]) for row in ontology.table("industries") if row["kind"] != "product")
    return Heads(automaton([word for word, _ in rows]), rows)


def _by_head(text: str, table: Heads, walker: Walker, stops: Stops) -> list[Mention]:
    found: list[Mention] = []
    for start, end, _, kind in table.find(text):
        edge = start
        if kind.startswith("known") and (_NO_FIRM.match(text, end) or not walker.words.aligned(start, end)):
            continue
        if not kind.startswith("known"):
            edge = stops.edge(walker, start, kind in ("legal", "coop", "group", "plain"))
            if edge >= start or not _named(text, edge, start, kind, walker, stops.names):
                continue
        if kind == "works" and walker.by_start.get(edge) == end:
            continue
        if kind.endswith("bank"):
            branch = _BRANCH.match(text, end)
            end = branch.end() if branch else end
        found.append(_company(text, edge, end, f"head.{kind}"))
        found += _parents(text, edge, start, walker, stops.names)
    return [mention for mention in found if not re.search(r"[*＊某]", mention.name)]


def _named(text: str, edge: int, start: int, kind: str, walker: Walker, names: Lexicon) -> bool:
    """True if what stands before the head word is a name and not a class (能源公司, 种植合作社)."""
    placed = _after_places(edge, start, walker)
    if kind == "shop":
        return placed > edge and _WORKSHOP.search(text, edge, start) is not None
    tokens = walker.words.within(placed, start)
    brand = brand_of(text[placed:start], tokens, names)
    if kind == "legal":
        return start - placed >= 2 and (brand != "" or placed > edge)
    if kind == "coop":
        return brand == "sure" or (placed > edge and brand != "")
    if text[edge - 1 : edge] == "“" or (kind != "plain" and start - edge > 12 and "集团" not in text[edge:start]):
        return False
    if kind == "bank":
        return text[start - 2 : start] != "人民" and (placed > edge or brand == "sure")
    if kind == "works":
        alone = start == placed > edge and text.startswith(_ALONE, start)
        return alone or brand == "sure" or (brand == "word" and (placed > edge or _works_name(tokens)))
    return _group_name(text, edge, walker.behind_places(edge, start), start, kind, brand, tokens)


def _works_name(tokens: list[tuple[str, str]]) -> bool:
    """True for one common noun before a farm or mine: 东风|农场."""
    return len(tokens) == 1 and 2 <= len(tokens[0][0]) <= 4 and tokens[0][1][0] == "n"


def _group_name(text: str, edge: int, placed: int, start: int, kind: str, brand: str, tokens: list[tuple[str, str]]) -> bool:
    """True if 集团 or 公司 has a name in front: an unknown brand, a place, or a common word with a line of business."""
    if brand == "sure" or (placed > edge and start > placed):
        return True
    if kind == "group" and start - edge >= 2 and (text[edge] in "省市州县区盟旗" or text.startswith("集团公司", start)):
        return True
    if re.search("第[一二三四五六七八九十]", text[placed:start]):
        return True
    noun = len(tokens) > 1 and 2 <= len(tokens[0][0]) <= 3 and tokens[0][1][0] in "nrzsai"
    return brand == "word" and noun and (kind == "group" or _POST.match(text, start + 2) is not None)


def _parents(text: str, edge: int, head: int, walker: Walker, names: Lexicon) -> list[Mention]:
    """The companies at the front of a chain that has names of three levels: 甲集团乙煤业丙煤矿."""
    group = text.find("集团", edge, head)
    if group < edge + 2:
        return []
    for end in range(head - 1, group + 4, -1):
        line = next((size for size in (4, 3, 2) if names.lines.get(text[end - size : end]) == "strong"), 0)
        if line and end - line >= group + 4:
            return [_company(text, edge, group + 2, "parent"), _company(text, edge, end, "parent")]
    return []


def _by_line(text: str, table: Heads, walker: Walker, stops: Stops, found: list[Mention]) -> list[Mention]:
    """Brand and line of business without a legal form: 甲省乙禾生物科技, 丙剑铜业."""
    made: list[Mention] = []
    taken = sorted((m.span.start, m.span.end) for m in found)
    runs = _runs(table.find(text))
    for start, end, kind in runs:
        if any(left <= start < right for left, right in taken) or (_STRONG_NOT_AFTER if kind == "strong" else _NOT_AFTER).match(text, end):
            continue
        edge = stops.edge(walker, start, False)
        placed = _after_places(edge, start, walker)
        brand = walker.words.within(placed, start)
        if (kind == "vague" and placed > edge) or not 2 <= start - placed <= 8 or any(right == edge for _, right in taken):
            continue
        if text[placed] in "可年日月每将" or any(m.span.start == edge and m.span.end < end for m in made):
            continue
        visited = text[max(edge - 4, 0) : edge].endswith(_VISIT) and text[end : end + 1] in set("，、。等；")
        sure = kind == "strong" or visited or _POST.match(text, end) or _CAPACITY.match(text, end)
        if _branded(brand, placed > edge or visited, kind == "strong" or visited, stops.names) and (
            sure or (kind != "vague" and placed > edge and start - placed <= 4)
        ):
            made.append(_company(text, edge, end, f"line.{kind}"))
    return made


def _branded(tokens: list[tuple[str, str]], placed: bool, strong: bool, names: Lexicon) -> bool:
    """True if the words in front of a line of business are a brand; after a place any uncommon word will do."""
    if any(len(w) > 3 or (len(w) > 1 and w in names.verbs) for w, _ in tokens):
        return False
    if brandlike(tokens, names):
        return True
    fresh = [w for w, t in tokens if w not in names.lines and w not in names.leads and w not in names.roles["company.generic"] and t not in ("v", "vn", "t")]
    lone = 2 <= len(tokens) <= 4 and all(len(w) == 1 for w, _ in tokens)
    return placed and (lone or (strong and len(fresh) == len(tokens)))


def _runs(hits: list[tuple[int, int, str, str]]) -> list[tuple[int, int, str]]:
    """Lines of business that stand side by side, as one: 矿业 + 科技."""
    runs: list[tuple[int, int, str]] = []
    for start, end, word, kind in hits:
        if runs and runs[-1][1] == start and kind == "vague" and runs[-1][2] != "vague" and word not in _TRADES:
            continue
        if runs and runs[-1][1] == start:
            first = runs.pop()
            if first[2] == "strong" and kind != "strong":
                runs.append(first)
                continue
            start, kind = first[0], kind if kind != "vague" else first[2]
        runs.append((start, end, kind))
    return runs


def _after_places(edge: int, limit: int, walker: Walker) -> int:
    """``edge`` moved right over the places that begin there."""
    while edge in walker.by_start and walker.by_start[edge] <= limit:
        edge = walker.by_start[edge]
    return edge


def _company(text: str, start: int, end: int, rule: str) -> Mention:
    return Mention(Span(start, end), "Company", text[start:end], rule=f"{NAME}.{rule}")
