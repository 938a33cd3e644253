"""Who builds a project, who is in charge of it."""

from __future__ import annotations

import pytest

from .build import said

BUILDERS = [
    ("[Project:[Company:云柏机械]年产2万台竹机项目]开工。", {"云柏机械年产2万台竹机项目 -> 云柏机械"}),
    ("[Company:云柏机械]的[Project:年产2万台竹机项目]开工。", {"年产2万台竹机项目 -> 云柏机械"}),
    ("[Project:竹海康养小镇项目]由[Company:川竹集团]投资建设。", {"竹海康养小镇项目 -> 川竹集团"}),
    ("由[Company:川竹集团]投资8亿元建设的[Project:竹海康养小镇项目]开工。", {"竹海康养小镇项目 -> 川竹集团"}),
    ("[Project:竹海康养小镇项目]。建设单位：[Company:川竹集团]。", {"竹海康养小镇项目 -> 川竹集团"}),
    ("[Company:川竹集团]投资建设[Project:竹海康养小镇项目]。", {"竹海康养小镇项目 -> 川竹集团"}),
    (
        "[Company:川竹集团]在[Division:长宁县]投资5.6亿元建设[Project:竹海康养小镇项目]。",
        {"竹海康养小镇项目 -> 川竹集团"},
    ),
    (
        "[Project:竹海康养小镇项目]总投资8亿元，由[Company:川竹集团]和[Company:云柏机械]共同投资建设。",
        {"竹海康养小镇项目 -> 川竹集团", "竹海康养小镇项目 -> 云柏机械"},
    ),
    ("[Person:冯立夏]到[Company:云柏机械]调研，随后查看[Project:竹海康养小镇项目]。", set()),
    ("[Company:云柏机械]为[Project:竹海康养小镇项目]供货。", set()),
    ("[Project:竹海康养小镇项目]并非由[Company:川竹集团]投资建设。", set()),
    ("[Company:云柏机械]董事长说，公司[Project:年产2万台竹机项目]下月投产。", set()),
    ("项目业主为[PublicBody:长宁县水利局]，[Project:古河水库工程]。", set()),
    ("[Project:古河水库工程]，项目业主：[PublicBody:长宁县水利局]。", {"古河水库工程 -> 长宁县水利局"}),
    (
        "[Company:云柏机械]，其[Project:年产2万台竹机项目（一期）]已投产，[Project:年产2万台竹机项目（二期）]在建。",
        {"年产2万台竹机项目（一期） -> 云柏机械", "年产2万台竹机项目（二期） -> 云柏机械"},
    ),
    ("[Project:古河水库工程]由[PublicBody:长宁县水利局]负责实施。", {"古河水库工程 -> 长宁县水利局"}),
    ("[Company:中铁云岭局]承建的[Project:古河水库工程]进入冲刺阶段。", {"古河水库工程 -> 中铁云岭局"}),
]

CHARGES = [
    (
        "[Project:古河水库工程]。包保领导：[PublicBody:县委>长宁县委]书记[Person:裴晴]。责任单位：[PublicBody:县水利局>长宁县水利局]。",
        {"裴晴 -> 古河水库工程", "长宁县水利局 -> 古河水库工程"},
    ),
    ("[Campaign:“暖冬招商”]由[PublicBody:县商务局>长宁县商务局]牵头。", {"长宁县商务局 -> 暖冬招商"}),
    (
        "[Campaign:“消费提速”]由[PublicBody:县商务局>长宁县商务局]、[PublicBody:县文旅局>长宁县文旅局]共同负责。",
        {"长宁县商务局 -> 消费提速", "长宁县文旅局 -> 消费提速"},
    ),
    ("[Person:裴晴]领办[Project:古河水库工程]。", {"裴晴 -> 古河水库工程"}),
    ("[Project:古河水库工程]现场一派繁忙。“年底封顶。”项目负责人[Person:毕春生]说。", {"毕春生 -> 古河水库工程"}),
    ("[Project:古河水库工程]负责人[Person:毕春生]介绍。", {"毕春生 -> 古河水库工程"}),
    (
        "此次[Campaign:“问计竹乡”调研采访活动]，由[PublicBody:县委>长宁县委]常委[Person:简宁]带队。",
        {"简宁 -> 问计竹乡调研采访活动"},
    ),
    ("[Campaign:“寒潮会战”]设指挥部，[Person:简宁]任总指挥。", {"简宁 -> 寒潮会战"}),
    ("[Person:裴晴]到[Project:古河水库工程]调研。", set()),
    ("[Project:古河水库工程]责任人：[Person:裴晴]，[Person:盛夏]。", {"裴晴 -> 古河水库工程", "盛夏 -> 古河水库工程"}),
    (
        "[Project:古河水库工程]，牵头领导：[Person:裴晴]；牵头单位：[PublicBody:县水利局>长宁县水利局]、[PublicBody:县财政局>长宁县财政局]。",
        {"裴晴 -> 古河水库工程", "长宁县水利局 -> 古河水库工程", "长宁县财政局 -> 古河水库工程"},
    ),
    (
        "[Campaign:“寒潮会战”]设指挥部，[Person:裴晴]、[Person:盛夏]任指挥长，办公室主任由[Person:简宁]兼任。",
        {"裴晴 -> 寒潮会战", "盛夏 -> 寒潮会战", "简宁 -> 寒潮会战"},
    ),
    ("[Project:古河水库工程]由[PublicBody:县委>长宁县委]常委[Person:简宁]挂点。", {"简宁 -> 古河水库工程"}),
]


@pytest.mark.parametrize(("marked", "expected"), BUILDERS)
def test_builders(marked: str, expected: set[str]) -> None:
    assert said(marked, "undertakenBy", "长宁县") == expected


@pytest.mark.parametrize(("marked", "expected"), CHARGES)
def test_charges(marked: str, expected: set[str]) -> None:
    assert {row.replace("“", "").replace("”", "") for row in said(marked, "responsibleFor", "长宁县")} == expected
