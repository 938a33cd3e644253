"""Posts as words: what a title looks like, and how a row of posts before or after a name is read.

A row is ``甲市委副书记、市长兼乙中心主任``: pieces between separators, each an optional organisation and a title that
ends in one of the head words below. A piece without an organisation inherits the one before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from kg.relate._lines import Line, slots

_LONG = (
    "省|自治区|市|县|区|州|旗|盟|镇|乡|村|局|部|处|科|院|校|所|站|段|队|会|社|厂|行|组|班|连|船|馆|司|厅|署|台|园|矿|团|师|军|庭|关|机|店|室|股|支|排|营|旅|场|库|楼|"
    "秘书|董事|理事|监事|检察|参谋|指挥|护士|列车|工|事业|街|林|车间|片|墩|网格|小区|站区|路|链|河|湖|田|山|点"
)
HEAD = (
    rf"(?:(?:{_LONG})长|书记|主任|主席|委员|常委|党员|专员|代表|经理|总裁|总监|总工程师|工程师|总工|会计师|经济师|设计师|农艺师|董事|监事|理事|合伙人|创始人|"
    "负责人|代表人|法人|司机|记者|主持人|讲解员|秘书|干事|研究员|教授|院士|讲师|教师|老师|医生|医师|护士|药师|主操|操作工|焊工|钳工|电工|工人|员工|职工|"
    "民警|警长|法官|检察官|调研员|巡视员|督学|成员|领队|教练|顾问|参赞|大使|领事|发言人|指挥|政委|指导员|司令员|参谋|专家|科员|网格员|护林员|辅导员|技术员|"
    "检验员|业务员|驾驶员|飞行员|列车员|调度员|安全员|联络员|特派员|协理员|首席执行官|CEO|总经理助理|区长助理|市长助理|县长助理|总编辑|主编|编辑|台柱|院士|"
    "传承人|带头人|站务员|管理员|会计|出纳|班主任|村医|支书|村主任|总指挥|组员|队员|学者|博士后|馆员|社长|掌门人|股东|厂医|技师|值班员|程序员|教研员|调解员|"
    "人大代表|政协委员|[一-龥]{1,3}员|[一-龥]{1,3}师|[一-龥]{1,2}手|[一-龥]{1,2}工|首席[一-龥]{0,4}|创办人|主管|高管|导演|主播|总编|辅警|博士|研究生|"
    "导游|翻译|保安|[村乡队厂]医|木匠|(?:工作|技术|科研|管理)人员|志愿者|驻村干部|裁判|负责同志|一把手|当家人|召集人|执行官|首席科学家|科学家)"
)
_HARD = "；。：！？\n"
_LEADS = re.compile(r"^(?:时任|现任|原任|原|前|该|由|并|还|和|与|及|请|据|对|以|作为|我们的|我们|我的|我|本|的|其|是|系|任|为|担任|兼任|兼|以及)+")
_OWNER = re.compile("^(?P<verb>向|跟|给|同|陪|由|让|听)(?=(?:该|本)?(?:公司|企业|集团|厂|合作社|学校|医院|研究院))")
_AS = re.compile(r"(?:代|原|时任|现任|任|兼|行署|[省市县区州旗盟镇乡]?(?:人民)?政府)?$")
"""What may stand before an implied organ without ending the row: 地委副书记、行署（副专员）."""
_PIECE = slots(
    r"^(?P<before>.*?)(?P<org>{Seat})?[\ue020-\ue02f]?[（(的]?(?P<title>(?:[\w·]|（[^（）]{1,10}）|(?![\ue010-\ue02f]){Division}){0,18}?"
    + HEAD
    + r"(?:助理)?(?<!增长)(?<!成长)(?<!家长)(?<!首长))$"
)
_CLAUSE = re.compile("了|一行|会见|拜会|陪同|邀请|向|跟|看到|来到|告诉|通过|经过")
_OTHERS = re.compile("任命|为|当选|担任|免去|辞去|出任|就任")
_BREAK = re.compile(r"[、，,兼暨]|(?<=[书任长员席事理师])[和及]")
_HONOUR = slots(r"[、，](?:{Division}|[^，。；、\ue000-\ue02f]){0,10}(?:干部|劳模|劳动模范|获得者|选调生|工匠|标兵|党外人士|企业家)$")
"""甲局副局长、乙市援派干部张三: the last piece is no post, the ones before are."""
_CLOSED = re.compile(r"(?:（[^（）]{1,14}）|\([^()]{1,14}\))+$")


@dataclass(frozen=True, slots=True)
class Post:
    """One post of a row: code positions of its words, and of the organisation (-1 if it names none)."""

    start: int
    end: int
    org: int
    title: str


def row_before(line: Line, end: int, floor: int) -> list[Post]:
    """The posts that stand directly before ``code[end]``, in order; nothing before ``floor`` is read."""
    left = line.code[floor:end]
    cut = max((left.rfind(mark) for mark in _HARD), default=-1) + 1
    if honour := _HONOUR.search(left, cut):
        left = left[: honour.start()]
    closed = _CLOSED.search(left)
    stop = floor + len((left[: closed.start()] if closed and closed.start() > cut else left).rstrip(" \u3000\t"))
    posts: list[Post] = []
    right = stop
    for start in [*_starts(line.code, floor + cut, stop)][::-1]:
        piece = _PIECE.match(line.code[start:right])
        if piece is None or not (post := _post(line, start, piece)):
            break
        # 任命甲为副市长，书记乙…: the piece before the comma speaks of someone else.
        if posts and _OTHERS.search(piece["before"]):
            break
        posts.append(post)
        if not _AS.match(piece["before"]) or start == floor + cut:
            break
        right = start - 1
    return posts[::-1]


def row_after(line: Line, start: int) -> list[Post]:
    """The posts that begin at ``code[start]``, up to the end of the clause or the first piece that is none."""
    posts: list[Post] = []
    stop = next((i for i in range(start, len(line.code)) if line.code[i] in "；。：！？\n）)"), len(line.code))
    edges = [*_starts(line.code, start, stop), stop + 1]
    for begin, end in pairwise(edges):
        piece = _PIECE.match(re.sub(r"(?:职务|一职)$", "", line.code[begin : end - 1]))
        if piece is None or not _AS.match(piece["before"]) or not (post := _post(line, begin, piece)):
            break
        posts.append(post)
    return posts


def _starts(code: str, start: int, end: int) -> Iterator[int]:
    """Where the pieces of ``code[start:end]`` begin: at its start and behind every separator."""
    yield start
    for match in _BREAK.finditer(code, start, end):
        yield match.end()


def _post(line: Line, start: int, piece: re.Match[str]) -> Post | None:
    org = start + piece.start("org") if piece["org"] else -1
    begin = start + piece.start("title")
    end = start + piece.end("title")
    title = line.words(begin, end)
    lead = _LEADS.match(title)
    if lead and org < 0:
        title = title[lead.end() :]
        begin += lead.end()
    if org < 0 and (led := _OWNER.match(title)):
        # 向公司董事长: the noun stays, it tells what kind of seat the post has.
        title, begin = title[led.end("verb") :], begin + led.end("verb")
    title = title.replace("的", "")
    if _CLAUSE.search(title):
        return None
    return Post(org if org >= 0 else begin, end, org, title) if title else None
