"""The gazetteer: what it holds, how names are found, how a broken table is refused."""

from __future__ import annotations

import re
import time
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import gazetteer
from kg.errors import OntologyError
from kg.gazetteer import COLUMNS, LEVELS, Division, Gazetteer

FOLDER = Path(__file__).parent.parent / "ontology" / "gazetteer"
PLACES = gazetteer.load(FOLDER)
CODES = sorted(PLACES.by_code)
HEADER = "# Own words. Licence: Apache-2.0\n" + "\t".join(COLUMNS) + "\n"


def names(name: str) -> list[str]:
    return [division.name for division in PLACES.candidates(name)]


def test_counts() -> None:
    home = Counter(d.level for d in PLACES.by_code.values() if not d.code.startswith(("country/", "foreign/")))
    assert home["province"] == 34
    assert home["prefecture"] == 339
    assert home["county"] == 2892
    assert home["township"] > 41_000
    abroad = Counter(d.code.partition("/")[0] for d in PLACES.by_code.values() if "/" in d.code)
    assert abroad["country"] == 199
    assert abroad["foreign"] > 500


def test_official_codes_of_the_mainland() -> None:
    """27 provinces and regions, 4 municipalities: 333 prefectures and 2,843 counties before the two later ones."""
    coded = [d for d in PLACES.by_code.values() if d.code.isdigit() and d.code[0] != "7" and d.code[0] != "8"]
    lengths = {(d.level, len(d.code)) for d in coded}
    assert lengths == {("province", 6), ("prefecture", 6), ("county", 6), ("township", 9)}
    assert sum(d.level == "province" for d in coded) == 31
    assert sum(d.level == "prefecture" for d in coded) == 333


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("黑龙江", "黑龙江省"),
        ("绥芬河", "绥芬河市"),
        ("延边", "延边朝鲜族自治州"),
        ("延边州", "延边朝鲜族自治州"),
        ("巴音郭楞州", "巴音郭楞蒙古自治州"),
        ("海西州", "海西蒙古族藏族自治州"),
        ("西双版纳州", "西双版纳傣族自治州"),
        ("焉耆县", "焉耆回族自治县"),
        ("宽甸县", "宽甸满族自治县"),
        ("前郭县", "前郭尔罗斯蒙古族自治县"),
        ("杜蒙县", "杜尔伯特蒙古族自治县"),
        ("莫旗", "莫力达瓦达斡尔族自治旗"),
        ("莫力达瓦旗", "莫力达瓦达斡尔族自治旗"),
        ("锡盟", "锡林郭勒盟"),
        ("六枝", "六枝特区"),
        ("神农架", "神农架林区"),
        ("峰峰", "峰峰矿区"),
        ("浦东", "浦东新区"),
        ("五家渠", "五家渠市"),
        ("香港", "香港特别行政区"),
        ("内蒙", "内蒙古自治区"),
        ("东乡县", "东乡族自治县"),
        ("管城区", "管城回族区"),
    ],
)
def test_short_forms(name: str, expected: str) -> None:
    assert names(name)[0] == expected


@pytest.mark.parametrize(
    ("name", "now", "until"),
    [
        ("襄樊市", "襄阳市", "2010-12-09"),
        ("襄樊", "襄阳市", "2010-12-09"),
        ("大同县", "云州区", "2018-02-09"),
        ("思茅市", "普洱市", "2007-01-21"),
        ("伊克昭盟", "鄂尔多斯市", "2001-02-26"),
        ("哲里木盟", "通辽市", "1999-01-13"),
        ("毕节地区", "毕节市", "2011-10-22"),
        ("祁阳县", "祁阳市", "2021-01-20"),
        ("漠河县", "漠河市", "2018-02-22"),
        ("莱芜市", "莱芜区", "2018-12-26"),
        ("努尔苏丹", "阿斯塔纳", "2022-09-17"),
    ],
)
def test_former_names(name: str, now: str, until: str) -> None:
    division = PLACES.candidates(name)[0]
    assert division.name == now
    assert dict(zip(division.former, division.until, strict=True))[name][:4] == until[:4]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("大同市云州区", "140215"),
        ("大同云州", "140215"),
        ("黑龙江省牡丹江市绥芬河市", "231081"),
        ("牡丹江绥芬河", "231081"),
        ("山西省大同市云州区吉家庄乡", "140215201"),
        ("俄罗斯赤塔", "foreign/RU/赤塔"),
        ("哈萨克斯坦阿拉木图市", "foreign/KZ/阿拉木图"),
        ("巴州焉耆县", "652826"),
        ("吉林省吉林市", "220200"),
    ],
)
def test_names_with_their_parents(name: str, code: str) -> None:
    assert PLACES.candidates(name)[0].code == code


