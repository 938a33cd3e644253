"""Numbers, units and bounds as written."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kg.measure.numerals import chinese, fraction
from kg.measure.quantities import Scanner
from tests.measure.build import Tables

UNITS = {unit: row["kind"] for row in Tables().table("measures") for unit in row["units"].split()}
SCANNER = Scanner(UNITS)

FOUND = [
    ("总投资18.3亿元", "18.3", "亿元", ""),
    ("约合26.7亿美元", "26.7", "亿美元", "约"),
    ("3亿多元", "3", "亿元", "多"),
    ("近百家企业", "100", "家", "近"),
    ("超千万吨", "1000", "万吨", "超"),
    ("1,846处", "1846", "处", ""),
    ("62 个", "62", "个", ""),
    ("两条生产线", "2", "条", ""),
    ("占四成以上", "4", "成", "以上"),
    ("百分之二十", "20", "%", ""),
    ("三分之二", "66.7", "%", ""),
    ("1.3万余人次", "1.3", "万人次", "余"),
    ("130余户", "130", "户", "余"),
    ("不少于300亩", "300", "亩", "不少于"),
    ("每立方米29微克", "29", "微克/立方米", ""),
    ("提高4.5个百分点", "4.5", "个百分点", ""),
    ("15万千瓦光伏", "15", "万千瓦", ""),
    ("10个亿", "10", "亿元", ""),
    ("47.3万、9.8万人次", "47.3", "万", ""),
    ("新签约6个", "6", "个", ""),
    ("将近60万元", "60", "万元", "近"),
    ("35.6万剂次", "35.6", "万剂次", ""),
]


@pytest.mark.parametrize(("text", "value", "unit", "bound"), FOUND, ids=[row[0] for row in FOUND])
def test_found(text: str, value: str, unit: str, bound: str) -> None:
    first = next(q for q in SCANNER.scan(text) if q.kind not in ("time", "rank"))
    assert (first.value, first.unit, first.bound) == (Decimal(value), unit, bound)


@pytest.mark.parametrize(
    "text",
    [
        "2022年9月26日",
        "上午9时30分",
        "43岁",
        "第5届",
        "A2车间",
        "零下31℃",
        "120天",
        "三个月",
        "第三个",
        "电话0457-2123456",
        "成立大会",
        "一个项目",
        "12:30",
        "PM2.5浓度",
    ],
)
def test_passed_over(text: str) -> None:
    assert [q for q in SCANNER.scan(text) if q.kind not in ("time", "rank")] == []


@pytest.mark.parametrize(
    ("text", "value"),
    [("十二", 12), ("两百三十", 230), ("二〇二一", 2021), ("一千零五", 1005), ("三点五", Decimal("3.5")), ("百", 100), ("某", None), ("", None)],
)
def test_chinese(text: str, value: object) -> None:
    assert chinese(text) == value


def test_fraction() -> None:
    assert fraction("三", "一") == Decimal("33.3")
    assert fraction("某", "一") is None
