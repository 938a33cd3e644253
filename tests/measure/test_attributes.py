"""Dates of campaigns, events and projects, and how far projects are."""

from __future__ import annotations

import pytest

from kg.measure import measure
from tests.measure.build import Tables, document

DATES = [
    ("<K:“百日提速”行动>时限为2021年11月1日至2022年4月30日。", {("“百日提速”行动", "startDate", "2021-11-01"), ("“百日提速”行动", "endDate", "2022-04-30")}),
    ("从8月1日到11月8日，<D=全县>开展<K:扫尾攻坚行动>。", {("扫尾攻坚行动", "startDate", "2022-08-01"), ("扫尾攻坚行动", "endDate", "2022-11-08")}),
    ("3月1日，<D=我县>启动<K:春季会战>，到6月8日结束。", {("春季会战", "startDate", "2022-03-01"), ("春季会战", "endDate", "2022-06-08")}),
    ("7月10日打响的<K:夏季会战>已于9月10日收兵。", {("夏季会战", "startDate", "2022-07-10"), ("夏季会战", "endDate", "2022-09-10")}),
    ("衔接去年11月启动、今年3月底收官的<K:深秋会战>。", {("深秋会战", "startDate", "2021-11"), ("深秋会战", "endDate", "2022-03")}),
    ("<D=县里>于9月1日启动了为期7天的<K:质量月集中采访活动>。", {("质量月集中采访活动", "startDate", "2022-09-01"), ("质量月集中采访活动", "endDate", "2022-09-07")}),
    ("9月16日，<E:首届大豆节>在<D:延寿镇>开幕。", {("首届大豆节", "date", "2022-09-16")}),
    ("9月15日，<D:延寿县>召开<E:项目建设推进会>。", {("项目建设推进会", "date", "2022-09-15")}),
    ("<J:粮食物流园项目>2021年6月开工，计划2023年10月竣工。", {("粮食物流园项目", "startDate", "2021-06"), ("粮食物流园项目", "endDate", "2023-10"), ("粮食物流园项目", "status", "underConstruction")}),
    ("截至8月底，<K:清欠行动>清偿账款3亿元。", set()),
    ("前三季度，<K:清欠行动>成效明显。", set()),
]
STATES = [
    ("<J:粮食物流园项目>正式落地。", "signed"),
    ("<J:粮食物流园项目>已获批。", "approved"),
    ("<J:粮食物流园项目>破土动工。", "started"),
    ("<J:粮食物流园项目>主体已封顶。", "underConstruction"),
    ("<J:粮食物流园项目>累计完成投资2亿元。", "underConstruction"),
    ("<J:粮食物流园项目>预计明年5月投产。", "underConstruction"),
    ("<J:粮食物流园项目>通过竣工验收。", "completed"),
    ("<J:粮食物流园项目>已投产。", "inOperation"),
    ("<C:某公司>计划在<D:延寿县>投资建设<J:粮食物流园项目>。", "planned"),
    ("当天破土的项目共2个，分别是<J:粮食物流园项目>和<J:冷库项目>。", "started"),
    ("新投产8个，<J:粮食物流园项目>在列。", "inOperation"),
    ("<J:粮食物流园项目>、<J:冷库项目>等15个项目先后落地。", "signed"),
]


@pytest.mark.parametrize(("marked", "expected"), DATES, ids=[m[:20] for m, _ in DATES])
def test_dates(marked: str, expected: set[tuple[str, str, str]]) -> None:
    _, attributes = measure(document(marked), Tables())
    assert {(a.entity.split("/")[-1], a.key, a.value) for a in attributes} == expected


@pytest.mark.parametrize(("marked", "state"), STATES, ids=[m[:24] for m, _ in STATES])
def test_states(marked: str, state: str) -> None:
    _, attributes = measure(document(marked), Tables())
    assert {a.value for a in attributes if a.key == "status" and a.entity.endswith("粮食物流园项目")} == {state}


def test_no_year_no_date() -> None:
    _, attributes = measure(document("3月1日，<D=我县>启动<K:春季会战>。", published=""), Tables())
    assert attributes == []
