"""Is a figure done, planned or demanded? Cues and how far they reach."""

from __future__ import annotations

import re

from kg.model import Span

_TARGET = re.compile(
    r"目标(?:是|为|[一二三四五六]?[：:]|有)|目标[^，。；]{0,6}\d|预期目标|力争|确保|争取(?![到了])|力求|努力|要求|须|必须|不少于|不低于|不得低于|不得少于|任务(?:是|为|数)|要(?=[^，。；]{0,8}(?:达到|完成|实现|提高|新增|力争|再))|(?<=[要应])(?:达到|完成)|认领|至少|达到[^，。；]{0,8}以上"
)
_PLANNED = re.compile(
    r"(?<!年度)(?<![超比按照])计划(?!的)|年度计划(?=投资|总投资|完成)|(?:年内|今年|全年|年度)计划(?=[完投竣新])|拟|预计|预期|将(?!近|军|要求)|有望|打算|准备|即将|规划(?=建|总|投|占|面|用|年|产|实)|待建|可(?=实现|带动|年产|新增|拉动|安置|提供|解决|达)|(?:建成|达产|投产|满产|全部完工)后"
)
_ACTUAL = re.compile(r"已|目前|截至|去年|上年|完成了|累计(?!可|将)|实际|共(?:有|计)?(?!将)|现有|了(?=\d)|此前")
# Share of a goal that is reached, not a goal: 完成年度目标的95%, 占年度计划的21%.
_OF_PLAN = re.compile(r"(?:完成|占|达到|超)[^，。；\d]{0,10}(?:目标|任务|计划)(?:任务)?的?")
_SEGMENT = re.compile(r"[；;。！？\n]")


def modality(text: str, sentence: Span, start: int, end: int, standing: str = "") -> str:
    """target, planned or actual for the number at ``start``..``end``.

    A cue reaches to the end of its part of the sentence (；), unless the number's own clause says it is done.
    ``standing`` is the modality that a list's head set (主要目标有四项：).
    """
    segment = sentence.start
    for match in _SEGMENT.finditer(text, sentence.start, start):
        segment = match.end()
    clause = max(segment, text.rfind("，", segment, start) + 1, text.rfind("：", segment, start) + 1)
    own = _OF_PLAN.sub("", text[clause : min(end, sentence.end)])
    if own_cue := _cue(own):
        return own_cue
    if _ACTUAL.search(own):
        return "actual"
    before = text[segment:clause]
    done = None
    for match in _ACTUAL.finditer(before):
        done = match
    for name, pattern in (("target", _TARGET), ("planned", _PLANNED)):
        last = None
        for match in pattern.finditer(before):
            last = match
        if last and (done is None or last.start() > done.start()):
            return name
    return standing or "actual"


def _cue(words: str) -> str:
    return "target" if _TARGET.search(words) else "planned" if _PLANNED.search(words) else ""
