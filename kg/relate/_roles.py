"""Who does it and to whom: the subject before a verb, the list behind it, the mood of the clause."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.relate._lines import Found, Line, slots, types_of
from kg.relate._titles import row_before

_NOT_SUBJECT = re.compile(
    r"(?:在|到|赴|走进|飞往|前往|抵达|奔赴|转战|飞抵|从|向|对|于|给|把|被|据|为|按照|按|根据|围绕|落实|贯彻|针对|关于|通过|依托|经|受|来自|位于|同|跟|结合|作为|聚焦|位居|驻|记者|获悉|推进|深化|就|以|组建|成立|下|跑|飞|闯|设立|引导|推动|推介|鼓励|支持|服务|帮助|抽调)$"
)
_OF = re.compile(
    "的|现场(?!发布|签|通报|推介|宣布|办公|开展|举行|启动|展示|查验|核查|发放)|境内|内|里|地区|等|供电|电力|公司|公安|税务|消防|海关|医院|学校|中学|小学|银行|支行|分行|农商|交警|旅游|企业|产业|居民|村民|市民|"
    "群众|干部|职工|籍|人(?!大)|首批|首个|首家|多个|部分|相关|有关|各|旗舰店|市场|大学|学院|电视台|日报|经济(?!技术)|项目|工业|农业|特产|客商|商会|清洁"
)
_SPEAKS = re.compile("(?:说|表示|指出|强调|介绍|要求|透露|认为|坦言|致辞|讲话)[^，。；]{0,6}[，：]")
_GAP = slots(r"[^，。；：、\ue000-\ue02f]{0,8}?(?:、|，?以及|，还有|，?和|及|与)[^，。；：\ue000-\ue02f]{0,10}?(?={Any})")
_ACTS = re.compile("调研|考察|走访|检查|座谈|洽谈|签|看望|慰问|了解|召开|举行|参加|就|同|对接|拜访|合作|到|赴|查看|察看|参观|推介|介绍|强调|表示")
_VERBAL = re.compile(
    "[、，和与]|启动|发起|开展|举办|组织|推出|打响|召开|实施|承办|主办|举行|将|在|于|已|正|全|先|再|又|即|拟|还|也|持续|积极|深入|大力|统筹|扎实|有序|多|今|近|同|日|继|紧|聚|以|为|对|联|集|强|加|抢|出|印|制|发|率|赴|到|引|与"
)
_LEADS = re.compile("(?:率|率领|带领|带着|携)(?!队)")
_PLACES = ("Division", "Zone", "Facility")
_DENIED = re.compile(r"(?:未能?|没有?|尚未|并未|否认|拒绝|取消|不再|不会|并非|无意|暂缓|放弃|终止|叫停)[^，。；]{0,6}$")
_PLANNED = re.compile(r"(?:将(?!于\d*年?前)|拟|计划|预计|有望|打算|即将|想要?|希望|力争|争取|准备|盼望|有意|意向|正在?洽谈|推动|欢迎|邀请)[^，。；]{0,16}$")
_REPORTED = re.compile(r"(?:据传|传闻|据称|网传|疑似|传言|有消息称|谣传)")


def mood(line: Line, verb: int) -> str:
    """The modality of what a verb at ``verb`` says: asserted, planned, denied or reported."""
    clause = line.code[max(line.code.rfind(mark, 0, verb) for mark in "，。；：？！") + 1 : verb]
    if _DENIED.search(clause):
        return "denied"
    if _REPORTED.search(line.code[:verb]):
        return "reported"
    return "planned" if _PLANNED.search(clause) else "asserted"


def subjects(line: Line, verb: int, types: str, *, floor: int = 0) -> list[Found]:
    """The mentions of ``types`` that are the subject of the verb at ``verb``: the nearest that can be, with its row."""
    barred = -1
    for position, mention in reversed(line.among(types, floor, verb)):
        listed_with = re.fullmatch("[、和与及]|以及", line.code[position + 1 : barred]) if barred > position else None
        head = _list_head(line, position, floor)
        before = line.code[max(floor, head - 4) : head]
        if listed_with or _NOT_SUBJECT.search(before) or _attribute(line, position, mention.type):
            barred = position
            continue
        if mention.type == "Person" and _SPEAKS.search(line.code, position, verb):
            continue
        if mention.type == "Division" and mention.kind == "name" and _short(line, position) and not _VERBAL.match(line.code, position + 1):
            continue
        if mention.type != "Person" and _seat(line, position):
            continue
        return [*_row(line, position, types, floor), (position, mention)]
    return []


def _attribute(line: Line, position: int, type_: str) -> bool:
    """True for a name that only says whose or where; 张三等 are people, not an attribute."""
    if type_ == "Person" and line.code[position + 1 : position + 2] == "等":
        return line.code[position + 2 : position + 3] in ("的", "人的")
    return _OF.match(line.code, position + 1) is not None


def _list_head(line: Line, position: int, floor: int) -> int:
    """Where the list of places that the one at ``position`` closes begins (到甲省乙市、丙市): elsewhere itself."""
    while line.marks[position].type in _PLACES:
        gap = 1 if line.code[position - 1 : position] in ("、", "和", "与", "及") else 0
        before = position - 1 - gap
        if before < floor or before not in line.marks or line.marks[before].type not in _PLACES:
            break
        position = before
    return position


def _seat(line: Line, position: int) -> bool:
    """True for an organ that is named only for the post of someone behind it (甲局局长张三)."""
    person = next((p for p in line.marks if p > position and line.marks[p].type == "Person"), -1)
    return person > 0 and any(post.org == position for post in row_before(line, person, position))


def _short(line: Line, position: int) -> bool:
    """True for a place's bare stem, which may as well be an attribute (乙地清洁能源产业)."""
    return not line.document.words(line.mention(position).span).endswith(("省", "市", "县", "区", "州", "旗", "盟", "镇", "乡", "街道", "村", "社区"))


