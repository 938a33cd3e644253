"""What holds of every mention of the recognisers of named things, whatever the text."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.nlp.named import mentions

PIECES = [
    "延吉市",
    "有限公司",
    "集团",
    "年产5万吨",
    "项目",
    "（一期）",
    "“百日攻坚”",
    "行动",
    "大会",
    "第三届",
    "《",
    "》",
    "方案",
    "、",
    "和",
    "等多家企业",
    "，",
    "。",
    "\n",
    "的",
    "在",
    "了",
    "与",
    "3号",
    "隧道",
    "铁路",
    "站",
    "大学",
    "协会",
    "2×660MW",
    "由",
    "召开",
    "分",
    "4个专项",
    "）",
    "“",
    "”",
    "银行",
    "支行",
    "总投资2亿元",
    "科技",
    "合作社",
    "公司",
    "专项整治",
    "节",
    "河",
    "港",
    "〔2021〕9号",
    "现将",
    "印发",
    "*",
    "**",
    "a",
    "1",
    "%",
    "以下简称",
    "二期",
    "改造",
    "工程",
    "至",
    "段",
    "党的二十大",
]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=24).map("".join))
def test_mentions_are_well_formed(text: str) -> None:
    for mention in mentions(text):
        assert 0 <= mention.span.start < mention.span.end <= len(text)
        words = text[mention.span.start : mention.span.end]
        assert "\n" not in words
        assert words == words.strip()
        assert mention.name


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=24).map("".join))
def test_same_text_same_mentions(text: str) -> None:
    assert mentions(text) == mentions(text)
