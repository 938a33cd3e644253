"""Organisers and participants of campaigns and events."""

from __future__ import annotations

import pytest

from .build import said

ORGANISERS = [
    ("[Division:长宁县]召开[Event:项目建设推进会]。", {"项目建设推进会 -> 长宁县"}),
    (
        "[PublicBody:长宁县委宣传部]启动了[Campaign:“竹乡新风”主题宣传活动]。",
        {"“竹乡新风”主题宣传活动 -> 长宁县委宣传部"},
    ),
    ("7月起，[Division~:全县>长宁县]开展[Campaign:“百日清河”行动]。", {"“百日清河”行动 -> 长宁县"}),
    (
        "[PublicBody:县委>长宁县委]、[PublicBody:县政府>长宁县政府]联合举办[Event:首届竹文化节]。",
        {"首届竹文化节 -> 长宁县委", "首届竹文化节 -> 长宁县政府"},
    ),
    ("按照[PublicBody:四川省委]统一部署，[Division:长宁县]打响[Campaign:“寒潮会战”]。", {"“寒潮会战” -> 长宁县"}),
    ("[Event:首届竹文化节]由[PublicBody:长宁县文旅局]主办。", {"首届竹文化节 -> 长宁县文旅局"}),
    ("[Company:云柏机械]“[Campaign:大干五十天]”劳动竞赛收官。", {"大干五十天 -> 云柏机械"}),
    ("[PublicBody:长宁县税务局]持续深化[Campaign:“春雨润苗”专项行动]。", {"“春雨润苗”专项行动 -> 长宁县税务局"}),
    (
        "[PublicBody:竹海边境派出所]先后开展了[Campaign:“净网”行动]、[Campaign:“护游”行动]等活动。",
        {"“净网”行动 -> 竹海边境派出所", "“护游”行动 -> 竹海边境派出所"},
    ),
    (
        "[PublicBody:长宁县文旅局]局长[Person:鲁致远]说，[Division~:县里>长宁县]将开展[Campaign:“畅游竹海”活动]。",
        {"“畅游竹海”活动 -> 长宁县"},
    ),
    ("[PublicBody:长宁县委十四届三次全会>长宁县委]", set()),
    ("昨日，[Event:[PublicBody:长宁县委]十四届三次全会]举行。", {"长宁县委十四届三次全会 -> 长宁县委"}),
    ("迎接[Event:党的二十大]胜利召开。", set()),
    ("[Division:长宁县]不再举办[Event:首届竹文化节]。", set()),
    (
        "[Organization:长宁县妇联]联合[PublicBody:长宁县司法局]开展[Campaign:“法润竹乡”活动]。",
        {"“法润竹乡”活动 -> 长宁县妇联", "“法润竹乡”活动 -> 长宁县司法局"},
    ),
    ("[Campaign:“百日清河”行动]已清理河道40公里。", {"“百日清河”行动 -> 长宁县"}),
    ("[Division:永江村]村民积极参与[Campaign:“百日清河”行动]。", {"“百日清河”行动 -> 长宁县"}),
    (
        "由[PublicBody:宜宾市文旅局]、[Organization:宜宾市体育总会]联合主办的[Event:竹海马拉松]开跑。",
        {"竹海马拉松 -> 宜宾市文旅局", "竹海马拉松 -> 宜宾市体育总会"},
    ),
    (
        "[Event:首届竹文化节]由[PublicBody:长宁县政府]主办、[PublicBody:长宁县文旅局]承办。",
        {"首届竹文化节 -> 长宁县政府", "首届竹文化节 -> 长宁县文旅局"},
    ),
    ("[Division:长宁]旗舰店开展[Campaign:“竹礼到家”活动]。", {"“竹礼到家”活动 -> 长宁县"}),
    (
        "[Zone:长宁经开区]开展[Campaign:“夺旗”行动]，与市里部署的[Campaign:“连心”活动]同步。",
        {"“夺旗”行动 -> 长宁经开区", "“连心”活动 -> 长宁县"},
    ),
    (
        "[PublicBody:县委>长宁县委]副书记、[PublicBody+:县长>长宁县政府][Person:盛夏]主持召开[Event:防汛调度会]。",
        {"防汛调度会 -> 长宁县"},
    ),
]

PARTICIPANTS = [
    (
        "[Division:长宁县]召开[Event:项目建设推进会]。[PublicBody:县委>长宁县委]书记[Person:裴晴]出席并讲话，[Person:盛夏]主持。",
        {"裴晴 -> 项目建设推进会", "盛夏 -> 项目建设推进会"},
    ),
    (
        "[Division:长宁县]召开[Event:项目建设推进会]。县领导[Person:裴晴]、[Person:盛夏]、[Person:简宁]参加。",
        {"裴晴 -> 项目建设推进会", "盛夏 -> 项目建设推进会", "简宁 -> 项目建设推进会"},
    ),
    (
        "[Division:长宁县]召开[Event:项目建设推进会]。\n会上，[PublicBody:县发改局>长宁县发改局]、[PublicBody:县住建局>长宁县住建局]作了发言。",
        {"长宁县发改局 -> 项目建设推进会", "长宁县住建局 -> 项目建设推进会"},
    ),
    (
        "[Event:竹产业合作签约会]在[Division:长宁县]举行。会上，[Company:云柏机械]与[Company:竹源纸业]签约。",
        {"云柏机械 -> 竹产业合作签约会", "竹源纸业 -> 竹产业合作签约会"},
    ),
    ("[Person:裴晴]出席[Event:首届竹文化节]开幕式并宣布开幕。", {"裴晴 -> 首届竹文化节"}),
    ("[Person:裴晴]带队参加调研。", set()),
    ("[Person:裴晴]参加工作二十年。", set()),
    ("以优异成绩迎接[Event:党的二十大]召开。[Person:裴晴]出席会议。", set()),
    ("[Person:裴晴]在接受采访时提到[Event:首届竹文化节]。", set()),
    (
        "[Division:长宁县]举行[Event:项目集中开工仪式]，[Company:云柏机械]总经理[Person:戴小川]作为企业代表发言。",
        {"戴小川 -> 项目集中开工仪式"},
    ),
]


@pytest.mark.parametrize(("marked", "expected"), ORGANISERS)
def test_organisers(marked: str, expected: set[str]) -> None:
    assert {x.replace("“", "").replace("”", "") for x in said(marked, "organizedBy", "长宁县")} == {x.replace("“", "").replace("”", "") for x in expected}


@pytest.mark.parametrize(("marked", "expected"), PARTICIPANTS)
def test_participants(marked: str, expected: set[str]) -> None:
    assert said(marked, "participatesIn", "长宁县") == expected
