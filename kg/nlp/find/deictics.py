"""Words that stand for a division by pointing: 我市, 全县, 该区, 州里."""

from __future__ import annotations

import re

from kg.model import Mention, Span
from kg.nlp._protocol import Context
from kg.patterns import begins, starting

NAME = "deictics"

_WORDS = re.compile(
    "(?<![一-龥]{1}[、])(?:我|本|全|该)(?:省|自治区|自治州|自治县|市|县|区|州|旗|盟|地区|镇|乡|村|街道|社区)(?!委|政府|政协|人大|纪委|监委|公安|法院|检察|长(?![期足远])|领导|[市县区镇乡州])"
    "|(?<![一-龥])(?:省|市|县|区|州|旗|盟|镇|乡|村)里(?!程)|(?<=[，。；“\n在从到])(?:全区|全域)"
)
_WORDS_FIRST = begins(_WORDS)


def find(text: str, context: Context) -> list[Mention]:
    """Anaphora of type Division; the linker says which one."""
    return [Mention(Span(*m.span()), "Division", m.group(), "anaphor", f"{NAME}.word") for m in starting(_WORDS_FIRST, _WORDS, text)]
