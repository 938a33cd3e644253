"""Whole pages: their articles, headlines, dates; every name in them is invented."""

from __future__ import annotations

import pytest

from kg.clean import clean
from kg.model import Article, Rejected

FIRST = "北湾区召开招商大会，签约项目12个，总投资36亿元，签约企业代表发言，全区各单位参加了大会。"
SECOND = "石桥镇大棚蔬菜喜获丰收，年产值达到2600万元，种植户王桂芝说今年收入翻了一番，干劲更足了。"


def articles(text: str, title: str = "", published: str = "") -> list[Article]:
    found = clean(Article("", "甲", title, text, "甲.txt", published=published))
    assert all(isinstance(item, Article) for item in found)
    return found  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("page", "titles"),
    [
        (f"招商大会\n本报讯（记者 秦朗）{FIRST}\n蔬菜丰收\n本报讯（记者 米粟）{SECOND}", ["招商大会", "蔬菜丰收"]),
        (f"招商大会\n本报讯（记者 秦朗）{FIRST}\n又讯（记者 米粟）{SECOND}", ["招商大会", ""]),
        (f"# 招商大会\n\n{FIRST}\n\n# 蔬菜丰收\n\n{SECOND}", ["招商大会", "蔬菜丰收"]),
        (f"## 招商大会\n\n□文/摄 秦朗\n\n{FIRST}\n\n## 蔬菜丰收\n\n□文/摄 米粟\n\n{SECOND}", ["招商大会", "蔬菜丰收"]),
        (f"# 招商大会\n\n{FIRST}\n\n## 真金白银\n\n{SECOND}", ["招商大会"]),
        (f"北湾区：\n招商大会开出好彩头\n——12个项目落地\n本报记者 秦朗\n{FIRST}", ["北湾区：招商大会开出好彩头——12个项目落地"]),
        (f"引题在上\n主题在下\n{FIRST}", ["引题在上 主题在下"]),
        (f"{FIRST}\n{SECOND}", [""]),
        (f"招商大会开得好！\n{FIRST}", ["招商大会开得好！"]),
    ],
)
def test_a_page_is_split_and_titled(page: str, titles: list[str]) -> None:
    assert [article.title for article in articles(page)] == titles


@pytest.mark.parametrize("again", ["招商大会 开出好彩头", "# 招商大会开出“好彩头”", "开出好彩头"])
def test_a_title_that_the_text_repeats_is_there_once(again: str) -> None:
    (article,) = articles(f"{again}\n{FIRST}", title="招商大会开出“好彩头”")
    assert article.text == f"招商大会开出“好彩头”\n{FIRST}"


@pytest.mark.parametrize(
    "top",
    [
        "东岭县人民政府\n今天是：2022年4月9日 星期六\n首页 | 新闻 | 政务 | 互动",
        "东岭网 www.dongling.example\n首页 > 新闻 > 要闻 > 正文",
        "您现在的位置：首页 >> 新闻",
        "无障碍浏览 | 长者模式 | 繁体版",
    ],
)
def test_the_top_of_a_site_is_no_headline(top: str) -> None:
    (article,) = articles(
        f"{top}\n招商大会开出好彩头\n发布时间：2022-04-08 16:42 来源：北湾发布 【字号：大 中 小】\n{FIRST}\n分享到：微信 微博\n上一篇：春风行动"
    )
    assert (article.title, article.text) == ("招商大会开出好彩头", f"招商大会开出好彩头\n{FIRST}")


def test_a_table_is_text() -> None:
    (article,) = articles(f"招商大会\n{FIRST}\n项目 | 投资 | 单位\n甲 | 3亿元 | 县发改局\n{SECOND}\n乙 | 4亿元 | 县商务局")
    assert article.text.split("\n")[2:] == ["项目 | 投资 | 单位", "甲 | 3亿元 | 县发改局", SECOND, "乙 | 4亿元 | 县商务局"]


def test_a_section_set_behind_a_sidebar_goes_back_to_its_article() -> None:
    page = (
        f"# 打响“春季攻势”\n\n□文/摄 秦朗\n\n{FIRST}\n\n## 他们守在一线\n\n□文/摄 米粟\n\n{SECOND}\n\n"
        f"## 靶向发力\n\n“春季攻势”以来，全区新开工项目8个。\n\n## 厨艺比武\n\n选手20人参加了厨艺比武。\n"
    )
    first, sidebar, other = articles(page)
    assert first.text.split("\n") == ["打响“春季攻势”", FIRST, "靶向发力", "“春季攻势”以来，全区新开工项目8个。"]
    assert (sidebar.title, other.title) == ("他们守在一线", "厨艺比武")


