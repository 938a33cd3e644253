"""The ontology: its files are whole, its vocabulary is closed, its examples are well-formed."""

from __future__ import annotations

import re
import shutil
from decimal import Decimal
from pathlib import Path

import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from kg import ontology
from kg.errors import OntologyError
from kg.ontology import Example, Ontology, carriers

FOLDER = Path(__file__).parent.parent / "ontology"
TYPES = {
    "Campaign", "Company", "Division", "Event", "Facility", "Organization", "Person", "Policy", "Project", "PublicBody",
    "Zone",
}  # fmt: skip
RELATIONS = {
    "basedOn", "cooperatesWith", "engagedWith", "follows", "holdsPost", "issuedBy", "jurisdiction", "locatedIn",
    "organizedBy", "partOf", "participatesIn", "responsibleFor", "undertakenBy", "visited",
}  # fmt: skip


@pytest.fixture(scope="module")
def known() -> Ontology:
    return ontology.load()


def test_the_eleven_types_and_fourteen_relations(known: Ontology) -> None:
    assert set(known.types) == TYPES
    assert set(known.relations) == RELATIONS
    assert list(known.types) == sorted(TYPES)
    assert (len(TYPES), len(RELATIONS)) == (11, 14)


def test_loading_twice_reads_once(known: Ontology) -> None:
    assert ontology.load() is known
    assert ontology.load(FOLDER) is known


def test_types_have_labels_and_colours_of_their_own(known: Ontology) -> None:
    kinds = known.types.values()
    for part in (lambda kind: kind.color, lambda kind: kind.zh, lambda kind: kind.en, lambda kind: kind.iri):
        assert len({part(kind) for kind in kinds}) == len(TYPES)
    assert all(kind.iri == f"https://w3id.org/regional-kg/ontology#{name}" for name, kind in known.types.items())
    assert known.types["Campaign"].zh == "专项行动"
    assert "会战" in known.types["Campaign"].cues["headNoun"]


def test_relations_have_ends_and_inverse_labels(known: Ontology) -> None:
    assert [name for name, relation in known.relations.items() if relation.symmetric] == ["cooperatesWith"]
    located = known.relations["locatedIn"]
    assert (located.zh, located.inverse_zh, located.inverse_en) == ("位于", "所含", "contains")
    assert located.domain == {"Zone", "Facility", "Company", "Organization", "Project", "Event", "Campaign"}
    assert located.range == {"Division", "Zone", "Facility"}


@pytest.mark.parametrize(
    ("relation", "subject", "other", "allowed"),
    [
        ("partOf", "Event", "Campaign", True),
        ("partOf", "Campaign", "Event", False),
        ("partOf", "Organization", "PublicBody", True),
        ("partOf", "Person", "PublicBody", False),
        ("follows", "Event", "Campaign", False),
        ("holdsPost", "Person", "Project", True),
        ("jurisdiction", "PublicBody", "Zone", True),
        ("jurisdiction", "Company", "Zone", False),
    ],
)
def test_what_a_relation_joins(known: Ontology, relation: str, subject: str, other: str, allowed: bool) -> None:
    assert known.relations[relation].allows(subject, other) is allowed


def examples(kind: str) -> list[tuple[str, Example]]:
    source = ontology.load().types if kind == "types" else ontology.load().relations
    return [(name, each) for name, one in source.items() for each in (*one.examples, *one.counter_examples)]


def test_number_of_examples(known: Ontology) -> None:
    assert (len(examples("types")), len(examples("relations"))) == (66, 70)


@pytest.mark.parametrize(("name", "one"), examples("types") + examples("relations"))
def test_examples_are_sentences_with_marks(name: str, one: Example) -> None:
    assert one.marks
    assert not re.search(r"[\[\]{}<>]", one.text)
    assert re.search(r"[。)]$", one.text), "an example ends as a sentence does"
    for mark in one.marks:
        assert one.text[mark.span.start : mark.span.end] == mark.words
        assert mark.words == mark.words.strip("，。；：、 ")


@pytest.mark.parametrize(("name", "one"), examples("relations"))
def test_examples_of_relations_mark_both_ends(name: str, one: Example) -> None:
    assert len(one.of("subject")) == len(one.of("object")) == 1
    assert name == "holdsPost" or not one.of("title")


