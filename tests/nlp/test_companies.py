"""Companies: legal forms, head nouns, lines of business, lists, short forms; what is none."""

from __future__ import annotations

import pytest

from tests.nlp.named import mentions, named

FULL = [
    ("考察组先后走进宁波海川精密铸造有限公司、常州瑞恩新材料股份有限公司。", {"宁波海川精密铸造有限公司", "常州瑞恩新材料股份有限公司"}),
    ("位于凤庆县的云南滇香茶业有限责任公司去年投产。", {"云南滇香茶业有限责任公司"}),
    ("记者走进昌和瑞科技有限公司，机器轰鸣。", {"昌和瑞科技有限公司"}),
    ("沈阳领航智能装备有限公司落户新区。", {"沈阳领航智能装备有限公司"}),
    ("我市在公安县荆州伟盛科技股份有限公司设分会场。", {"荆州伟盛科技股份有限公司"}),
    ("云霄海丰（集团）股份有限公司与韩国三德材料株式会社签约。", {"云霄海丰（集团）股份有限公司", "韩国三德材料株式会社"}),
    ("宁夏塞上春农牧专业合作社理事长马成义介绍，订单增加三成。", {"宁夏塞上春农牧专业合作社"}),
    ("吉首农商银行、长沙银行吉首支行分别与企业签订授信协议。", {"吉首农商银行", "长沙银行吉首支行"}),
    ("浩北铁路由中铁十一局承建，中铁二十五局参建。", {"中铁十一局", "中铁二十五局"}),
    ("志愿服务活动在东风农场举行。", {"东风农场"}),
    ("甲峰集团乙山煤业丙沟煤矿采煤一队创下纪录。", {"甲峰集团乙山煤业丙沟煤矿"}),
]
BARE = [
    ("阜康天池重工出口订单饱满。", {"阜康天池重工"}),
    ("江苏天鹏电源科技总经理李文涛说，产能还要翻番。", {"江苏天鹏电源科技"}),
    ("一行人来到东恒机械，进车间、看生产。", {"东恒机械"}),
    ("拜访了维森科技、奥泰光电、雅特兰、兰金、艾之晨等多家知名企业。", {"维森科技", "奥泰光电", "雅特兰", "兰金", "艾之晨"}),
    ("优泰投资、中瀚基因、斗米车载等公司表示愿意合作。", {"优泰投资", "中瀚基因", "斗米车载"}),
]
NONE = [
    "全县共有农民专业合作社82家，龙头企业31家。",
    "乌兰巴托的一家能源公司前来考察，保险公司、物业公司也派人参加。",
    "要大力发展种业、乳业和现代农业，壮大食品加工产业。",
    "重点扶持电子商务、食品加工、特色农业、生态旅游等企业。",
    "图为一家有色金属企业的电解车间。",
    "依托银行、信用社等金融机构，为企业授信。",
]


@pytest.mark.parametrize(("text", "expected"), FULL + BARE)
def test_companies(text: str, expected: set[str]) -> None:
    assert expected <= named(text, "Company")


@pytest.mark.parametrize(("text", "expected"), FULL + BARE)
def test_and_no_others(text: str, expected: set[str]) -> None:
    assert named(text, "Company") - expected <= {"甲峰集团", "甲峰集团乙山煤业"}


@pytest.mark.parametrize("text", NONE)
def test_classes_are_no_companies(text: str) -> None:
    assert named(text, "Company") == set()


def test_short_form_carries_the_full_name() -> None:
    text = "新疆昆岚新材料有限公司一期投产。昆岚新材料董事长沈国平说，二期明年动工，昆岚还要招工。"
    found = [m for m in mentions(text) if m.type == "Company" and m.kind == "name"]
    assert [m.name for m in found] == ["新疆昆岚新材料有限公司"] * 3


def test_abbreviation_carries_the_full_name() -> None:
    text = "国华能源集团榆北化工公司的项目6月竣工，国能榆北化工25万吨聚乳酸项目往前推。"
    assert named(text, "Company") == {"国华能源集团榆北化工公司"}


def test_pointing_words_are_anaphora() -> None:
    text = "青海昆岭锂源有限公司二期试车。该公司出口增长，公司总经理才让说，还要扩产。"
    assert [text[m.span.start : m.span.end] for m in mentions(text) if m.kind == "anaphor" and m.type == "Company"] == ["该公司", "公司"]
