"""Linking: completed names, pointing words, homes, short forms; one entity a thing and file."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import ontology
from kg.link import link
from kg.model import Document
from tests.nlp.reading import article, backend


def linked(*texts: str, **fields: str) -> list[Document]:
    """The texts as articles of one file."""
    return link(list(backend().annotate(article(text, **fields) for text in texts)), ontology.load())


def names(documents: list[Document], type_: str) -> set[str]:
    """Names of the entities of a type."""
    return {e.name for e in documents[0].entities.values() if e.type == type_}


def meant(document: Document, words: str, type_: str = "") -> str:
    """The name of the entity that ``words`` stand for at their first place."""
    for mention in document.mentions:
        if document.words(mention.span) == words and mention.type == (type_ or mention.type) and mention.type != "Title":
            return document.entities[mention.entity].name
    return ""


BODIES = [
    ("延吉市召开会议。市委书记周海、市长郑林出席，市发改局汇报。", {"延吉市委", "延吉市政府", "延吉市发改局"}),
    ("张家口市委书记周海到万全区调研，万全区委书记郑林，区委副书记、区长吴月陪同。", {"张家口市委", "万全区委", "万全区政府"}),
    ("元宝山区委书记周海说，按照市委部署，全区抓项目。", {"元宝山区委", "赤峰市委"}),
    ("大兴安岭地委书记周海，地委副书记、行署专员郑林参加。", {"大兴安岭地委", "大兴安岭地区行政公署"}),
    ("陈巴尔虎旗旗委书记周海，旗委副书记、旗长郑林说。", {"陈巴尔虎旗旗委", "陈巴尔虎旗政府"}),
    ("察北管理区工委书记周海，工委副书记、管委会主任郑林到会。", {"察北管理区工委", "察北管理区管委会"}),
    ("宝清县发改局（局长周海）牵头。县公安局局长郑林、七星泡镇（镇长吴月）配合。", {"宝清县发改局", "宝清县公安局", "七星泡镇政府"}),
    ("和龙市委常委、组织部部长周海，宣传部部长郑林，纪委书记吴月到会。", {"和龙市委", "和龙市委组织部", "和龙市委宣传部", "和龙市纪委"}),
    ("西藏自治区党委常委、拉萨市委书记周海，自治区政府副主席郑林出席。", {"西藏自治区党委", "拉萨市委", "西藏自治区政府"}),
    ("第八师石河子市召开会议，师市党委书记周海讲话，师市发改委汇报。", {"第八师石河子市党委", "第八师石河子市发改委"}),
]


@pytest.mark.parametrize(("text", "expected"), BODIES)
def test_bodies_get_the_name_of_their_place(text: str, expected: set[str]) -> None:
    assert names(linked(text), "PublicBody") == expected


def test_two_homes_on_one_page() -> None:
    first, second = linked(
        "聊城市副市长周海带队到辽宁省沈阳、丹东两市考察，介绍我市情况，莘县有关负责人随行。",
        "丹东市副市长郑林说，我市港口、口岸俱全，丹东草莓有名，市商务局愿意牵线。",
    )
    assert meant(first, "我市") == "聊城市"
    assert meant(second, "我市") == "丹东市"
    assert meant(second, "市商务局") == "丹东市商务局"


def test_a_division_known_from_its_organ_only() -> None:
    documents = linked("绥芬河市委落实省委、牡丹江市委要求。")
    assert names(documents, "Division") == {"绥芬河市", "牡丹江市", "黑龙江省"}
    assert meant(documents[0], "省") == "黑龙江省"


def test_pointing_words_name_no_new_place() -> None:
    documents = linked("元宝山区今年签约项目个数居全市第二位、全省前列。")
    assert names(documents, "Division") == {"元宝山区"}
    assert documents[0].home == "division/150403"


def test_long_and_short_forms_are_one_zone() -> None:
    documents = linked("库尔勒经济技术开发区扩区。库尔勒经开区党工委书记周海到经开区企业走访。")
    assert names(documents, "Zone") == {"库尔勒经济技术开发区"}
    assert names(documents, "PublicBody") == {"库尔勒经开区党工委"}


def test_ports_of_one_place() -> None:
    documents = linked("满洲里口岸货运量增长。公路口岸、铁路口岸同步提效。")
    assert names(documents, "Zone") == {"满洲里口岸", "满洲里公路口岸", "满洲里铁路口岸"}


def test_later_words_for_a_person() -> None:
    documents = linked("冶金车间主任周洪涛说，班列多了。周主任干了26年。总工程师郑文博领着团队。文博说，不急。")
    assert names(documents, "Person") == {"周洪涛", "郑文博"}
    assert meant(documents[0], "周主任") == "周洪涛"
    assert meant(documents[0], "文博") == "郑文博"


def test_short_forms_of_companies_and_campaigns() -> None:
    documents = linked("新疆蓝湾新材料有限公司投产。蓝湾新材料董事长说，第三次项目建设“百日攻坚”行动帮了忙，“百日攻坚”要继续。")
    assert names(documents, "Company") == {"新疆蓝湾新材料有限公司"}
    assert len(names(documents, "Campaign")) == 1


def test_areas_and_keys() -> None:
    document = linked("珲春市敬信镇防川村党支部书记周海说，市财政局帮助很大。")[0]
    body = next(e for e in document.entities.values() if e.name == "珲春市财政局")
    branch = next(e for e in document.entities.values() if e.name == "防川村党支部")
    assert body.area == "division/222404"
    assert document.entities[branch.area].name == "防川村"
    assert branch.area.startswith("division/222404") and branch.area.endswith("/防川村")


def test_committee_of_former_days_has_the_place_named_before_its_first_term() -> None:
    document = linked("珲春市编写地方志。志书记下珲春第一任县委书记周海和第三任县委书记冯立夏的事迹。")[0]
    body = next(e for e in document.entities.values() if e.name == "珲春县委")
    assert document.entities[body.area].name == "珲春市"


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(alphabet="延吉丹东市区县委书记长周海说，我全该。、经开区管委会公司项目“会战”行动口岸村党支部\n", max_size=80), max_size=3))
def test_every_mention_has_an_entity_of_its_file(texts: list[str]) -> None:
    documents = linked(*texts)
    for document, text in zip(documents, texts, strict=True):
        assert document.text == text
        for mention in document.mentions:
            assert mention.type == "Title" or document.entities[mention.entity].type == mention.type
        assert document.home == "" or document.home in document.entities
    for entity in documents[0].entities.values() if documents else ():
        assert entity.name and entity.name not in entity.aliases
        assert entity.key.startswith(entity.type.lower() + "/")
    assert linked(*texts) == documents


def test_articles_of_an_archive_are_linked_apart() -> None:
    articles = [
        replace(article("丹东市委书记周海说，我市口岸俱全。"), source="archive.jsonl:1"),
        replace(article("聊城市委书记周海说，我市蔬菜有名。市委要求抓好落实。"), source="archive.jsonl:2"),
    ]
    documents = link(list(backend().annotate(articles)), ontology.load())
    assert names(documents, "PublicBody") == {"丹东市委", "聊城市委"}
    assert len({e.key for e in documents[0].entities.values() if e.type == "Person"}) == 2
    assert documents[0].entities == documents[1].entities
