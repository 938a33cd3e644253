"""What a number says, before it becomes an observation, and what a passage has measured so far."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kg.measure.clauses import Clause
from kg.measure.quantities import Quantity
from kg.measure.subjects import Subject
from kg.model import Span

GENERIC = re.compile(
    r"(?:增速|增幅|降幅|总量|占比|规模|同比|环比|其|两项|三项|两者|三者|合计|分别|总额|其中|价格|数量|这一数字|[\d两三四五六七八九十]{1,3}年(?:来|间)?)?"
)


@dataclass(slots=True)
class Draft:
    """A number with all that its sentence says of it."""

    quantity: Quantity
    indicator: str
    subject: Subject | None
    clause: Clause
    sentence: Span
    role: str
    comparison: str = ""
    headline: bool = False
    head: str = ""
    """The head of a table's column, which tells modality and year (2023年计划投资)."""


@dataclass(slots=True)
class Memory:
    """What the passage has measured so far, for ellipsis: 其中新建62个, 同比增长5%, 分别增长."""

    base: str = ""
    head: str = ""
    counted: str = ""
    verb: str = ""
    former: str = ""
    """What the sentence before measured, for a bare 分别完成."""
    whole: str = ""
    """占 and the whole whose size comes before the share (占总投资3亿元的68%)."""
    unit: str = ""
    parted: bool = False
    labels: list[str] = field(default_factory=list)
    """The indicators of the row read last, for 前者 and 后者."""
    metric: str = ""
    items: list[Draft] = field(default_factory=list)
    conditions: list[tuple[str, Quantity]] = field(default_factory=list)

    def sentence(self, goes_on: bool) -> None:
        """Begin a sentence with numbers; ``goes_on`` if it takes up what the last one measured (其中, 同比)."""
        self.items = []
        self.whole = ""
        self.conditions = []
        if not goes_on:
            self.former, self.base = self.base or self.former, ""

    def keep(self, drafts: list[Draft]) -> list[Draft]:
        """The drafts that say something, remembered for the rest of the sentence."""
        told = [draft for draft in drafts if draft.indicator]
        self.items.extend(told)
        return told
