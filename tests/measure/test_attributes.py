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
    ("<K:护秋行动>自9月1日起实施。", {("护秋行动", "startDate", "2022-09-01")}),
    ("<K:护秋行动>从9月1日持续到10月15日。", {("护秋行动", "startDate", "2022-09-01"), ("护秋行动", "endDate", "2022-10-15")}),
    ("<K:护秋行动>9月1日拉开帷幕，为期30天。", {("护秋行动", "startDate", "2022-09-01"), ("护秋行动", "endDate", "2022-09-30")}),
    ("<K:护秋行动>9月1日打响，历时两个月。", {("护秋行动", "startDate", "2022-09-01"), ("护秋行动", "endDate", "2022-10")}),
    ("<K:护秋行动>于8月底画上圆满句号。", {("护秋行动", "endDate", "2022-08")}),
    ("今年的<K:护秋行动>9月1日接续展开。", {("护秋行动", "startDate", "2022-09-01")}),
    ("<D=全县>从即日起开展<K:护秋行动>，年底结束。", {("护秋行动", "startDate", "2022-09-20"), ("护秋行动", "endDate", "2022")}),
    ("<K:护秋行动>今起铺开。", {("护秋行动", "startDate", "2022-09-20")}),
    ("2021年10月起，<D=全县>开展<K:护秋行动>，今年3月告一段落。", {("护秋行动", "startDate", "2021-10"), ("护秋行动", "endDate", "2022-03")}),
    ("<B:县农业农村局>牵头开展了<K:护秋行动>，9月1日启动、9月18日结束。", {("护秋行动", "startDate", "2022-09-01"), ("护秋行动", "endDate", "2022-09-18")}),
    ("历时10天的<K:护秋行动>9月10日收官。", {("护秋行动", "startDate", "2022-09-01"), ("护秋行动", "endDate", "2022-09-10")}),
    ("行动时间：2022年9月1日至10月31日。<K:护秋行动>由县里统筹。", set()),
    ("昨天（9月19日）召开的<E:粮食安全推进会>给出了答案。", {("粮食安全推进会", "date", "2022-09-19")}),
    ("昨天，<E:粮食安全推进会>在<D:六团镇>召开。", {("粮食安全推进会", "date", "2022-09-19")}),
    ("今天上午，<D=全县>召开<E:粮食安全推进会>。", {("粮食安全推进会", "date", "2022-09-20")}),
    ("<E:大豆文化节>定于10月8日开幕，会期4天。", {("大豆文化节", "startDate", "2022-10-08"), ("大豆文化节", "endDate", "2022-10-11")}),
    ("9月15日，<E:大豆文化节>在<D:六团镇>开幕。<E:大豆文化节>会期3天，9月17日闭幕。", {("大豆文化节", "startDate", "2022-09-15"), ("大豆文化节", "endDate", "2022-09-17")}),
    ("9月10日，<E:粮商大会>、<E:大豆产业论坛>在<D:六团镇>（新区）国际会展中心同时举行。", {("粮商大会", "date", "2022-09-10"), ("大豆产业论坛", "date", "2022-09-10")}),
    ("10月20日举办<E:稻香美食节>。", {("稻香美食节", "date", "2022-10-20")}),
    ("<E:大豆文化节>明年4月办。", {("大豆文化节", "date", "2023-04")}),
    ("<J:米糠油项目>于2021年3月动工建设，2023年6月建成投用。", {("米糠油项目", "startDate", "2021-03"), ("米糠油项目", "endDate", "2023-06"), ("米糠油项目", "status", "underConstruction")}),
    ("2021年3月开工的<J:米糠油项目>，今年8月竣工。", {("米糠油项目", "startDate", "2021-03"), ("米糠油项目", "endDate", "2022-08"), ("米糠油项目", "status", "completed")}),
    ("<J:米糠油项目>力争明年6月底前建成通车。", {("米糠油项目", "endDate", "2023-06"), ("米糠油项目", "status", "underConstruction")}),
    ("<J:米糠油项目>建设期限为2022年至2024年。", {("米糠油项目", "startDate", "2022"), ("米糠油项目", "endDate", "2024")}),
    ("<J:米糠油项目>\n建设年限：2022-2024年", {("米糠油项目", "startDate", "2022"), ("米糠油项目", "endDate", "2024")}),
    ("<J:米糠油项目>\n计划开工时间：2023年3月\n计划竣工时间：2025年6月", {("米糠油项目", "startDate", "2023-03"), ("米糠油项目", "endDate", "2025-06"), ("米糠油项目", "status", "planned")}),
    ("<J:米糠油项目>已于8月28日通过验收。", {("米糠油项目", "endDate", "2022-08-28"), ("米糠油项目", "status", "completed")}),
    ("9月8日，<E:项目集中开工仪式>在<D:六团镇>举行。<J:米糠油项目>、<J:冷库项目>同时破土。", {("项目集中开工仪式", "date", "2022-09-08"), ("米糠油项目", "startDate", "2022-09-08"), ("冷库项目", "startDate", "2022-09-08"), ("米糠油项目", "status", "started"), ("冷库项目", "status", "started")}),
    ("今年5月，<C:乙公司>投资3亿元的<J:米糠油项目>破土动工。", {("米糠油项目", "startDate", "2022-05"), ("米糠油项目", "status", "started")}),
    ("<J:米糠油项目>占地80亩，10月投用。", {("米糠油项目", "endDate", "2022-10"), ("米糠油项目", "status", "underConstruction")}),
    ("<J:米糠油项目>自今年3月开工以来，已完成投资的60%。", {("米糠油项目", "startDate", "2022-03"), ("米糠油项目", "status", "underConstruction")}),
    ("<J:米糠油项目>有望于年底投产。", {("米糠油项目", "endDate", "2022"), ("米糠油项目", "status", "underConstruction")}),
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
    ("去年10月签约的<J:粮食物流园项目>，由<C:甲公司>代建，计划明年6月投产，眼下已完成工程量的45%。", "underConstruction"),
    ("<J:粮食物流园项目>去年10月开工。", "underConstruction"),
    ("<J:粮食物流园项目>今年7月开工。", "started"),
    ("<B:县政府>与<C:甲公司>签署投资协议，后者将投资5亿元，建设<J:粮食物流园项目>，10月开工。", "signed"),
    ("双方签订合作协议，将共建<J:粮食物流园项目>。", "planned"),
    ("<P:李某>一行洽谈<J:粮食物流园项目>。", "planned"),
    ("签约项目名单：\n▲<C:甲公司>：<J:粮食物流园项目>，投资2亿元；", "signed"),
    ("<J:粮食物流园项目>8月28日点火。", "inOperation"),
    ("<C:甲公司>投资的<J:粮食物流园项目>，厂房主体完工，设备进场。", "underConstruction"),
    ("<J:粮食物流园项目>计划2023年3月动工，2025年建成。", "planned"),
    ("<J:粮食物流园项目>总投资5亿元。目前，主体已结顶。", "underConstruction"),
    ("<J:粮食物流园项目>总投资5亿元。\n项目由<C:甲公司>承建，已于8月底建成。", "completed"),
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


def test_year_of_a_dateline_and_of_a_name() -> None:
    _, attributes = measure(document("9月1日，<D=我县>启动<K:春季会战>。\n编辑：某某　二〇二四年九月九日", published=""), Tables())
    assert [a.value for a in attributes] == ["2024-09-01"]
    _, attributes = measure(document("9月9日，<E:2023中国（延寿）大豆节>开幕。", published=""), Tables())
    assert [a.value for a in attributes] == ["2023-09-09"]


def test_state_wished_for_is_none() -> None:
    for said in ("确保<D=全县>项目年内投产。", "不能有“开工就是完工”的想法。", "如果<J:米糠油项目>投产，就业会增加。"):
        _, attributes = measure(document(f"<P:李某>察看了<J:米糠油项目>。{said}"), Tables())
        assert attributes == []
