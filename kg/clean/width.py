"""Full-width letters and digits to plain ones; digits that a typesetter spread out are closed up."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.clean._chars import HAN, changed
from kg.model import Article, Rejected

WIDE = re.compile(r"[０-９Ａ-Ｚａ-ｚ％＋／＝＆＠＃＊＄～．－＿＂＇＜＞｜　]")
GROUPED = re.compile(r"(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")
"""A comma that divides thousands."""
SPREAD = re.compile(r"(?<=[０-９．])[ \u3000](?=[０-９．ｌＩＯ](?![ \u3000]?[月日年]))")
MIDDLE_DOT = re.compile(rf"(?<=[{HAN}])[．•・‧∙⋅●](?=[{HAN}])")
DASHED = re.compile(r"－－+|―+|──+|━━+|--+|—－|－—")
ODD = re.compile("[０-９Ａ-Ｚａ-ｚ％＋／＝＆＠＃＊＄～．－＿＂＇＜＞｜　•・‧∙⋅●―]|──|━━|--|—－|－—")
TABLE = {
    ord(wide): ord(wide) - 0xFEE0
    for wide in "０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ％＋／＝＆＠＃＊＄．－＿＂＇＜＞｜"
}


def step(article: Article) -> list[Article | Rejected]:
    """Title and text; Chinese punctuation keeps its width."""
    title = narrow(article.title)
    return changed(article if title == article.title else replace(article, title=title), narrow(article.text))


def narrow(text: str) -> str:
    """``text`` with full-width letters, digits and signs made plain."""
    if not ODD.search(text):
        return text
    text = DASHED.sub("——", MIDDLE_DOT.sub("·", text))
    return SPREAD.sub("", GROUPED.sub(",", text)).translate(TABLE) if WIDE.search(text) else text
