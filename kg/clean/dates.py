"""When an article was published, where neither front matter nor page said so: told by its text, never guessed.

A dateline or opening sentence has the day; the year is taken only from a full date near to it or from a year that
stands beside the day in the opening ("9月26日，2022年全市…"). A day written with its year ("2021年12月28日，…") tells
nothing: papers write the year when it is not their own. ``published_from`` says which. Without a year there is no date.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import replace

from kg.model import Article, Rejected

FULL = re.compile(r"((?:19|20)\d\d)年(\d{1,2})月(?:(\d{1,2})日)?")
OPENING = re.compile(r"^[^，。\d]{0,10}(?:((?:19|20)\d\d)年)?(\d{1,2})月(\d{1,2})日")
YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年(?!\d|度|[以之]?[前来]|代)")
LEAD = 60
"""Code points of the opening."""
NEAR = 75
"""Days that a full date may lie before a dateline to give it its year."""


def step(article: Article) -> list[Article | Rejected]:
    """The article with its date, as precise as the text allows. A dateline comes in as "--12-17" (see ``byline``)."""
    if article.published and not article.published.startswith("--"):
        return [article if article.published_from else replace(article, published_from="dateline")]
    if article.published:
        found, why = _of_dateline(article.published, article.text)
    else:
        found, why = _of_opening(article.text)
    return [replace(article, published=found, published_from=why)]


def share(articles: Sequence[Article | Rejected]) -> list[Article | Rejected]:
    """The articles of one page: those without a date have the month or day of the others, if these agree."""
    known = {a.published[:7] for a in articles if isinstance(a, Article) and a.published}
    if len(known) != 1:
        return list(articles)
    date = known.pop()
    return [replace(a, published=date, published_from="page (another article of it)") if isinstance(a, Article) and not a.published else a for a in articles]


def _of_dateline(dateline: str, text: str) -> tuple[str, str]:
    month, day = int(dateline[2:4]), int(dateline[5:7])
    for match in FULL.finditer(text):
        for year in (int(match[1]), int(match[1]) + 1):
            days = _days(year, month, day) - _days(int(match[1]), int(match[2]), int(match[3] or 1))
            if 0 <= days <= NEAR:
                return f"{year}{dateline[1:]}", f"dateline {month}月{day}日, its year from {match[0]} in the text"
    return "", ""


def _of_opening(text: str) -> tuple[str, str]:
    match = OPENING.match(text)
    if not match:
        return "", ""
    year = next(iter(YEAR.findall(text[match.end() : LEAD])), "")
    if match[1] or not year or not _days(int(year), int(match[2]), int(match[3])):
        return "", ""
    return f"{year}-{int(match[2]):02}", f"text ({text[: match.end()]}, {year}年)"


def _days(year: int, month: int, day: int) -> int:
    """Days since year 1; far off where there is no such day."""
    try:
        return datetime.date(year, month, day).toordinal()
    except ValueError:
        return 0
