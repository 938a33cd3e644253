"""Posts: titles in a row, inherited organs, brackets, titles behind the name."""

from __future__ import annotations

import pytest

from .build import said

CASES = [
    ("[PublicBody:宜宾市委]书记[Person:冯立夏]主持会议。", {"冯立夏 -> 宜宾市委 书记"}),
    (
        "[PublicBody:宜宾市委]书记[Person:冯立夏]，[PublicBody:市委>宜宾市委]副书记、[PublicBody+:市长>宜宾市政府][Person:邱安远]出席。",
        {"冯立夏 -> 宜宾市委 书记", "邱安远 -> 宜宾市委 副书记", "邱安远 -> 宜宾市政府 市长"},
    ),
    (
        "[PublicBody:州委>凉山州委]常委、[PublicBody:西昌市委]书记[Person:沙马依古]到会。",
        {"沙马依古 -> 凉山州委 常委", "沙马依古 -> 西昌市委 书记"},
    ),
    (
        "[PublicBody:区发改委>翠屏区发改委]党组书记、主任兼[PublicBody:区重点项目服务中心>翠屏区重点项目服务中心]主任[Person:鲁致远]通报情况。",
        {
            "鲁致远 -> 翠屏区发改委 党组书记",
            "鲁致远 -> 翠屏区发改委 主任",
            "鲁致远 -> 翠屏区重点项目服务中心 主任",
        },
    ),
    (
        "[Company:四川云柏机械有限公司]董事长兼总经理[Person:戴小川]说。",
        {"戴小川 -> 四川云柏机械有限公司 董事长", "戴小川 -> 四川云柏机械有限公司 总经理"},
    ),
    ("责任单位：[PublicBody:县住建局>长宁县住建局]（局长[Person:宋知秋]）。", {"宋知秋 -> 长宁县住建局 局长"}),
    (
        "[PublicBody:县委>长宁县委]副书记、[PublicBody+:常务副县长>长宁县政府]（挂职）[Person:顾北辰]参加。",
        {"顾北辰 -> 长宁县委 副书记", "顾北辰 -> 长宁县政府 常务副县长"},
    ),
    ("[Person:郝云飞]任[PublicBody:长宁县财政局]局长。", {"郝云飞 -> 长宁县财政局 局长"}),
    ("会议决定任命[Person:郝云飞]为[PublicBody:长宁县财政局]局长。", {"郝云飞 -> 长宁县财政局 局长"}),
    ("[Person:郝云飞]当选为[Organization:长宁县工商联]主席。", {"郝云飞 -> 长宁县工商联 主席"}),
    ("[Person:钟立秋]，[Company:云柏机械]总经理，扎根竹乡二十年。", {"钟立秋 -> 云柏机械 总经理"}),
    ("[Person:钟立秋]（[Company:云柏机械]技术总监）介绍。", {"钟立秋 -> 云柏机械 技术总监"}),
    (
        "[PublicBody+:副市长>宜宾市政府][Person:甘露]、[Person:简宁]参加。",
        {"甘露 -> 宜宾市政府 副市长", "简宁 -> 宜宾市政府 副市长"},
    ),
    ("[PublicBody+:市长>宜宾市政府][Person:甘露]、[Person:简宁]参加。", {"甘露 -> 宜宾市政府 市长"}),
    ("市领导[Person:甘露]、[Person:简宁]参加。", set()),
    (
        "[PublicBody:市人大常委会>宜宾市人大常委会]主任[Person:褚衡]，[PublicBody:市政协>宜宾市政协]主席[Person:卫岚]列席。",
        {"褚衡 -> 宜宾市人大常委会 主任", "卫岚 -> 宜宾市政协 主席"},
    ),
    ("[Company:云柏机械]年产值过亿元，公司董事长[Person:戴小川]说。", {"戴小川 -> 云柏机械 公司董事长"}),
    (
        "[Company:云柏机械]的车间里机器轰鸣。“订单排到了年底。”生产部经理[Person:毕春生]说。",
        {"毕春生 -> 云柏机械 生产部经理"},
    ),
    ("[PublicBody:竹海镇党委]书记[Person:邹静]告诉记者。", {"邹静 -> 竹海镇党委 书记"}),
    (
        "[PublicBody:永江村党支部]书记、[PublicBody:村委会>永江村村委会]主任[Person:黎大山]算了一笔账。",
        {"黎大山 -> 永江村党支部 书记", "黎大山 -> 永江村村委会 主任"},
    ),
    ("[Organization:四川轻化工大学]教授[Person:温如海]表示。", {"温如海 -> 四川轻化工大学 教授"}),
    ("[Organization:县人民医院>长宁县人民医院]院长[Person:温如海]表示。", {"温如海 -> 长宁县人民医院 院长"}),
    ("[Zone:临港经开区]企业服务局局长[Person:华清]表示。", {"华清 -> 临港经开区 企业服务局局长"}),
    (
        "[PublicBody:临港经开区党工委]副书记、[PublicBody:管委会>临港经开区管委会]主任[Person:华清]表示。",
        {"华清 -> 临港经开区党工委 副书记", "华清 -> 临港经开区管委会 主任"},
    ),
    (
        "[PublicBody:省委>四川省委]常委、[PublicBody:宜宾市委]书记[Person:冯立夏]与[Company:云柏机械]董事长[Person:戴小川]举行会谈。",
        {"冯立夏 -> 四川省委 常委", "冯立夏 -> 宜宾市委 书记", "戴小川 -> 云柏机械 董事长"},
    ),
    (
        "[PublicBody:县公安局>长宁县公安局]党委副书记、政委[Person:简宁]带队。",
        {"简宁 -> 长宁县公安局 党委副书记", "简宁 -> 长宁县公安局 政委"},
    ),
    ("全国人大代表、[Company:云柏机械]焊工[Person:毕春生]说。", {"毕春生 -> 云柏机械 焊工"}),
    (
        "[Person:郝云飞]现任[PublicBody:长宁县委]常委、[PublicBody:统战部>长宁县委统战部]部长。",
        {"郝云飞 -> 长宁县委 常委", "郝云飞 -> 长宁县委统战部 部长"},
    ),
    ("[PublicBody:县法院>长宁县人民法院]院长、[PublicBody:县检察院>长宁县人民检察院]检察长参加会议。", set()),
    ("[Person:郝云飞]走访[PublicBody:长宁县财政局]。", set()),
    ("[Company:云柏机械]董事长陪同[Person:郝云飞]参观。", set()),
    ("[PublicBody:县委>长宁县委]办公室主任[Person:裴晴]参加。", {"裴晴 -> 长宁县委 办公室主任"}),
    ("[Organization:宜宾日报社]记者[Person:裴晴]参加座谈。", {"裴晴 -> 宜宾日报社 记者"}),
    (
        "[PublicBody:县委>长宁县委]书记[Person:裴晴]出席会议，[PublicBody:县委>长宁县委]副书记、代[PublicBody+:县长>长宁县政府][Person:盛夏]主持。",
        {"裴晴 -> 长宁县委 书记", "盛夏 -> 长宁县委 副书记", "盛夏 -> 长宁县政府 县长"},
    ),
    (
        "[Company:国网宜宾供电公司]党委委员、副总经理[Person:甘露]一行到场。",
        {"甘露 -> 国网宜宾供电公司 党委委员", "甘露 -> 国网宜宾供电公司 副总经理"},
    ),
    ("[Division:俄罗斯]驻华大使馆商务参赞[Person:伊戈尔·彼得连科]致辞。", set()),
    (
        "[PublicBody:市委>宜宾市委]副书记[Person:甘露]，[PublicBody:市委>宜宾市委]常委、秘书长[Person:简宁]，[PublicBody+:副市长>宜宾市政府]、[PublicBody:市公安局>宜宾市公安局]局长[Person:褚衡]参加。",
        {
            "甘露 -> 宜宾市委 副书记",
            "简宁 -> 宜宾市委 常委",
            "简宁 -> 宜宾市委 秘书长",
            "褚衡 -> 宜宾市政府 副市长",
            "褚衡 -> 宜宾市公安局 局长",
        },
    ),
    (
        "[Person:卫岚]同志任[PublicBody:长宁县委]委员、常委、书记。",
        {"卫岚 -> 长宁县委 委员", "卫岚 -> 长宁县委 常委", "卫岚 -> 长宁县委 书记"},
    ),
    ("作为[Company:云柏机械]董事长，[Person:戴小川]深有体会。", {"戴小川 -> 云柏机械 董事长"}),
    (
        "[Person:裴晴]，女，汉族，1975年3月生，曾任[PublicBody:兴文县委]副书记，现任[PublicBody:长宁县委]书记。",
        {"裴晴 -> 长宁县委 书记"},
    ),
    (
        "会议决定任命韦某为[PublicBody+:副市长>宜宾市政府]，[PublicBody:市委>宜宾市委]书记[Person:冯立夏]出席。",
        {"冯立夏 -> 宜宾市委 书记"},
    ),
    (
        "[PublicBody:地委>喀什地委]副书记、行署[PublicBody+:专员>喀什地区行署][Person:艾山江]主持。",
        {"艾山江 -> 喀什地委 副书记", "艾山江 -> 喀什地区行署 专员"},
    ),
    ("[Company:云柏机械]与[Organization:四川轻化工大学]合作，港桥管委会主任[Person:简宁]介绍。", set()),
    (
        "[Organization:成渝科学中心能源研究院]成立，能源研究院院长[Person:温如海]出席。",
        {"温如海 -> 成渝科学中心能源研究院 能源研究院院长"},
    ),
    ("[PublicBody:县政府>长宁县政府]派人拜会了俄方农业部副部长[Person:谢尔盖]。", set()),
    ("[Company:云柏机械]总酿造师[Person:戴小川]说。", {"戴小川 -> 云柏机械 总酿造师"}),
    (
        "[PublicBody:永江村党支部][Division:永江村]驻村第一书记[Person:顾北辰]说。",
        {"顾北辰 -> 永江村党支部 永江村驻村第一书记"},
    ),
]


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_posts(marked: str, expected: set[str]) -> None:
    assert said(marked, "holdsPost", "长宁县") == expected


def test_removal_and_plans_are_no_posts() -> None:
    marked = "会议免去[Person:郝云飞]的[PublicBody:长宁县财政局]局长职务。"
    assert said(marked, "holdsPost") == set()
    assert said(marked, "holdsPost", modality="denied") == {"郝云飞 -> 长宁县财政局 局长"}
    planned = "[Person:郝云飞]拟任[PublicBody:长宁县财政局]局长。"
    assert said(planned, "holdsPost") == set()
    assert said(planned, "holdsPost", modality="planned") == {"郝云飞 -> 长宁县财政局 局长"}
