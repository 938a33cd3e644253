"""What the campaign recogniser leans on: quoted names with their theme and head word, and which of them are one campaign."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kg.model import Mention, Span
from kg.nlp._edges import Walker
from kg.nlp._lexicon import Lexicon

QUOTED = re.compile(r"“([^“”\n]{2,26})”|‘([^‘’\n]{2,20})’")
_HEAD = r"(?:专项整治|专项督查|专项治理|综合整治|行动|活动|会战|攻坚战|攻坚|攻势|大比武|大练兵|整治|督查|创建|评选|专项|服务月|服务季|宣传[月周日])"
_FILL = r"(?:(?![等个项的是了在和与及])[\u4e00-\u9fff])"
TAIL = re.compile(rf"(?:{_FILL}{{0,8}}?(?:专项行动|行动计划|{_HEAD}(?:行动|活动)?)(?!的?(?:口号|模式|机制|指南|专班))|{_FILL}{{2,6}}建设(?=、))")
_SUCH = re.compile(r"等(?:系列|主题|品牌|特色|廉政|志愿服务|文化)*活动")
_CONTEST = re.compile(r"[\u4e00-\u9fff]{0,6}?(?:竞赛|大赛|比赛|联赛|锦标赛|分享会|晚会)")
_WHOLE = re.compile(r"(?:行动|会战|攻坚战|攻势)$")
_BANNER = re.compile(
    r"的?(?:舞台剧|话剧|情景剧|小品|歌曲|歌舞|电影|电视剧|纪录片|宣传片|节目|演出|横幅|标语|口号|旗号|劲头|姿态|状态|信心|气势|氛围|誓言|军令状)"
)
_NO_TAIL = re.compile(
    r"(?:工程|品牌|模式|机制|平台|制度|改革|政策|项目|计划|工作法|理念|要求|目标|标准|体系|定位|格局|原则|优势|效应|服务|路径|招商|作用|[三四五六两几]个?字|口号|精神|主题|为主题|战略|(?:的|等)?(?:横幅|条幅|标语|口号|字样|大字|旗号|旗帜|标牌|牌子|展板|红旗|红字|誓言|念头|说法|提法))"
)
_ITS = re.compile(r"(?:目标(?:任务|要求)?|任务|要求)(?!的?(?:口号|标语))")
"""What a drive has and a slogan is: “甲会战”目标任务, but “乙”目标."""
INNER = re.compile(
    r"(?:行动|会战|攻坚|攻坚战|攻势|大比武|大练兵|服务[月季周]|清洁[月周日]|宣传[月周日]|招聘月|活动[月周]|冲刺|[一百\d]+天|百日.{2,})$|^(?:百日|大干|奋战|决战|双百|冲刺|再战)"
)
_EMPTY = re.compile(r"^(?:大?会战|决战|攻坚战?|攻势|行动|活动|硬仗|大干快上|总攻|冲刺|持久战|歼灭战|阻击战|攻坚克难|大比武)$")
_PARTS = re.compile(r"等?(?:[0-9一二三四五六七八九十两]+[个项大])(专项行动|专项整治|子行动|专项|行动|攻势|活动)|等?(专项行动|子行动)|[三四五六七八]步")
_BETWEEN = re.compile(r"[\u4e00-\u9fff]{0,4}?(?:、|和|及|以及|，|)")
_OWN = re.compile(r"(?![和及以])[\u4e00-\u9fff]{1,4}?(?=(?:、|和|及|以及|，)“)")
_ORDINAL = re.compile(r"第[一二三四五六七八九十\d]+[次轮季批]")
_RHETORIC = re.compile(r"(?:没有什么|不是一场|不是|一场|不靠|喊)$")


@dataclass(frozen=True, slots=True)
class Quote:
    """A quoted campaign name: ``theme`` before it, ``inner`` between the marks, ``tail`` behind it."""

    span: Span
    theme: str
    inner: str
    tail: str

    def name(self) -> str:
        """The name as written, marks included where something stands around them."""
        return f"{self.theme}“{self.inner}”{self.tail}" if self.theme or self.tail else self.inner


def quotes(text: str, walker: Walker, names: Lexicon) -> list[Quote]:
    """The quoted campaigns of ``text`` in order."""
    marks = list(QUOTED.finditer(text))
    parts = _parts(text, marks)
    found: list[Quote] = []
    theme = ""
    for mark in marks:
        inner = mark.group(1) or mark.group(2)
        tail = _tail(text, mark.end(), parts.get(mark.start(), ""))
        if _EMPTY.match(inner) or _RHETORIC.search(text[max(mark.start() - 5, 0) : mark.start()]):
            continue
        if _CONTEST.match(text, mark.end()) or _BANNER.match(text, mark.end()):
            continue
        if not tail and mark.start() not in parts and (not INNER.search(inner) or _slogan(text, mark.end(), inner)):
            continue
        begin = mark.start()
        beside = bool(found) and found[-1].span.end == begin
        own = _theme(text, begin, walker, names)
        theme = theme if beside and not own else own
        start = begin - len(own)
        shown = text.startswith(tail, mark.end()) if tail else True
        found.append(Quote(Span(start, mark.end() + (len(tail) if shown else 0)), theme, inner, tail))
        if len(tail) > 4 and shown and _WHOLE.search(inner):
            found.append(Quote(Span(start, mark.end()), theme, inner, ""))
    return found


def _slogan(text: str, end: int, inner: str) -> bool:
    """True if the words behind a quote make it a mechanism, a goal or a slogan."""
    return _NO_TAIL.match(text, end) is not None and not (_WHOLE.search(inner) and _ITS.match(text, end))


def _tail(text: str, end: int, part: str) -> str:
    match = TAIL.match(text, end)
    return match.group() if match else part or ("活动" if _SUCH.match(text, end) else "")


def _parts(text: str, marks: list[re.Match[str]]) -> dict[int, str]:
    """Start of a quote -> head word, for the members of 由“甲”“乙”“丙”3个子行动组成."""
    heads: dict[int, str] = {}
    run: list[re.Match[str]] = []
    for mark in marks:
        if run and not _BETWEEN.fullmatch(text, run[-1].end(), mark.start()):
            run = []
        run.append(mark)
        close = _PARTS.match(text, mark.end())
        if close and len(run) > 1:
            head = close.group(1) or close.group(2) or ""
            heads.update({item.start(): _own_words(text, item.end()) + head for item in run[:-1]})
            heads[mark.start()] = head
    return heads


def _own_words(text: str, end: int) -> str:
    """Words of one member between its mark and the comma: “甲”某事、“乙”…三个专项."""
    match = _OWN.match(text, end)
    return match.group() if match else ""


def _theme(text: str, at: int, walker: Walker, names: Lexicon) -> str:
    """The theme before a quoted name: 招商引资, 第三次项目建设."""

    def stop(word: str, tag: str) -> bool:
        if _ORDINAL.fullmatch(word):
            return False
        return (word in names.bounds and word not in names.roles["campaign.theme"]) or word.endswith("暨") or (tag in _OUT and word not in _SEASONS)

    idiom = text[max(at - 4, 0) : at]
    edge = walker.left(at - 4 if idiom in names.roles["campaign.idiom"] else at, stop, over=False)
    if text[edge - 1 : edge] == "和":
        more = walker.left(edge - 1, stop, over=False)
        edge = more if 4 <= edge - 1 - more <= 6 and at - edge >= 2 else edge
    edge = walker.strip(edge, at, lambda word, tag: word in names.roles["campaign.area"] or (word in names.verbs and word not in names.roles["campaign.theme"]))
    theme = text[edge:at]
    parts = walker.words.within(edge, at)
    if all(word in names.leads for word, _ in parts) or (len(parts) == 1 and parts[0][1] == "v" and parts[0][0] not in names.roles["campaign.theme"]):
        return ""
    return theme if 2 <= len(theme) <= 18 and not theme.endswith(("人", "的", "书记", "干部", "人员", "们", "者", "员")) else ""


_OUT = frozenset(["m", "q", "r", "t", "p", "c", "uj", "ul", "d"])
_SEASONS = frozenset(["冬季", "春季", "夏季", "秋季", "秋冬季", "冬春", "夏秋", "秋冬", "春夏", "今冬明春"])


def themed(found: list[Quote]) -> list[Mention]:
    """Mentions with one name a campaign: a bare “秋季会战” takes the name of the first full form with these words."""
    best: dict[str, Quote] = {}
    for quote in found:
        if len(quote.tail) > 4 and _WHOLE.search(quote.inner):
            continue
        old = best.setdefault(quote.inner, quote)
        if (bool(quote.theme), bool(quote.tail)) > (bool(old.theme), bool(old.tail)) and (not old.theme or quote.theme == old.theme):
            best[quote.inner] = quote
    made = []
    for quote in found:
        full = quote if len(quote.tail) > 4 and _WHOLE.search(quote.inner) else best[quote.inner]
        name = full.name() if not quote.theme or quote.theme in full.theme else quote.name()
        outer = any(other.span != quote.span and other.span.covers(quote.span) for other in found)
        made.append(Mention(quote.span, "Campaign", name, rule="campaigns.parent" if outer else "campaigns.quoted"))
    return made


def outermost(found: Iterable[Mention]) -> list[Mention]:
    """One mention a span."""
    return list({mention.span: mention for mention in found}.values())
