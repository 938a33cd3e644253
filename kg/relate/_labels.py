"""Labels of those in charge: 包保领导：张三, under the item they are of or at the head of a section of items."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Evidence, Fact
from kg.relate._facts import fact
from kg.relate._lines import Line, slots

_LABEL = re.compile(
    r"(?:包保|包联|包抓|牵头|责任|分管|联系|挂联|挂点|推进|领办|服务|总|主管|主责|督导|项目|专班|实施)(?:县级|市级|区级|州级)?(?:领导|单位|部门|人|责任人|责任单位|负责人|秘书|专员|管家|链长|县领导|市领导|区领导)"
    r"(?:（[^（）]*）)?[：:]|(?:^|[，。；、\s（(])(?:总|副|第一)?(?:链长|链主办公室|项目长|指挥长|总指挥|带队领导|主责人?|首席服务员|专班长|包保人|牵头人|领办人|联系人)(?:（[^（）]*）)?[：:]"
)
_SKIP = re.compile(r"^(?:实施单位|项目单位|项目人)")
_SECTION = re.compile(r"^[\s#]*(?:第?[一二三四五六七八九十]+[、章节]|（[一二三四五六七八九十]+）)")
_NAMELESS = re.compile(r"^\s*[（(]?\d+[）)、.．][^：:。；]{2,40}(?:项目|工程|基地|中心|园区|生产线)\s*$")
_NUMBERED = slots(r"^[\s（()）\d.、．—●■]*{Project}")
_STOP = re.compile("[。；：]")
_WHO = "Person|PublicBody|Organization|Division"


class Labels:
    """Reads the labels of a text from line to line; ``offices`` gives the government of each division."""

    def __init__(self, offices: dict[str, str]) -> None:
        self._offices = offices
        self._project = ""
        self._heads: list[tuple[str, Evidence]] = []

    def read(self, line: Line) -> Iterator[Fact]:
        """Yield the responsibleFor facts of the labels in this line; a section's heads lead each of its items."""
        if _SECTION.match(line.code):
            self._project, self._heads = "", []
        if _NAMELESS.match(line.code) and not line.has("Project"):
            self._project = ""
        for label in _LABEL.finditer(line.code) if ("：" in line.code or ":" in line.code) else ():
            if not _SKIP.match(label.group()):
                yield from self._label(line, label)
        if projects := line.among("Project"):
            self._project = projects[-1][1].entity
            if _NUMBERED.match(line.code):
                for key, quote in self._heads:
                    yield fact(key, "responsibleFor", self._project, quote, 0.85)

    def _label(self, line: Line, label: re.Match[str]) -> Iterator[Fact]:
        before = line.among("Project|Campaign", 0, label.start())
        target = before[-1][1].entity if before else self._project
        stop = _STOP.search(line.code, label.end())
        for position, who in line.among(_WHO, label.end(), stop.start() if stop else len(line.code)):
            key = self._offices.get(who.entity, "") if who.type == "Division" else who.entity
            if not key or not _heads(line, position, label.end()):
                continue
            quote = line.evidence("relate.responsibility.label", label.start(), position + 1)
            if target:
                yield fact(key, "responsibleFor", target, quote, 0.95)
            else:
                self._heads.append((key, quote))


def _heads(line: Line, position: int, floor: int) -> bool:
    """A person, or an organ that is itself listed: not one named for a person's post, nor inside brackets."""
    mention = line.mention(position)
    opened = line.code.count("（", floor, position) - line.code.count("）", floor, position)
    if opened > 0:
        return False
    return mention.type == "Person" or re.match(r"[、，。；（和\s]|$", line.code[position + 1 : position + 2]) is not None
