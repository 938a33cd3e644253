"""Spaces inside numbers, words and names, left by justified columns and typesetters; those between phrases stay."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.clean._chars import HAN, changed
from kg.model import Article, Rejected

SPACE = "[ \u3000]"
INNER = "，。、；：？！“”‘’（）《》【】…"
SINGLES = re.compile(rf"(?<![{HAN}])[{HAN}](?:{SPACE}[{HAN}])+(?![{HAN}])")
LONG_RUN = re.compile(rf"[{HAN}](?: [{HAN}](?= [{HAN}])){{4,}} [{HAN}]")
"""Four and more characters that stand alone: the words around them do not matter."""
BEFORE_MARK = re.compile(rf"{SPACE}+(?=[，。、；：？！”’）》】…])|(?<=[，。、；：？！“‘（《【]){SPACE}+|(?<=[”’）》】…]){SPACE}+(?=[{HAN}])(?=[^\n]*[，。])")
NUMBER = re.compile(rf"(?<=[{HAN}]){SPACE}+(?=\d[\d.]*{SPACE}*[{HAN}%])|(?<=\d){SPACE}+(?=[{HAN}%℃])")
LATIN = re.compile(rf"(?<=[{HAN}]){SPACE}+(?=[A-Za-z])|(?<=[A-Za-z%℃]){SPACE}+(?=[{HAN}])")
DIGITS = re.compile(
    r"(?<![\d.])\d(?:[ ]\d){1,12}(?![\d.]|[ ]\d)(?=[ ]?[\u4e00-\u9fff%])|(?<=\d)[ ](?=\d{3}(?:[ ]\d{3})*(?:\.\d+)?[\u4e00-\u9fff%])(?<!(?:19|20)\d\d[ ])|(?<=\d)[ ](?=\.\d)|(?<=\d\.)[ ](?=\d)"
)
RUNS = re.compile(r"[ \u3000]{2,}")
COMMON_SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)


def step(article: Article) -> list[Article | Rejected]:
    """Title and text; the flag "gaps" where a number was lost and left its spaces."""
    gaps = ("gaps",) if ("  " in article.text or " ." in article.text) and GAP.search(article.text) else ()
    title = close(article.title)
    return changed(article if title == article.title else replace(article, title=title), close(article.text), *gaps)


GAP = re.compile(rf"[{HAN}][ ]{{2,}}[个亿万元%吨公平]|[{HAN}][ ]\.\d|[ ]\.[ ][亿万元]")


def close(text: str) -> str:
    """``text`` with the spaces closed; lost numbers ("项目  个", "投资 .7亿元") keep theirs, so that no wrong number arises."""
    return "\n".join(_close(line) if " " in line or "\u3000" in line else line for line in text.split("\n"))


def _close(text: str) -> str:
    text = SINGLES.sub(_join, LONG_RUN.sub(lambda match: match[0].replace(" ", ""), text))
    text = BEFORE_MARK.sub("", text)
    text = DIGITS.sub(lambda match: match[0].replace(" ", ""), text)
    return LATIN.sub("", NUMBER.sub("", text))


def _join(match: re.Match[str]) -> str:
    """Letters set apart: "廉 政 教 育" is one word, "王 磊" one name, "李 军 王 磊" two."""
    chars = re.split(SPACE, match[0])
    if len(chars) == 4 and chars[0] in COMMON_SURNAMES and chars[2] in COMMON_SURNAMES:
        return "".join(chars[:2]) + " " + "".join(chars[2:])
    return "".join(chars)
