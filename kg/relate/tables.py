"""Rows of a table in the text: project, builder, place, who is in charge, under a head line of column names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.model import Fact
from kg.relate._facts import fact
from kg.relate._lines import Found, Line, slots
from kg.relate._scene import Scene
from kg.relate._seats import governments
from kg.relate._titles import HEAD

NAME, LEADER, UNIT, BUILDER, PLACE, OTHER = "name", "leader", "unit", "builder", "place", "other"
_COLUMNS = (
    (NAME, re.compile(r"^(?:项目|工程)(?:名称)?$|名称$")),
    (
        BUILDER,
        re.compile(r"(?:建设|业主|投资|实施|承建|施工|项目|承担|申报|运营)(?:单位|主体|业主|方|企业)|^业主|^企业|法人单位"),
    ),
    (
        LEADER,
        re.compile(r"链长|领导$|(?:包保|包联|包抓|牵头|责任|负责|联系|领办|挂点)人|负责人|指挥长|项目秘书|联络员|首席服务员"),
    ),
    (UNIT, re.compile(r"(?:责任|牵头|包保|包联|推进|主管|服务|包抓|主责|监管)(?:单位|部门)")),
    (PLACE, re.compile(r"地点|地址|位置|所在地|落户|园区|县区|区县|乡镇")),
)
_NUMBER = re.compile(r"^[\d.,，％%+—\-]+(?:万|亿)?元?$")
_SPLIT = slots(r"[ \t\u3000|]+|(?<=\d)(?={Any})|(?<=\d[.、．])(?={Any})")
_TASK = re.compile(r"(?:项目|工程|基地|生产线|中心|园)(?:（[^（）]*）)?$")
_POST = re.compile(HEAD + "$")
_ORGANS = "PublicBody|Organization|Company|Division|Zone"


@dataclass(frozen=True, slots=True)
class _Cell:
    start: int
    end: int
    kind: str


@dataclass
class _Table:
    columns: list[str]
    above: dict[int, list[Found]]
    """What the row above has in the columns that stand before the name: a cell that spans rows is told once."""


def find(scene: Scene) -> Iterator[Fact]:
    """Yield responsibleFor, undertakenBy and locatedIn facts of table rows."""
    table: _Table | None = None
    offices: Mapping[str, str] = {}
    for line in scene.lines:
        if columns := _head(line):
            table, offices = _Table(columns, {}), governments(scene)
        elif table and line.code.rstrip().endswith("。"):
            table = None
        elif table and line.marks:
            yield from _row(line, table, offices)


def _head(line: Line) -> list[str]:
    """The kinds of the columns if the line is a table's head: a name and one more that matters."""
    if not 8 < len(line.code) < 160 or ("名称" not in line.code and "项目" not in line.code) or line.has("Person|Project"):
        return []
    cells = [cell for cell in re.split(r"[ \t\u3000|\n]+", line.code) if cell]
    if len(cells) < 3:
        return []
    labels = [re.sub(r"[（(].*", "", cell) for cell in cells]
    kinds = [next((kind for kind, words in _COLUMNS if words.search(label)), OTHER) for label in labels]
    known = {kind for kind in kinds if kind != OTHER}
    return kinds if len(kinds) > 2 and NAME in known and len(known) > 1 and max(map(len, labels)) < 14 else []


def _row(line: Line, table: _Table, offices: Mapping[str, str]) -> Iterator[Fact]:
    found = _aligned(line, table.columns)
    name = table.columns.index(NAME)
    tasks = [mention for _, mention in found.get(name, ()) if mention.type in ("Project", "Campaign")]
    for column in range(name):
        if column in found:
            table.above[column] = found[column]
    if len(tasks) != 1:
        return
    everything = {**{c: row for c, row in table.above.items() if c < name}, **found}
    for column, row in sorted(everything.items()):
        yield from _cell(line, tasks[0].entity, table.columns[column], row, offices)


def _cell(line: Line, task: str, kind: str, row: list[Found], offices: Mapping[str, str]) -> Iterator[Fact]:
    quote = line.evidence("relate.tables.row", 0, len(line.code))
    for _, mention in row:
        if kind == PLACE and mention.type in ("Division", "Zone", "Facility"):
            yield fact(task, "locatedIn", mention.entity, quote, 0.9)
        elif kind == BUILDER and mention.type in ("Company", "PublicBody", "Organization"):
            yield fact(task, "undertakenBy", mention.entity, quote, 0.95)
        elif kind in (LEADER, UNIT) and mention.type in ("Person", "PublicBody", "Organization", "Division"):
            key = offices.get(mention.entity, "") if mention.type == "Division" else mention.entity
            if key and (kind == UNIT or mention.type == "Person"):
                yield fact(key, "responsibleFor", task, quote, 0.95)


def _aligned(line: Line, columns: list[str]) -> dict[int, list[Found]]:
    """The mentions of each column: every cell goes to the next column that can hold its kind."""
    found: dict[int, list[Found]] = {}
    last = -1
    for cell in _cells(line):
        column = next((i for i in range(last + 1, len(columns)) if _holds(columns[i], cell.kind)), None)
        if column is None:
            continue
        last = column
        marks = line.among("Any", cell.start, cell.end)
        people = [one for one in marks if one[1].type == "Person"]
        found[column] = people or [one for one in marks if one[1].kind != "implied"]
    return found


def _holds(column: str, kind: str) -> bool:
    return column in {
        "number": (OTHER,),
        "task": (NAME,),
        "person": (LEADER,),
        "organ": (BUILDER, UNIT),
        "place": (PLACE, UNIT),
    }.get(kind, (OTHER, BUILDER, PLACE))


def _cells(line: Line) -> list[_Cell]:
    cells: list[_Cell] = []
    start = 0
    for end, after in [*((m.start(), m.end()) for m in _SPLIT.finditer(line.code)), (len(line.code), len(line.code))]:
        if line.code[start:end].strip():
            cells.append(_Cell(start, end, _kind(line, start, end)))
        start = after
    merged: list[_Cell] = []
    for cell in cells:
        # A post and a name that a blank sets apart are one cell (副县长 张三).
        if merged and cell.kind == "person" and merged[-1].kind == "post":
            cell = _Cell(merged.pop().start, cell.end, "person")
        merged.append(cell)
    return merged


def _kind(line: Line, start: int, end: int) -> str:
    words = line.code[start:end].strip()
    if _NUMBER.match(words):
        return "number"
    if line.among("Project|Campaign", start, end) or _TASK.search(words):
        return "task"
    if line.among("Person", start, end):
        return "person"
    marks = line.among(_ORGANS, start, end)
    if marks and all(mention.kind == "implied" for _, mention in marks):
        return "post"
    if marks and _POST.search(words):
        return "post"
    if any(mention.type in ("PublicBody", "Organization", "Company") for _, mention in marks):
        return "organ"
    return "place" if line.among("Place", start, end) else "text"