@pytest.mark.parametrize("name", ["", "市", "大同市绥芬河市", "俄罗斯阿拉木图", "没有这个地方", "吉" * 500])
def test_unknown_names(name: str) -> None:
    assert PLACES.candidates(name) == ()


def test_the_likelier_stands_first() -> None:
    assert names("吉林")[:2] == ["吉林省", "吉林市"]
    assert names("西安")[0] == "西安市"
    assert names("海南")[0] == "海南省"
    assert names("河南")[0] == "河南省"
    assert names("宝清")[0] == "宝清县"


@pytest.mark.parametrize("form", ["合作", "东方", "资源", "全州", "成县", "新城镇", "促进乡", "城区", "和平", "兴安"])
def test_weak_forms(form: str) -> None:
    assert PLACES.is_weak(form)


@pytest.mark.parametrize("form", ["绥芬河", "合作市", "东方市", "资源县", "延边", "巴州", "黑龙江", "芒市", "俄罗斯", "西安", "没有这个"])
def test_forms_that_stand_alone(form: str) -> None:
    assert not PLACES.is_weak(form)


def test_forms_without_the_weak_ones() -> None:
    every, strong = set(PLACES.forms()), set(PLACES.forms(weak=False))
    assert strong < every
    assert every - strong == {form for form in every if PLACES.is_weak(form)}
    assert list(PLACES.forms()) == sorted(every)


def test_no_form_of_one_character_or_with_signs() -> None:
    wrong = [form for form in PLACES.forms() if len(form) < 2 or not re.fullmatch(r"[\u3400-\u9fff（）()·\-]+", form)]
    assert wrong == []


@pytest.mark.parametrize(
    ("sign", "name"),
    [
        ("吉", "吉林省"),
        ("黑", "黑龙江省"),
        ("浙", "浙江省"),
        ("蒙", "内蒙古自治区"),
        ("沪", "上海市"),
        ("申", "上海市"),
        ("黔", "贵州省"),
        ("俄", "俄罗斯"),
        ("韩", "韩国"),
    ],
)
def test_signs(sign: str, name: str) -> None:
    found = PLACES.signed(sign)
    assert found is not None
    assert found.name == name


def test_every_province_has_a_sign() -> None:
    provinces = [d for d in PLACES.by_code.values() if d.level == "province" and d.parent == "country/CN"]
    assert len(provinces) == 34
    assert all(d.sign for d in provinces)
    assert PLACES.signed("牡") is None


def test_ancestors_nearest_first() -> None:
    chain = [division.name for division in PLACES.ancestors("231081100")]
    assert chain == ["绥芬河市", "牡丹江市", "黑龙江省", "中国"]
    assert PLACES.ancestors("country/CN") == ()
    assert PLACES.ancestors("nowhere") == ()
    assert [d.name for d in PLACES.ancestors("659004")] == ["新疆维吾尔自治区", "中国"]
    assert [d.name for d in PLACES.ancestors("310115")] == ["上海市", "中国"]


def test_contains() -> None:
    assert PLACES.contains("230000", "231081")
    assert not PLACES.contains("231081", "231081")
    assert not PLACES.contains("220000", "231081")


@pytest.mark.parametrize(
    ("name", "code", "expected"),
    [
        ("宝清", "230500", "230523"),
        ("云州区", "140000", "140215"),
        ("阜宁镇", "231081", "231081101"),
        ("朝阳区", "110000", "110105"),
        ("朝阳区", "220000", "220104"),
        ("朝阳区", "country/CN", None),
        ("绥芬河", "220000", None),
        ("没有", "220000", None),
        ("绥芬河", "nowhere", None),
    ],
)
def test_the_one_inside(name: str, code: str, expected: str | None) -> None:
    found = PLACES.within(name, code)
    assert (found.code if found else None) == expected


@given(st.sampled_from(CODES))
def test_every_form_leads_back(code: str) -> None:
    division = PLACES.by_code[code]
    for form in division.forms:
        assert division in PLACES.candidates(form)
    assert len(set(division.forms)) == len(division.forms)


@given(st.sampled_from(CODES))
def test_full_names_with_parents_lead_back(code: str) -> None:
    division = PLACES.by_code[code]
    above = [d for d in PLACES.ancestors(code) if d.level != "country"]
    chain = "".join(d.name for d in reversed(above)) + division.name
    assert division in PLACES.candidates(chain)


