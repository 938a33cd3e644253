"""Wordings of other provinces: who is called so, towns with a task, parts of teams, corps, works without the word 项目."""

from __future__ import annotations

import pytest

from kg import ontology
from kg.link import link
from tests.nlp.named import named
from tests.nlp.reading import names, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("驻企服务员叫谷丽萍，是个95后。村医名叫敖日其楞。", {"谷丽萍", "敖日其楞"}),
        ("昭觉来的吉克阿木，现在是班组长。", {"吉克阿木"}),
        ("会议由张立新主持，李春生作报告，王爱国宣读决定。", {"张立新", "李春生", "王爱国"}),
        ("联络人：单雨生；责任人：佘万里、仝桂英。", {"单雨生", "佘万里", "仝桂英"}),
        ("副院长次旦说，县里变了。护士检查老人普布的眼睛。", {"次旦", "普布"}),
        ("总经理边玉良测算，明年能回本。", {"边玉良"}),
        ("县油茶发展中心主任文明月说，油茶在扩大。", {"文明月"}),
        ("现将分管领导明确如下。", set()),
    ],
)
def test_persons(text: str, expected: set[str]) -> None:
    assert names(read(text), "Person", "name") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("设田间管护、烘干入库、销售对接3个工作组。", {"田间管护工作组", "烘干入库工作组", "销售对接工作组"}),
        ("行动分“快办快批”“护航建设”2个小组。", {"“快办快批”小组", "“护航建设”小组"}),
        ("广州组、成都组组长分别由局长担任。", {"广州组", "成都组"}),
        ("中国人民银行绵阳市分行牵头。", {"中国人民银行绵阳市分行"}),
    ],
)
def test_bodies(text: str, expected: set[str]) -> None:
    assert named(text, "PublicBody") == expected


def test_towns_with_a_task_are_authorities() -> None:
    assert names(read("遵义市播州区的鸭溪镇、乌江镇分别负责征地协调。"), "PublicBody", "implied") == {"镇政府"}
    assert not names(read("遵义市播州区的鸭溪镇、乌江镇分别包保9个、6个。"), "PublicBody", "implied")


def test_corps() -> None:
    found = named("第三师图木舒克市四十四团党委开会。红星湾农场、一三六团植棉。在一三六团七连，采棉正忙。", "Division")
    assert {"四十四团", "红星湾农场", "一三六团", "一三六团七连"} <= found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("乐西高速马边至昭觉段力争年底通车。", {"乐西高速马边至昭觉段"}),
        ("会东县第一中学新校区开工。", {"会东县第一中学新校区"}),
        ("投资2.1亿元建设美姑县冷链物流中心。", {"美姑县冷链物流中心"}),
        ("投资800万元新建标准化厂房。总投资2亿元，建设单位是会东县水务局。", set()),
        ("双方将共建高速轴承联合实验室，三年见效。", {"高速轴承联合实验室"}),
    ],
)
def test_projects(text: str, expected: set[str]) -> None:
    assert named(text, "Project") == expected


def test_zones_of_a_row_and_parks_in_zones() -> None:
    assert named("西昌经开区、高新区、综保区引进企业3家。", "Zone") == {"西昌经开区", "西昌高新区", "西昌综保区"}
    assert "绵阳经济技术开发区" in named("绵阳经济技术开发区松垭工业园区产值增长。", "Zone")


def test_a_group_is_no_short_form_of_its_daughter() -> None:
    document = link([read("川禾集团董事长来访。川禾宜宾化学有限公司投产。")], ontology.load())[0]
    assert {e.name for e in document.entities.values() if e.type == "Company"} == {"川禾集团", "川禾宜宾化学有限公司"}