def test_examples_of_posts_mark_the_title(known: Ontology) -> None:
    assert [one.of("title") for one in known.relations["holdsPost"].examples] == [("书记",), ("董事长",), ("副总经理",)]


def test_no_example_is_also_a_counter_example(known: Ontology) -> None:
    for one in (*known.types.values(), *known.relations.values()):
        assert not {(e.text, e.marks) for e in one.examples} & {(e.text, e.marks) for e in one.counter_examples}


@pytest.mark.parametrize(
    ("marked", "fault"),
    [
        ("[甲公司", "'[' is not closed"),
        ("甲公司]", "']' closes nothing"),
        ("[甲{公]司}", "']' closes nothing"),
        ("[]在乙县", "'[]' is empty"),
    ],
)
def test_wrong_marks_are_refused(marked: str, fault: str) -> None:
    with pytest.raises(ValueError, match=re.escape(fault)):
        carriers.example(marked)


@given(st.lists(st.tuples(st.sampled_from("[{<"), st.text("甲乙丙丁，。", min_size=1)), max_size=5))
def test_marks_come_back(parts: list[tuple[str, str]]) -> None:
    closing = {"[": "]", "{": "}", "<": ">"}
    one = carriers.example("前".join(f"{sign}{words}{closing[sign]}" for sign, words in parts))
    assert one.text == "前".join(words for _, words in parts)
    assert [mark.words for mark in one.marks] == [words for _, words in parts]


@pytest.mark.parametrize(
    ("name", "dimension", "factor"),
    [
        ("亿元", "money", "100000000"),
        ("万亿元", "money", "1000000000000"),
        ("元", "money", "1"),
        ("亿美元", "money-USD", "100000000"),
        ("亩", "area", "666.666666666666667"),
        ("万亩", "area", "6666666.66666666667"),
        ("平方公里", "area", "1000000"),
        ("公顷", "area", "10000"),
        ("万吨", "mass", "10000000"),
        ("斤", "mass", "0.5"),
        ("MW", "power", "1000"),
        ("兆瓦", "power", "1000"),
        ("万千瓦", "power", "10000"),
        ("百万千瓦", "power", "1000000"),
        ("亿千瓦时", "energy", "100000000"),
        ("GWh", "energy", "1000000"),
        ("%", "ratio", "0.01"),
        ("成", "ratio", "0.1"),
        ("个百分点", "points", "1"),
        ("倍", "fold", "1"),
        ("万人次", "visits", "10000"),
        ("名", "people", "1"),
        ("万名", "people", "10000"),
        ("户", "households", "1"),
        ("万标箱", "containers", "10000"),
        ("万头", "count", "10000"),
        ("千册", "count", "1000"),
        ("家", "count", "1"),
        ("微克/立方米", "concentration", "1"),
        ("Nm3/h", "flow", "1"),
        ("小时", "duration", "3600"),
        ("年", "calendar", "12"),
    ],
)
def test_units(known: Ontology, name: str, dimension: str, factor: str) -> None:
    unit = known.units[name]
    assert (unit.name, unit.dimension, unit.factor) == (name, dimension, Decimal(factor))
    assert unit.iri.startswith("https://w3id.org/regional-kg/unit#")


@pytest.mark.parametrize("name", ["", "万", "光年", "万%", "亿亿元", "元元", "百分", "十十吨"])
def test_what_is_no_unit(known: Ontology, name: str) -> None:
    found = known.units.get(name)
    assert found is None or (name == "万" and found.dimension == "count")


@given(st.sampled_from(["十", "百", "千", "万", "十万", "百万", "千万", "亿", "十亿", "百亿", "千亿", "万亿"]))
def test_multiples_multiply(times: str) -> None:
    worth = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
    product = Decimal(1)
    for sign in times:
        product *= worth[sign]
    units = ontology.load().units
    for base in ("吨", "元", "千瓦时", "人次", "平方米"):
        assert units[times + base].factor == product * units[base].factor


def test_number_of_units(known: Ontology) -> None:
    assert len(known.units) > 350
    assert len({unit.iri for unit in known.units.values()}) > 225


def test_units_of_one_dimension_have_one_base(known: Ontology) -> None:
    for dimension in {unit.dimension for unit in known.units.values()}:
        factors = {unit.factor for unit in known.units.values() if unit.dimension == dimension}
        assert all(factor > 0 for factor in factors)


