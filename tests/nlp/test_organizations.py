"""Organisations: societies, schools, institutes, mass organisations, teams."""

from __future__ import annotations

import pytest

from tests.nlp.named import named

NAMED = [
    ("沈北江城商会与宽甸白河商会结为友好商会。", {"沈北江城商会", "宽甸白河商会"}),
    ("由共青团大冶市委、大冶市青年志愿者协会主办。", {"共青团大冶市委", "大冶市青年志愿者协会"}),
    ("湖北师范大学、大冶市第三中学的学生参加。", {"湖北师范大学", "大冶市第三中学"}),
    ("想跟中国科学院昆明植物研究所合作。", {"中国科学院昆明植物研究所"}),
    ("县总工会、团县委、县妇联联合举办晚会。", {"县总工会", "团县委", "县妇联"}),
    ("由中国书法家协会主办。", {"中国书法家协会"}),
    ("“走进新牧区”媒体乡村行采访团来到河口。", {"“走进新牧区”媒体乡村行采访团"}),
    ("江北网海城地区负责人周海说。", {"江北网"}),
]
NONE = [
    "充分发挥行业协会、异地商会等组织作用，医院、学校有序开放。",
    "全市建成幼儿园12所、小学8所，大学生返乡创业。",
    "《中华人民共和国红十字会法》颁布实施。",
    "（江北市融媒体中心记者 李晓）",
]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_organizations(text: str, expected: set[str]) -> None:
    assert named(text, "Organization") == expected


@pytest.mark.parametrize("text", NONE)
def test_classes_and_publishers_are_none(text: str) -> None:
    assert named(text, "Organization") == set()