@given(st.sampled_from(CODES))
def test_parents_stand_higher_and_hold_the_code(code: str) -> None:
    division = PLACES.by_code[code]
    above = PLACES.ancestors(code)
    ranks = [LEVELS.index(d.level) for d in (division, *above)]
    assert ranks == sorted(set(ranks), reverse=True)
    assert (above[-1] if above else division).level == "country"
    if division.level == "township" and code.isdigit():
        assert code.startswith(division.parent.rstrip("0"))


def test_weak_forms_are_forms_and_dates_are_dates() -> None:
    for division in PLACES.by_code.values():
        assert set(division.weak) <= set(division.forms), division
        assert all(re.fullmatch(r"(\d{4}-\d\d-\d\d)?", date) for date in division.until), division
        assert len(division.former) == len(division.until)
        assert not division.short or division.short != division.name


def test_no_zone_passes_for_a_division() -> None:
    zone = re.compile("开发区|高新区|产业园|示范区|保税区|农场|林场|监狱")
    assert [d.name for d in PLACES.by_code.values() if zone.search(d.name)] == []


@given(st.text(max_size=60))
def test_any_text_may_be_asked(text: str) -> None:
    for division in PLACES.candidates(text):
        assert division.code in PLACES.by_code
    PLACES.within(text, "230000")


def test_loading_is_quick() -> None:
    """0.25 s is the aim on a quiet machine; five times that is broken."""
    begin = time.process_time()
    gazetteer.load(FOLDER)
    assert time.process_time() - begin < 1.25


@pytest.mark.parametrize("name", gazetteer.FILES)
def test_every_table_names_its_source_and_stays_small(name: str) -> None:
    path = FOLDER / f"{name}.tsv"
    head = "".join(line for line in path.read_text(encoding="utf-8").splitlines(keepends=True) if line.startswith("#"))
    assert re.search(r"Source|compilation", head)
    assert re.search(r"Apache-2\.0|WTFPL", head)
    assert re.search(r"20\d\d-\d\d-\d\d", head)
    assert path.stat().st_size < 5 * 2**20


def folder(tmp_path: Path, rows: str, header: str = HEADER) -> Path:
    for name in gazetteer.FILES:
        (tmp_path / f"{name}.tsv").write_text(header + rows if name == "divisions" else HEADER, encoding="utf-8")
    return tmp_path


ROW = "country/XX\t甲国\tcountry\t\t\t\t\t\t\n"


def test_a_small_table_of_our_own(tmp_path: Path) -> None:
    rows = ROW + "990000\t乙省\tprovince\tcountry/XX\t\t乙地|乙方\t丙省@1990-01-02|丙地\t乙方\t乙\n"
    places = gazetteer.load(folder(tmp_path, rows))
    assert places.by_code["990000"] == Division(
        "990000",
        "乙省",
        "province",
        "country/XX",
        "",
        ("乙地", "乙方"),
        ("丙省", "丙地"),
        ("1990-01-02", ""),
        ("乙方",),
        ("乙",),
    )
    assert list(places.forms(weak=False)) == ["丙地", "丙省", "乙地", "乙省", "甲国"]
    assert Gazetteer({}).candidates("乙省") == ()


@pytest.mark.parametrize(
    ("rows", "header", "message"),
    [
        ("a\tb\n", HEADER, "divisions.tsv:3: 2 cells instead of 9; separate them by tabs"),
        (
            ROW.replace("country\t", "realm\t"),
            HEADER,
            "divisions.tsv:3: unknown level 'realm'; one of country, province, prefecture, county, township",
        ),
        (ROW + ROW, HEADER, "divisions.tsv: code 'country/XX' stands twice"),
        (
            ROW.replace("\t\t\t\t\t\t\n", "\tcountry/YY\t\t\t\t\t\n"),
            HEADER,
            "'country/XX' has the unknown parent 'country/YY'",
        ),
        (ROW, "code\tname\n", "divisions.tsv:1: no source; begin with '#' lines that give source, licence and date"),
        (
            ROW,
            "# x\ncode\tnom\n",
            "divisions.tsv:2: columns must be code name level parent short aliases former weak sign (found: code nom)",
        ),
    ],
)
def test_errors_word_for_word(tmp_path: Path, rows: str, header: str, message: str) -> None:
    with pytest.raises(OntologyError) as caught:
        gazetteer.load(folder(tmp_path, rows, header))
    assert str(caught.value).endswith(message)


def test_a_missing_table(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match=r"divisions\.tsv: cannot be read as UTF-8 text"):
        gazetteer.load(tmp_path)