def test_rdflib_reads_every_file_and_finds_no_blank_node_but_in_the_laws(known: Ontology) -> None:
    graph = rdflib.Graph()
    for file in known.files[:-1]:
        graph.parse(file)
    assert not [node for triple in graph for node in triple if isinstance(node, rdflib.BNode)]
    for predicate in (rdflib.RDFS.subClassOf, rdflib.RDFS.subPropertyOf):
        assert list(graph.subject_objects(predicate))


def test_tables_are_read_by_name(known: Ontology) -> None:
    rows = known.table("countries", ("code", "name", "level", "parent", "short", "aliases", "former", "weak", "sign"))
    assert {"code": "country/JP", "name": "日本"}.items() <= next(dict(r) for r in rows if r["name"] == "日本").items()


# -- errors, word for word: place, fault, mend


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    target = tmp_path / "ontology"
    shutil.copytree(FOLDER, target, ignore=shutil.ignore_patterns("divisions.tsv", "queries"))
    return target


def edit(folder: Path, name: str, old: str, new: str) -> tuple[Path, int]:
    """Replace ``old`` once; the file and the line where it stood."""
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path, text[: text.index(old)].count("\n") + 1


def failure(folder: Path) -> str:
    with pytest.raises(OntologyError) as caught:
        ontology.load(folder)
    return str(caught.value)


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        (
            "relations/locatedIn.ttl",
            "rkg:Facility",
            "rkg:Facilty",
            "{path}:{line}: unknown term rkg:Facilty; did you mean rkg:Facility?",
        ),
        (
            "types/Zone.ttl",
            "cue:headNoun",
            "cue:headWord",
            "{path}:{line}: unknown term cue:headWord; did you mean cue:headNoun?",
        ),
        (
            "types/Zone.ttl",
            "rdfs:label",
            "rdfs:lable",
            "{path}:{line}: unknown term rdfs:lable; did you mean rdfs:label?",
        ),
        (
            "units.ttl",
            "rkg:scalable true",
            "rkg:zzz true",
            "{path}:{line}: unknown term rkg:zzz; declare it in core.ttl or mend its name",
        ),
        (
            "shapes.ttl",
            "rkg:area",
            "rkg:arae",
            "{path}:{line}: unknown term rkg:arae; did you mean rkg:area?",
        ),
        (
            "core.ttl",
            'rdfs:label "依据数"@zh-Hans, "number of pieces of evidence"@en ;',
            'rdfs:label "依据数"@zh-Hans ;',
            '{path}:{before}: rkg:evidenceCount has no label; add rdfs:label "..."@en',
        ),
        (
            "types/Person.ttl",
            'rkg:color "#e15759"',
            'rkg:color "red"',
            "{path}:{before}: rkg:Person has the colour 'red'; write #rrggbb in lower case",
        ),
        (
            "types/Person.ttl",
            "rdfs:subClassOf rkg:Entity, ",
            "rdfs:subClassOf ",
            "{path}:{before}: rkg:Person must stand below rkg:Entity; add rdfs:subClassOf rkg:Entity",
        ),
        (
            "relations/follows.ttl",
            '"Event Event"',
            '"Event Policy"',
            "{path}:{before}: rkg:follows has the pair 'Event Policy' outside its domain and range",
        ),
        (
            "relations/follows.ttl",
            "schema:rangeIncludes rkg:Campaign, rkg:Event",
            "schema:rangeIncludes rkg:Statement",
            "{path}:{before}: rkg:follows has schema:rangeIncludes Statement, which is no entity type",
        ),
        (
            "relations/cooperatesWith.ttl",
            "schema:domainIncludes rkg:PublicBody, ",
            "schema:domainIncludes ",
            "{path}:{before}: rkg:cooperatesWith is symmetric, so its domain and range must be the same types",
        ),
        (
            "relations/visited.ttl",
            "[郑怀远]深入{启岳集团}调研。",
            "[郑怀远]深入启岳集团调研。",
            "{path}:{before}: rkg:visited needs [subject] and {{object}} in its example '郑怀远深入启岳集团调研。'",
        ),
        (
            "relations/visited.ttl",
            "[郑怀远]深入",
            "[郑怀远深入",
            "{path}:{before}: rkg:visited has a cue:example whose marks are wrong: '[' is not closed",
        ),
        (
            "units.ttl",
            'skos:notation "元"',
            'skos:notation "亩"',
            "{path}:{before}: unit:mu is written '亩', as is https://w3id.org/regional-kg/unit#CNY",
        ),
    ],
)
def test_errors_of_the_ontology_word_for_word(copy: Path, name: str, old: str, new: str, message: str) -> None:
    path, line = edit(copy, name, old, new)
    found = failure(copy)
    term = re.search(r": ((?:rkg|unit):\w+) ", found)
    lines = path.read_text(encoding="utf-8").splitlines()
    before = next((n for n, text in enumerate(lines, 1) if term and text.startswith(term[1] + " ")), 0)
    assert found == message.format(path=path, line=line, before=before)