def test_a_given_title_keeps_the_headings_of_the_text() -> None:
    (article,) = articles(f"北政发〔2023〕9号\n{FIRST}", title="招商方案")
    assert article.text.split("\n") == ["招商方案", "北政发〔2023〕9号", FIRST]


def narrow(text: str, columns: int = 18) -> list[str]:
    return [text[start : start + columns] for start in range(0, len(text), columns)]


def test_headlines_behind_a_wrapped_page_find_their_articles() -> None:
    lines = [*narrow("\u3000\u3000本报讯 " + FIRST), "（记者 秦朗）", *narrow("\u3000\u3000本报讯 " + SECOND), "（米粟 乌云塔娜）"]
    tail = ["", "签约项目12个", "北湾区招商大会有收获", "石桥镇大棚蔬菜喜丰收"]
    first, second = articles("\n\n".join(lines + tail))
    assert (first.title, first.text[first.body :]) == ("签约项目12个 北湾区招商大会有收获", FIRST)
    assert (second.title, second.text[second.body :]) == ("石桥镇大棚蔬菜喜丰收", SECOND)
    assert (first.authors, second.authors) == (("秦朗",), ("米粟", "乌云塔娜"))


def test_two_headlines_behind_one_run_of_text_cut_it() -> None:
    more = "大棚技术员每周到石桥镇指导蔬菜种植，镇里还建了冷库，收购商开车到大棚门口收蔬菜。"
    again = "招商大会现场，签约企业与北湾区相关单位当面对接，招商专员全程服务，一天办完手续。"
    lines = [line for text in (FIRST, again, SECOND, more) for line in narrow("　　" + text)]
    found = articles("\n".join([*lines, "", "北湾区招商大会签约忙", "石桥镇大棚蔬菜进市场"]))
    assert [(article.title, article.text[article.body :].split("\n")) for article in found] == [
        ("北湾区招商大会签约忙", [FIRST, again]),
        ("石桥镇大棚蔬菜进市场", [SECOND, more]),
    ]


def test_wrapped_lines_join_whatever_the_spacing() -> None:
    lines = narrow("　　" + FIRST) + narrow("　　" + SECOND)
    for between in ("\n", "\n\n", "\n\n\n"):
        assert articles(between.join(lines))[0].text == f"{FIRST}\n{SECOND}"


@pytest.mark.parametrize(
    ("text", "published", "why"),
    [
        (f"本报北湾12月17日讯（记者 秦朗）{FIRST}截至2022年11月底，到位资金8亿元。", "2022-12-17", "dateline 12月17日, its year from 2022年11月 in the text"),
        (f"本报北湾1月7日讯（记者 秦朗）{FIRST}2022年12月20日，项目开工。", "2023-01-07", "dateline 1月7日, its year from 2022年12月20日 in the text"),
        (f"本报北湾12月17日讯（记者 秦朗）{FIRST}", "", ""),
        (f"本报北湾2022年12月17日讯（记者 秦朗）{FIRST}", "2022-12-17", "dateline"),
        (f"9月26日，2022年全区招商大会召开。{FIRST}", "2022-09", "text (9月26日, 2022年)"),
        (f"2021年12月28日，{FIRST}", "", ""),
        (f"2020年以来，{FIRST}", "", ""),
        (f"发布时间：2022-04-08 16:42 来源：北湾发布\n{FIRST}", "2022-04-08", "page"),
    ],
)
def test_dates_are_told_or_left_open(text: str, published: str, why: str) -> None:
    (article,) = articles(text)
    assert (article.published, article.published_from) == (published, why)


def test_front_matter_wins() -> None:
    (article,) = articles(f"发布时间：2022-04-08 来源：北湾发布\n{FIRST}", published="2022-04-07")
    assert article.published == "2022-04-07"


def test_nothing_but_furniture_is_refused() -> None:
    (item,) = clean(Article("", "甲", "", "首页 | 新闻 | 专题\n版权所有：北湾区政府", "甲.txt"))
    assert isinstance(item, Rejected)
    assert item.reason == "no article text is left once navigation and bylines are taken away; check that the page holds an article"


@pytest.mark.parametrize(
    ("text", "flag"),
    [("区领导李某、王*出席大会。", "masked"), ("签约项目  个，投资 .7亿元。", "gaps"), ("锟斤拷锟斤拷大会。", "mojibake"), ("口岸进囗增长。", "recognised")],
)
def test_what_is_doubtful_is_flagged(text: str, flag: str) -> None:
    assert articles(text)[0].flags == (flag,)


def test_id_is_of_the_text_alone() -> None:
    one, two = articles(FIRST)[0], clean(Article("", "乙", "", FIRST, "乙.txt", publisher="报"))[0]
    assert isinstance(two, Article) and one.id == two.id != articles(SECOND)[0].id
