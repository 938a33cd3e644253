"""Names of companies in their parts: place, core, group, legal form, and the word for a branch or cooperative."""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.merge._areas import Areas
from kg.merge._names import flat

LEGAL = re.compile("(?:(控股集团|集团))?(股份有限公司|有限责任公司|有限公司|控股有限公司|投资有限公司|股份公司|总公司|公司|株式会社)?$")
"""The group word and the legal form that a name ends with; matches every name."""
_BRANCH = re.compile("分行$|支行$|分公司$|营业部$|支公司$|信用社$|车间$|电厂$|煤矿$|分厂$|储蓄所$|办事处$|销售公司$|子公司$")
_COOP = re.compile("合作社$|合作联社$|联合社$|合伙企业$|事务所$|家庭农场$|厂$|店$|商行$|超市$")
_BRACKET = re.compile("\\(([^()]{2,8})\\)")
_BANKS = {
    "农行": "农业银行", "工行": "工商银行", "建行": "建设银行", "中行": "中国银行", "交行": "交通银行", "农发行": "农业发展银行",
    "邮储银行": "邮政储蓄银行", "农商行": "农村商业银行", "农商银行": "农村商业银行", "国开行": "国家开发银行",
}  # fmt: skip
_TOWN = re.compile("[市县区](?=(?:分行|支行|分公司|支公司)$)")
_STATE_FIRMS = {
    "城市建设投资": "城投", "城市发展投资": "城发", "交通投资": "交投", "交通建设投资": "交投", "文化旅游": "文旅", "农业投资": "农投",
    "水务投资": "水投", "产业投资": "产投", "金融控股": "金控", "国有资产": "国资", "国有资本": "国资", "城市投资": "城投",
}  # fmt: skip
"""Long and short words of an area's own firms (城市建设投资集团 is 城投集团)."""
_FULL = {
    "股份有限公司": "股份",
    "有限责任公司": "有限",
    "有限公司": "有限",
    "控股有限公司": "控股",
    "投资有限公司": "投资",
    "株式会社": "株式",
}


class Name(NamedTuple):
    """A company's name in its parts."""

    place: str
    core: str
    group: bool
    legal: str
    """股份, 有限, … where the name gives its whole legal form; empty for a short name."""
    kind: str
    """The word for a branch, cooperative or works that the name ends with; empty for a company."""


def cut(form: str, home: str, areas: Areas) -> Name:
    """A form in its parts; a place or letter (省) is read by ``home``.

    吉林瑞沃药业集团有限公司 is of 吉林省, 瑞沃药业, a group, 有限; 瑞沃药业 has the same core and no more.
    """
    name = flat(form)
    for short, full in _BANKS.items():
        name = name.replace(short, full) if short in name and full not in name else name
    name = _TOWN.sub("", name)
    for long, short in _STATE_FIRMS.items():
        name = name.replace(long, short)
    place, rest = areas.placed(name, home)
    if found := _BRACKET.search(rest):
        inner = areas.placed(found[1] + "在此", home)
        place = inner.place if inner.rest == "在此" else place
        if not rest[: found.start()].endswith("集团"):  # 甲集团（乙县）有限公司 is the group's firm there
            rest = rest[: found.start()] + rest[found.end() :]
    kind = _BRANCH.search(rest) or _COOP.search(rest)
    if kind:
        rest = re.sub("股份有限公司|有限责任公司|有限公司", "", rest)
        return Name(place, re.sub("^中国(?=.*银行)", "", rest), False, "", kind[0])
    legal = LEGAL.search(rest)
    core = rest[: legal.start()] if legal else rest
    return Name(place, core or rest, bool(legal and legal[1]), _FULL.get(legal[2] or "", "") if legal else "", "")