def _row(line: Line, last: int, types: str, floor: int) -> list[Found]:
    """The mentions that stand in one row with the one at ``last``, before it: 甲局、乙局, 书记张三，市长李四."""
    row: list[Found] = []
    for position, mention in reversed(line.among(types, floor, last)):
        between = line.code[position + 1 : last]
        if not re.fullmatch(r"[、和与及]|以及|会同|联合|携手|，", between):
            posts = row_before(line, last, position + 1)
            if line.mention(last).type != "Person" or not posts or mention.type != "Person":
                break
            if not re.fullmatch(
                r"[、，和与及]?",
                line.code[position + 1 : posts[0].start].rstrip("".join(map(chr, range(0xE000, 0xE030)))),
            ):
                break
        elif between == "，" and not (mention.type == line.mention(last).type == "Person"):
            break
        row.append((position, mention))
        last = position
    return row[::-1]


def listed(line: Line, start: int, types: str) -> list[Found]:
    """The list of mentions of ``types`` that begins at ``code[start]``; of nested places only the last, 甲省乙市.

    Words without a mention may stand behind an item (甲公司车间、乙公司) or make up one (甲园和仓库、乙村).
    """
    wanted = types_of(types)
    found: list[Found] = []
    position = start
    while (mention := line.marks.get(position)) is not None and mention.type in wanted:
        found.append((position, mention))
        position += 1
        if line.code[position - 3 : position - 1] == "位于" and line.code[position : position + 1] == "的":
            # 位于甲县的乙公司: only the company is an item.
            found.pop()
            position += 1
        if position not in line.marks:
            gap = _GAP.match(line.code, position)
            if gap is None or _ACTS.search(gap.group()):
                break
            position = gap.end()
    return [one for index, one in enumerate(found) if not _outer(line, found, index)]


def _outer(line: Line, found: Sequence[Found], index: int) -> bool:
    position, mention = found[index]
    return (
        index + 1 < len(found)
        and found[index + 1][0] == position + 1
        and mention.type == "Division"
        and found[index + 1][1].type in ("Division", "Zone", "Facility")
        and line.at[position + 1] == mention.span.end
    )


def led_by(line: Line, found: Sequence[Found], floor: int) -> list[Found]:
    """张三率乙局局长李四到…: who leads the row of people, standing before it."""
    before = line.among("Person", floor, found[0][0])
    if found[0][1].type == "Person" and before and _LEADS.match(line.code, before[-1][0] + 1):
        return before[-1:]
    return []
