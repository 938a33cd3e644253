"""The page in a real browser: search, click, filter, evidence, keyboard, languages, permalink, hostile text, size."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kg.store import Graph
from tests.pictures import large, poisoned, sample

ENTER, DOWN, ESCAPE = "\ue007", "\ue015", "\ue00c"
PROJECT = "云岫生物医药产业园一期项目"
READY_SECONDS = 10
"""For 2,000 nodes without a graphics card on a busy machine; a calm one needs one or two."""


@pytest.fixture(scope="module")
def page(write: Callable[[Graph], Path]) -> Path:
    return write(sample())


@pytest.fixture
def opened(browser: Any, page: Path) -> Any:
    browser.open(page)
    return browser


def search(browser: Any, text: str) -> list[str]:
    box = browser.one("#search")
    box.clear()
    box.send_keys(text)
    return [item.text for item in browser.all("#hits [role=option] .name")]


def test_it_opens_from_a_file_in_silence(opened: Any) -> None:
    time.sleep(0.3)
    assert opened.log() == ([], [])
    assert opened.driver.title == "区域知识图谱"
    assert opened.run("return kg.picture.body.nodeIndices.length") == 5


@pytest.mark.parametrize(
    "text, found",
    [
        ("云岫生物", PROJECT),
        ("linruoxi", "林若溪"),
        ("lrx", "林若溪"),
        ("linrx", "林若溪"),
        ("LRX", "林若溪"),
        ("云杉药业", "青岭云杉药业有限公司"),
        ("ysyy", "青岭云杉药业有限公司"),
        ("yunxiu", "云岫县"),
        ("zhonggong", "云岫县委"),
    ],
)
def test_search_by_characters_pinyin_initials_and_aliases(opened: Any, text: str, found: str) -> None:
    assert found in search(opened, text)


def test_search_that_finds_nothing_says_so(opened: Any) -> None:
    assert search(opened, "不存在的名字") == []
    assert opened.text("#hits .none") == "没有找到"


def test_the_keyboard_searches_and_chooses(opened: Any) -> None:
    opened.one("body").send_keys("/")
    assert opened.run("return document.activeElement.id") == "search"
    opened.one("#search").send_keys("yunxiu", DOWN)
    assert opened.text("#hits [aria-selected=true] .name") == search_rank(opened, 1)
    opened.one("#search").send_keys(ENTER)
    assert opened.text("#panel h2") == opened.run("return kg.data.entities[kg.state.node].names[0]")
    opened.one("body").send_keys(ESCAPE)
    assert not opened.one("#panel").is_displayed()


def search_rank(browser: Any, rank: int) -> str:
    return str(browser.run("return kg.data.entities[kg.find('yunxiu')[arguments[0]].node].names[0]", rank))


def test_a_click_on_a_line_shows_the_words_that_say_so(opened: Any) -> None:
    opened.click_edge("membership/m1")
    opened.until("return !kg.byId('panel').hidden")
    assert opened.text("#panel mark") == "县委书记林若溪"
    assert opened.text("#panel blockquote") == "县委书记林若溪到现场调研。"
    caption = opened.text("#panel figcaption")
    assert "云岫县生物医药产业园加快建设" in caption and "青岭日报 · 2022-01-04" in caption
    facts = opened.text("#panel .facts")
    assert "已述事实" in facts and "95%" in facts


def test_a_click_on_an_entity_shows_figures_attributes_and_relations(opened: Any) -> None:
    opened.click_entity(PROJECT)
    opened.until("return !kg.byId('panel').hidden")
    assert opened.text("#panel h2") == PROJECT
    rows = [[cell.text for cell in row.find_elements("css selector", "td")] for row in opened.all("#panel tbody tr:first-child")]
    assert [row[:4] for row in rows] == [
        ["产值\n已完成 61% · 2022-H1", "30亿元", "目标", "2022"],
        ["产值", "12%\n同比", "实际", "2022-H1"],
        ["产值", "超18.3亿元", "实际", "2022-H1"],
    ]
    assert "建设中" in opened.text("#panel .rows")
    opened.all("#panel tbody .proof")[2].click()
    assert opened.text("#panel .proofs mark") == "上半年已完成18.3亿元"
    names = [item.text for item in opened.all("#panel .group .entity .name")]
    assert sorted(names) == ["云岫县", "青岭云杉药业有限公司", "青岭云杉药业有限公司"]


def test_filters_change_the_counts_and_the_picture(opened: Any) -> None:
    before = opened.text("#status")
    opened.one("input[data-facet=type][data-value=Project]").click()
    assert opened.text("#status") != before
    assert opened.text("#status").startswith("显示 4 / 6 个实体，1 / 4 条关系")
    counts = {
        row.find_element("css selector", "input").get_attribute("data-value"): row.find_element("css selector", ".count").text
        for row in opened.all("#facet-relation li")
    }
    assert counts == {"holdsPost": "1", "locatedIn": "0", "participatesIn": "0", "undertakenBy": "0"}
    opened.one("#reset").click()
    opened.one("input[data-facet=relation][data-value=holdsPost]").click()
    assert opened.run("return [kg.nodeSet.length, kg.edgeSet.length]") == [5, 3]
    opened.one("#lonely").click()
    assert opened.run("return [kg.nodeSet.length, kg.edgeSet.length]") == [3, 3]


def test_what_is_planned_can_be_left_out(opened: Any) -> None:
    opened.one("input[data-facet=modality][data-value=planned]").click()
    assert opened.run("return kg.edgeSet.map(e => kg.data.statements[e.id].modality).includes('planned')") is False


def test_both_languages_and_both_themes(opened: Any) -> None:
    opened.one("#language").click()
    assert opened.driver.title == "Regional knowledge graph"
    assert "entities" in opened.text("#status") and opened.text("#facet-type h2 span") == "Entity types"
    missing = opened.run(
        "return Object.keys(kg.words.zh).filter(key => !(key in kg.words.en)).concat(Object.keys(kg.words.en).filter(key => !(key in kg.words.zh)))"
    )
    assert missing == []
    ground = opened.run("return getComputedStyle(document.body).backgroundColor")
    opened.one("#theme").click()
    assert opened.run("return getComputedStyle(document.body).backgroundColor") != ground


def test_the_address_holds_the_view(opened: Any, page: Path) -> None:
    opened.one("input[data-facet=relation][data-value=locatedIn]").click()
    opened.run("kg.select({ node: kg.nodeOf.get('person/林若溪@990100') }, { zoom: true })")
    opened.until("return location.hash.includes('node=')")
    time.sleep(0.8)
    fragment = opened.run("return location.hash")
    state = "return [kg.state.node, [...kg.state.off.relation], kg.nodeSet.length, kg.edgeSet.length, kg.picture.getScale().toFixed(2)]"
    told = opened.run(state)
    opened.open(page, fragment)
    assert opened.run(state) == told


def test_an_address_of_another_edition_does_no_harm(browser: Any, page: Path) -> None:
    browser.open(page, "#node=company/gone&edge=statement/gone&add=x&no-type=Nothing&at=a,b,c&alone=%00")
    assert browser.log() == ([], [])
    assert browser.run("return kg.nodeSet.length") == 5


def test_one_entity_alone_with_its_relations(opened: Any) -> None:
    opened.run("kg.change({ alone: kg.nodeOf.get('person/林若溪@990100') }, { fit: true })")
    assert opened.run("return kg.nodeSet.length") == 2
    opened.one("#all").click()
    assert opened.run("return kg.nodeSet.length") == 5


def test_all_and_the_list_for_readers_who_do_not_see_the_canvas(opened: Any) -> None:
    opened.one("#all").click()
    opened.one("#tab-list").click()
    assert len(opened.all("#list .entity")) == 6
    next(button for button in opened.all("#list .entity") if "林若溪" in button.text).click()
    assert opened.text("#panel h2") == "林若溪"


def test_what_was_dragged_stays_where_it_was_put(opened: Any) -> None:
    place = opened.run("kg.dragged.set(0, { x: 333, y: -222 }); kg.change({}); return kg.picture.getPosition(0)")
    assert place == {"x": 333, "y": -222}
    opened.run("kg.select({ node: 1 }, { zoom: true })")
    assert opened.run("return kg.picture.getPosition(0)") == place
    opened.one("body").send_keys("a")
    assert opened.run("return kg.picture.getPosition(0)") != place


def test_help_opens_and_closes(opened: Any) -> None:
    opened.one("#help").click()
    assert opened.one("#help-box").is_displayed()
    opened.one("#help-box .action").click()
    assert not opened.one("#help-box").is_displayed()


CANARY = '<img src=x onerror="window.hit=1"><script>window.hit=1</script><svg onload=window.hit=1>href javascript:window.hit=1 '


def test_hostile_text_stays_text_everywhere(browser: Any, write: Callable[[Graph], Path]) -> None:
    browser.open(write(poisoned(CANARY)))
    tour = """
        for (const lang of ["zh", "en"]) {
          kg.change({ lang });
          for (const node of kg.data.nodes.keys()) { kg.select({ node }, { zoom: true, expand: true }); document.querySelectorAll("#panel .proof, #panel .copy").forEach(b => b.click()); kg.tip(kg.nodeText(node), { x: 9, y: 9 }); }
          for (const edge of kg.data.edges.keys()) { kg.select({ edge }); kg.tip(kg.edgeText(edge), { x: 9, y: 9 }); }
          kg.tab("list"); kg.change({ all: true });
        }
        const box = kg.byId("search"); box.value = "<img"; box.dispatchEvent(new Event("input"));
    """
    browser.run(tour)
    time.sleep(0.5)
    assert browser.run("return window.hit") is None
    assert browser.run("return document.querySelectorAll('img, iframe, object, embed, link, svg[onload], a[href]').length") == 0
    assert browser.run("return document.querySelectorAll('script').length") == 3
    assert browser.text("#hits .name").startswith("<img src=x")
    browser.run("kg.select({ edge: kg.edgeOf.get('membership/m1') })")
    assert browser.text("#panel mark").startswith(CANARY)
    assert browser.log() == ([], [])


def test_two_thousand_entities_open_fast_enough(browser: Any, write: Callable[[Graph], Path]) -> None:
    seconds = browser.open(write(large(2000, 6000)))
    assert seconds < READY_SECONDS
    assert browser.run("return kg.nodeSet.length") == 300
    begin = time.monotonic()
    browser.run("kg.toggleAll(); kg.picture.redraw()")
    assert browser.run("return kg.nodeSet.length") == 2000
    assert time.monotonic() - begin < READY_SECONDS
    assert browser.log() == ([], [])


def test_a_click_brings_in_neighbours(browser: Any, write: Callable[[Graph], Path]) -> None:
    browser.open(write(large(900, 1800)))
    before = browser.run("return kg.nodeSet.length")
    browser.run("kg.zoomTo(0)")
    time.sleep(1)
    browser.click_entity(browser.run("return kg.data.entities[0].names[0]"))
    browser.until("return kg.state.node === 0")
    assert before < browser.run("return kg.nodeSet.length") <= before + 40
