"""Facilities: stations, lines, waters, sights, houses with a name of their own."""

from __future__ import annotations

import pytest

from tests.nlp.named import named

NAMED = [
    ("列车抵达二连站，旅客走向霍尔果斯国门。", {"二连站", "霍尔果斯国门"}),
    ("渝利铁路在施工，沪蓉渝高铁铺轨。", {"渝利铁路", "沪蓉渝高铁"}),
    ("大青山隧道掘进3180米，滦河特大桥架梁52孔。", {"大青山隧道", "滦河特大桥"}),
    ("客人参观了东北抗联纪念馆。", {"东北抗联纪念馆"}),
    ("当洲草原离城区不到3公里。", {"当洲草原"}),
    ("设南漳西、歇马、松柏3座车站。", {"南漳西站", "歇马站", "松柏站"}),
    ("走进爱晴谷、迎客峰、北坡主题小镇等景区。", {"爱晴谷", "迎客峰", "北坡主题小镇"}),
    ("在白城市博物馆开展。", {"白城市博物馆"}),
]
NONE = [
    "全市建成高速公路、铁路、机场等基础设施，新建博物馆、图书馆12座。",
    "文化广场、充电站、加油站、污水处理厂布局合理。",
    "港口、口岸、机场、高铁俱全，站位更高。",
    "江苏、湖北、黑龙江、浙江等地企业参展。",
]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_facilities(text: str, expected: set[str]) -> None:
    assert named(text, "Facility") == expected


@pytest.mark.parametrize("text", NONE)
def test_classes_are_none(text: str) -> None:
    assert named(text, "Facility") == set()
