"""Works without the word 项目: a stretch of a line under construction (甲高速乙段), new houses of a station, school or hospital."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Mention, Span
from kg.nlp._protocol import Context

_PLAIN = "(?!段|标|的|是|在|将|已|由|沿|全|[一二三两]个)[\u4e00-\u9fff]"
_STRETCH = re.compile(rf"(?:{_PLAIN}){{2,6}}?(?:[至到](?:{_PLAIN}){{2,6}}?)?段(?!时|路|子|位|目)|[（(](?:{_PLAIN}){{2,8}}段[）)]")
_LINES = ("铁路", "高铁", "客专", "线", "高速", "高速公路", "公路", "国道", "省道", "大道", "快速路", "绿道", "管道", "地铁", "轻轨")
_CODE = re.compile(r"[GS国省]道?[\dGS]{2,5}(?:国道|省道|线)?$")
_BUILT = r"(?=(?:[\u4e00-\u9fff]{0,4}(?:建设|施工))?(?:正式|全面|顺利|已|也|正在|主体|年内|今年|明年|力争|预计|计划|将|[\d月日年底前]){0,8}(?:开工|动工|破土|奠基|开建|在建|建成|封顶|合龙|贯通|竣工|完工|通车|铺轨|交付|投用|投入使用|完成投资|总投资|建筑面积|路基|架梁))"
_OPEN = re.compile(_BUILT + "|建设(?=[，。；])")
_HOUSE = re.compile(
    rf"(?:(?:站房|航站楼|新站房|新院区|新校区|新馆|新址|新厂区|迁建|新建|扩建|改扩建|异地新建|整体搬迁|提质改造)(?:工程|项目)?|(?:[一二三四]期|[（(][一二三四]期[）)])(?:工程|项目)?){_BUILT}"
)

_PRICED = re.compile(
    r"投资(?:额)?(?:约|达|近|超)?[\d.]+[余多]?[亿万]元(?:，|在[^，。；]{2,16}?)?(?:的)?(?:建设|新建|兴建|打造|实施|改造)(?:的|了|一座|一条|一个)?"
    r"((?!单位|内容|规模|地点|工期|周期|面积|用地|资金|期)(?:(?!投资|[是为由])[\u4e00-\u9fffA-Za-z\d]){3,26}(?:中心|基地|厂|产业园|物流园|科技园|大桥|隧道|水库|学校|医院|公园|生产线|车间|市场|码头|电站|项目|工程)(?:[（(][一二三]期[）)]|[一二三]期)?)(?=[，。；]|$)",
    re.M,
)
_JOINT = re.compile(
    "(?:共建|合建|共同建设|联合建设|联合共建|合作建设)(?:了)?“?((?!一[个批座家]|[的等])(?:(?![的等和与及])[\u4e00-\u9fffA-Za-z]){3,20}(?:联合实验室|重点实验室|中试平台|中试基地|示范基地|实训基地|创新平台)(?:项目)?)(?=”?[，。；])"
)
_CLASS = re.compile(
    r"[的等和了]|\d+[个座条处项家]|^(?:标准化?|现代化?|高标准|智能化?|新型|大型|农产品|冷链)?(?:厂房|车间|生产线|基础设施|加工厂|种植基地|养殖基地|物流中心|项目|工程|生产基地)$|一期|二期$"
)


def stretches(text: str, context: Context) -> Iterator[Span]:
    """Spans of such works, each beginning with a facility, school or hospital found before."""
    for mention in context.of("Facility", "Organization"):
        if mention.kind not in ("name", "nested"):
            continue
        end = mention.span.end
        if mention.type == "Facility" and (mention.name.endswith(_LINES) or _CODE.search(mention.name)):
            match = _STRETCH.match(text, end)
            if match and _OPEN.match(text, match.end()):
                yield Span(mention.span.start, match.end())
                continue
        house = _HOUSE.match(text, end)
        if house and _seated(mention):
            yield Span(mention.span.start, house.end())


def priced(text: str) -> Iterator[Span]:
    """投资2亿元建设|甲县冷链物流中心, 共建|丙联合实验室: what the money builds or two parties set up, up to a mark."""
    yield from (Span(*match.span(1)) for match in _PRICED.finditer(text) if not _CLASS.search(match[1]))
    yield from (Span(*match.span(1)) for match in _JOINT.finditer(text))


def _seated(mention: Mention) -> bool:
    """True for what has houses or lines of its own; a society or team has none."""
    return mention.type == "Facility" or mention.rule.endswith((".school", ".clinic", ".lab", ".media"))
