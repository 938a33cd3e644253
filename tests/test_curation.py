"""Corrections by hand: each verb, that taking a line out undoes it, hostile lines, and every error word for word."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import curation, merge, ontology, pipeline
from kg.cli.build import command
from kg.curation import _rules
from kg.errors import UsageError
from kg.model import Article, Attribute, Entity, Evidence, Extraction, Fact, Observation, Span

HOME = "division/231083"
FIRM = Entity("company/海林金穗种业有限公司", "Company", "海林金穗种业有限公司", ("金穗种业",))
MILL = Entity("company/丰谷米业", "Company", "丰谷米业")
CLUB = Entity("organization/金穗合作联盟", "Organization", "金穗合作联盟")
BODY = Entity("publicbody/海林市商务局", "PublicBody", "海林市商务局", (), HOME)
LI, OTHER_LI = (Entity(f"person/李铮@{code}", "Person", "李铮") for code in ("231083", "450521"))


def page(doc: str, *entities: Entity, facts: Iterable[Fact] = ()) -> Extraction:
    article = Article(doc, doc, "", "甲", f"{doc}.txt", region=HOME)
    attributes = (Attribute(FIRM.key, "startDate", "2021-03", why(doc)),) if FIRM in entities else ()
    figures = (Observation(FIRM.key, "产值", Decimal("1.50"), "亿元", why(doc)),) if FIRM in entities else ()
    return Extraction(
        doc,
        f"{doc}.txt",
        (article,),
        entities,
        tuple(facts),
        attributes,
        figures,
        (),
        {e.key: why(doc) for e in entities},
    )


def why(doc: str) -> tuple[Evidence, ...]:
    return (Evidence(doc, Span(0, 1), "甲", "test"),)


def fact(subject: Entity, relation: str, other: Entity, doc: str = "d1") -> Fact:
    return Fact(subject.key, relation, other.key, why(doc))


PAGES = [
    page("d1", FIRM, MILL, LI, facts=[fact(LI, "holdsPost", FIRM), fact(FIRM, "cooperatesWith", MILL)]),
    page(
        "d2",
        FIRM,
        CLUB,
        BODY,
        OTHER_LI,
        facts=[fact(OTHER_LI, "holdsPost", BODY, "d2"), fact(BODY, "engagedWith", CLUB, "d2")],
    ),
]


def edited(text: str, pages: list[Extraction] = PAGES) -> tuple[list[Extraction], dict[str, int]]:
    """The pages as a curation text has them, and its report."""
    rules = ontology.load()
    editor = curation.Editor(_rules.parse(text, "curation.txt", rules), rules)
    automatic = merge.redirects(pages)
    moved = automatic.split(editor.splits(lambda: [merge.apply(each, automatic) for each in pages]))
    editor.learn(lambda: [merge.apply(each, moved) for each in pages])
    return [editor.apply(merge.apply(each, moved)) for each in pages], editor.report()


def keys(pages: list[Extraction]) -> set[str]:
    return {entity.key for each in pages for entity in each.entities}


def claims(pages: list[Extraction]) -> set[tuple[str, str, str]]:
    return {(f.subject, f.relation, f.object) for each in pages for f in each.facts}


def test_merge() -> None:
    pages, report = edited("merge 金穗种业 丰谷米业")
    assert keys(pages) & {FIRM.key, MILL.key} == {FIRM.key}
    assert MILL.key not in {key for each in pages for key in each.mentions}
    assert not any(relation == "cooperatesWith" for _, relation, _ in claims(pages)), "nothing cooperates with itself"
    assert report == {"curation.txt:1: merge 金穗种业 丰谷米业": 1}


@pytest.mark.parametrize("text", ["merge {0} {1}\nmerge {1} {2}", "merge {0} {1} {2}", "merge {1} {2}\nmerge {0} {1}"])
def test_merges_add_up_in_any_order(text: str) -> None:
    third = Entity("company/北岗粮贸", "Company", "北岗粮贸")
    pages, _ = edited(text.format(FIRM.key, MILL.key, third.key), [*PAGES, page("d3", third)])
    assert keys(pages) & {FIRM.key, MILL.key, third.key} == {FIRM.key}


def test_lines_in_a_circle_leave_one() -> None:
    pages, report = edited("merge 金穗种业 丰谷米业\nmerge 丰谷米业 金穗种业")
    assert len(keys(pages) & {FIRM.key, MILL.key}) == 1
    assert list(report.values()) == [1, 1]


def test_split_undoes_an_automatic_merge() -> None:
    short = Entity("company/金穗种业", "Company", "金穗种业")
    pages = [page("d1", replace(FIRM, aliases=())), page("d2", short), page("d3", short)]
    assert keys([merge.apply(each, merge.redirects(pages)) for each in pages]) == {FIRM.key}
    split, report = edited("split 海林金穗种业有限公司", pages)
    assert keys(split) == {FIRM.key, short.key}
    assert list(report.values()) == [1]


def test_split_keeps_documents_apart_where_nothing_was_merged() -> None:
    split, _ = edited("split 金穗种业")
    assert keys(split) >= {f"{FIRM.key}@d1", f"{FIRM.key}@d2"}
    assert (LI.key, "holdsPost", f"{FIRM.key}@d1") in claims(split)
    assert [figure.subject for each in split for figure in each.observations] == [f"{FIRM.key}@d1", f"{FIRM.key}@d2"]


def test_what_is_split_can_be_merged_otherwise() -> None:
    pages, report = edited(f"merge {MILL.key} {FIRM.key}@d1\nsplit {FIRM.key}")
    assert keys(pages) >= {MILL.key, f"{FIRM.key}@d2"}
    assert f"{FIRM.key}@d1" not in keys(pages)
    assert all(report.values())


def test_type() -> None:
    pages, report = edited("type 金穗合作联盟 Company")
    made = next(entity for each in pages for entity in each.entities if entity.name == CLUB.name)
    assert (made.key, made.type) == ("company/金穗合作联盟", "Company")
    assert (BODY.key, "engagedWith", made.key) in claims(pages)
    assert list(report.values()) == [1]


def test_a_claim_that_the_new_type_rules_out_goes() -> None:
    pages, _ = edited("type 海林市商务局 Project")
    assert not any(relation == "holdsPost" and subject == OTHER_LI.key for subject, relation, _ in claims(pages)) or (
        ontology.load().relations["holdsPost"].allows("Person", "Project")
    )
    assert not any(relation == "engagedWith" for _, relation, _ in claims(pages))


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("reject 金穗种业 cooperatesWith 丰谷米业", {"holdsPost", "engagedWith"}),
        ("reject 丰谷米业 cooperatesWith 金穗种业", {"holdsPost", "engagedWith"}),
        ("reject 丰谷米业 cooperatesWith *", {"holdsPost", "engagedWith"}),
        ("reject 海林市商务局 engagedWith Organization:金穗合作联盟", {"holdsPost", "cooperatesWith"}),
        ("reject person/李铮@231083 rkg:holdsPost 金穗种业", {"holdsPost", "cooperatesWith", "engagedWith"}),
    ],
)  # fmt: skip
def test_reject_a_fact(line: str, left: set[str]) -> None:
    pages, report = edited(line)
    assert {relation for _, relation, _ in claims(pages)} == left
    assert len(claims(pages)) == 3
    assert list(report.values()) == [1]


def test_a_relation_may_be_given_by_its_chinese_label() -> None:
    label = ontology.load().relations["cooperatesWith"].zh
    assert list(edited(f"reject 金穗种业 {label} 丰谷米业")[1].values()) == [1]


@pytest.mark.parametrize("line", ["reject 金穗种业 startDate 2021-03", "reject 金穗种业 startDate *"])
def test_reject_a_date(line: str) -> None:
    pages, report = edited(line)
    assert not any(each.attributes for each in pages)
    assert list(report.values()) == [2]


@pytest.mark.parametrize("line", ["reject 金穗种业 产值 1.50亿元", 'reject 金穗种业 产值 "1.50 亿元"', "reject 金穗种业 产值 *"])
def test_reject_a_figure(line: str) -> None:
    pages, report = edited(line)
    assert not any(each.observations for each in pages)
    assert list(report.values()) == [2]


@pytest.mark.parametrize("name", [FIRM.key, f"<https://w3id.org/regional-kg/id/{FIRM.key}>", "company/%E6%B5%B7%E6%9E%97%E9%87%91%E7%A9%97%E7%A7%8D%E4%B8%9A%E6%9C%89%E9%99%90%E5%85%AC%E5%8F%B8",
                                  "海林金穗种业有限公司", "“海林金穗种业有限公司”", "金穗种业", "Company:金穗种业", '"金穗种业"  # 更正'])  # fmt: skip
def test_ways_to_name_a_thing(name: str) -> None:
    assert list(edited(f"split {name}")[1].values()) == [1]


def test_taking_a_line_out_undoes_it() -> None:
    assert edited("") == edited("# merge 金穗种业 丰谷米业\n\n   # nothing")
    assert edited("")[0] == PAGES


def test_the_order_of_the_lines_does_not_matter() -> None:
    lines = [
        "merge 金穗种业 丰谷米业",
        "type 金穗合作联盟 Company",
        "reject 金穗种业 startDate *",
        f"merge {FIRM.key} 金穗合作联盟",
    ]
    assert edited("\n".join(lines))[0] == edited("\n".join(reversed(lines)))[0]
    assert all(edited("\n".join(lines))[1].values())


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("split 无名公司", "nothing is called 无名公司; look it up with kg show, or remove the line"),
        ("split 李铮", "2 things are called 李铮: person/李铮@231083, person/李铮@450521; write one of these keys"),
        ("merge 金穗种业 海林金穗种业有限公司", "both are company/海林金穗种业有限公司 already; remove the line"),
        ("merge 金穗种业 金穗合作联盟",
         "of two types: company/海林金穗种业有限公司 (Company) and organization/金穗合作联盟 (Organization); say first: type A TYPE"),
        ("type 金穗种业 Company", "it is a Company already; remove the line"),
        ("reject 金穗种业 partOf 丰谷米业", "no such claim; compare kg show, or remove the line"),
        ("reject 金穗种业 partOf 无名公司", "nothing is called 无名公司; look it up with kg show, or remove the line"),
        ("reject 金穗种业 产值 2亿元", "no such claim; compare kg show, or remove the line"),
    ],
)  # fmt: skip
def test_a_rule_that_matches_nothing_is_reported(line: str, why: str) -> None:
    pages, report = edited(line)
    assert report == {f"curation.txt:1: {line} ({why})": 0}
    assert pages == PAGES


def test_two_lines_that_contradict() -> None:
    _, report = edited("type 金穗合作联盟 Company\ntype 金穗合作联盟 PublicBody")
    assert list(report) == [
        "curation.txt:1: type 金穗合作联盟 Company",
        "curation.txt:2: type 金穗合作联盟 PublicBody (line 1 says Company; remove one of the two)",
    ]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("marge A B", "c.txt:1: unknown verb 'marge'; did you mean merge?"),
        ("更正 A B", "c.txt:1: unknown verb '更正'; write merge, split, type, reject or # before a comment"),
        ("merge A", "c.txt:1: 'merge' with 1 names; write: merge A B (names that hold spaces in \"...\")"),
        ("split A B", "c.txt:1: 'split' with 2 names; write: split A (names that hold spaces in \"...\")"),
        ("reject A B", "c.txt:1: 'reject' with 2 names; write: reject SUBJECT RELATION OBJECT (names that hold spaces in \"...\")"),
        ("reject * holdsPost *", "c.txt:1: 'reject' without a subject; name the thing that the claim is about (only the object may be *)"),
        ("type A Compny", "c.txt:1: unknown type 'Compny'; did you mean Company?"),
        ("type A Division", "c.txt:1: nothing can be made a Division: divisions come from the gazetteer; add it to divisions.tsv"),
        ('split ""', "c.txt:1: 'split' with an empty name; write: split A"),
        ('split "A', 'c.txt:1: a quotation mark at column 7 is not closed; write "the name" with a space behind it'),
        ('\n\nmerge A\nsplit\n', "c.txt:3: 'merge' with 1 names; write: merge A B (names that hold spaces in \"...\")\n"
         "c.txt:4: 'split' with 0 names; write: split A (names that hold spaces in \"...\")"),
    ],
)  # fmt: skip
def test_faults(line: str, message: str) -> None:
    with pytest.raises(UsageError) as fault:
        _rules.parse(line, "c.txt", ontology.load())
    assert str(fault.value) == message


def test_unreadable_files(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"gone\.txt: cannot be read \(No such file or directory\); name an existing file"):
        curation.read(tmp_path / "gone.txt", ontology.load())
    (tmp_path / "gbk.txt").write_bytes("# 更正一下\nmerge 甲 乙".encode("gbk"))
    with pytest.raises(UsageError, match=r"gbk\.txt:1: not UTF-8 text; save the file as UTF-8"):
        curation.read(tmp_path / "gbk.txt", ontology.load())
    (tmp_path / "bom.txt").write_bytes("\ufeffsplit 甲\r\n# 乙\r\n".encode())
    assert [rule.names for rule in curation.read(tmp_path / "bom.txt", ontology.load()).rules] == [("甲",)]


words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
line = st.one_of(words, st.tuples(st.sampled_from([*_rules.FORMS, "#", "Merge"]), st.lists(words, max_size=4)).map(
    lambda row: " ".join([row[0], *row[1]])))  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(line, max_size=4))
def test_hostile_lines_are_rules_or_faults(lines: list[str]) -> None:
    text = "\n".join(lines)
    try:
        rules = _rules.parse(text, "c.txt", ontology.load())
    except UsageError as fault:
        assert all(row.startswith("c.txt:") for row in str(fault).split("\n")[:1])
        return
    pages, report = edited(text)
    assert len(report) == len(rules.rules)
    assert keys(pages) <= keys(PAGES) | {f"{key}@{each.doc}" for key in keys(PAGES) for each in PAGES} | {
        f"{kind.lower()}/{key.partition('/')[2]}" for key in keys(PAGES) for kind in ontology.load().types
    }


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), min_size=1, max_size=20).filter(str.strip))
def test_any_name_can_be_written(name: str) -> None:
    quoted = name.replace("\\", "\\\\").replace('"', '\\"')
    (rule,) = _rules.parse(f'split "{quoted}"', "c.txt", ontology.load()).rules
    assert rule.names == (name,)


TEXTS = {
    "a.txt": "海林市商务局局长李铮介绍，海林金穗种业有限公司与海林市商务局签订协议。",
    "b.txt": "海林市委书记李铮到海林丰谷米业有限公司调研。",
}


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_a_build_applies_the_file_and_is_the_old_one_without_it(news: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    pipeline.build([news], out=out)
    before = {name: (out / name).read_bytes() for name in ("graph.ttl", "build.json")}
    (out / "curation.txt").write_text("merge 海林金穗种业有限公司 海林丰谷米业有限公司\nsplit 没有的\n", encoding="utf-8")
    edition = pipeline.build([news], out=out)
    assert list(edition.counts["curation"].values()) == [1, 0]
    assert json.loads((out / "build.json").read_text(encoding="utf-8"))["counts"]["curation"] == edition.counts["curation"]
    assert "company/海林丰谷米业有限公司" not in (out / "graph.ttl").read_text(encoding="utf-8")
    (out / "curation.txt").unlink()
    pipeline.build([news], out=out)
    assert before == {name: (out / name).read_bytes() for name in before}
    assert {path.name: path.read_text(encoding="utf-8") for path in news.iterdir()} == TEXTS


def test_the_file_beside_the_manifest_comes_first(news: Path, tmp_path: Path) -> None:
    (tmp_path / "curation.txt").write_text("split 甲", encoding="utf-8")
    assert curation.find([news], tmp_path) == tmp_path / "curation.txt"
    (news / "curation.txt").write_text("split 乙", encoding="utf-8")
    assert curation.find([news], tmp_path) == tmp_path / "curation.txt"
    (news / "manifest.toml").write_text("", encoding="utf-8")
    assert curation.find([news], tmp_path) == news / "curation.txt"
    assert curation.find(["a*.txt"], None) is None


def test_the_summary_tells_of_each_line_without_effect(news: Path, tmp_path: Path) -> None:
    file = tmp_path / "mine.txt"
    file.write_text("type 海林丰谷米业有限公司 Organization\nsplit 没有的\n", encoding="utf-8")
    told = CliRunner().invoke(command, [str(news), "-o", str(tmp_path / "out"), "--jobs", "1", "--curation", str(file)])
    assert told.exit_code == 0, told.output
    assert "1 of 2" in told.output
    assert "mine.txt:2: split 没有的 (nothing is called 没有的" in told.output.replace("\n", "")


def test_a_faulty_file_stops_before_any_work(news: Path, tmp_path: Path) -> None:
    file = tmp_path / "mine.txt"
    file.write_text("merge 甲\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"mine\.txt:1: 'merge' with 1 names"):
        pipeline.build([news], out=tmp_path / "out", corrections=file)
    assert not (tmp_path / "out").exists()
