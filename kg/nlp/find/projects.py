"""Projects: by capacity (年产5万吨…项目), by head noun with a name of its own, in lists and in numbered lists of projects."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.model import Mention, Span
from kg.nlp._edges import Walker, phase
from kg.nlp._lexicon import Heads, heads, lexicon
from kg.nlp._projects import Grounds, owner
from kg.nlp._protocol import Context
from kg.nlp._stretches import priced, stretches
from kg.nlp._words import words
from kg.ontology import Ontology
from kg.patterns import begins, starting

NAME = "projects"

_NUMBER = r"(?:\d+(?:[.,]\d+)*|\*+|百(?=[万亿])|千(?=[万亿]))"
_UNIT = (
    r"(?:[十百千万亿]*(?:吨级?|公斤|千克|兆瓦时?|千瓦时?|千伏|立方米|标方|方|头|只|羽|套|台套?|辆|件|平方米|平方公里|亩|公里|米|瓶|箱|片|张|锭|枚|株|条|块|支|颗|粒|床|户|桶|袋|听|罐|双|英寸|安时|升|组)"
    r"|[GMK]Wh?|GWH|MWH|[kK][vVwW]h?|万?kVA|Nm3/h|[TPE]?FLOPS|PB)"
)
_CAPACITY = re.compile(
    rf"(?:(?:年|日|月)(?:产|加工|处理|生产|屠宰|出栏|存栏|供|发电|饲养|吞吐|回收|冶炼|印染|精炼|仓储){{1,2}}[\u4e00-\u9fff]{{0,4}}?)?(?:\d+×)?{_NUMBER}[余多]?{_UNIT}(?:[/／](?:年|日|天|a|d|h))?"
)
_CAPACITY_FIRST = begins(_CAPACITY)
_PRODUCT = r"(?:(?!(?<![高中初平])等(?!离子|级|静压|温))[^，。；：！？、,;:!?\n\s“”《》的了在是将与占已]){1,28}?"
_BODY = re.compile(
    rf"({_PRODUCT})(?:(?:建设|扩建|改扩建|改造|技改|新建|示范|示范性)?(?:项目|工程)|生产线(?:建设)?(?:项目)?|中试线(?:项目)?|(?:生产|加工|制造|养殖|种植|储备)?基地(?:建设)?(?:项目)?|(?:发电)?机组(?:项目)?|电站(?:项目)?|产业园(?:项目)?|工厂(?:项目)?)"
)
_WASTE = re.compile(r"^(?:以上|以下|左右|多|余|的)")
_NUMBERED = re.compile(r"(?m)^\s*(?:[（(]?\d+[）)．.、]|[（(]?[一二三四五六七八九十]+[）)、．.])\s*([^\n，。：；]{4,60})[。，：；]")
_ROWS = re.compile(r"(?m)^[^\n]+$")
_CELL = re.compile(
    r"(?:(?<=[ \t\n])|^)(?:\d{1,3}[.、．]?(?=[\u4e00-\u9fff]))?((?!\d+万?元)[^\s，；：。、]{3,50}(?:项目|工程|基地|产业园|生产线|电站|改造|平台|中心)(?:[（(][一二三四]期[）)]|[一二三四]期)?)(?=[ \t]|$)",
    re.M,
)
_COUNTED = re.compile(r"共?\d+余?[个项]$|^全[市县区州]")
_HEADED = re.compile(
    r"(?m)^[ \t\u3000]*(?:[（(]\d+[）)]|\d+[.．、])[ \t]*([^\n，。：；]{4,60}?)[ \t]*\n[ \t\u3000]*(?=建设单位|项目单位|业主单位|责任单位|总投资|建设内容|建设规模|建设地点|领办领导|包保领导|包抓领导|牵头单位)"
)
_FIELDS = re.compile(r"总投资|年度计划投资|建设单位|包保领导|责任单位|建设规模|建设内容|完成时限|责任领导|牵头单位|项目单位")
_NOT_AFTER = re.compile(
    r"部|办|组|化|机械|师|学|院|局|有限|公司|集团|量|质量|技术|车|款|处|指挥|秘书|库|清单|台账|审批|谋划|储备|包保|观摩|推介|对接|路演|招商|专班|负责制|经理部|管理|事务|服务中心|"
    r"建设(?!现场|工地|一线|用地|进度|单位|者|投产|完成|正|已|项目|工程)|推进(?:会|大会|中心)"
)
_PHASES = re.compile(r"(?:[一二三四五六]期|[A-Z]区|\d+#)(?:工程|项目)?")
_REACH = re.compile(r"[（(][\u4e00-\u9fff]{2,8}段[）)]")
_OPENING = re.compile(r"(?:^|[，。；：“！？\s])([\u4e00-\u9fffA-Za-z\d]{4,18})$")
_TOLD = re.compile(
    r"(?:规划|计划|预计)?(?:总投资|总占地|占地|用地|建筑面积|建成|达产|投产|位于|主体|厂房|于\d|自\d|已|目前|由|分[一二两三]期|全部|正式|正在|一期)"
)
_FIRST = re.compile(r"[（(]?一期(?:工程)?[）)]?$")
_LATER = re.compile(r"[^。；！？\n]{0,60}?[，；](二期)(?:工程|项目)?(?=计划|正在|将|预计|拟|明年|今年|已|也|\d|建成|开工|动工|投产|总投资|主体)")
_ANAPHOR = re.compile(r"(?:该|本|此|这个|这一)(?:项目|工程|生产线|基地|电站)(?!办|部|组)|(?<=[，。；“\n])项目(?=[总占建位由自于计预已投全主一二建]|达产|规划)")
_ANAPHOR_FIRST = begins(_ANAPHOR)


def find(text: str, context: Context) -> list[Mention]:
    """Projects of ``text``, and the companies that only a project name gives away."""
    names = lexicon(context)
    walker = Walker(words(text), names, context.of("Division", "Company", "Zone", "Facility", "Organization"))
    works = frozenset(m.span.end for m in context.of("Zone", "Facility", "Organization"))
    grounds = Grounds(context.once(f"{NAME}.classes", _classes), names, context.of("Company"), works)
    found = _by_capacity(text, walker, grounds)
    found += _by_head(text, context.once(NAME, _heads), walker, grounds, {m.span.end for m in found})
    found += _numbered(text, found)
    found += [_project(text, *s, "stretch") for s in _apart(text, context, found)]
    found += _by_list(text, walker, grounds, found)
    found = _whole(found)
    found += _again(text, context.once(NAME, _heads), found)
    found += [m for project in found for m in _second(text, project)]
    found += [m for project in found for m in owner(text, project, walker, grounds)]
    found += [Mention(Span(*m.span()), "Project", m.group(), "anaphor", f"{NAME}.anaphor") for m in starting(_ANAPHOR_FIRST, _ANAPHOR, text)]
    return found


def _apart(text: str, context: Context, found: list[Mention]) -> list[tuple[int, int]]:
    """Works without a head word that no project found so far covers."""
    spans = [*stretches(text, context), *priced(text)]
    return [(s.start, s.end) for s in spans if not any(m.span.covers(s) or s.covers(m.span) for m in found)]


def _heads(ontology: Ontology) -> Heads:
    return heads(ontology, "project_heads")


def _classes(ontology: Ontology) -> frozenset[str]:
    return frozenset(row["word"] for row in ontology.table("project_classes"))


def _by_capacity(text: str, walker: Walker, grounds: Grounds) -> list[Mention]:
    """年产5万吨某纤维项目（一期） with the owner or place in front of it."""
    found = []
    for match in starting(_CAPACITY_FIRST, _CAPACITY, text):
        body = _BODY.match(text, match.end())
        if not body or _WASTE.match(text[match.end() : match.end() + 2]) or not grounds.product(body.group(1), body.start(1), walker):
            continue
        at = match.start()
        edge = at if grounds.built(walker, at) else grounds.edge(walker, at)
        found.append(_project(text, edge, _tail(text, body.end()), "capacity"))
    return found


def _tail(text: str, end: int) -> int:
    """``end`` after a phase: （一期）, 二期, 三期工程, B区."""
    closed = phase(text, end)
    if closed > end:
        return closed
    match = _PHASES.match(text, end)
    return match.end() if match else end


def _by_head(text: str, table: Heads, walker: Walker, grounds: Grounds, done: set[int]) -> list[Mention]:
    found = []
    for start, end, _, kind in table.find(text):
        last = _tail(text, end)
        if last in done or not _heading(text, start, last, kind, walker) or _NOT_AFTER.match(text, end):
            continue
        edge = grounds.edge(walker, start)
        if edge < start and grounds.specific(walker, edge, start) and (kind == "sure" or edge in walker.by_start):
            found.append(_project(text, edge, last, "head"))
    return found


def _heading(text: str, start: int, end: int, kind: str, walker: Walker) -> bool:
    """True if the head word may close a project name here; 改造 alone only behind works of a place or firm, before a mark."""
    return kind == "sure" or (kind == "works" and text[end : end + 1] in set("。，、；") and bool(walker.by_end))


def _numbered(text: str, found: list[Mention]) -> list[Mention]:
    """Items of a numbered list whose lines go on with the fields of a project: 6．甲产业园B区。总投资…"""
    spans = {m.span for m in found}
    made = []
    if "项目名称" in text:
        made += _table(text, text.index("项目名称"), spans)
    for match in _NUMBERED.finditer(text):
        line = text[match.end() : text.find("\n", match.end()) if "\n" in text[match.end() :] else len(text)]
        if _FIELDS.match(line) and not _COUNTED.search(match.group(1)) and Span(*match.span(1)) not in spans:
            made.append(_project(text, *match.span(1), "numbered"))
    made += [_project(text, *m.span(1), "numbered") for m in _HEADED.finditer(text) if Span(*m.span(1)) not in spans]
    return made


def _table(text: str, start: int, spans: set[Span]) -> list[Mention]:
    """Cells of a table with a column 项目名称 that end in a head word of projects; a sentence ends the table."""
    made = []
    for row in _ROWS.finditer(text, text.find("\n", start) if "\n" in text[start:] else len(text)):
        if "。" in row.group():
            break
        cells = (Span(*cell.span(1)) for cell in _CELL.finditer(text, row.start(), row.end()))
        made += [_project(text, span.start, span.end, "row") for span in cells if span not in spans]
    return made


def _whole(found: list[Mention]) -> list[Mention]:
    """A work named without its stretch takes the name with it: 甲江整治工程 for 甲江整治工程（乙段）."""
    names = {m.name for m in found}
    made = []
    for mention in found:
        longer = [name for name in names if name.startswith(mention.name) and _REACH.fullmatch(name, len(mention.name))]
        made.append(replace(mention, name=longer[0]) if len(longer) == 1 else mention)
    return made


def _again(text: str, table: Heads, found: list[Mention]) -> list[Mention]:
    """A known project under a shorter name at the head of a clause: 甲乙面粉项目总投资… after 某省甲乙食品面粉加工项目."""
    made = []
    for start, end, _, kind in table.find(text):
        match = _OPENING.search(text, max(start - 20, 0), start)
        if kind != "sure" or not match or not _TOLD.match(text, end) or any(m.span.end == end for m in found):
            continue
        name = text[match.start(1) : end]
        longer = {m.name for m in found if m.name != name and m.span.start < start and _shortened(name, m.name)}
        if len(longer) == 1:
            made.append(_project(text, match.start(1), end, "again"))
    return made


def _shortened(short: str, long: str) -> bool:
    """True if ``long`` holds the characters of ``short`` in their order, its first two and last four side by side."""
    rest = iter(long[long.find(short[:2]) + 2 :])
    return short[:2] in long and long.endswith(short[-4:]) and all(char in rest for char in short[2:])


def _second(text: str, project: Mention) -> list[Mention]:
    """The second phase that the same sentence tells of: 甲项目（一期）去年投产，二期正在安装设备."""
    first = _FIRST.search(project.name)
    match = _LATER.match(text, project.span.end) if first else None
    if not first or not match:
        return []
    name = project.name[: first.start()] + "（二期）"
    return [Mention(Span(*match.span(1)), "Project", name, rule=f"{NAME}.phase")]


def _by_list(text: str, walker: Walker, grounds: Grounds, found: list[Mention]) -> list[Mention]:
    """The members of a list that ends in 等N个项目, or that stand beside a sure project."""
    spans = {m.span for m in found}
    return [_project(text, start, end, "list") for start, end in grounds.listed(text, walker, sorted(spans)) if Span(start, end) not in spans]


def _project(text: str, start: int, end: int, rule: str) -> Mention:
    name = re.sub(r"\s|(?:年产|日产|年加工|年处理)?\*+(?:万?吨|台|套)?", "", text[start:end]).strip("“”")
    return Mention(Span(start, end), "Project", name, rule=f"{NAME}.{rule}")
