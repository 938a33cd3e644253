"""Campaigns: quoted names with theme and head, parts, drives without marks; slogans and rhetoric are none."""

from __future__ import annotations

import pytest

from tests.nlp.named import named

NAMED = [
    ("全市在范围内开展了招商引资“秋季会战”。", {"招商引资“秋季会战”"}),
    ("市里召开第二轮助企纾困“百日攻坚”行动动员大会。", {"第二轮助企纾困“百日攻坚”行动"}),
    ("从8月1日起，开展项目建设“决胜下半年、快干80天”活动。", {"项目建设“决胜下半年、快干80天”活动"}),
    ("压茬启动“再拼六十天”专项活动。", {"“再拼六十天”专项活动"}),
    ("区里开展葡萄采收用工服务“百日行动”。", {"葡萄采收用工服务“百日行动”"}),
    ("由“问需解难”“订单拓展”“引才育才”3个子行动组成。", {"“问需解难”子行动", "“订单拓展”子行动", "“引才育才”子行动"}),
    ("分“船等货”清零、“查检合一”两个专项。", {"“船等货”清零专项", "“查检合一”专项"}),
    ("分村庄、水域、市场、校园4个专项推进。", {"村庄专项", "水域专项", "市场专项", "校园专项"}),
    ("该市开展农村道路交通安全百日攻坚行动。", {"农村道路交通安全百日攻坚行动"}),
    ("打响文旅项目建设百日会战。", {"文旅项目建设百日会战"}),
    ("民政局举办“关爱老人、情暖夕阳”志愿服务活动。", {"“关爱老人、情暖夕阳”志愿服务活动"}),
    ("深入推进“万村示范”创建活动，巩固全国文明城市创建成果。", {"“万村示范”创建活动", "全国文明城市创建"}),
    ("市公安局开展电动自行车“戴盔”专项整治。", {"电动自行车“戴盔”专项整治"}),
    ("此前的“小微企业服务月”走访企业412家。", {"小微企业服务月"}),
    ("围绕招商引资“秋季会战”目标任务，各部门逐项落实。", {"招商引资“秋季会战”"}),
]
NONE = [
    "围绕“双百双千”目标任务，各部门逐项落实。",
    "四季度就是决战，没有退路，要打会战、打硬仗、打歼灭战。",
    "有人提议再加上“大会战”三个字，他没同意。",
    "蓝天是干出来的，不是“会战”口号喊出来的。",
    "深化“放管服”改革，推行“一网通办”和“1234+N”机制，坚持“四个一批”。",
    "开展“叩门招商”，打造“同心助企”品牌，建立“领导小组+专班”工作机制。",
    "以实际行动迎接大会召开，各部门统一行动、联合执法。",
    "没有什么会战、决战，这是一场马拉松。",
]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_campaigns(text: str, expected: set[str]) -> None:
    assert named(text, "Campaign") == expected


@pytest.mark.parametrize("text", NONE)
def test_rhetoric_and_methods_are_none(text: str) -> None:
    assert named(text, "Campaign") == set()


def test_bare_name_takes_the_full_one() -> None:
    text = "启动招才引智“百日会战”以来，“百日会战”签约38个项目。“百日会战”6月结束。"
    assert named(text, "Campaign") == {"招才引智“百日会战”"}


def test_two_themes_are_two_campaigns() -> None:
    text = "招商引资“秋季会战”与项目建设“秋季会战”同步推进。"
    assert named(text, "Campaign") == {"招商引资“秋季会战”", "项目建设“秋季会战”"}


def test_later_round_is_named_after_the_first() -> None:
    text = "夏季臭氧污染防治攻坚行动第四轮专项督查结束，第五轮专项督查将于9月启动。"
    assert "夏季臭氧污染防治攻坚行动第五轮专项督查" in named(text, "Campaign")
