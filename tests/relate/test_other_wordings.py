"""The same facts in the wordings of other papers: rolls, tables, lists, interviews, journeys."""

from __future__ import annotations

import pytest

from .build import said

HOME = "长宁县"
OPENING = "9日，[Event:首届竹文化节]在[Division:长宁县]开幕。\n"
TABLE = "序号 项目名称 建设单位 建设地点 总投资（亿元） 包保领导 责任单位\n"

CASES = [
    # participants
    (
        "participatesIn",
        OPENING + "[Company:云柏机械]董事长[Person:戴小川]在发言中说，订单排满了。",
        {"戴小川 -> 首届竹文化节"},
    ),
    ("participatesIn", OPENING + "[PublicBody:长宁县委]书记[Person:裴晴]致欢迎词。", {"裴晴 -> 首届竹文化节"}),
    (
        "participatesIn",
        OPENING + "文化节由[PublicBody:长宁县政府]主办。[Person:温如海]受聘为顾问。",
        {"温如海 -> 首届竹文化节"},
    ),
    (
        "participatesIn",
        OPENING + "开幕式上，[Company:云柏机械]、[Company:竹源纸业]分别与[Company:川竹集团]签约。",
        {"云柏机械 -> 首届竹文化节", "竹源纸业 -> 首届竹文化节", "川竹集团 -> 首届竹文化节"},
    ),
    (
        "participatesIn",
        "[Division:长宁县]召开[Event:项目推进会]。\n[PublicBody:长宁县委]书记[Person:裴晴]讲话\n"
        "[PublicBody:长宁县人大常委会]主任[Person:盛夏]\n县领导[Person:简宁]、[Person:毕春生]出席",
        {"裴晴 -> 项目推进会", "盛夏 -> 项目推进会", "简宁 -> 项目推进会", "毕春生 -> 项目推进会"},
    ),
    (
        "participatesIn",
        "[Campaign:“清河”行动]由[PublicBody:长宁县水利局]牵头，[PublicBody:长宁县公安局]、[PublicBody:长宁县城管局]配合。",
        {"长宁县公安局 -> “清河”行动", "长宁县城管局 -> “清河”行动"},
    ),
    (
        "participatesIn",
        "[Division:长宁县]召开[Event:项目推进会]。[Person:裴晴]出席。\n[Event:首届竹文化节]将于下月开幕。\n[Person:简宁]作表态发言。",
        {"裴晴 -> 项目推进会", "简宁 -> 项目推进会"},
    ),
    # organisers
    (
        "organizedBy",
        OPENING + "文化节由[PublicBody:宜宾市政府]主办，[PublicBody:长宁县政府]、[Organization:长宁县竹业协会]承办。",
        {"首届竹文化节 -> 宜宾市政府", "首届竹文化节 -> 长宁县政府", "首届竹文化节 -> 长宁县竹业协会"},
    ),
    (
        "organizedBy",
        "[Division~:全县>长宁县]开展[Campaign:“清河”行动]。行动由[PublicBody:长宁县水利局]具体组织。",
        {"“清河”行动 -> 长宁县水利局"},
    ),
    # in charge
    (
        "responsibleFor",
        "1.[Project:古河水库工程]。总投资3亿元。链长：[PublicBody:长宁县委]书记[Person:裴晴]。牵头单位：[PublicBody:长宁县水利局]（局长[Person:盛夏]）。",
        {"裴晴 -> 古河水库工程", "长宁县水利局 -> 古河水库工程"},
    ),
    (
        "responsibleFor",
        "一、竹产业链\n链长：[Person:裴晴]\n（1）[Project:竹浆项目]\n领办领导：[Person:简宁]\n（2）[Project:竹板项目]",
        {"裴晴 -> 竹浆项目", "裴晴 -> 竹板项目", "简宁 -> 竹浆项目"},
    ),
    (
        "responsibleFor",
        TABLE + "1 [Project:竹浆项目] [Company:云柏机械] [Division:双河镇] 3.2 1.1[PublicBody:长宁县委]副书记 [Person:简宁] [PublicBody:长宁县经信局]",
        {"简宁 -> 竹浆项目", "长宁县经信局 -> 竹浆项目"},
    ),
    (
        "responsibleFor",
        "[Campaign:“寒潮会战”]分[Campaign:“招商”专项]、[Campaign:“开工”专项]两个专项，由[PublicBody:长宁县发改局]牵头。",
        {"长宁县发改局 -> “寒潮会战”"},
    ),
    (
        "responsibleFor",
        "[Person:裴晴]、[Person:简宁]分别包联[Project:竹浆项目]和[Project:古河水库工程]。",
        {"裴晴 -> 竹浆项目", "简宁 -> 古河水库工程"},
    ),
    (
        "responsibleFor",
        "[Project:竹浆项目]联络员为[PublicBody:长宁县经信局]副局长[Person:盛夏]。",
        {"盛夏 -> 竹浆项目"},
    ),
    (
        "responsibleFor",
        "[Project:竹浆项目]由[PublicBody:长宁县经信局]局长[Person:盛夏]任现场负责人。",
        {"盛夏 -> 竹浆项目"},
    ),
    (
        "responsibleFor",
        "[Campaign:“清河”行动]由[PublicBody:长宁县委]、[PublicBody:长宁县政府]主要领导任总指挥。",
        set(),
    ),
    (
        "responsibleFor",
        "会战分2个子行动：\n——[Campaign:“招商”行动]。[Person:裴晴]领办，[PublicBody:长宁县商务局]牵头。",
        {"裴晴 -> “招商”行动", "长宁县商务局 -> “招商”行动"},
    ),
    # builders
    (
        "undertakenBy",
        TABLE + "1 [Project:竹浆项目] [Company:云柏机械] [Division:双河镇] 3.2 1.1",
        {"竹浆项目 -> 云柏机械"},
    ),
    ("undertakenBy", "[Project:[Organization:长宁县中医院]迁建项目]开工。", set()),
    (
        "undertakenBy",
        "[PublicBody:长宁县政府]与[Company:川竹集团]签订合作协议，双方将共建[Project:竹工坊项目]。",
        {"竹工坊项目 -> 长宁县政府", "竹工坊项目 -> 川竹集团"},
    ),
    (
        "undertakenBy",
        "[Company:川竹集团]与[Division:双河镇]签约，拟投资1.2亿元建设[Project:竹工坊项目]。",
        {"竹工坊项目 -> 川竹集团"},
    ),
    (
        "undertakenBy",
        "[Company:川竹集团]董事长[Person:戴小川]当场表示，计划投资3亿元，在[Zone:长宁经开区]建设[Project:竹工坊项目]。",
        {"竹工坊项目 -> 川竹集团"},
    ),
    (
        "undertakenBy",
        "▲[PublicBody:长宁县政府]——[Company:川竹集团]：[Project:竹工坊项目]，投资3亿元；",
        {"竹工坊项目 -> 川竹集团"},
    ),
    # partners
    (
        "cooperatesWith",
        "[PublicBody:长宁县政府]与[Company:川竹集团]签订战略合作协议。",
        {"川竹集团 -> 长宁县政府"},
    ),
    (
        "cooperatesWith",
        "[Company:云柏机械]董事长[Person:戴小川]接受采访。\n答：这块是跟[Organization:川南大学]合作的。",
        {"云柏机械 -> 川南大学"},
    ),
    (
        "cooperatesWith",
        "[Organization:川南竹业研究院]揭牌。[Company:云柏机械]与研究院签订协议。",
        {"云柏机械 -> 川南竹业研究院"},
    ),
    ("cooperatesWith", "[Division:珙县]是[Division:长宁县]的东西部协作伙伴。", {"长宁县 -> 珙县"}),
    (
        "cooperatesWith",
        "考察组来到[Company:云柏机械]和[Organization:川南研究院]，[PublicBody:长宁县政府]签订协议。",
        set(),
    ),
    # engagement
    (
        "engagedWith",
        "[Person:裴晴]带队到[Division:杭州]考察，走访[Company:钱湖机电]。",
        {"裴晴 -> 钱湖机电"},
    ),
    ("engagedWith", "[Person:裴晴]到[Division:双河镇]调研，走访[Company:云柏机械]。", set()),
    ("engagedWith", "[Division:长宁县]支持企业与[Organization:川南大学]联合攻关。", set()),
    (
        "engagedWith",
        "[Person:裴晴]带队到[Division:杭州]、[Division:温州]，拜访了[Company:钱湖机电]。",
        {"裴晴 -> 钱湖机电"},
    ),
    # visits
    (
        "visited",
        "会前，[Person:裴晴]、[Person:简宁]等观摩了[Company:云柏机械]和[Facility:竹海分拣中心]。",
        {"裴晴 -> 云柏机械", "裴晴 -> 竹海分拣中心", "简宁 -> 云柏机械", "简宁 -> 竹海分拣中心"},
    ),
    (
        "visited",
        "[Person:郑一舟]到[Division:长宁县]调研，先后察看了[Facility:竹海分拣中心]，[PublicBody:长宁县委]书记[Person:裴晴]陪同。",
        {"郑一舟 -> 长宁县", "郑一舟 -> 竹海分拣中心", "裴晴 -> 竹海分拣中心"},
    ),
    (
        "visited",
        "[Person:裴晴]率队到[Division:杭州]、[Division:温州]招商。随后兵分两路：[Person:裴晴]一路赴[Division:杭州]，[Person:简宁]一路赴[Division:温州]。",
        {"裴晴 -> 杭州", "简宁 -> 温州"},
    ),
    (
        "visited",
        "[Facility:竹海隧道]顺利贯通。\n[Person:裴晴]到贯通现场看望建设者，[Person:简宁]一同前往。",
        {"裴晴 -> 竹海隧道", "简宁 -> 竹海隧道"},
    ),
    (
        "visited",
        "[Company:云柏机械]董事长[Person:戴小川]接受采访。\n答：[Person:盛夏]每个月来一趟。",
        {"盛夏 -> 云柏机械"},
    ),
    # follows and parts
    (
        "follows",
        "[Campaign:“寒潮会战”]从5日开始，是[Campaign:“金秋会战”]之后的接续行动。",
        {"“寒潮会战” -> “金秋会战”"},
    ),
    (
        "follows",
        "[Campaign:“寒潮会战”]今天打响。这是继去年[Campaign:“金秋会战”]之后又一次集中攻坚。",
        {"“寒潮会战” -> “金秋会战”"},
    ),
    (
        "follows",
        "[Campaign:“金秋会战”]27日收官。\n按照安排，[Division~:全县>长宁县]接着开展[Campaign:“寒潮会战”]。",
        {"“寒潮会战” -> “金秋会战”"},
    ),
    (
        "partOf",
        "[Campaign:“寒潮会战”]是[Campaign:“金秋会战”]之后的接续行动，分[Campaign:“招商”]、[Campaign:“开工”]两个专项。",
        {"“招商” -> “寒潮会战”", "“开工” -> “寒潮会战”"},
    ),
    (
        "partOf",
        "[Campaign:“寒潮会战”]共分2个子行动：\n——[Campaign:“招商”行动]。\n——[Campaign:“开工”行动]。",
        {"“招商”行动 -> “寒潮会战”", "“开工”行动 -> “寒潮会战”"},
    ),
    (
        "partOf",
        "[Project:川竹铁路项目]设[Facility:竹海站]、[Facility:双河站]2座车站。",
        {"竹海站 -> 川竹铁路项目", "双河站 -> 川竹铁路项目"},
    ),
    # places
    (
        "locatedIn",
        "第一站是[Division:杭州]。在[Company:钱湖机电]，[Person:裴晴]看得仔细。",
        {"钱湖机电 -> 杭州"},
    ),
    (
        "locatedIn",
        "[Project:川竹铁路项目]东起[Division:长宁县][Division:双河镇]，西至[Division:兴文县]。",
        {"川竹铁路项目 -> 双河镇", "川竹铁路项目 -> 兴文县"},
    ),
    ("locatedIn", "[Division:双河镇]出口大户[Company:云柏机械]忙着发货。", {"云柏机械 -> 双河镇"}),
    (
        "locatedIn",
        "[Project:竹浆项目]、[Project:竹板项目]列入名单，前者本月开工，后者落户[Division:双河镇]。",
        {"竹板项目 -> 双河镇", "竹浆项目 -> 长宁县"},
    ),
    # posts
    (
        "holdsPost",
        "在[Company:钱湖机电]，[Person:裴晴]向公司董事长[Person:戴小川]了解订单。",
        {"戴小川 -> 钱湖机电 公司董事长"},
    ),
    ("holdsPost", "[PublicBody:长宁海关]关长吴某、副关长[Person:盛夏]带队走访。", {"盛夏 -> 长宁海关 副关长"}),
    ("holdsPost", "[PublicBody:长宁县财政局]副局长　[Person:盛夏]", {"盛夏 -> 长宁县财政局 副局长"}),
    (
        "holdsPost",
        "这块跟[Organization:川南大学]合作，[Person:温如海]教授的团队来了7次。",
        {"温如海 -> 川南大学 教授"},
    ),
]


@pytest.mark.parametrize(("relation", "marked", "expected"), CASES)
def test_wordings(relation: str, marked: str, expected: set[str]) -> None:
    found = {row.replace("“", "").replace("”", "") for row in said(marked, relation, HOME)}
    assert found == {row.replace("“", "").replace("”", "") for row in expected}
