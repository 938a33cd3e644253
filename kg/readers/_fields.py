"""The names under which rows and front matter give an article's title, text, date, source and authors."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from pathlib import PurePath
from typing import Any

from kg.model import Article

KEYS: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "fulltext", "full_text", "正文", "内容", "文本", "全文"),
    "title": ("title", "headline", "articletitle", "标题", "题目", "新闻标题"),
    "published": ("published", "date", "pubdate", "publish_date", "publish_time", "pubtime", "datetime", "time", "日期", "发布时间", "发布日期", "时间"),
    "publisher": ("publisher", "source", "media", "contentsource", "site", "来源", "媒体", "出处", "发布单位"),
    "authors": ("authors", "author", "byline", "reporter", "作者", "记者"),
    "region": ("region", "area", "地区", "区域"),
    "url": ("url", "link", "href", "canonical", "链接", "网址", "原文链接"),
    "doc": ("doc", "id", "doc_id", "docid", "编号"),
}  # fmt: skip
DATE = re.compile(r"((?:19|20)\d\d)\s*(?:[-/.年]\s*(1[0-2]|0?[1-9])(?:\s*[-/.月]\s*(3[01]|[12]\d|0?[1-9])(?!\d))?|(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d))?")
FILE_DATE = re.compile(r"^((?:19|20)\d\d)-(\d\d)-(\d\d)-")
MAX_FIELD = 2000


def iso(value: Any) -> str:
    """``value`` as an ISO 8601 date as precise as it is ("2022-01-04", "2022-01", "2022"); empty if it is none."""
    if isinstance(value, datetime.date):
        return value.isoformat()[:10]
    match = DATE.search(str(value or "")[:100])
    if not match:
        return ""
    year, month, day = match[1], match[2] or match[4], match[3] or match[5]
    try:
        datetime.date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return ""
    return "-".join([year] + [part.zfill(2) for part in (month, day) if part])


def plain(value: Any) -> str:
    """A scalar as one line of text; empty for lists, mappings and nothing."""
    if value is None or isinstance(value, list | dict | tuple | set | bool):
        return ""
    return re.sub(r"\s+", " ", str(value))[:MAX_FIELD].strip()


def names(value: Any) -> tuple[str, ...]:
    """One or more names, given as a list or as text separated by commas or spaces."""
    values = value if isinstance(value, list) else re.split(r"[,，、;；\s]+", plain(value))
    return tuple(dict.fromkeys(name for name in map(plain, values[:50]) if name))


def find(row: Mapping[str, Any], field: str) -> tuple[str, Any]:
    """(key, value) of ``field`` in ``row``: the first of its names that holds something; ("", None) if none."""
    lower = {str(key).strip().lower(): (str(key), value) for key, value in row.items()}
    for name in KEYS[field]:
        key, value = lower.get(name, ("", None))
        if value not in (None, "", [], {}):
            return key, value
    return "", None


def article(row: Mapping[str, Any], name: str, text: str, *, source: str = "", where: str = "front matter") -> Article:
    """A raw article of ``text`` with the metadata of ``row``; ``where`` says what kind of place the row is."""
    published = iso(find(row, "published")[1])
    told = where if published else ""
    if not published and (match := FILE_DATE.match(PurePath(name).name)):
        published, told = iso("-".join(match.groups())), "file name"
    return Article(
        id="", doc=PurePath(name).stem, source=source or name, text=text,
        title=plain(find(row, "title")[1]), published=published, published_from=told,
        publisher=plain(find(row, "publisher")[1]), authors=names(find(row, "authors")[1]),
        region=plain(find(row, "region")[1]), url=plain(find(row, "url")[1]),
    )  # fmt: skip
