"""Numbers that are no observation: names, codes, conditions, frequencies, closed lists, rhetoric."""

from __future__ import annotations

import re

from kg.measure.clauses import Clause
from kg.measure.mentions import Mentions
from kg.measure.phrases import noun
from kg.measure.quantities import Quantity

_COUNTS = frozenset({"thing", "count", "people"})
_MASSES = frozenset({"mass", "length", "volume", "energy", "area"})
_ABSTRACT = re.compile(
    r"(?:方面|领域|环节|层面|维度|阶段|子行动|专项(?:行动|推进|$|，)|部分|板块|关键|步骤|要素|坚持|必须|确保|统一|转变|优势|清单|体系|机制|原则|目标|抓手|特点|字$|字，|倍增|月|小时|季度"
    r"|百分点|重点|角度|导向|能力|意识|办法|模式|台阶|档次|梯队|版本|第一|早|问题的|节点|方向|主题|篇章|工程”)"
)
_CLOSED = re.compile(r"[^，。；：、\d“”]{1,24}(?:、|和|与|及)[^，。；：\d]*[一-鿿”）)]$")
_FREQUENCY = re.compile(r"每[^，。；]{0,3}(?:周|天|日|月|旬|半月|季度?|年|次|隔)[^，。；]{0,8}$|一(?:天|周|月|年)[^，。；]{0,4}$|(?:连续|先后|前后|第)$")
_NAMELIKE = re.compile(r"[^，。；：、的了\d]{1,24}?(?:项目|生产线|工程|电站|装置|机组|中试线|基地)")
_CAPACITY = re.compile(r"(?:年产|年加工|年处理|日处理|日产|年生产|年储|年屠宰|总装机|装机|新建|新增|建设|改建|扩建)$")
_TIMES = frozenset({"次", "趟", "场", "班", "期", "批", "件"})
_MECHANISM = re.compile(r"[“\"]?\d(?:[+＋×]\w){1,6}|\d{3,}[+＋]N")
_OWNED = re.compile(r"(?:设立|建成|新建|新增|建立|设有|各有|共有|拥有|仅有|获评|开工|签约|投产|入选|创建|打造|引进|落户|落地|竣工)[^，。；]{0,6}$")


def refused(text: str, clause: Clause, quantity: Quantity, left: int, mentions: Mentions) -> bool:
    """True if ``quantity`` (whose clause-mate text begins at ``left``) states nothing about anything."""
    if quantity.kind == "rank" or mentions.names(quantity.core):
        return True
    before = text[left : quantity.whole.start]
    after = text[quantity.whole.end : clause.span.end]
    counts = quantity.kind in _COUNTS
    if counts and _FREQUENCY.search(text[max(clause.span.start, quantity.whole.start - 12) : quantity.whole.start]):
        return (quantity.unit in _TIMES and quantity.value < 100) or (quantity.value < 10 and not re.search(r"每[^，。；]{0,3}年", before))
    if counts and ((_ABSTRACT.match(after.lstrip("“")) and quantity.value <= 12) or _closes(before, after, quantity)):
        return True
    if counts and ((after.startswith("人") and quantity.unit == "个") or after.startswith("事") or re.search(r"[一每]个人[^，。]{0,3}$", before)):
        return True
    if quantity.hanzi and "分之" in text[quantity.core.start : quantity.core.end] and re.search(r"过$|近$|^$", before):
        return True
    if counts and quantity.value <= 12 and re.search(r"(?:分|分为|设|下设|由|包括|含)“[^，。；]*”$", before):
        return True
    if counts and (before.endswith("一行") or "听取" in before[:4] or re.match(r"[^，。；]{0,8}之一", after)):
        return True
    if "“" in before[-9:] and "”" not in before[-9:] and after.startswith("”"):
        return True
    if before.endswith("每") or (re.match(r"“", text[quantity.core.start - 1 : quantity.core.start]) and "”" in after[:8]):
        return True
    if (counts and re.match(r"[^，。；：\d]{0,10}中(?:$|[列居排位])|[^，。；：\d]{1,12}[率比]均?(?:达到|达|为|超过)?\d", after)) or (
        counts and re.search(r"(?:来自|从|分|分成|分为|划分为|设为)$", before)
    ):
        return True
    if counts and quantity.value == 1 and quantity.unit[:1] not in "十百千万亿" and not _OWNED.search(before) and noun(after):
        return True
    if counts and re.search(r"(?:(?<![目日此之以底末月年度])前|居|第|位列|排名)$", before):
        return True
    if counts and re.match(
        r"(?:国家|省|地区|县|市|单位|部门|村|乡镇|社区)[^，。]{0,6}的\d",
        after + text[clause.span.start + len(text[clause.span.start : quantity.whole.end]) + len(after) :][:1],
    ):
        return True
    if quantity.unit == "位" and re.search(r"(?:前进|上升|下降|后退|提升|前移)了?$", before):
        return True
    if quantity.unit in ("次", "趟", "步") and quantity.value < 10:
        return True
    if (quantity.unit == "张" and re.match(r"(?:笑|黑|红)?脸|名片|嘴", after)) or (
        counts and quantity.hanzi and quantity.value < 10 and before.endswith(("里的", "中的", "内的"))
    ):
        return True
    if quantity.hanzi and counts and quantity.unit in ("个", "项", "种", "类", "份", "处", "批", "件", "块", "支", "条", "张") and quantity.value < 10:
        return quantity.unit not in ("条", "张") or not noun(after)
    if counts and quantity.value < 10 and _MECHANISM.search(text, max(0, clause.span.start - 40), quantity.core.start) and noun(after):
        return True
    return quantity.kind in _MASSES and _adjective(before, after, quantity)


