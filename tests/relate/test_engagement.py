"""Courting firms, and cooperation between equals."""

from __future__ import annotations

import pytest

from .build import said

ENGAGED = [
    ("[Division:长宁县]与[Company:远帆电子]签约。", {"长宁县 -> 远帆电子"}),
    ("[Person:裴晴]拜访[Company:远帆电子]、[Company:禾木科技]。", {"裴晴 -> 远帆电子", "裴晴 -> 禾木科技"}),
    ("[Person:裴晴]会见[Company:远帆电子]董事长[Person:戴小川]。", {"裴晴 -> 远帆电子"}),
    ("[PublicBody:长宁县政府]与[Company:远帆电子]签订战略合作协议。", {"长宁县政府 -> 远帆电子"}),
    ("[Zone:临港经开区]引进[Company:远帆电子]。", {"临港经开区 -> 远帆电子"}),
    ("[Company:远帆电子]与[Division:长宁县]签订投资协议。", {"长宁县 -> 远帆电子"}),
    ("[Division:长宁县]与[Organization:四川轻化工大学]签订校地合作协议。", {"长宁县 -> 四川轻化工大学"}),
    ("[Division:长宁县]拟与[Company:远帆电子]签约。", set()),
    ("[Division:长宁县]未与[Company:远帆电子]签约。", set()),
    ("[Company:云柏机械]与[Company:竹源纸业]签约。", set()),
    (
        "[Division:长宁县]对接[Company:远帆电子]、[Company:禾木科技]等企业。",
        {"长宁县 -> 远帆电子", "长宁县 -> 禾木科技"},
    ),
    ("在[Company:远帆电子]，[Person:裴晴]与企业负责人座谈。", {"裴晴 -> 远帆电子"}),
    (
        "会上，[Zone:临港经开区]与[Company:远帆电子]、[Division:竹海镇]与[Company:禾木科技]分别签订投资协议。",
        {"临港经开区 -> 远帆电子", "竹海镇 -> 禾木科技"},
    ),
    (
        "[Person:裴晴]先后会见[Company:远帆电子]董事长[Person:戴小川]、[Company:禾木科技]总经理[Person:毕春生]。",
        {"裴晴 -> 远帆电子", "裴晴 -> 禾木科技"},
    ),
    ("[Person:裴晴]赴[Division:杭州]，与[Company:远帆电子]就[Project:竹纤维项目]深入对接。", {"裴晴 -> 远帆电子"}),
    ("[Company:云柏机械]总经理[Person:戴小川]：[Person:简宁]是我们的联系领导。", {"简宁 -> 云柏机械"}),
]

COOPERATES = [
    ("[Company:云柏机械]与[Organization:四川轻化工大学]共建实验室。", {"云柏机械 -> 四川轻化工大学"}),
    ("[Division:长宁县]同[Division:温岭市]结为友好市县。", {"长宁县 -> 温岭市"}),
    ("[Company:云柏机械]和[Company:竹源纸业]签订合作协议。", {"云柏机械 -> 竹源纸业"}),
    (
        "[Division:永江村]由[PublicBody:四川省财政厅]和[PublicBody:长宁县财政局]共同包保帮扶。",
        {"四川省财政厅 -> 永江村", "长宁县财政局 -> 永江村"},
    ),
    ("[Company:云柏机械]和[Company:竹源纸业]均在园区办厂。", set()),
    ("[Organization:长宁县妇联]与[PublicBody:长宁县司法局]共同举办[Event:普法晚会]。", set()),
    ("[PublicBody:长宁县税务局]与[Division:永江村]结对共建。", {"长宁县税务局 -> 永江村"}),
    (
        "会上，[Company:甲木公司]与[Company:乙竹公司]、[Company:丙纸公司]与[Company:丁浆公司]分别签约。",
        {"甲木公司 -> 乙竹公司", "丙纸公司 -> 丁浆公司"},
    ),
    ("[Company:云柏机械]携手[Company:竹源纸业]打造竹产业链，双方签署战略合作协议。", {"云柏机械 -> 竹源纸业"}),
    ("[Company:云柏机械]拟与[Company:竹源纸业]合作。", set()),
    ("[PublicBody:竹海派出所]与[PublicBody:长宁县民宗局]加强共建联系。", {"竹海派出所 -> 长宁县民宗局"}),
    (
        "[Company:云柏机械]、[Company:竹源纸业]与[Company:远东贸易公司]达成合作意向。",
        {"云柏机械 -> 远东贸易公司", "竹源纸业 -> 远东贸易公司"},
    ),
    (
        "[Division:长宁县]与[Division:兴文县]相邻，[Company:云柏机械]与[Company:竹源纸业]签约。",
        {"云柏机械 -> 竹源纸业"},
    ),
    (
        "[Company:云柏机械]董事长[Person:戴小川]说，我们与[Organization:江南大学]、[Organization:西华大学]共建实验室。",
        {"云柏机械 -> 江南大学", "云柏机械 -> 西华大学"},
    ),
]


@pytest.mark.parametrize(("marked", "expected"), ENGAGED)
def test_engaged(marked: str, expected: set[str]) -> None:
    assert said(marked, "engagedWith", "长宁县") == expected


@pytest.mark.parametrize(("marked", "expected"), COOPERATES)
def test_cooperates(marked: str, expected: set[str]) -> None:
    assert {frozenset(row.split(" -> ")) for row in said(marked, "cooperatesWith", "长宁县")} == {frozenset(row.split(" -> ")) for row in expected}
