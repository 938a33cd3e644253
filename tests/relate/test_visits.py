"""Visits: who went where, lists across cities, companions, and what is no visit."""

from __future__ import annotations

import pytest

from .build import said

CASES = [
    ("[Person:冯立夏]到[Division:长宁县]调研。", {"冯立夏 -> 长宁县"}),
    (
        "[Person:冯立夏]先后来到[Company:云柏机械]、[Company:竹源纸业]，详细了解生产情况。",
        {"冯立夏 -> 云柏机械", "冯立夏 -> 竹源纸业"},
    ),
    (
        "[Person:冯立夏]率队赴[Division:杭州]、[Division:宁波]等地招商，拜访[Company:禾木科技]、[Company:远帆电子]等企业。",
        {"冯立夏 -> 杭州", "冯立夏 -> 宁波", "冯立夏 -> 禾木科技", "冯立夏 -> 远帆电子"},
    ),
    (
        "[PublicBody:宜宾市委]书记[Person:冯立夏]，[PublicBody:市委>宜宾市委]副书记、[PublicBody+:市长>宜宾市政府][Person:邱安远]到[Division:兴文县]调研。",
        {"冯立夏 -> 兴文县", "邱安远 -> 兴文县"},
    ),
    (
        "[Person:冯立夏]到[Division:兴文县]调研。[Person:邱安远]、[Person:甘露]陪同。",
        {"冯立夏 -> 兴文县", "邱安远 -> 兴文县", "甘露 -> 兴文县"},
    ),
    ("[Person:冯立夏]到[Division:兴文县]调研。[Person:邱安远]一同调研。", {"冯立夏 -> 兴文县", "邱安远 -> 兴文县"}),
    ("[Person:冯立夏]深入位于[Division:兴文县]的[Company:竹源纸业]，查看车间。", {"冯立夏 -> 竹源纸业"}),
    (
        "[Person:冯立夏]一行走进[Project:[Company:竹源纸业]年产3万吨生活用纸项目]现场。",
        {"冯立夏 -> 竹源纸业年产3万吨生活用纸项目"},
    ),
    (
        "[Zone:临港经开区]组建小分队，先后赴[Division:东莞]、[Division:佛山]开展招商，拜访了[Company:远帆电子]。",
        {"临港经开区 -> 东莞", "临港经开区 -> 佛山", "临港经开区 -> 远帆电子"},
    ),
    ("[Person:冯立夏]将于下周赴[Division:杭州]招商。", set()),
    ("[Person:冯立夏]计划前往[Company:竹源纸业]调研。", set()),
    ("[Person:冯立夏]未到[Division:兴文县]调研。", set()),
    ("[Person:冯立夏]在会上谈到[Company:竹源纸业]。", set()),
    ("[Company:竹源纸业]的产品销往[Division:浙江省]。", set()),
    ("[Company:竹源纸业]从[Division:兴文县]迁到[Division:长宁县]。", set()),
    ("全市投资由[Division:宜宾]延伸到[Division:泸州]。", set()),
    ("[Organization:宜宾市工商联]组团赴[Division:温州]考察。", {"宜宾市工商联 -> 温州"}),
    ("[PublicBody:兴文县政府]组织企业家前往[Division:温州]考察学习。", {"兴文县政府 -> 温州"}),
    ("[Person:冯立夏]看望慰问[Division:永江村]老党员。", {"冯立夏 -> 永江村"}),
    (
        "[Person:冯立夏]实地察看[Facility:宜宾三江口大桥]和[Project:三江新区水厂工程]。",
        {"冯立夏 -> 宜宾三江口大桥", "冯立夏 -> 三江新区水厂工程"},
    ),
    ("在[Company:竹源纸业]，[Person:冯立夏]详细了解订单情况。", {"冯立夏 -> 竹源纸业"}),
    (
        "[Person:冯立夏]来到[Zone:临港经开区]。在[Company:竹源纸业]，[Person:冯立夏]与工人交谈。",
        {"冯立夏 -> 临港经开区", "冯立夏 -> 竹源纸业"},
    ),
    ("[Person:冯立夏]强调，要推动[Zone:临港经开区]提档升级，确保[Project:三江新区水厂工程]按期完工。", set()),
    ("[Person:冯立夏]带队到[Division:兴文县][Division:古宋镇]督导防汛。", {"冯立夏 -> 古宋镇"}),
    (
        "[Person:冯立夏]赴[Company:竹源纸业]走访，并到[Facility:古宋电站]检查安全生产。",
        {"冯立夏 -> 竹源纸业", "冯立夏 -> 古宋电站"},
    ),
    ("随后，[Person:冯立夏]又来到[Facility:古宋电站]。", {"冯立夏 -> 古宋电站"}),
    ("[Division:兴文县]党政代表团赴[Division:温州]考察。", {"兴文县 -> 温州"}),
    ("一列火车从[Facility:宜宾站]开到[Facility:成都东站]。", set()),
    ("[Person:冯立夏]主持召开会议，传达学习精神，[Person:邱安远]到会讲话。", set()),
    ("[Person:钟立秋]：3月我去了[Division:越南]，看了两家工厂。", {"钟立秋 -> 越南"}),
    ("[Person:陈晓东]近日在[Division:永江村]调研时说，路子对了。", {"陈晓东 -> 永江村"}),
    ("[Person:顾北辰]来到村里。去年9月，他又到[Division:泸州]学习技术。", {"顾北辰 -> 泸州"}),
    ("[Person:邱安远]在致辞中说，[Division~:全县>长宁县]先后组织小分队赴[Division:深圳]开展招商。", {"长宁县 -> 深圳"}),
    (
        "[Person:温如海]一行实地考察了[Company:云柏机械]和位于[Division:兴文县]的[Company:竹源纸业]。",
        {"温如海 -> 云柏机械", "温如海 -> 竹源纸业"},
    ),
    (
        "[Person:冯立夏]到[Division:兴文县]、[Division:珙县]调研。[Person:甘露]随行。",
        {"冯立夏 -> 兴文县", "冯立夏 -> 珙县", "甘露 -> 兴文县", "甘露 -> 珙县"},
    ),
    (
        "[Person:冯立夏]走访[Company:云柏机械]的车间和仓库、[Company:竹源纸业]。",
        {"冯立夏 -> 云柏机械", "冯立夏 -> 竹源纸业"},
    ),
    ("[Person:冯立夏]到[Division:兴文县]调研。[Company:竹源纸业]董事长[Person:戴小川]陪同。", {"冯立夏 -> 兴文县"}),
]


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_visits(marked: str, expected: set[str]) -> None:
    assert said(marked, "visited", "宜宾市") == expected


def test_a_planned_visit_is_kept_as_planned() -> None:
    marked = "[Person:冯立夏]将于下周赴[Division:杭州]招商。"
    assert said(marked, "visited", "宜宾市", modality="planned") == {"冯立夏 -> 杭州"}
