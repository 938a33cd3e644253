"""Lines in which a page speaks about its article: date, source, author, counters."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, field

DATE = re.compile(r"((?:19|20)\d\d)\s?[-/.年]\s?(1[0-2]|0?[1-9])\s?[-/.月]\s?(3[01]|[12]\d|0?[1-9])(?!\d)\s?日?")
LABELS = r"发布(?:时间|日期|人)?|发稿时间|时间|日期|更新时间|发表时间|(?:信息|文章|稿件|新闻|内容|图文)?来源|稿源|出处|信息发布|作者|撰稿|记者|供稿(?:单位)?|编辑|责任编辑|审核|浏览(?:次数|量)|阅读(?:次数|量)?|点击(?:数|率|量|次数)?|访问(?:次数|量)|字号|字体|分享|打印|索引号|发文机关|发文字号|主题分类|发文日期|成文日期"
LABEL = re.compile(rf"(?:^|[\s【（(|｜]){{1}}\s*({LABELS})\s*[:：丨]\s*")
START = re.compile(
    rf"^[\s【（(]*(?!记者)(?:{LABELS})\s*[:：丨]|^[\s（(]*{DATE.pattern}\s*(?:[）)]$)?(?:\d\d?:\d\d(?::\d\d)?|星期.|周.)?\s*(?:$|[|｜\s]\s*(?:{LABELS}|第?\d+版))"
)
PAPER = re.compile(
    r"^\W*([\u4e00-\u9fff]{2,8}(?:日报|晚报|时报|商报|都市报|早报|晨报|周报))\W*(?:(?:20\d\d)|第|星期|[A-Z]?\d{1,2}\s*版|$)|^\W*第?\s*[A-Z]?\d{1,2}\s*版\W"
)
CLOCK = re.compile(r"\b\d{1,2}:\d{2}(?::\d{2})?\b")
STOP = re.compile(r"[\s|｜,，;；）)】\]]")
NAME = re.compile(r"^[\u4e00-\u9fff·]{2,12}$")
DATED = frozenset(("发布", "发布时间", "发布日期", "发稿时间", "时间", "日期", "更新时间", "发表时间", "发文日期", "成文日期"))


@dataclass
class Told:
    """What the lines said so far; the first word on each counts."""

    published: str = ""
    publisher: str = ""
    authors: list[str] = field(default_factory=list)


def is_about(line: str) -> bool:
    """True if ``line`` only speaks about the article."""
    bare = line.strip()
    return len(bare) <= 160 and bool(START.match(bare) or (PAPER.match(bare) and DATE.search(bare))) and not re.search(r"[？！；]|。[^）)】]", bare)


def read_about(line: str, told: Told) -> bool:
    """Take what ``line`` tells, if it is such a line; returns whether it is."""
    if not is_about(line):
        return False
    parts = LABEL.split(" " + line)
    for label, value in zip(parts[1::2], parts[2::2], strict=False):
        _take(label, value.strip(), told)
    if not told.published:
        told.published = date(parts[0])
    paper = PAPER.match(line)
    if paper and paper[1] and not told.publisher:
        told.publisher = paper[1]
    return True


def _take(label: str, value: str, told: Told) -> None:
    if label in DATED:
        told.published = told.published or date(value)
    elif label.endswith(("来源", "稿源", "出处")):
        name = STOP.split(value, maxsplit=1)[0].strip("《》“”:：")
        if name and not told.publisher and not DATE.match(name) and not name.startswith("http"):
            told.publisher = name[:40]
        told.published = told.published or date(value)
    elif label in ("作者", "记者", "撰稿"):
        told.authors += [name for name in re.split(r"[\s,，、;；/|｜)）]+", value)[:6] if NAME.match(name) and name not in told.authors]


def date(text: str) -> str:
    """The first full date in ``text`` as ISO 8601; empty if there is none."""
    match = DATE.search(text)
    if not match:
        return ""
    try:
        return datetime.date(*map(int, match.groups())).isoformat()
    except ValueError:
        return ""
