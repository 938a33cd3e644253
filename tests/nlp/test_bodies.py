"""Public bodies: where their names begin and end, in many kinds of places."""

from __future__ import annotations

import pytest

from tests.nlp.reading import names, read

CASES = [
    ("延吉市商务局局长出席，市发改局、市财政局负责人参加。", {"延吉市商务局", "市发改局", "市财政局"}),
    ("榆林市委市政府部署，市委督查室、市政府督查室通报。", {"榆林市委", "市政府", "市委督查室", "市政府督查室"}),
    ("州党委副书记、师市党委常委、旗委书记、盟委委员、地委书记到会。", {"州党委", "师市党委", "旗委", "盟委", "地委"}),
    ("库尔勒经开区党工委书记、管委会主任介绍情况。", {"库尔勒经开区党工委", "管委会"}),
    ("县人大常委会、县政协、县纪委监委、县人武部、县总工会参加。", {"县人大常委会", "县政协", "县纪委监委", "县人武部"}),
    ("青原镇党委、城关街道办事处、柳洞村党支部和村委会到场。", {"青原镇党委", "城关街道办事处", "柳洞村党支部"}),
    ("市城乡最低生活保障中心和恒山区保障性住房事务中心开展培训。", {"市城乡最低生活保障中心", "恒山区保障性住房事务中心"}),
    ("国家发改委、水利部、国务院办公厅印发通知。", {"国家发改委", "水利部", "国务院办公厅"}),
    ("满洲里海关与绥芬河出入境边防检查站联合执勤。", {"满洲里海关", "绥芬河出入境边防检查站"}),
    ("甲某局任县公安局交警大队大队长。", {"县公安局交警大队"}),
    ("成立玉米深加工项目谋划专班，组建有色金属招商小组。", {"玉米深加工项目谋划专班", "有色金属招商小组"}),
    ("各专班、领导小组和工作组按职责推进，城市管理委托第三方。", set()),
    ("全市教育部门、公安机关和各县政府抓好落实。", set()),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_bodies_of_a_sentence(text: str, expected: set[str]) -> None:
    found = names(read(text), "PublicBody", "name")
    assert expected <= found
    assert not {name for name in found - expected if name not in ("村委会",)}


@pytest.mark.parametrize(
    ("text", "implied"),
    [
        ("市长周某某讲话", "市政府"),
        ("常务副县长（援疆）周大明到会", "县政府"),
        ("行署副专员周大明检查", "行政公署"),
        ("旗长周大明主持", "旗政府"),
        ("七星镇镇长周大明发言", "镇政府"),
        ("县委常委、宣传部长周大明带队", "宣传部"),
        ("自治区副主席周大明出席", "自治区政府"),
    ],
)
def test_posts_imply_their_organ(text: str, implied: str) -> None:
    assert implied in names(read(text), "PublicBody", "implied")


@pytest.mark.parametrize("text", ["我市长期坚持", "市长江大桥通车", "小区长廊修好了"])
def test_words_that_only_look_like_a_post(text: str) -> None:
    assert not names(read(text), "PublicBody", "implied")
