"""Parallel lists: A和B分别为x、y; the labels that go with the numbers."""

from __future__ import annotations

import re

_JOINT = re.compile(r"、|以及|(?<![共饱温缓呼祥平])和(?![平谐硕静田])|(?<!参)与|(?<![普以涉顾提])及(?![格时其])")
_TOTALLED = re.compile(r"[两三四五六七八九十\d]+(?:种|类|项|个|大|样)(?:主要)?(?:商品|产品|指标|货物|农产品|作物|品种)?")
_SHARED = re.compile(
    r"的?(?:进出口|出口|进口|贸易|销售|投资|产品|班列|游客|用电|种植|养殖)?(?:总?[额值量]|收入|面积|价格|成本|速度|能力)?(?:逆势|同比|稳步|大幅|双双|均|同步)?(?:增[长加幅速]|下降)?$"
)
_METRIC = re.compile(r"[额值量率入数资积比费税口幅]$")
_TOTAL = re.compile(
    r"(?:等?[两三四五六七八九十\d]+(?:[个项样大种类家地]?(?:主要)?(?:产品|指标|产业|行业|领域|地|市|县|区|项目)?|者))?(?:都|均|全部|双双|同步)?.*$"
)
_CONNECT = re.compile(r"\s*(?:、|和|与|及|以及|,)\s*")


def joined(gap: str) -> bool:
    """True if ``gap`` between two numbers only joins them."""
    return bool(_CONNECT.fullmatch(gap))


def elements(words: str, count: int) -> list[str]:
    """The ``count`` members of a coordinated phrase, each with the shared head (城镇和农村居民收入 -> 城镇居民收入, 农村居民收入).

    An empty list if the phrase has another number of members.
    """
    if count == 2 and words.startswith("城乡"):
        return ["城镇" + words[2:], "农村" + words[2:]]
    parts = [part for part in _JOINT.split(words) if part]
    if len(parts) != count or count < 2:
        return []
    parts[-1] = _TOTALLED.sub("", parts[-1])
    first, last = parts[0], parts[-1]
    lead = first[0] if first[0] in "对向从为" else ""
    shared = _SHARED.search(last) if lead else None
    if shared and 1 < len(shared.group()) < len(last) - 1 and not _METRIC.search(first):
        tail = shared.group().removeprefix("的")
        return [(part if part.startswith(lead) else lead + part) + tail for part in parts[:-1]] + [lead + last]
    if _METRIC.search(first) or len(last) <= max(len(p) for p in parts[:-1]) + 1:
        return parts
    cut = _cut(first, last)
    head = last[cut:]
    return [*(_with(part, head, lead if i else "") for i, part in enumerate(parts[:-1])), lead + last]


def _cut(first: str, last: str) -> int:
    """Where in ``last`` its own part ends: after the character that ends ``first``, else at the length of ``first``."""
    place = last.find(first[-1])
    return place + 1 if 0 <= place < len(last) - 1 else min(len(first), len(last) - 1)


def _with(part: str, head: str, lead: str) -> str:
    return lead + part + ("" if part.endswith(head) else head)


def listed(words: str, count: int) -> list[str]:
    """The ``count`` members of a list that a sentence opens with (碳酸锂、纯碱、钾肥三样产品都在增产)."""
    match = re.search(rf"(?:[^，。；：、\d]{{1,14}}?(?:、|和|与)){{{count - 1}}}[^，。；：、]{{1,20}}[，,：]?$", words.rstrip())
    if not match:
        return []
    parts = _JOINT.split(match.group().rstrip("，,："))
    if len(parts) != count:
        return []
    if spread := _spread(match.group().rstrip("，,："), count):
        return spread
    size = max(len(p) for p in parts[:-1])
    tail = re.match(rf"(.{{1,{size + 2}}}?)(?:等?[两三四五六七八九十\d]+[个项样大种类家]|都|均|双双|等|产量|同比|$)", parts[-1])
    return [*parts[:-1], tail[1] if tail else parts[-1][:size]]


def told(words: str, count: int) -> list[str]:
    """The ``count`` members that the clause at the end of ``words`` governs together (对日本、韩国的出口双双增长，)."""
    last = re.search(r"[对向从][^，。；：\d]+(?=[，,]$)", words)
    return _spread(last.group(), count) if last else []


def _spread(words: str, count: int) -> list[str]:
    """The members of 获评国家级、市级专精特新企业的 or 对日本、韩国的出口双双增长, each with their head; none if it is of neither form."""
    words = (
        re.sub(r"^[^，]*?(?=[对向从])|的$", "", words) if re.match(r"[^，、]{0,4}[对向从]", words) else words.removesuffix("的") if words.endswith("的") else ""
    )
    return elements(words, count) if words else []
