"""Persons: behind posts, in rows, by sound, before verbs of speech; and who is none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.nlp.reading import names, read

CASES = [
    ("区委书记周秉义出席会议，区委副书记、区长郑勇主持。", {"周秉义", "郑勇"}),
    ("市领导郑海波、朴贤哲、努尔兰·木拉提、才让扎西参加。", {"郑海波", "朴贤哲", "努尔兰·木拉提", "才让扎西"}),
    ("州长阿依登分别到场，旗长娜仁高娃，副主任孟克巴图说。", {"阿依登", "娜仁高娃", "孟克巴图"}),
    ("“路通了。”周建国说。局长令狐文告诉记者。", {"周建国", "令狐文"}),
    ("来自法国的背包客马克·杜瓦在民宿住下。", {"马克·杜瓦"}),
    ("指挥长：周林（市委书记）\n副指挥长：郑敏之（副市长）", {"周林", "郑敏之"}),
    ("43岁的周成亮是调车长。柳洞村的郑秀英种了12亩。", {"周成亮", "郑秀英"}),
    ("周文斌教授的团队来了，项目秘书小郝天天到。", {"周文斌", "小郝"}),
    ("区人大常委会主任陈**，区委副书记李某，副区长张某某、王*参加。", set()),
    ("书记高度重视，市长安排部署，主任全程陪同，代表们全力支持。", set()),
    ("本报讯（记者 周晓雨 通讯员 郑宇）会议召开。", set()),
    ("市民宗局和群众解决难题，居民安心。", set()),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_persons_of_a_text(text: str, expected: set[str]) -> None:
    assert names(read(text), "Person", "name") == expected


def test_a_known_name_is_found_again_and_its_short_forms_are_anaphora() -> None:
    document = read("总工程师周文博领着团队攻关。周文博很忙。文博说，不急。周总工程师又下车间。")
    kinds = [(document.words(m.span), m.kind) for m in document.mentions if m.type == "Person"]
    assert kinds[:3] == [("周文博", "name"), ("周文博", "name"), ("文博", "anaphor")]


@pytest.mark.parametrize("credit", ["郑 磊 摄", "记者 郑磊 摄", "责任编辑：郑磊　审核：周平", "（记者 郑磊）"])
def test_makers_of_the_page_are_no_persons(credit: str) -> None:
    assert not names(read(f"图为车间。\n{credit}"), "Person")


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="市长书记王李张说，。、和·某*（）出席会议区委\n的阿依努", max_size=60))
def test_any_text_gives_mentions_inside_it(text: str) -> None:
    document = read(text)
    for mention in document.mentions:
        assert 0 <= mention.span.start < mention.span.end <= len(text)
        if mention.type == "Person":
            assert document.words(mention.span) == mention.name
    assert list(document.mentions) == sorted(document.mentions, key=lambda m: (m.span.start, -m.span.end, m.type, m.rule))
