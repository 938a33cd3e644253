"""Whatever the text: no exception, evidence that equals the text, values that are numbers, dates that are dates."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.measure import measure
from kg.measure.dates import Anchor, Dater
from kg.measure.numerals import arabic, chinese
from kg.model import Span
from tests.measure.build import Tables, document

TABLES = Tables()
PIECES = st.sampled_from(
    [
        "全县",
        "今年",
        "上半年",
        "去年",
        "完成",
        "总投资",
        "增长",
        "同比",
        "分别",
        "为",
        "占",
        "由",
        "提高到",
        "其中",
        "项目",
        "企业",
        "签约",
        "10",
        "3.5",
        "0",
        "1,846",
        "2022年",
        "9月",
        "12日",
        "三",
        "两",
        "百",
        "近",
        "超",
        "余",
        "多",
        "以上",
        "亿元",
        "万吨",
        "个",
        "家",
        "%",
        "个百分点",
        "成",
        "倍",
        "人次",
        "、",
        "，",
        "。",
        "；",
        "：",
        "（",
        "）",
        "“",
        "”",
        "和",
        "的",
        "至",
        "—",
        "\n",
        "从",
        "到",
        "计划",
        "目标",
        "已",
        "<D=全县>",
        "<C:某公司>",
        "<J:某项目>",
        "<K:某会战>",
        "<E:某大会>",
        "<P:某人>",
    ]
)
TEXTS = st.one_of(st.lists(PIECES, max_size=40).map("".join), st.text(max_size=120))
DATE = re.compile(r"\d{4}(-(\d\d(-\d\d)?|H[12]|Q[1-4]))?")


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_any_text_is_read(marked: str) -> None:
    doc = document(marked.replace("<", "<") or "空")
    observations, attributes = measure(doc, TABLES)
    for item in (*observations, *attributes):
        evidence = item.evidence[0]
        assert doc.text[evidence.span.start : evidence.span.end] == evidence.quote
        assert 0 < item.confidence <= 1
    for observation in observations:
        assert observation.value.is_finite()
        assert observation.indicator.strip()
        assert observation.subject in doc.entities
        assert observation.modality in ("actual", "planned", "target")
        assert all(DATE.fullmatch(part) for part in observation.period.split("/")) or not observation.period
    for attribute in attributes:
        assert attribute.key == "status" or DATE.fullmatch(attribute.value)


@given(st.integers(0, 9999))
def test_numerals_come_back(value: int) -> None:
    assert arabic(f"{value:,}") == value
    assert chinese("".join("零一二三四五六七八九"[int(d)] for d in str(value))) == value


@given(st.dates(date(1990, 1, 1), date(2035, 12, 31)))
def test_a_whole_date_is_read(day: date) -> None:
    text = f"{day.year}年{day.month}月{day.day}日"
    (time,) = Dater(Anchor()).read(text, Span(0, len(text)))
    assert (time.start, time.end) == (day.isoformat(), day.isoformat())


@given(TEXTS)
def test_same_text_same_figures(marked: str) -> None:
    assert measure(document(marked or "空"), TABLES) == measure(document(marked or "空"), TABLES)
