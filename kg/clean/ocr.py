"""Slips of character recognition that the context makes certain: 囗岸 -> 口岸, 7曰 -> 7日, 1 l 个百分点 -> 11."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.clean._chars import changed
from kg.model import Article, Rejected

UNIT = "[年月日时分个亿万千百元吨人家户项次列台座条米公亩平%％倍度]"
RULES = tuple((re.compile(pattern), to) for pattern, to in (
    ("囗", "口"),  # an enclosure radical, no word of today
    (r"(?<=[\d昨今明当单每次近即节假周末往元生])曰", "日"),
    (r"曰(?=[前报均益常讯电])", "日"),
    (r"(?<=\d)[ ]?[lI|](?=[ ]?\d|[ ]?" + UNIT + ")", "1"),
    (r"(?<![A-Za-z\d])[lI](?=\d+(?:\.\d+)?" + UNIT + ")", "1"),
    (r"(?<=\d)[OoＯ](?=\d|" + UNIT + ")", "0"),
    (r"(?<=[千万亿]元|已在|工作)千(?=了)|千(?=了\d+年)", "干"),
    (r"[己巳](?=经|建成|完成|开工|有\d|达到|投产|全部)", "已"),
    (r"自[已巳]", "自己"),
    (r"末(?=来[,，的三五十]|能[够如]|发生|完成|经批准|按[要规])", "未"),
    (r"人(?=驻企业|驻园区|园企业|库税收)", "入"),
    (r"(?<=[深投收加融纳列步进迈转注])人(?=推进|开展|学习|贯彻|实施|基层|使用|生产|运营|同比|新时代|了|快车道|资金)", "入"),
    (r"迸(?=[行入出一])", "进"),
    (r"一(?<=[\u4e00-\u9fff”]一)一(?=[\u4e00-\u9fff“]{2,}\n)", "一一"),
))  # fmt: skip
SIGNS = re.compile(r"[囗曰迸巳己已末千lI|Oo]|人[驻园库推开学贯实基使生运同新了快资]")


def step(article: Article) -> list[Article | Rejected]:
    """Title and text."""
    title = mend(article.title)
    return changed(article if title == article.title else replace(article, title=title), mend(article.text))


def mend(text: str) -> str:
    """``text`` with the slips put right."""
    if not SIGNS.search(text):
        return text
    for pattern, to in RULES:
        text = pattern.sub(to, text)
    return text
