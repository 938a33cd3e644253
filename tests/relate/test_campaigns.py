"""Parts of campaigns, successors, and the documents they rest on."""

from __future__ import annotations

import pytest

from .build import said

PARTS = [
    (
        "[Campaign:“寒潮会战”]由[Campaign:“招商突围”]、[Campaign:“项目攻坚”]两个专项行动组成。",
        {"招商突围 -> 寒潮会战", "项目攻坚 -> 寒潮会战"},
    ),
    (
        "[Campaign:“寒潮会战”]下设[Campaign:“招商突围”][Campaign:“项目攻坚”][Campaign:“消费回暖”]三个专项。",
        {"招商突围 -> 寒潮会战", "项目攻坚 -> 寒潮会战", "消费回暖 -> 寒潮会战"},
    ),
    (
        "[Division:长宁县]开展了[Campaign:“破冰”行动]、[Campaign:“暖企”行动]、[Campaign:“清障”行动]的[Campaign:“三大行动”]。",
        {"破冰行动 -> 三大行动", "暖企行动 -> 三大行动", "清障行动 -> 三大行动"},
    ),
    ("[Event:[Campaign:“百日清河”行动]启动仪式]举行。", {"百日清河行动启动仪式 -> 百日清河行动"}),
    ("这是[Campaign:“竹乡之夏”系列活动]的第三场。", set()),
    ("[Event:竹乡音乐节]是[Campaign:“竹乡之夏”系列活动]的第三场。", {"竹乡音乐节 -> 竹乡之夏系列活动"}),
    ("[Campaign:“寒潮会战”]期间，将举办[Event:暖冬招商推介会]。", {"暖冬招商推介会 -> 寒潮会战"}),
    ("[Campaign:“破冰”行动]与[Campaign:“暖企”行动]同日启动。", set()),
    ("[PublicBody:长宁县发改局]成立[PublicBody:项目攻坚专班]。", {"项目攻坚专班 -> 长宁县发改局"}),
    ("[Company:[Company:川竹集团]云柏机械有限公司]扩产。", {"川竹集团云柏机械有限公司 -> 川竹集团"}),
    ("[Facility:竹海博物馆]内设立了[Facility:非遗展厅]。", {"非遗展厅 -> 竹海博物馆"}),
    ("[Company:川竹集团]旗下[Company:云柏机械有限公司]扩产。", {"云柏机械有限公司 -> 川竹集团"}),
    ("[Company:云柏机械有限公司]是[Company:川竹集团]的全资子公司。", {"云柏机械有限公司 -> 川竹集团"}),
    ("[Company:云柏机械有限公司]隶属于[Company:川竹集团]。", {"云柏机械有限公司 -> 川竹集团"}),
    ("[Company:云柏机械有限公司]为[Company:川竹集团]供货。", set()),
    (
        "[Campaign:“寒潮会战”]分[Campaign:“开工突击”]、[Campaign:“投资冲刺”]两条战线。",
        {"开工突击 -> 寒潮会战", "投资冲刺 -> 寒潮会战"},
    ),
]

FOLLOWS = [
    ("[Campaign:“金秋会战”]刚刚收官，[Campaign:“寒潮会战”]又打响。", {"寒潮会战 -> 金秋会战"}),
    ("在巩固[Campaign:“金秋会战”]成果的基础上，压茬启动[Campaign:“寒潮会战”]。", {"寒潮会战 -> 金秋会战"}),
    ("继[Campaign:“金秋会战”]之后，[Division:长宁县]又打响[Campaign:“寒潮会战”]。", {"寒潮会战 -> 金秋会战"}),
    (
        "[Division:长宁县]接续发起[Campaign:“破晓攻势”]、[Campaign:“正午攻势”]、[Campaign:“日暮攻势”]。",
        {"正午攻势 -> 破晓攻势", "日暮攻势 -> 正午攻势"},
    ),
    ("[Campaign:“寒潮会战”]是[Campaign:“金秋会战”]的延续。", {"寒潮会战 -> 金秋会战"}),
    ("[Division:长宁县]开展[Campaign:“寒潮会战”]，衔接上半年结束的[Campaign:“金秋会战”]。", {"寒潮会战 -> 金秋会战"}),
    ("[Campaign:“金秋会战”]与[Campaign:“寒潮会战”]都由县里组织。", set()),
    ("[Division:长宁县]统筹推进[Campaign:“金秋会战”]和[Campaign:“暖企”行动]。", set()),
    ("[Division:长宁县]开展[Campaign:“提速月”活动]，作为[Campaign:“寒潮会战”]的延续。", {"提速月活动 -> 寒潮会战"}),
    ("去年的[Campaign:“金秋会战”]刚收尾，今年的[Campaign:“寒潮会战”]就来了。", {"寒潮会战 -> 金秋会战"}),
]

POLICIES = [
    (
        "issuedBy",
        "[Division:长宁县]印发《[Policy:长宁县竹产业发展三年行动方案]》。",
        {"长宁县竹产业发展三年行动方案 -> 长宁县"},
    ),
    (
        "issuedBy",
        "[PublicBody:长宁县政府办公室]出台《[Policy:支持竹产业十条措施]》。",
        {"支持竹产业十条措施 -> 长宁县政府办公室"},
    ),
    (
        "issuedBy",
        "《[Policy:支持竹产业十条措施]》由[PublicBody:长宁县林竹局]起草。",
        {"支持竹产业十条措施 -> 长宁县林竹局"},
    ),
    ("issuedBy", "[PublicBody:长宁县司法局]宣讲《[Policy:民法典]》。", set()),
    ("issuedBy", "[Division:长宁县]认真贯彻实施《[Policy:中华人民共和国森林法]》。", set()),
    (
        "basedOn",
        "根据《[Policy:长宁县竹产业发展三年行动方案]》，[Division:长宁县]启动[Campaign:“竹业攻坚”行动]。",
        {"竹业攻坚行动 -> 长宁县竹产业发展三年行动方案"},
    ),
    (
        "basedOn",
        "与《[Policy:支持竹产业十条措施]》配套，县里将开展[Campaign:“竹业攻坚”行动]。",
        {"竹业攻坚行动 -> 支持竹产业十条措施"},
    ),
    (
        "basedOn",
        "[Division:长宁县]下发《[Policy:长宁县[Campaign:“竹业攻坚”行动]实施方案]》。",
        {"竹业攻坚行动 -> 长宁县“竹业攻坚”行动实施方案"},
    ),
    ("basedOn", "[Division:长宁县]启动[Campaign:“竹业攻坚”行动]，同日宣传《[Policy:民法典]》。", set()),
]


def bare(rows: set[str]) -> set[str]:
    return {row.replace("“", "").replace("”", "") for row in rows}


@pytest.mark.parametrize(("marked", "expected"), PARTS)
def test_parts(marked: str, expected: set[str]) -> None:
    assert bare(said(marked, "partOf", "长宁县")) == bare(expected)


@pytest.mark.parametrize(("marked", "expected"), FOLLOWS)
def test_follows(marked: str, expected: set[str]) -> None:
    assert bare(said(marked, "follows", "长宁县")) == bare(expected)


@pytest.mark.parametrize(("relation", "marked", "expected"), POLICIES)
def test_policies(relation: str, marked: str, expected: set[str]) -> None:
    assert bare(said(marked, relation, "长宁县")) == bare(expected)
