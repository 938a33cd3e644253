"""What a site prints around an article: navigation, share bars, related headlines, footers. Its lines about the article
(发布时间, 来源) become metadata."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

from kg.clean._chars import HAN
from kg.clean._furniture import is_furniture
from kg.clean._meta import Told, is_about, read_about
from kg.model import Article, Rejected

LONGEST = 160
"""Code points of a line that can be furniture; longer ones are text."""
PROSE = 40
"""A line of more code points that ends a sentence is text, unless it says at once that it is furniture."""
WHERE = re.compile(r"^\W*(您?(现在|当前)?(的|所在)?位置|当前页面|首页)\W*(是|[:：>»›]|首页)")
BAR = re.compile(r"[|｜丨]")
FIGURES = re.compile(rf"[，。][{HAN}]|\d\s*[亿万元%个吨亩家户人]")
"""What stands in the row of a table rather than in a row of links."""
ARROWS = re.compile(r"\s*(>>?|»|›|＞)\s*")
RELATED = re.compile(r"^\W*(相关(新闻|阅读|文章|报道|链接|推荐|资讯|稿件|内容|信息)|推荐(阅读|新闻|文章)|(热点|热门|最新|图片|最热|精彩|今日|本地|滚动|头条)(新闻|推荐|文章|资讯|要闻|图文|专题|排行)|猜你喜欢|大家(都在看|还在看)|为您推荐|新闻排行|点击排行|阅读排行|延伸阅读|友情链接|往期(回顾|精彩)|更多(新闻|精彩|内容))\W*$")  # fmt: skip
RELATED_SAID = re.compile(r"^\W*(友情链接|相关(新闻|阅读|链接)|推荐阅读|热点新闻|延伸阅读)\s*[:：]\s*\S")
LISTED = re.compile(r"^\s*[·•●○▪◆▶►>\-*]\s*\S|[\[（(]\d{4}?-?\d{1,2}-\d{1,2}[\])）]\s*$|^\s*\d{1,2}[.、]\s?\S{4,40}$")
DATED = re.compile(r"\S{6,}\s*[\[（(](?:20\d\d[-/.])?\d{1,2}[-/.]\d{1,2}[\])）]$")
"""A headline with its day behind it, as lists of headlines have it."""
TURNED = re.compile(
    r"[（(【]\s*(下转|上接|紧接|转|接|详见|相关报道见|更多内容见)\s*第?\s*[A-Z]?[\d一二三四五六七八九十]{1,3}\s*版[^）)】]{0,12}[）)】]|[（(]完[）)]\s*$", re.M
)
LINK = re.compile(r"!?\[([^\[\]\n]{0,80})\]\((?:https?:)?/?/?[^()\s]{1,300}\)")
ORGAN = re.compile(rf"^[{HAN}（）]{{3,30}}(?:办公室|委员会|政府|局|厅|委|领导小组|指挥部|中心|管委会|公司|协会)$")
DAY = re.compile(r"^20\d\d年\d{1,2}月\d{1,2}日$")
SENTENCE = re.compile(r"[。！？]|，.{12}")


def step(article: Article) -> list[Article | Rejected]:
    """The page without its furniture; what the page says of the article fills empty fields."""
    text = TURNED.sub("", article.text)
    lines = (LINK.sub(r"\1", text) if "](" in text else text).split("\n")
    told = Told()
    told.publisher = _signature(lines)
    kept = _lines(_after_navigation(lines), told)
    text = "\n".join(kept)
    known = article.published
    return [replace(
        article, text=text,
        published=known or told.published, published_from=article.published_from if known else "page" if told.published else "",
        publisher=article.publisher or told.publisher, authors=article.authors or tuple(told.authors),
    )]  # fmt: skip


def _after_navigation(lines: list[str]) -> list[str]:
    """The lines behind "您当前的位置：…", if it stands near the top and nothing but furniture stands above it."""
    for number, line in enumerate(lines[:60]):
        if len(line) < LONGEST and ("位置" in line or "首页" in line or "页面" in line) and WHERE.match(line):
            above = lines[:number]
            if not any(len(row) > 60 and "。" in row for row in above):
                return [row for row in above if is_about(row)] + lines[number + 1 :]
    return _after_bar(lines)


def _after_bar(lines: list[str]) -> list[str]:
    """The lines behind the last row of links near the top, if only short lines (the site's name, the day) stand above it."""
    bars = [number for number, line in enumerate(lines[:20]) if 0 < len(line) < LONGEST and _is_bar(line.strip())]
    if not bars or any((len(row) > PROSE and not _is_bar(row)) or "。" in row for row in lines[: bars[-1]]):
        return lines
    return [row for row in lines[: bars[-1]] if is_about(row)] + lines[bars[-1] + 1 :]


def _signature(lines: list[str]) -> str:
    """The organ that signs a notice: alone on a line above a date, near the end."""
    rows = [line.strip() for line in lines if line.strip()][-6:]
    for row, below in itertools.pairwise(rows):
        if ORGAN.match(row) and DAY.match(below):
            return row
    return ""


def _lines(lines: list[str], told: Told) -> list[str]:
    kept: list[str] = []
    related = False
    prose = [number for number, line in enumerate(lines) if len(line) > PROSE and "。" in line]
    body = range(prose[0], prose[-1]) if prose else range(0)
    for number, line in enumerate(lines):
        bare = line.strip()
        if not bare or len(bare) > LONGEST or (len(bare) > PROSE and bare[-1] in "。！”" and not is_furniture(bare)):
            related = related and not bare
            kept.append(line)
            continue
        if DATED.search(bare) and "。" not in bare and len(bare) < PROSE:
            continue
        if RELATED.match(bare):
            related = True
        elif related and (LISTED.search(bare) or not SENTENCE.search(bare)):
            continue
        elif read_about(bare, told) or RELATED_SAID.match(bare) or is_furniture(bare) or (number not in body and _is_bar(bare)):
            related = False
        else:
            related = False
            kept.append(line)
    return kept


def _is_bar(line: str) -> bool:
    """True for a row of links: "首页 | 新闻 | 政务", "首页 >> 新闻 >> 要闻"."""
    for divider in (BAR, ARROWS):
        parts = [part.strip() for part in divider.split(line)]
        if len(parts) >= 3 and max(map(len, parts)) <= 16:
            return not FIGURES.search(line)
    return False
