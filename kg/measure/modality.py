"""Is a figure done, planned or demanded? Cues and how far they reach."""

from __future__ import annotations

import re

from kg.model import Span

_DEMAND = (
    r"目标(?:是|为|[一二三四五六]?[：:]|有)|目标[^，。；]{0,6}\d|预期目标|力争|确保|争取(?![到了])|力求|努力|要求|须|必须|不少于|不低于|不得低于|不得少于|任务(?:是|为|数)"
    r"|(?<!还)要(?=[^，。；]{0,8}(?:达到|完成|实现|提高|新增|力争|突破|再))|(?<=[要应])(?:达到|完成)|认领|至少|达到[^，。；]{0,8}以上"
)
_INTENT = r"(?<!年度)(?<![超比按照])计划(?![的投总])|拟|预计|预期|将(?!近|军|要求)|有望|打算|准备|即将|待建|还要|可(?=实现|带动|年产|新增|拉动|安置|提供|解决|达)|(?:建成|达产|投产|满产|全部完工)后"
# Nouns that are plans by name; they say nothing of the figures beside them.
_PLAN_NOUN = r"(?:年度|年内|今年|全年|\d{4}年)?计划(?:完成)?(?:总?投资|竣工|开工|新增)|规划(?=建|总|投|用|年|产|实|养)"
_HEADED = re.compile(r"(?:目标|任务)(?:是|为|[一二三四五六])?[：:]")
_TARGET = re.compile(_DEMAND)
_PLANNED = re.compile(_INTENT)
_OWN_PLANNED = re.compile(f"{_INTENT}|{_PLAN_NOUN}")
_ACTUAL = re.compile(r"已|目前|截至|(?<![比较])(?:去年|上年)|完成了|累计(?!可|将)|实际|共(?:有|计)?(?!将)|现有|了(?=\d)|此前")
# Share of a goal that is reached, not a goal: 完成年度目标的95%, 占年度计划的21%.
_OF_PLAN = re.compile(r"(?:完成|占|达到|超|为)[^，。；\d]{0,10}(?:目标|任务|计划)(?:任务)?的?")
_AHEAD = re.compile(r"[^，。；：、]{0,12}?(?:有望|拟|即将|将(?!近)|计划(?!的))")
_KEPT = re.compile(r"(?:稳定在|保持在|控制在|达到)")
_SEGMENT = re.compile(r"[；;。！？\n]")


def modality(text: str, sentence: Span, number: Span, fixed: bool = False, standing: str = "") -> str:
    """target, planned or actual for the ``number`` (its bounds included).

    A cue reaches to the end of its part of the sentence (；), unless the number's own clause says it is done.
    ``fixed`` marks the cost or extent of a single thing, a fact about it today whatever else is planned; ``standing`` holds where nothing is said: the modality of a list's head (主要目标有四项：) or of the sentence that 其中 goes on from.
    """
    if _HEADED.search(text, sentence.start, number.start):
        standing = standing or "target"
    segment = sentence.start
    for match in _SEGMENT.finditer(text, sentence.start, number.start):
        segment = match.end()
    clause = max(segment, text.rfind("，", segment, number.start) + 1, text.rfind("：", segment, number.start) + 1)
    own = _OF_PLAN.sub("", text[clause : min(number.end, sentence.end)])
    before = text[segment:clause]
    if _TARGET.search(own):
        return "target"
    if _KEPT.search(own) and own.endswith("以上") and (_TARGET.search(before) or _PLANNED.search(before)):
        return "target"
    if _OWN_PLANNED.search(own) or (not _ACTUAL.search(own) and _AHEAD.match(text, number.end, sentence.end)):
        return "planned"
    if fixed or _ACTUAL.search(own):
        return "actual"
    return _earlier(before) or standing or "actual"


def _earlier(before: str) -> str:
    """The cue in the words before a clause that no later word of accomplishment takes back, "" if there is none."""
    for name, pattern in (("target", _TARGET), ("planned", _PLANNED)):
        last = max((m.start() for m in pattern.finditer(before)), default=-1)
        if last >= 0 and last > max((m.start() for m in _ACTUAL.finditer(before)), default=-1):
            return name
    return ""
