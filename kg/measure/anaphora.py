"""Common nouns that stand for an entity named before: 该公司, 项目, 基地, 这场会战, 会上, 一期."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.measure.mentions import Mentions
from kg.model import Mention

_CLOSE = r"(?:该|本|这家|这个|这座|这条|这里的?|我们的?|我|此|整个|全)?"
_PATTERNS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (re.compile(rf"{_CLOSE}(?:项目)?(?P<phase>[一二三四]期)(?:工程|项目)?(?!限)"), ("Project",)),
    (re.compile(rf"{_CLOSE}(?P<noun>公司|企业|集团|银行|合作社|煤矿|矿)(?!家|数|户|类|们|工资|实力|所得|家们|等)"), ("Company",)),
    (
        re.compile(
            rf"{_CLOSE}(?P<noun>项目)(?!\d+[余多]?[个项])(?=总|占|规划|计划|预计|建(?!设[^规内地用面])|设计|全|投资|达|拟|分|已|年|累|共|由|自|完|主体|目前|于|用地|一|二|\d)"
        ),
        ("Project",),
    ),
    (
        re.compile(
            rf"{_CLOSE}(?P<noun>工程)(?!\d+[余多]?[个项])(?=总|占|规划|计划|预计|建(?!设[^规内地用面])|设计|全|投资|达|拟|分|已|年|累|共|由|自|完|主体|目前|于|用地|一|二)"
        ),
        ("Project", "Facility"),
    ),
    (re.compile(r"(?:该|本|这个|这条|这一|这座)(?P<noun>项目|工程|线路|铁路|公路|高速|生产线|电站|大桥|桥|路)"), ("Project", "Facility")),
    (
        re.compile(rf"{_CLOSE}(?P<noun>园区|开发区|基地|产业园|保税区|综保区|口岸|片区|景区|机场|车站|港口|港区|高新区|经开区|合作区)(?!管委|党工委|办)"),
        ("Zone", "Facility", "Company", "Project"),
    ),
    (
        re.compile(
            r"(?:该|本|这一|这场|这个|此次|本次|本届|本轮|这次|整个)(?P<noun>会战|行动|活动|攻势|攻坚|战役|大会|会议|大赛|赛事|比赛|展会|博览会|督查|整治|[^，。的]{0,6}?节|签约仪式|仪式|竞赛|[^，。的]{0,6}?大会)"
        ),
        ("Campaign", "Event"),
    ),
    (re.compile(r"(?P<noun>会战|活动|行动|攻坚|大赛|展会)?期间(?!，?全)|(?P<again>活动中)"), ("Campaign", "Event")),
    (
        re.compile(
            r"(?P<noun>大会|展会|博览会|活动|盛会|大赛|赛事|会战|行动|攻势|攻坚|竞赛|[一-鿿]{0,4}节)(?=期间|现场|共|吸引|设|首日|上|以|由|总|奖|从|自|时限|历时|分|开展|启动|实施|以来|\d)"
        ),
        ("Campaign", "Event"),
    ),
    (re.compile(r"那次(?P<noun>行动|活动|会战|攻势|整治)|(?P<then>当时|上一轮)"), ("Campaign", "Event")),
    (re.compile(r"(?:开幕式上|会上|会议现场|签约仪式上|仪式上|本届)(?!，?会议)"), ("Event",)),
    (re.compile(r"全(?P<noun>镇|乡|村|园|厂|矿|社区|街道)(?!级|直|域|面|区)"), ()),
    (re.compile(r"(?:该|本)(?P<noun>站|局|院|校|中心|队|馆|所|库|园|区|厂|矿|镇|乡|村|县|市|州|旗|省|社区)(?!级|直|委|里|内|域|面)"), ()),
)


# A thing's name that no mention covers, before words that only a single thing has.
_UNLINKED = re.compile(
    r"(?P<name>[一-鿿A-Za-z0-9（）]{4,30}?(?:项目|工程|产业园|物流园|示范区|基地|生产线|公司|大桥|高速|公路|铁路|水库|机场|电站|[路线专速]\w{0,6}段))(?:[（(][一二三四]期[）)])?"
    r"(?=规划|计划|预计|概算|总|占地|全长|建筑面积|用地|建成后|达产|投产后|年产|[东西南北]起|起于|起自|起点|位于|自\d)"
)
_CLASS = re.compile(
    r"重点|新建|续建|产业项目|类|级|以上|以下|签约|个|亿元|百大|全部|所有|上述|这些|落地|在建|开工|招商|工业项目|民生|基础设施项目|重大|储备|谋划|列入|纳入|实施|全[省市县区州]|该"
)


_BUILT = re.compile(r"(?:建设|改造|施工|工程|改扩建|扩建|大修)(?:工程|项目)?[，。；]$")
_PORT = re.compile(
    r"(?!我|该|本|全|两|各|这|那|新|到|进|出|离|内|外)[一-鿿]{2,5}(?:港|机场|码头|水库|特大桥|大桥|隧道|电站|火车站|高铁站|山)(?=完成|累计|实现|分别|新开通|共完成|旅客|货物|吞吐|集装箱|今年|最高|主峰|全长|拥有|海拔|日均)"
)
_TAIL = re.compile(
    r"(?P<name>[一-鿿]{1,4}(?:学院|研究院|研究所|医院|商会|协会|分公司|农场|管委会|项目部))(?=派|来|已|也|还|共|投|现有|拥有|累计|今年|去年|先后|每年)"
)
UNKNOWN = "?"
"""What an anaphor gives that surely stands for a company or project, but for none that is known."""

_SURE = re.compile(r"(?:该|本|这家|这个|这条)|项目|工程|公司")


def resolve(text: str, start: int, end: int, mentions: Mentions, opening: bool = True, topics: tuple[str, ...] = ()) -> str:
    """The entity that a common noun at ``start`` stands for, "" if there is none there, ``UNKNOWN`` if it stands for none that is known.

    ``opening`` is false inside a sentence, where a bare 口岸 or 园区 is more often part of an indicator; ``topics`` are what the passage
    and the page are about, which a bare 项目 or 公司 means before anything else.
    """
    for pattern, types in _PATTERNS:
        if not opening and types[:1] == ("Zone",) and text[start : start + 1] not in "该本这整":
            continue
        match = pattern.match(text, start, end)
        if match:
            groups = match.groupdict()
            phase = groups.get("phase") or ""
            for topic in topics if phase else ():
                if mentions.type_of(topic) == "Project" and not mentions.other_phase(topic, phase):
                    return topic
            if groups.get("noun") and text[start : start + 1] not in "该这此那":
                for topic in topics:
                    if mentions.type_of(topic) in types[:2]:
                        return topic
                    if types[:1] == ("Project",) and (own := mentions.project_of(topic)):
                        return own
            built = (
                _BUILT.search(text, max(0, start - 24), start)
                if types[:2] == ("Project", "Facility") and (groups.get("noun") or "") in ("项目", "工程")
                else None
            )
            named = mentions.ending(built.start()) if built else None
            if named and named.type in types:
                return named.entity
            found = _last(mentions.before(start), groups.get("noun") or "", phase, types, mentions)
            sure = types[:1] in (("Project",), ("Company",)) and _SURE.match(text, start, end)
            return found or (UNKNOWN if sure else "")
    if text.startswith("对方", start):
        return _last(mentions.before(start), "", "", ("Company", "Organization"), mentions) or UNKNOWN
    if short := _TAIL.match(text, start, end):
        return mentions.by_tail(short["name"])
    if _PORT.match(text, start, end):
        return UNKNOWN
    unlinked = _UNLINKED.match(text, start, end)
    if unlinked and not _CLASS.search(unlinked["name"]):
        return mentions.by_tail(unlinked["name"]) or UNKNOWN
    return ""


def _last(before: Sequence[Mention], noun: str, phase: str, types: tuple[str, ...], mentions: Mentions) -> str:
    """The nearest entity whose name ends in ``noun`` (or holds ``phase``), else the nearest of ``types`` (a project before a facility)."""
    nearest = second = other = ""
    for mention in reversed(before):
        entity = mentions.entity(mention)
        if entity is None or (types and entity.type not in types):
            continue
        if (noun and entity.name.partition("（")[0].rstrip("”’》").endswith(noun)) or (phase and phase in entity.name):
            return entity.key
        if types[:2] == ("Project", "Facility") and entity.type == "Facility":
            second = second or entity.key
        elif phase and re.search(r"[一二三四]期", entity.name):
            other = UNKNOWN
        else:
            nearest = nearest or (entity.key if types else "")
    return nearest or second or other
