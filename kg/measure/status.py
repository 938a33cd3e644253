"""How far a project is: the furthest state that the text says it has reached."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.measure.dates import Anchor
from kg.measure.mentions import Mentions
from kg.measure.trail import Step
from kg.model import Attribute, Document, Evidence, Span

_ORDER = ("planned", "signed", "approved", "started", "underConstruction", "completed", "inOperation")
_PART = r"(?:主体|土建|厂房|车间|一条线|基础|场地|[A-Z]\d?|栋|楼|封闭|结构|隧道|路基|桥梁|征地|管网|塔|期工程|部分|大半|站房|标段)"
_CUES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "underConstruction",
        re.compile(
            rf"正在(?:加紧|紧张|进行|抓紧|有序|加快|全力|火热)?[^，。]{{0,8}}?(?:施工|建设|安装|装设备|封顶|调试|浇筑|收尾|试车|推进|铺设|围挡|吊装|改造)|{_PART}[^，。]{{0,8}}(?:封顶|完工|完成|建成|竣工|结束)|立了大半|施工(?:现场|中|正酣|阶段)|(?:^[^，。]{0,4}|项目|工程)工地"
            r"|在建|建设中|加快建设|累计完成(?:投资)?|总进度|形象进度|(?:已(?:经)?|累计|分别)完成[\d约近]|完成(?:总?投资|工程量|总工程|年度投资)[\d约近]|带料|设备(?:安装|进场|调试)|进设备|装设备|封顶|吊装|续建|掘进|进尺"
        ),
    ),
    ("inOperation", re.compile(r"新?投产(?!后|即|前)|投入(?:生产|运营|使用|运行)|投运|投用|试(?:生产|运营|产)|开业|满负荷(?:生产|运转)|达产(?!后)|通车|开通运营|启用|产品下线|打包|发货|首批[^，。]{0,10}发往")),
    ("completed", re.compile(r"竣工(?!后)|建成(?!后)|完工(?!后)|贯通|交付使用|通过[^，。]{0,4}验收")),
    ("started", re.compile(r"开工|动工|破土|奠基|启动建设|首开|开建")),
    ("approved", re.compile(r"获批|批复|核准|立项|(?:取得|拿到|获得|送上)[^，。]{0,8}许可证?|通过(?:环评|审批|评审)")),
    ("signed", re.compile(r"签约|签订|签下|签署|落地|落户")),
    ("planned", re.compile(r"报批|拟建|计划(?:建设|实施|开工|投资建设)|规划建设|将(?:建设|新建)|筹建|待建|(?:想|要|准备|打算)[^，。]{0,16}建(?:设|一)")),
)
_FUTURE = re.compile(r"计划|预计|将(?!近)|拟|力争|争取|确保|早[^，。]{0,4}(?=投产|建成|竣工|开工)|年底前|月底前|年内|有望|明年|瞄准|即将|为[^，。]{0,12}(?:打下|奠定)|推动|加快|促进|保障|(?<![先前])后[，,]?$|建成后|投产后|达产后|时限")
_MONTH = re.compile(r"(?P<next>明年)?(1[0-2]|[1-9])月(?:\d{1,2}日|底|初|中旬|上旬|下旬)?")
_LIST = re.compile(r"分别(?:是|为)|包括|其中有|最大的是|最小的是|依次是")
_INTENDED = re.compile(r"(?:计划|拟|将|准备|打算|有意|谋划)[^。；]*(?:建设|新建|投资|实施|启动|投建|共建|建)[“《]?$")
_SHOWN = re.compile(r"在列|打头|领衔|名列|位列")


@dataclass(frozen=True, slots=True)
class _Seen:
    status: str
    span: Span
    sure: bool


def status(document: Document, mentions: Mentions, steps: Sequence[Step], now: Anchor) -> Iterator[Attribute]:
    """The status of each project of the document."""
    seen: dict[str, list[_Seen]] = {}
    current: list[str] = []
    near = 0
    sentence = Span(0, 0)
    for step in steps:
        if step.sentence != sentence:
            sentence, current, near = step.sentence, [], near - 1
        projects = [m for m in mentions.within(step.clause.span) if m.type == "Project"]
        following = [m for m in mentions.within(step.clause.span) if m.type in ("Facility", "Zone", "Event")]
        if projects and any(m.span.start - projects[-1].span.end in (0, 1) for m in following):
            current = []
            continue
        if projects:
            current = [m.entity for m in projects]
            last = projects[-1].span.end
            near = 2
            found, sure = _cue(document, now, step, Span(last, step.clause.span.end))
            if not found:
                found, sure = _before(document, step, projects[0].span.start), True
        elif current or ((step.named or near > 0) and mentions.type_of(step.topic) == "Project"):
            if any(m.type not in ("Person", "Division") and m.kind != "anaphor" for m in mentions.within(step.clause.span)):
                continue
            current = [step.topic] if step.named and mentions.type_of(step.topic) == "Project" else current or [step.topic]
            found, sure = _cue(document, now, step, step.clause.span)
        else:
            continue
        if found:
            for key in current:
                seen.setdefault(key, []).append(_Seen(found, step.clause.span, sure))
    for key, states in seen.items():
        best = max(states, key=lambda s: (s.sure, _ORDER.index(s.status), -s.span.start))
        evidence = Evidence(document.article.id, best.span, document.words(best.span), f"measure.status.{best.status}")
        yield Attribute(key, "status", best.status, (evidence,), 0.8)


def _cue(document: Document, now: Anchor, step: Step, span: Span) -> tuple[str, bool]:
    """The status that the words at ``span`` tell, and if surely: what is still to come counts as the state before it."""
    words = document.words(span)
    for name, pattern in _CUES:
        match = pattern.search(words)
        if match:
            ahead = document.text[step.clause.span.start : span.start + match.start()]
            later = bool(_FUTURE.search(ahead)) or _later(words[: match.end()], now)
            return (_expected(name), False) if later and name != "planned" else (name, True)
    return "", False


def _before(document: Document, step: Step, start: int) -> str:
    """The status in the words before a project's name: 开工建设的X, or the head of a list (破土的项目6个，分别是X)."""
    text = document.text
    clause = text[step.clause.span.start : start]
    rest = text[start : step.clause.span.end]
    segment = step.clause.span.start
    listed = _LIST.search(clause) or _SHOWN.search(rest)
    if listed:
        segment = max(step.sentence.start, text.rfind("；", step.sentence.start, start) + 1)
    elif _INTENDED.search(text[max(step.sentence.start, start - 40) : start]):
        return "signed" if re.search(r"签约|签下", text[step.sentence.start : start]) else "planned"
    elif not re.search(r"(?:的|在|了|：)$", clause):
        return ""
    words = text[segment:start]
    for name, pattern in _CUES:
        if name in ("inOperation", "started", "signed", "completed") and (match := pattern.search(words)):
            future = _FUTURE.search(words[: match.start()])
            return "" if future and not listed else name
    return ""


def _expected(name: str) -> str:
    return {"completed": "underConstruction", "inOperation": "underConstruction", "started": "planned"}.get(name, "")


def _later(words: str, now: Anchor) -> bool:
    """True if the words name a month after the article's own."""
    if any(now.year and int(year) > now.year for year in re.findall(r"(20\d\d)年", words)):
        return True
    months = list(_MONTH.finditer(words))
    if not months or not now.month:
        return False
    return bool(months[-1]["next"]) or now.month < int(months[-1][2]) <= now.month + 8
