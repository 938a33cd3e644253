"""Every sample file, whatever its format and encoding, gives the same three articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import clean, plugins, readers
from kg.model import Article

SAMPLES = Path(__file__).parent / "samples"
FILES = sorted(path for path in SAMPLES.rglob("*") if path.is_file())
TITLES = ("云岭县十二个重大项目同日开工", "松江口岸货运量同比增长两成", "白杨镇打响人居环境整治攻坚战")
AUTHORS = (("沈佳禾", "陆一鸣"), ("何清源",), ("沈佳禾",))


def articles(path: Path) -> list[Article]:
    found = [item for page in readers.read(path, path.name) for item in clean.clean(page)]  # type: ignore[arg-type]
    assert all(isinstance(item, Article) for item in found), found
    return found  # type: ignore[return-value]


def test_no_sample_got_lost() -> None:
    assert len(FILES) == 22


@pytest.mark.parametrize("format_", plugins.names("kg.readers"))
def test_each_format_has_a_sample_and_its_module_keeps_the_contract(format_: str) -> None:
    module = plugins.load("kg.readers", format_)
    assert any(path.parent.name == format_ for path in FILES), f"put a sample into tests/readers/samples/{format_}/"
    assert all(suffix == "" or suffix.startswith(".") for suffix in module.SUFFIXES)
    assert module.__doc__ and callable(module.read)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SAMPLES)))
def test_same_three_articles(path: Path) -> None:
    found = articles(path)
    assert tuple(article.title for article in found) == TITLES
    assert tuple(article.authors for article in found) == AUTHORS
    assert {(article.published, article.publisher) for article in found} == {("2023-03-06", "云岭日报")}
    assert [article.text for article in found] == [article.text for article in articles(SAMPLES / "text" / "page.txt")]
    assert not any(article.flags for article in found)


def test_text_is_title_line_and_paragraphs_without_bylines() -> None:
    first = articles(SAMPLES / "text" / "page.txt")[0]
    assert first.text.split("\n") == [
        "云岭县十二个重大项目同日开工",
        "3月5日，云岭县举行春季重大项目集中开工活动，十二个项目同时动工，总投资36.5亿元。县委书记梁启文宣布开工，县长苏婉清主持。",
        "其中，云岭恒川新材料有限公司年产2万吨碳纤维项目投资9.8亿元，计划明年6月试产。梁启文说，项目是发展的底气，要一天也不耽误。",
    ]
    assert first.text[first.body :].startswith("3月5日")
    assert (first.doc, first.source) == ("page", "page.txt")