def test_an_error_of_syntax_names_its_line(copy: Path) -> None:
    path, line = edit(copy, "types/Event.ttl", "rdfs:comment", "rdfs:comment ,")
    assert failure(copy).startswith(f"{path}:{line}: not Turtle: ")


def test_a_term_may_be_declared_once(copy: Path) -> None:
    path = copy / "units.ttl"
    path.write_text(path.read_text(encoding="utf-8") + "rkg:Statement a skos:Concept .\n", encoding="utf-8")
    line = path.read_text(encoding="utf-8").count("\n")
    assert failure(copy) == f"{path}:{line}: rkg:Statement is already declared in {copy / 'core.ttl'}"


def test_a_file_declares_what_it_is_named_after(copy: Path) -> None:
    (copy / "types" / "Zone.ttl").rename(copy / "types" / "Area.ttl")
    assert failure(copy) == f"{copy / 'types' / 'Area.ttl'}: must declare rkg:Area and nothing else (found: rkg:Zone)"


def test_examples_are_asked_for(copy: Path) -> None:
    edit(copy, "types/Policy.ttl", "cue:counterExample", "cue:marker")
    assert failure(copy).endswith("rkg:Policy has 0 of cue:counterExample; give at least 2")


def test_a_missing_file_is_named(copy: Path) -> None:
    (copy / "units.ttl").unlink()
    assert failure(copy).startswith(f"{copy / 'units.ttl'}: cannot be read: ")


def test_a_new_type_and_relation_need_one_file_each(copy: Path) -> None:
    text = (copy / "types" / "Policy.ttl").read_text(encoding="utf-8")
    new = text.replace("rkg:Policy", "rkg:Award").replace("#8c8c8c", "#123456").replace("policy document", "award")
    (copy / "types" / "Award.ttl").write_text(new, encoding="utf-8")
    text = (copy / "relations" / "issuedBy.ttl").read_text(encoding="utf-8")
    new = text.replace("rkg:issuedBy", "rkg:awardedBy").replace("domainIncludes rkg:Policy", "domainIncludes rkg:Award")
    (copy / "relations" / "awardedBy.ttl").write_text(new, encoding="utf-8")
    more = ontology.load(copy)
    assert len(more.types) == 12
    assert more.relations["awardedBy"].domain == {"Award"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("word\tkind\n甲\tx\n", ":1: no source; begin with '#' lines that give source, licence and date"),
        ("# own\nword\tkind\n甲\n", ":3: 1 cells for 2 columns; separate them by tabs"),
        ("# own\nword\t\n甲\tx\n", ":2: columns must have names, each its own (found: 'word\\t')"),
        ("# own\nword\tword\n甲\tx\n", ":2: columns must have names, each its own (found: 'word\\tword')"),
        ("# own\nword\tsort\n甲\tx\n", ": columns must be word kind (found: word sort)"),
    ],
)
def test_errors_of_tables_word_for_word(copy: Path, text: str, message: str) -> None:
    path = copy / "gazetteer" / "words.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(OntologyError) as caught:
        ontology.load(copy).table("words", ("word", "kind"))
    assert str(caught.value) == f"{path}{message}"


def test_a_missing_table_is_named(known: Ontology) -> None:
    with pytest.raises(OntologyError, match=r"nothing\.tsv: cannot be read as UTF-8 text"):
        known.table("nothing")


def test_the_digest_changes_with_what_the_folder_says(copy: Path) -> None:
    before = ontology.digest(copy)
    assert ontology.digest(copy) == before
    edit(copy, "gazetteer/countries.tsv", "日本国", "日本国|扶桑")
    assert ontology.digest(copy) != before
