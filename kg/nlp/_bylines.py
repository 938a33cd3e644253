"""Where the text speaks of its makers: bylines, credits of photographs, editors. Nothing is recognised there."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from kg.model import Span

_MAKER = r"(?:记者|通讯员|实习生|见习生|报道员|摄影|文/图|图/文|文/摄|图由|供图|编辑|特约|校对|文图)"
_NAME = r"[一-龥*＊·]{1,8}(?:[ 　]?[一-龥*＊]{1,3})?"
_BYLINES = re.compile(
    rf"[（(][^（）()\n]{{0,40}}{_MAKER}[^（）()\n]{{0,40}}[）)]"
    rf"|^[ 　]*[（(][ 　]*[一-龥*＊·]{{1,8}}(?:[ 　]+[一-龥*＊·]{{1,8}}){{0,4}}[ 　]*[）)][ 　]*$"
    rf"|^[ 　]*[□■◎●○▲△☐◇]?[ 　]*(?:文/摄|文/图|文[、·]?图|撰文|摄影|作者)?[ 　]*[一-龥 　]{{0,24}}"
    rf"(?:记者|通讯员|报道员|实习生)(?:[ 　/：:]|(?=[一-龥]{{2,4}}[ 　]*$))[一-龥*＊·、/ 　]{{2,40}}$"
    rf"|(?:(?<=[。！？”])|(?<=[ 　\n])|^)[ 　]*(?:[一-龥]{{0,10}}(?:记者|通讯员)[ 　]*)?{_NAME}(?:[ 　、]{{1,2}}{_NAME}){{0,2}}"
    rf"[ 　]*(?:摄影报道|摄影|摄|供图|文/图|图/文|/摄|/文)[）)。 　]*$"
    rf"|^[ 　]*(?:责任编辑|责编|编辑|审核|校对|监制|作者|来源|文章来源|主编|值班编辑|初审|复审|终审|版式|美编)[：:/].*$",
    re.MULTILINE,
)
_HINT = re.compile(_MAKER + "|摄|责编|审核|监制|作者|来源|主编|初审|复审|终审|版式|美编|^[ \u3000]*[（(]", re.MULTILINE)


@lru_cache(maxsize=4)
def bylines(text: str) -> tuple[Span, ...]:
    """The stretches of ``text`` that are byline, credit or imprint, in order."""
    spans: list[Span] = []
    done = -1
    for hint in _HINT.finditer(text):
        if hint.start() < done:
            continue
        start = text.rfind("\n", 0, hint.start()) + 1
        done = text.find("\n", hint.start())
        done = len(text) if done < 0 else done
        spans.extend(Span(start + m.start(), start + m.end()) for m in _BYLINES.finditer(text[start:done]))
    return tuple(spans)


def touched(span: Span, areas: tuple[Span, ...]) -> bool:
    """True if ``span`` overlaps one of ``areas`` (sorted, apart)."""
    index = bisect_right(areas, span.end - 1, key=lambda area: area.start) - 1
    return index >= 0 and areas[index].overlaps(span)
