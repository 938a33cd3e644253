"""The words that name a quantity: cut out of the text to its left and right."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.measure.words import LINK_HEAD, TIME, TIME_HEAD

_TAIL = re.compile(
    r"(?:达到了?|达|为|是|有|共有|共计|合计|总计|累计|(?<!设)(?<!预)(?<!累)(?<!合)(?<!统)计|共|(?<![签违节合制预公条履相])约|了|已经|已|至|则|等|分别|(?<![日月年人户平])均|都|各|仅|只|超过|超|突破|在|稳定在|保持在|控制在|维持在|不少于|不低于|不超过|不得低于"
    r"|将近|近|可达|可|将达|将|预计|就是|就|高达|多达|也|还|全部|需|需要|仅为|占到|实现|确保|力争|争取|再|又|(?<![主需重首])要|(?<![产功职动性智效节热势核潜机技])能|[由从]每[^，。]{1,3}|(?<!\d)\d[\d.]*(?:到|至)|[由从](?:最初|原来|过去|当初|开始|以前)的?|(?<=[量额值数资长入积本率里])完成|余下|的|以|被|对|给|由|从|其中|不过|刚过|已过|顶多)$"
)
_TAIL_LONGEST = 10
"""At least the length of the longest of these."""
PUNCTUATION = " 　“”‘’\"'《》「」()（）[]【】、,，.:：;；·—-…!！?？。※●■◆▲★*"
_TIME_TAIL = re.compile(rf"(?:由|从|到|至)?{TIME}的?$")
_STANDS = re.compile(
    r"里(?=..)|我们|咱们|我司|对方|前者|后者|[前后][两三四](?:者|[个家条座所](?:[一-鿿]{2,3}?(?=[采播总建年已完均都分开种产投占路主]))?)|(?:他|她|自)家?(?=[养种卖收年])|那次(?:行动|活动|会战|攻势|整治)?|当时|(?:此次|本次|这次|该|本届|本轮|整个)(?:活动|行动|会议|大会|项目|公司|企业|园区|工程|基地|展会|博览会|大赛|赛事|[^，。\d]{0,4}节)(?:共)?|(?:全|该|本|我)(?:[省市县区州旗镇乡村盟](?!级|域|直|属)|社区|街道)(?=.{2})(?:的|共)?"
)
_LISTED = re.compile(r"^(?:纳入|列入)([^，。；]{2,8}?)(?:范围|名单|清单|盘子|台账|计划)的(?=.)")
_METRIC = re.compile(r"总投资|投资|占地|面积|年产")
_MONEY = r"\d[\d.]*[百千]?[万亿]?(?:美)?元?"
BAND = re.compile(
    rf"超过?{_MONEY}(?=[的项企])|{_MONEY}(?:[（(]不?含[）)])?(?:至|-|—|~|～|到){_MONEY}(?:[（(]不?含[）)])?|\d[\d.]*[百千]?[万亿](?:美)?元?(?:[（(]不?含[）)])?(?:及以上|及以下|以上|以下|以内)|[百千]?[万亿]元(?:及?以上|以下)"
)
_AGAINST = r"(?:与?(?:上年|去年|前年|上月|往年|上季度)?同期相?比|同比|环比|同口径|(?:与|比|较|相比)[^，。；、]{1,14}?)"
_MODIFIERS = r"(?:分别|均|再|又|仅|累计|平均|年均|实际|名义|逆势|大幅|略|各|也|还|则|净|可|将|已|一举)*"
_VERBS = (
    r"增长速度|增长率|增长|增加|增速|增幅|降幅|涨幅|净增|净减|上升|上涨|提高|提升|下降|减少|降低|回落|回升|下滑|下跌|缩减|缩短|压减|压缩|缩小|扩大|收窄|加快|放缓|多出|攀升|跃升|增收|减产|增产|翻"
    r"|(?<=[比较年月期度])(?:增|降|升|涨|减|高|低|多|快|少)|(?<=分别)(?:增|降|高|低)"
)
_ABOVE = r"(?:高于|低于|快于|慢于|高出|好于|领先)[^，。；]{0,14}?"
_REST = r"(?:了|约|近|超过|超|逾|为|达到|达|仅|不少于|不低于|至少|将近|出|分别)*"
_GROWTH = re.compile(rf"(?P<word>{_AGAINST}?{_MODIFIERS}(?:{_ABOVE}|(?:比|较)[^，。；、]{{1,14}}?(?:多|少|高|低|快|慢)|{_AGAINST}?(?:{_VERBS})){_REST})$")
_SHARE = re.compile(r"占(?:比|据|到|了)?(?P<whole>[^，。；占]{0,24}?)(?:的)?(?:比重|比例|份额)?(?:为|达到|达|约|近|超过|超|已|将近|不足|仅|至)*$")
_REACHES = re.compile(
    r"(?:[由从][^，。；]{1,12})?(?:提高|增加|增长|上升|提升|下降|减少|降低|缩小|扩大|压减|压缩|缩短|攀升|跃升|发展|提|增|降|升|涨|减|压)(?:到了?|至|为)(?:(?:\d{4}年|去年|今年|上年|目前|现在|如今|当前)的?)?(?:约|近|超)?$"
)
_STOP = re.compile(
    r"(?<=..)(?:提供|开展|发放|组织|走访|送去|完成|取得|实现|进入|达到|超过|赶来|走进|同台|角逐|成为)|(?<=.)(?:赴|户均|人均|亩均|年均|日均|集中|同时|首批|开复工|复工|开工|竣工|投产|落地|参与|列入|纳入|获评|争相)|已|将|被|均|都|全部|先后|陆续|正在|正|在(?!建|线|校|岗|册|编)|为|与|用于|实行|按照|按(?![摩揭])|也(?![许门])|同场|同日|同时|进行|来自|可(?!再)|要(?!素)|是|由|从|到(?!位)|于|至|以(?!上)|发往|轮班|依次|竞相|纷纷|顺利|如期"
    r"|悉数|参加|参会|参展|参赛|出席|前来|年内|年底|当年|今年|去年|明年|全年|元旦|春节|\d|得到|获得|获批|获|入选|受益|因|而|就|会(?!议|展|场|战|员|计|馆|费)|能(?!源|力|量)|并(?!网|购)"
)
_HEAD = re.compile(
    r"(?:项目|企业|工程|问题|园区|车间|厂房|学校|医院|班列|商户|合作社|岗位|活动|平台|隐患|游客|订单|农户|品种|景区|基地|家庭农场|任务|事项|线|楼)$"
)
NOUN = re.compile(r"项目|企业|工程|问题|户|学校|医院|商户|合作社|游客")
_MOVES = re.compile(r"(?:增[加至到长]|提[高升]|扩大|减[少至到]|降[低至到]|上升|下降|缩[小减]|升[至到])")
_ADVERB = re.compile(r"已|正|年内|年底|将|全部|均|都|先后|陆续|悉数|在建|开工|动工|竣工|投产|达产|签约|落地|建成|完工|复工|进入|实现|完成|交付|投用|办结")


@dataclass(frozen=True, slots=True)
class Growth:
    """The left words of a change: what grows (``base``, may be empty) and the words of the change."""

    base: str
    word: str
    comparison: str


def tidy(words: str, names: tuple[str, ...] = ()) -> str:
    """``words`` without times and connectives at the head, without ``names`` there, without link words at the end."""
    return _LISTED.sub(r"\1", _bare(curtail(behead(words, names)), words))


def _bare(words: str, whole: str) -> str:
    """``words``, with the names before them where they are nothing without (四川、甘肃来的)."""
    return curtail(behead(whole)) if words in ("来", "籍", "产", "方", "家") else words


def behead(words: str, names: tuple[str, ...] = ()) -> str:
    """``words`` without times, connectives and ``names`` at the head."""
    words = words.strip(PUNCTUATION).removeprefix("的")
    before = None
    while words and words != before:
        before = words
        words = _behead(words, names).lstrip(PUNCTUATION)
    return words


def curtail(words: str) -> str:
    """``words`` without link words (达, 为, 约 ...) and punctuation at the end."""
    before = None
    while words and words != before:
        before = words
        tail = _TAIL.search(words, max(0, len(words) - _TAIL_LONGEST))
        words = words[: tail.start()] + words[tail.end() :] if tail else words
        words = _TIME_TAIL.sub("", words).rstrip(PUNCTUATION)
    return words


def _behead(words: str, names: tuple[str, ...]) -> str:
    if words[:1] in ("与", "和", "同") and (_METRIC.match(words, 1) or any(name and words.startswith(name, 1) for name in names)):
        words = words[1:]
    for name in names:
        if name and words.startswith(name) and words[len(name) : len(name) + 1] not in ("级", "属", "直", "籍"):
            rest = words[len(name) :].lstrip('”’"》」')
            return rest.removeprefix("的")
    for pattern in (TIME_HEAD, LINK_HEAD, _STANDS):
        match = pattern.match(words)
        if match and match.end():
            return words[match.end() :]
    return words


def growth(words: str) -> Growth | None:
    """The change that ``words`` (the text left of a number) speak of, None if a level is reached (提高到) or there is none."""
    if _REACHES.search(words):
        return None
    match = _GROWTH.search(words)
    if not match:
        return None
    word = match["word"]
    comparison = "环比" if "环比" in word else "同比" if re.search(r"同比|同期|[上去]年", word) else ""
    return Growth(words[: match.start()], _plain(word), comparison)


def _plain(word: str) -> str:
    word = word.replace("分别", "")
    return re.sub(r"(?:了|约|近|超过|超|逾|为|达到|达|仅|不少于|不低于|至少|将近)+$", "", word)


def share(words: str) -> tuple[str, str] | None:
    """(whose share, 占 and the whole) that ``words`` speak of, or None."""
    match = _SHARE.search(words)
    return (words[: match.start()], "占" + match["whole"]) if match else None


def noun(words: str) -> str:
    """The counted noun at the beginning of ``words`` (what follows 个, 家 ...), "" if none follows."""
    words = re.split(r"[、，；（）() ]", words.removeprefix("的"), maxsplit=1)[0]
    if _MOVES.match(words):
        return ""
    band = BAND.match(words)
    start = band.end() if band else 0
    stop = next((m for m in _STOP.finditer(words, start) if words.count("“", 0, m.start()) == words.count("”", 0, m.start())), None)
    words = words[: stop.start()] if stop else words
    return re.sub(r"[和与及]$", "", words[:24].strip(" “”\"'的")) if len(words) > start else ""


def joins(words: str) -> str:
    """参会, 参展 … said of a counted noun (186家企业参会), "" if nothing of the kind."""
    match = re.match(r"[^，。；]{0,6}?(参会|参展|参赛|受益|入驻|签约)(?![一-鿿])", words)
    return match[1] if match else ""


def predicate(words: str) -> str:
    """What is said of a count without a noun (20个已经动工), "" if nothing is."""
    return words[:10].strip(PUNCTUATION) if _ADVERB.match(words) else ""


def reaches(words: str) -> str | None:
    """``words`` without a growth verb that leads to a level (提高到, 增至, 降为); None if there is none."""
    match = _REACHES.search(words)
    return words[: match.start()] if match else None


def head_noun(words: str) -> str:
    """The head of a counted phrase (重点项目 -> 项目)."""
    words = re.sub(r"[中里]$", "", words)
    bands = list(BAND.finditer(words))
    rest = words[bands[-1].end() :] if bands else words
    rest = rest.rpartition("的")[2]
    rest = re.sub(
        r"^(?:新|拟|已|再|续)?(?:洽谈|签约|签订|开工|复工|引进|落户|落地|谋划|储备|实施|推进|举办|建成|投产|走访|检查|排查|发现|完成|安排|新增|入驻|列入|共有|现有)(?=..)",
        "",
        rest,
    )
    match = _HEAD.search(rest)
    if not match and "的" in words and len(rest) <= 4:
        return rest
    return (rest if len(rest) <= 12 else match.group()) if match else ""
