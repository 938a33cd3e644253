"""What a number takes from the lines around it: lists, tables, headlines, direct speech, interviews."""

from __future__ import annotations

from kg.measure import measure
from tests.measure.build import Tables, document


def _told(marked: str, title: str = "", home: str = "延寿县") -> list[str]:
    observations, _ = measure(document(marked, title=title, home=home), Tables())
    return [f"{o.subject.split('/')[-1]} {o.indicator} {o.value}{o.unit} {o.modality}" for o in observations]


def test_a_list_keeps_its_head() -> None:
    marked = "按照方案，<K:“金秋引商”行动>主要目标有三项：\n签约项目30个，引资额80亿元；\n走访企业71户；\n办结率达到95%。"
    assert _told(marked) == [
        "“金秋引商”行动 签约项目 30个 target",
        "“金秋引商”行动 引资额 80亿元 target",
        "“金秋引商”行动 走访企业 71户 target",
        "“金秋引商”行动 办结率 95% target",
    ]


def test_entries_of_a_duty_list() -> None:
    marked = "1．<J:生物质电站项目>。总投资4.2亿元，年度计划投资1.8亿元。责任单位：<B:县发改局>。\n2．<J:冷库项目>。总投资2亿元。"
    assert _told(marked) == ["生物质电站项目 总投资 4.2亿元 actual", "生物质电站项目 年度计划投资 1.8亿元 planned", "冷库项目 总投资 2亿元 actual"]


def test_a_table_with_units_in_its_head() -> None:
    marked = (
        "序号 项目名称 总投资（亿元） 2023年计划投资（亿元） 责任单位\n"
        "1 <J:生物质电站项目> 4.2 1.8 <B:县发改局>\n2 <J:冷库项目> 2 0.5 <B:县商务局>\n会议于9月结束。"
    )
    observations, _ = measure(document(marked), Tables())
    assert [(o.subject, str(o.value), o.indicator, o.modality, o.period) for o in observations] == [
        ("project/生物质电站项目", "4.2", "总投资", "actual", ""),
        ("project/生物质电站项目", "1.8", "计划投资", "planned", "2023"),
        ("project/冷库项目", "2", "总投资", "actual", ""),
        ("project/冷库项目", "0.5", "计划投资", "planned", "2023"),
    ]


def test_a_headline_repeats() -> None:
    assert _told("<D=全县>新签约项目36个。", title="延寿新签约项目36个 引资超百亿元") == ["延寿县 新签约项目 36个 actual"]


def test_direct_speech_is_about_the_speakers_house() -> None:
    assert _told("“去年销售额2亿元。”<C:金谷米业>总经理<P:李大志>说。") == ["金谷米业 销售额 2亿元 actual"]


def test_a_unknown_project_gets_nobody_elses_figures() -> None:
    assert _told("<D:延寿县>发展很快。据了解，该项目总投资3亿元，占地200亩。") == []


def test_rows_by_subject() -> None:
    assert _told("<D:六团镇>、<D:加信镇>分别认领任务9个、7个，引资额分别为26亿元、18亿元。") == [
        "六团镇 认领任务 9个 target",
        "加信镇 认领任务 7个 target",
        "六团镇 引资额 26亿元 target",
        "加信镇 引资额 18亿元 target",
    ]


def test_evidence_reaches_what_the_figure_needs() -> None:
    observations, _ = measure(document("<D=全县>完成投资48亿元，同比增长11.8%；新开工项目5个。"), Tables())
    assert [o.evidence[0].quote for o in observations] == ["全县完成投资48亿元", "全县完成投资48亿元，同比增长11.8%", "新开工项目5个"]
    assert [o.comparison for o in observations] == ["", "同比", ""]
