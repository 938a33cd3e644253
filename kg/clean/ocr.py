"""Slips of character recognition that the context makes certain: 囗岸 -> 口岸, 7曰 -> 7日, 1 l 个百分点 -> 11."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.clean._chars import HAN, changed
from kg.model import Article, Rejected

FLAG = "recognised"
"""Of a page that came from character recognition: slips were mended, others may be left."""
UNIT = "[年月日时分个亿万千百元吨人家户项次列台座条米公亩平%％倍度]"
FOREIGN = str.maketrans("ロカエタハニトミー", "口力工夕八二卜三一")
"""Japanese letters that are drawn like Chinese characters."""
POINT = re.compile(r"(\d)。(?=\d+(?:%|％|[亿万个倍元吨公]))")
LOOKALIKE = re.compile(rf"(?<=[{HAN}])[ロカエタハニトミー](?=[{HAN}，。、])")
RULES = tuple((sign, re.compile(pattern), to) for sign, pattern, to in (
    ("囗", "囗", "口"),  # an enclosure radical, no word of today
    ("巿", "巿", "市"),  # an apron of old, no word of today
    ("曰", "(?<![子诗云名书传谚答问又古题号])曰(?![“：:])", "日"),
    ("l", rf"(?<=\d)[ ]?l(?=[ ]?\d|[ ]?{UNIT})|(?<![A-Za-z\d])l(?=\d+(?:\.\d+)?{UNIT})", "1"),
    ("I", rf"(?<=\d)[ ]?I(?=[ ]?\d|[ ]?{UNIT})", "1"),
    ("|", rf"(?<=\d)\|(?=\d|{UNIT})", "1"),
    ("O", rf"(?<=\d)O(?=[\dO]|{UNIT})", "0"),
    ("o", rf"(?<=\d)o(?=[\do]|{UNIT})", "0"),
    ("忆", r"(?<=[\d余多几])忆(?=元|立方|吨|美元|人次|千瓦)", "亿"),
    ("兀", r"(?<=[亿万千\d])兀", "元"),
    ("千了", r"(?<=[元在作里上])千(?=了)|千(?=了\d+[多余]?年)", "干"),
    ("千劲", "千劲", "干劲"),
    ("千部", "(?<=领导)千部|(?<=党员)千部|千部(?=群众|职工|队伍|作风|下沉|包联)", "干部"),
    ("若千", "若千(?=[，。、个])", "若干"),
    ("骨千", "骨千", "骨干"),
    ("大千", r"大千(?=\d+天|快上)", "大干"),
    ("干", r"(?<=\d)干(?=[瓦克米伏])", "千"),
    ("己", r"己(?=经|建成|完成|开工|有\d|达到|投产|全部)", "已"),
    ("巳", r"巳(?=经|建成|完成|开工|有\d|达到|投产|全部)", "已"),
    ("自已", "自已", "自己"),
    ("末", r"末(?=来[，的三五十]|能[够如]|发生|完成|经批准|按[要规])", "未"),
    ("人驻", "人(?=驻企业|驻园区)", "入"),
    ("人库", "人(?=库税收|库项目)", "入"),
    ("深人", "(?<=深)人(?=推进|开展|学习|贯彻|实施|基层)", "入"),
    ("投人", "(?<=投)人(?=使用|生产|运营|资金|运行)", "入"),
    ("收人", "(?<=收)人(?=同比|达|增长)", "入"),
    ("迸", "迸(?=[行入出一])", "进"),
    ("士地", "(?<![护勇博硕战])士(?=地)", "土"),
))  # fmt: skip


def step(article: Article) -> list[Article | Rejected]:
    """Title and text; a page with slips is flagged."""
    title, text = mend(article.title), mend(article.text)
    flags = () if title == article.title and text == article.text else (FLAG,)
    return changed(article if title == article.title else replace(article, title=title), text, *flags)


def mend(text: str) -> str:
    """``text`` with the slips put right."""
    text = LOOKALIKE.sub(lambda match: match[0].translate(FOREIGN), text) if re.search("[ァ-ー]", text) else text
    text = POINT.sub(r"\1.", text)
    for sign, pattern, to in RULES:
        if sign in text:
            text = pattern.sub(to, text)
    return text
