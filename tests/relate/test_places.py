"""Places: said, named, by passage and by home; areas of organs."""

from __future__ import annotations

import pytest

from .build import said

PLACES = [
    ("[Company:云柏机械]位于[Zone:长宁工业园区]。", {"云柏机械 -> 长宁工业园区", "长宁工业园区 -> 长宁县"}),
    ("位于[Division:竹海镇]的[Company:云柏机械]扩产。", {"云柏机械 -> 竹海镇"}),
    ("[Division:竹海镇]的[Company:云柏机械]扩产。", {"云柏机械 -> 竹海镇"}),
    ("在[Division:竹海镇]，[Company:云柏机械]正在扩产。", {"云柏机械 -> 竹海镇"}),
    ("[Project:竹海康养小镇项目]开工。", {"竹海康养小镇项目 -> 长宁县"}),
    (
        "[Zone:长宁工业园区]内，机器轰鸣。[Project:年产2万台竹机项目]进入设备安装阶段。",
        {"年产2万台竹机项目 -> 长宁工业园区", "长宁工业园区 -> 长宁县"},
    ),
    ("[Event:首届竹文化节]在[Facility:蜀南竹海景区]开幕。", {"首届竹文化节 -> 蜀南竹海景区", "蜀南竹海景区 -> 长宁县"}),
    ("[Division:长宁县]召开[Event:项目建设推进会]。", set()),
    ("[Division~:全县>长宁县]开展[Campaign:“百日清河”行动]。", {"“百日清河”行动 -> 长宁县"}),
    ("[Company:[Division:成都]云岭科技有限公司]与[Division:长宁县]签约。", {"成都云岭科技有限公司 -> 成都"}),
    ("[Company:云柏机械]落户[Zone:长宁工业园区]。", {"云柏机械 -> 长宁工业园区", "长宁工业园区 -> 长宁县"}),
    ("[Company:云柏机械]的产品销往[Division:浙江省]、[Division:福建省]。", set()),
    ("[Project:[Division:竹海镇]污水处理工程]完工。", {"竹海镇污水处理工程 -> 竹海镇"}),
    ("[Facility:宜长高速公路]通车。", set()),
    ("[Company:云柏机械]否认落户[Zone:长宁工业园区]。", {"长宁工业园区 -> 长宁县"}),
    ("[Person:冯立夏]赴[Division:杭州市]考察[Company:杭州禾木科技有限公司]。", {"杭州禾木科技有限公司 -> 杭州市"}),
    ("[Company:云柏机械]入驻[Zone:长宁工业园区]三年。", {"云柏机械 -> 长宁工业园区", "长宁工业园区 -> 长宁县"}),
    ("[Company:云柏机械]坐落于[Division:竹海镇][Division:永江村]。", {"云柏机械 -> 永江村"}),
    ("[Organization:长宁县中医院]迁建。", {"长宁县中医院 -> 长宁县"}),
    ("[Campaign:“百日清河”行动]分[Campaign:“清淤”]、[Campaign:“拆违”]两个专项推进。", {"“百日清河”行动 -> 长宁县"}),
    (
        "[Company:云柏机械]灯火通明。这家落户[Zone:长宁工业园区]仅一年的企业订单不断。",
        {"云柏机械 -> 长宁工业园区", "长宁工业园区 -> 长宁县"},
    ),
    (
        "[Event:项目集中开工仪式]举行，主会场设在[Zone:长宁工业园区]。",
        {"项目集中开工仪式 -> 长宁工业园区", "长宁工业园区 -> 长宁县"},
    ),
    (
        "[Company:云柏机械]是省级“专精特新”企业，位于[Zone:长宁工业园区]。",
        {"云柏机械 -> 长宁工业园区", "长宁工业园区 -> 长宁县"},
    ),
    ("去年他去了[Division:智利]，看人家在[Facility:安第斯盐沼]晒卤。", {"安第斯盐沼 -> 智利"}),
    (
        "在[Division:竹海镇]，[Project:[Company:云柏机械]年产2万台竹机项目]正在试车。",
        {"云柏机械年产2万台竹机项目 -> 竹海镇", "云柏机械 -> 竹海镇"},
    ),
]

AREAS = [
    ("[PublicBody:长宁县委]召开会议。", {"长宁县委 -> 长宁县"}),
    ("[PublicBody:长宁县发改局]和[PublicBody:宜宾市委]要求。", {"长宁县发改局 -> 长宁县", "宜宾市委 -> 宜宾市"}),
    ("[PublicBody:国务院]印发文件。", set()),
    ("[PublicBody:四川省援藏前方指挥部]", {"四川省援藏前方指挥部 -> 四川省"}),
    ("[PublicBody:长宁县发改局]成立[PublicBody:项目攻坚专班]。", {"长宁县发改局 -> 长宁县", "项目攻坚专班 -> 长宁县"}),
]


@pytest.mark.parametrize(("marked", "expected"), PLACES)
def test_places(marked: str, expected: set[str]) -> None:
    clean = {row.replace("“", "").replace("”", "") for row in expected}
    assert {row.replace("“", "").replace("”", "") for row in said(marked, "locatedIn", "长宁县")} == clean


@pytest.mark.parametrize(("marked", "expected"), AREAS)
def test_jurisdiction(marked: str, expected: set[str]) -> None:
    seats = "".join(f"[Division:{row.split(' -> ')[1]}]" for row in sorted(expected))
    assert said(marked + seats, "jurisdiction", "长宁县") == expected
