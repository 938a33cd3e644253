"""Policies: documents named in 《》, their short names and numbers, quoted policy formulas, the document that a page itself is."""

from __future__ import annotations

import re

from kg.model import Mention, Span
from kg.nlp._protocol import Context

NAME = "policies"
SHORT_TITLE = 4
"""Code points; a title no longer than this may be the short name of a document named before."""

_TITLE = re.compile(r"《([^《》\n]{2,60}(?:〈[^〉]{2,40}〉[^《》\n]{0,20})?)》")
_KIND = re.compile(
    r"(?:方案|措施|条例|法|法案|法典|宪法|规划|规划纲要|纲要|清单|标准|规范|意见|办法|规定|细则|通知|决定|决议|计划|预案|公约|章程|政策|标准体系|指南|目录|规程|倡议书|公告|通告|要点|规则|指引|"
    r"准则|守则|守约|制度|导则|图则|红线|名录|名单|台账|责任书|工作报告|白皮书|蓝皮书|行动纲领|总体布局|任务书|批复|函|令|十条|\d+条|[一二三四五六七八九十]+条|若干措施|试行|修正案|解释)"
    r"(?:[（(](?:试行|修订|修订版|修正|暂行|征求意见稿|草案|\d{4}[-—年至~～]*(?:\d{4})?年?[^）)]{0,8})[）)])?$"
)
_WORK = re.compile(
    r"(?:协议|合同|框架协议|备忘录|证书|许可证|执照|营业执照|不动产权证|手册|画册|宣传单|明白纸|书|史|志|传|记|曲|歌|舞|剧|诗|赋|集|选|报|日报|晚报|周刊|杂志|求是|新闻联播|问答|故事)$"
)
_SHORT = re.compile(r"[（(]以下(?:统一)?简称[：:]?[《“]([^》”]{2,16})[》”][）)]")
_FORMULA = re.compile(
    r"“([0-9A-Za-zN一二三四五六七八九十百]+(?:[+＋][0-9A-Za-zN一二三四五六七八九十X]+)+|[^“”\n]{2,12})”([\u4e00-\u9fff]{0,8}?(?:政策体系|若干政策|政策|标准))"
)
_TRIAL = re.compile(r"[（(][^（）()]{2,20}[）)]$")
_STANDARD = re.compile(r"[一二三四五六七八九十\d].+[一二三四五六七八九十\d]")
_ISSUE = re.compile(
    r"现将(?:修订后的|新修订的|制定的)?([^，。；\n《》]{4,50}?(?:清单|方案|办法|意见|措施|细则|规定|计划|要点|名单|预案|标准|规划|分工|安排))(?:予以)?(?:印发|下发|公布|公告|公示|通知)"
)
_NUMBER = re.compile(r"[〔\[［【（(]20\d\d[〕\]］】）)]\s*\d{1,4}号")
_ISSUER = re.compile(r"[\u4e00-\u9fff]{2,12}$")
_BEFORE = re.compile(r"《([^《》\n]{2,60})》[（(]$")
_HEADLINE = re.compile(r"^[^，。；：！？“”《》]{4,50}(?:清单|工作方案|实施方案|若干措施|实施意见|实施细则|管理办法|行动计划|工作要点|应急预案|条例|办法|规划)$")


def find(text: str, context: Context) -> list[Mention]:
    """Policies of ``text``: books, newspapers, films and contracts in 《》 are none."""
    found = _titled(text)
    found += _formulas(text)
    found += _issued(text, context.article.title or text.split("\n", 1)[0])
    return list({mention.span: mention for mention in found}.values())


def _titled(text: str) -> list[Mention]:
    """Documents in 《》; a later short name (以下简称《措施》) carries the full one."""
    full: dict[str, str] = {}
    found: list[Mention] = []
    for match in _TITLE.finditer(text):
        name = re.sub(r"\s", "", match.group(1))
        short = _SHORT.match(text, match.end())
        if short:
            full[short.group(1)] = name
        if name in full or (_KIND.search(name) and not _WORK.search(name)):
            found.append(_policy(match.start(), match.end(), full.get(name) or _earlier(name, found), "title"))
    return found


def _earlier(name: str, found: list[Mention]) -> str:
    """《办法》 after 《甲县产业扶持办法（试行）》 is that document."""
    if len(name) <= SHORT_TITLE:
        for mention in reversed(found):
            if mention.name != name and _TRIAL.sub("", mention.name).endswith(name):
                return mention.name
    return name


def _formulas(text: str) -> list[Mention]:
    """“1+3+N”甲产业政策, “五美五净”标准."""
    found = []
    for match in _FORMULA.finditer(text) if "”" in text else ():
        inner, tail = match.groups()
        if "+" in inner or "＋" in inner or (tail == "标准" and _STANDARD.search(inner)):
            name = f"“{inner}”{tail}" if tail != "标准" else inner + tail
            found.append(_policy(match.start(), match.end(), name, "formula"))
    return found


def _issued(text: str, title: str) -> list[Mention]:
    """The document that the page prints: named in its headline or by 现将…印发."""
    found = []
    headline = title.strip() if _HEADLINE.match(title.strip()) else ""
    for match in _ISSUE.finditer(text):
        name = re.sub(r"^(?:我[省市县区州旗]|全[省市县区州旗])", "", match.group(1))
        name = headline if headline.endswith(name) else name
        found.append(_policy(*match.span(1), name, "issued"))
        headline = headline or name
    if headline and text.startswith(headline) and (found or _NUMBER.search(text, 0, 600)):
        found.append(_policy(0, len(headline), headline, "headline"))
    return found + _numbers(text, headline)


def _numbers(text: str, headline: str) -> list[Mention]:
    """Document numbers: of the document in 《》 before them, of the page's own document near its head, or by themselves."""
    found = []
    for match in _NUMBER.finditer(text):
        issuer = _ISSUER.search(text, max(match.start() - 12, 0), match.start())
        if not issuer:
            continue
        start, end = issuer.start(), match.end()
        before = _BEFORE.search(text, max(start - 80, 0), start)
        near = end < 400 or text.count("\n", 0, start) <= 3
        own = headline if headline and near else text[start:end]
        found.append(_policy(start, end, re.sub(r"\s", "", before.group(1)) if before else own, "number"))
    return found


def _policy(start: int, end: int, name: str, rule: str) -> Mention:
    return Mention(Span(start, end), "Policy", name, rule=f"{NAME}.{rule}")
