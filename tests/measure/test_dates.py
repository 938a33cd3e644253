"""Dates and periods as written, with the year that the article gives."""

from __future__ import annotations

import pytest

from kg.measure.dates import Anchor, Dater, anchor
from kg.model import Article, Span

NOW = Anchor(2022, 11, 18)
PERIODS = [
    ("2021年", "2021"),
    ("今年", "2022"),
    ("去年11月", "2021-11"),
    ("上半年", "2022-H1"),
    ("2020年第三季度", "2020-Q3"),
    ("前三季度", "2022-01/2022-09"),
    ("1—6月", "2022-01/2022-06"),
    ("今年前4个月", "2022-01/2022-04"),
    ("截至10月底", "2022-10"),
    ("9月22日", "2022-09-22"),
    ("2021年11月1日至2022年4月30日", "2021-11-01/2022-04-30"),
    ("去年5月8日至8月15日", "2021-05-08/2021-08-15"),
    ("12月1日至明年3月9日", "2022-12-01/2023-03-09"),
    ("5月7日至10日", "2022-05-07/2022-05-10"),
    ("即日起到明年2月底", "2022-11-18/2023-02"),
    ("年底前", "2022"),
]


def _read(text: str, now: Anchor = NOW) -> list[str]:
    return [time.label for time in Dater(now).read(text, Span(0, len(text)))]


@pytest.mark.parametrize(("text", "label"), PERIODS, ids=[text for text, _ in PERIODS])
def test_periods(text: str, label: str) -> None:
    assert _read(text) == [label]


@pytest.mark.parametrize("text", ["达产后年产值", "以上年产量", "2000余份", "20个", "第3次", "2月31日起"])
def test_no_time(text: str) -> None:
    assert "".join(_read(text)) == ""


def test_a_month_long_ahead_was_last_year() -> None:
    assert _read("12月28日", Anchor(2022, 1, 4)) == ["2021-12-28"]
    assert _read("力争10月1日", Anchor(2022, 1, 4)) == ["2022-10-01"]


def test_the_day_spoken_of() -> None:
    dater = Dater(NOW)
    text = "9月16日，县里开会。当天下午"
    dater.read(text, Span(0, 11))
    assert [t.start for t in dater.read(text, Span(11, len(text)))] == ["2022-09-16"]


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("今年一切都好。", "2022-09-20", Anchor(2022, 9, 20)),
        ("今年一切都好。", "2022", Anchor(2022)),
        ("2021年，全县生产总值增长。今年更好。截至3月底", "", Anchor(2021, 3)),
        ("2024年，全市生产总值增长。去年入夏以来", "", Anchor(2025)),
        ("发布时间：2022-12-02 18:05", "", Anchor(2022, 12, 2)),
        ("有效期至2026年7月31日。", "", Anchor()),
        ("2019年，老王成立了合作社。", "", Anchor()),
    ],
)
def test_anchor(text: str, published: str, expected: Anchor) -> None:
    assert anchor(Article("a", "a", "", text, "a", published=published)) == expected