def _closes(before: str, after: str, quantity: Quantity) -> bool:
    """A count that only closes the list before it (A、B和C3个镇); after 等 only if the list is complete."""
    if not noun(after):
        return False
    if before.rstrip().endswith("等"):
        return len(re.split(r"、|和|与|及", before)) == int(quantity.value)
    parts = re.split(r"、|和|与|及", before)
    return bool(_CLOSED.search(before)) and len(parts) >= int(quantity.value) > 1


def _adjective(before: str, after: str, quantity: Quantity) -> bool:
    """A measure that only describes the noun behind it (90米叶片, 5吨行车) or stands in an unrecognised name."""
    if _CAPACITY.search(before) and _NAMELIKE.match(after):
        return True
    if not after or not "一" <= after[0] <= "鿿" or after[0] in "的，" or re.search(r"(?:[由从]|[提增升降减少压][^，。]{0,2}[到至为])$", before):
        return False
    if quantity.kind in ("energy", "volume"):
        return bool(_NAMELIKE.match(after) or re.match(r"[一-鿿]{1,8}\d", after))
    if _NAMELIKE.match(after):
        return True
    if quantity.kind == "mass" and before.endswith("是"):
        return False
    return (
        quantity.kind in ("length", "mass")
        and bool(noun(after))
        and not re.search(r"[有运售卖出收送产用需购供采储签订](?:下|了|到)?$|成|设|装|造|长|铺|发", before[-3:])
    )


def attributive(text: str, quantity: Quantity, end: int) -> bool:
    """True if the quantity only narrows a noun (10亿元以上项目, 超过50万美元的企业, 1亿元至5亿元的)."""
    after = text[quantity.whole.end : end]
    if quantity.kind in ("share", "points", "fold"):
        return False
    if "以" in quantity.bound and re.search(r"(?:以上|以下|以内)(?:[)）])?$", quantity.bound):
        return bool(re.match(r"(?:的|[一-鿿]|\d|、\d[\d.]*[百千]?[万亿]元?(?:以上|以下))", after)) and not re.match(
            r"(?:的(?:比重|比例|速度|增长)|和|与|及|，|并)", after
        )
    if re.match(r"(?:[(（]不?含[)）])?\s*(?:至|到|-|—|~|～)\s*\d", after):
        return True
    if quantity.kind not in ("thing", "count", "people") and re.match(
        r"(?:、[\d.]+[百千]?[万亿]?\w{1,3})*的(?:企业|项目|单位|个人|家庭|农户)?(?:[，,。；]|$)", after
    ):
        return True
    if quantity.kind in ("money", "area") and re.match(r"的", after):
        # 占总投资3.5亿元的68%: the whole is a figure of its own.
        return not (
            re.match(r"的\d", after)
            and re.search(
                r"(?:占|完成)[^，。；\d]{0,6}(?:总投资|投资|总额|任务|目标|计划|面积)$", text[max(0, quantity.whole.start - 12) : quantity.whole.start]
            )
        )
    if quantity.kind == "money" and quantity.bound.startswith(("超", "逾")) and re.match(r"的?(?:项目|企业|以上)", after):
        return True
    back = text[max(0, quantity.core.start - 14) : quantity.core.start]
    return re.match(r"[的项企\d]", after) is not None and bool(re.search(r"\d[\d.]*[百千]?[万亿]?\w{0,3}(?:[（(]不?含[）)])?(?:至|-|—|~|～)$", back))
