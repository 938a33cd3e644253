"""Parts, seats, joint organisers, contracts and leaders of a journey, in other wordings."""

from __future__ import annotations

import pytest

from .build import said

HOME = "长宁县"
CASES = [
    (
        "holdsPost",
        "[PublicBody:物流专班]、[PublicBody:招商专班]组长分别由[PublicBody:长宁县商务局]局长[Person:邓川]、[PublicBody:长宁县工信局]局长[Person:文竹]担任。",
        {"邓川 -> 长宁县商务局 局长", "文竹 -> 长宁县工信局 局长", "邓川 -> 物流专班 组长", "文竹 -> 招商专班 组长"},
    ),
    (
        "holdsPost",
        "[PublicBody:长宁县林业局]副局长、援派干部[Person:盛青]来了。",
        {"盛青 -> 长宁县林业局 副局长"},
    ),
    (
        "holdsPost",
        "[Organization:长宁县中医院]的新楼由[Company:川南建工]承建。副院长[Person:齐文]说，床位多了一倍。",
        {"齐文 -> 长宁县中医院 副院长"},
    ),
    (
        "partOf",
        "[Facility:川南高铁][Division:长宁县]境内的[Facility:竹海特大桥]合龙。",
        {"竹海特大桥 -> 川南高铁"},
    ),
    (
        "partOf",
        "[Division:长宁县]开展[Campaign:“决胜四季度”行动]，[Person:邓川]负责[Campaign:“保供”专项]。",
        {"“保供”专项 -> “决胜四季度”行动"},
    ),
    (
        "partOf",
        "[PublicBody:长宁县政府]与[Organization:西南林学院]签约，双方共建[Organization:竹产业研究院]。",
        {"竹产业研究院 -> 长宁县政府", "竹产业研究院 -> 西南林学院"},
    ),
    (
        "partOf",
        "[Event:竹文化节]开幕，其间设[Event:竹编大赛]、[Event:竹海夜跑赛]2项主要活动。[Event:竹文化节签约仪式]同日举行。",
        {"竹编大赛 -> 竹文化节", "竹海夜跑赛 -> 竹文化节", "竹文化节签约仪式 -> 竹文化节"},
    ),
    (
        "organizedBy",
        "[Event:竹产业推介会]在[Division:成都市]举行，由[PublicBody:长宁县商务局]主办，[Organization:竹产业协会]协办。",
        {"竹产业推介会 -> 长宁县商务局", "竹产业推介会 -> 竹产业协会"},
    ),
    (
        "organizedBy",
        "[Division:长宁县]开展[Campaign:“清河”行动]，[PublicBody:长宁县水利局]、[PublicBody:长宁县城管局]共同组织。",
        {"“清河”行动 -> 长宁县水利局", "“清河”行动 -> 长宁县城管局"},
    ),
    (
        "undertakenBy",
        "[Project:竹浆纸项目]由[Company:竹源纸业]投资建设、[Company:川南建工]承建。",
        {"竹浆纸项目 -> 竹源纸业", "竹浆纸项目 -> 川南建工"},
    ),
    (
        "visited",
        "[PublicBody:长宁县委]书记[Person:裴晴]率[PublicBody:长宁县商务局]局长[Person:邓川]，先后到[Division:成都市]考察。",
        {"裴晴 -> 成都市", "邓川 -> 成都市"},
    ),
    (
        "visited",
        "义诊由[PublicBody:长宁县卫健局]主办，[Organization:长宁县红十字会]协办，5月走进[Division:竹海镇]。",
        set(),
    ),
]


@pytest.mark.parametrize(("relation", "marked", "expected"), CASES)
def test_wordings(relation: str, marked: str, expected: set[str]) -> None:
    found = {row.replace("“", "").replace("”", "") for row in said(marked, relation, HOME)}
    assert found == {row.replace("“", "").replace("”", "") for row in expected}
