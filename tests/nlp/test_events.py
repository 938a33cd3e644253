"""Events: meetings, ceremonies, contests, fairs, feasts with a name of their own."""

from __future__ import annotations

import pytest

from tests.nlp.named import named

NAMED = [
    ("第六届中国（钦州）海洋科技博览会在会展中心开幕。", {"第六届中国（钦州）海洋科技博览会"}),
    ("市里召开安全生产分析暨秋粮收储“百日攻坚”行动动员大会。", {"安全生产分析暨秋粮收储“百日攻坚”行动动员大会"}),
    ("举行了第二批重点产业项目秋季集中竣工仪式。", {"第二批重点产业项目秋季集中竣工仪式"}),
    ("当天下午召开营商环境建设推进会。", {"营商环境建设推进会"}),
    ("渝东—鄂西产业协作签约大会在我市举行。", {"渝东—鄂西产业协作签约大会"}),
    ("其间举办北部湾渔业发展论坛、钦州大蚝美食节和“向海而兴”摄影大赛。", {"北部湾渔业发展论坛", "钦州大蚝美食节", "“向海而兴”摄影大赛"}),
    ("全区第十九届骆驼那达慕开幕，漠河极光马拉松陆续登场。", {"第十九届骆驼那达慕", "漠河极光马拉松"}),
    ("车间开展“奋战一百天、保供保暖”劳动竞赛。", {"“奋战一百天、保供保暖”劳动竞赛"}),
    ("市第七次党代会以来，全市面貌一新。", {"市第七次党代会"}),
    ("期间组织第三次集中开工。", {"第三次集中开工"}),
    ("宁江市政府新闻办召开新闻发布会。", {"新闻发布会"}),
]
NONE = [
    "会议指出，要抓好落实。座谈会上，大家畅所欲言。",
    "随后召开专题会议，听取汇报，开展现场办公。",
    "重点项目月调度会议等制度全面建立。",
    "一季度、四季度环比增长，季节性因素明显，环节减少，节能降耗。",
    "全年共举办集中签约会8场、培训会4次。",
    "晚会上的节目、比赛中的细节，让人难忘。",
]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_events(text: str, expected: set[str]) -> None:
    assert {name.removeprefix("市政府新闻办") for name in named(text, "Event")} == expected


@pytest.mark.parametrize("text", NONE)
def test_unnamed_meetings_are_none(text: str) -> None:
    assert named(text, "Event") == set()
