"""Divisions: which words of a sentence are places, and which place they are."""

from __future__ import annotations

import pytest

from tests.nlp.reading import names, read

CASES = [
    ("代表团先后到辽宁省沈阳、本溪、丹东三市考察。", {"辽宁省", "沈阳市", "本溪市", "丹东市"}),
    ("焉耆县召开会议，和静、和硕、博湖3县负责同志参加。", {"焉耆回族自治县", "和静县", "和硕县", "博湖县"}),
    ("合作市出台办法，与兰州市开展合作，合作前景广阔。", {"合作市", "兰州市"}),
    ("吉林省和龙市南坪镇柳洞村办起合作社。", {"吉林省", "和龙市", "南坪镇", "柳洞村"}),
    ("鄂温克族自治旗、新巴尔虎左旗和海拉尔区参赛。", {"鄂温克族自治旗", "新巴尔虎左旗", "海拉尔区"}),
    ("产品远销俄罗斯、哈萨克斯坦和日本大阪。", {"俄罗斯", "哈萨克斯坦", "日本", "大阪"}),
    ("闽宁协作二十年，两省区情谊深。", {"福建省", "宁夏回族自治区"}),
    ("巴州州直机关干部来到库尔勒市。", {"巴音郭楞蒙古自治州", "库尔勒市"}),
    ("市场上，建设乡村、发展县域经济成为热词。", set()),
    ("列车穿越大兴安岭，驶过延安路和北京东路。", set()),
    ("扬州日报报道，藏族群众载歌载舞。", set()),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_places_of_a_sentence(text: str, expected: set[str]) -> None:
    assert names(read(text), "Division") == expected


def test_a_shared_name_is_the_place_near_the_others() -> None:
    near = {m.entity for m in read("双鸭山市宝清县召开会议，宝清镇、青原镇负责人参加。").mentions if m.name == "宝清镇"}
    assert near == {"division/230523100"}
    sides = {m.entity for m in read("南京市鼓楼区与徐州市鼓楼区结对。").mentions if m.name == "鼓楼区"}
    assert sides == {"division/320106", "division/320302"}


def test_a_division_inside_a_company_is_nested() -> None:
    document = read("广东绿岭环保科技有限公司落户。")
    assert all(m.kind == "nested" for m in document.mentions if m.type == "Division")


def test_pointing_words_are_anaphora() -> None:
    found = [m.name for m in read("我市今年开局良好，全县上下行动起来，州里也来了人。").mentions if m.kind == "anaphor"]
    assert found == ["我市", "全县"] or found == ["我市", "全县", "州里"]
