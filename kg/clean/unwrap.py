"""Hard-wrapped lines to paragraphs: narrow newspaper columns, lines with blank lines between all of them, broken columns."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import dataclass

from kg.clean._chars import HAN, changed
from kg.clean._signs import is_byline_line, is_lead
from kg.model import Article, Rejected

STOPS = "。！？；：…”）"
FULL_STOP = re.compile(r"[。！？…：；][”’）]*$")
PUNCTUATED = re.compile(r"[，。、；]")
ITEM = re.compile(
    r"^(#|[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.、．](?!\d)|[·•●■◆▲□○]|第[一二三四五六七八九十\d]+[条章节])"
)
CAPTION = re.compile(r"^(?:\[图\]|图为|图[一二三四①②③④][:：]|（?资料图|上图|下图|左图|右图)")
CREDIT = re.compile(r"(?:摄|供图|摄影报道|图[/／]文|文[/／]图)[）)]?$")
SPREAD = re.compile(rf"(?<![{HAN}])(?<![{HAN}] )[{HAN}](?: [{HAN}]){{2,}}(?![{HAN}])")
"""Characters set apart to fill a line."""
NARROW = re.compile(r"[\x00-\u1fff]+")
WIDEST = 110
"""Columns (a Chinese character takes two) of the longest line that a narrow setting has."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line that is not blank: its words, columns, indent (columns) and the blank lines above it."""

    text: str
    width: int
    indent: int
    blanks: int

    @property
    def ends(self) -> bool:
        """True if a sentence ends with it."""
        return bool(FULL_STOP.search(self.text))


def step(article: Article) -> list[Article | Rejected]:
    """One line a paragraph, without blank lines; headlines behind the last sentence of a wrapped page are marked "## "."""
    rows = _rows(article.text)
    paragraphs = _joined(rows) if is_wrapped(rows) else [row.text for row in rows]
    return changed(article, "\n".join(_mended(paragraphs)))


def _rows(text: str) -> list[Row]:
    """The lines of ``text``; exact columns only where the page can be wrapped at all."""
    rows, blanks = [], 0
    lines = text.split("\n")
    narrow = sum(len(line) > WIDEST for line in lines) * 10 <= sum(not line.isspace() and line != "" for line in lines)
    for line in lines:
        bare = line.strip(" \u3000")
        if not bare:
            blanks += 1
            continue
        indent = sum(2 if char == "\u3000" else 1 for char in line[: len(line) - len(line.lstrip(" \u3000"))])
        rows.append(Row(SPREAD.sub(_closed, bare) if " " in bare else bare, _columns(bare) if narrow else 2 * len(bare), indent, blanks))
        blanks = 0
    return rows


def _closed(match: re.Match[str]) -> str:
    return match[0].replace(" ", "")


def _columns(text: str) -> int:
    return 2 * len(text) - sum(map(len, NARROW.findall(text)))


def is_wrapped(rows: list[Row]) -> bool:
    """True if most lines end inside a sentence and go on in a line of about the same width."""
    if len(rows) < 4 or sum(row.width > WIDEST for row in rows) > len(rows) / 10:
        return False
    going_on = sum(not row.ends and row.width >= 12 and row.width + 8 >= after.width and not ITEM.match(after.text) for row, after in itertools.pairwise(rows))
    punctuated = sum(bool(PUNCTUATED.search(row.text)) for row in rows)
    return going_on >= 0.5 * len(rows) and punctuated >= 0.5 * len(rows)


def _joined(rows: list[Row]) -> list[str]:
    usual = Counter(row.blanks for row in rows[1:]).most_common(1)[0][0]
    tail = max((number for number, row in enumerate(rows) if row.ends), default=-1) + 1
    while tail < len(rows) and (rows[tail].text[0] in "（(" or CREDIT.search(rows[tail].text)) and _apart(rows[tail].text):
        tail += 1
    indented = sum(row.indent >= 2 for row in rows) >= max(2, len(rows) // 40)
    out: list[str] = []
    for number, row in enumerate(rows[:tail]):
        if number and not _begins(rows, number, usual, indented):
            out[-1] = _glue(out[-1], row.text)
        else:
            out.append(row.text)
            if _is_heading(rows, number, indented):
                rows[number] = Row("。", 0, row.indent, row.blanks)  # what follows begins a paragraph
    return out + _tail(rows[tail:], usual)


def _tail(rows: list[Row], usual: int) -> list[str]:
    """Headlines behind the last sentence, as PDF pages give them; lines set closer than usual are one headline."""
    out: list[str] = []
    for row in rows:
        if out and row.blanks < usual:
            out[-1] += ("" if row.text.startswith("——") else " ") + row.text
        else:
            out.append("## " + row.text)
    return out


def _apart(text: str) -> bool:
    """True for a line that stands by itself: a byline in brackets, a photo credit."""
    return is_byline_line(text) or bool(CREDIT.search(text) and len(text) < 60)


def _begins(rows: list[Row], number: int, usual: int, indented: bool) -> bool:
    """True if a paragraph begins with the row ``number``."""
    row, before = rows[number], rows[number - 1]
    if is_lead(row.text) or CAPTION.match(row.text) or (_apart(row.text) and before.ends) or _apart(before.text):
        return True
    if indented and row.indent >= 2 and row.indent > before.indent:
        return True
    if indented and row.indent >= 2 and before.ends:
        return True
    if not before.ends:
        return row.blanks > usual + 1 and _is_heading(rows, number, indented)
    if _is_heading(rows, number, indented):
        return True
    column = _column(rows, number - 1)
    if before.width + min(before.indent, 4) <= column - 3:
        return True
    return not indented and not row.ends and row.width <= _column(rows, number) - 3


def _is_heading(rows: list[Row], number: int, indented: bool) -> bool:
    """True for a short line between paragraphs that ends no sentence, where the next line begins a paragraph."""
    row = rows[number]
    if row.ends or is_lead(row.text) or _apart(row.text) or CAPTION.match(row.text) or re.search(r"[，。]", row.text):
        return False
    if (number and not rows[number - 1].ends) or number + 1 >= len(rows) or row.text.count("“") != row.text.count("”"):
        return False
    column, after = _column(rows, number), rows[number + 1]
    if indented:
        begins = after.indent >= 2 and (row.indent < 2 or row.indent > after.indent + 2)
        return begins and row.width + row.indent <= column - 2
    usual = sorted(near.width for near in rows[max(0, number - 3) : number] + rows[number + 1 : number + 4])
    return row.width <= min(column, usual[len(usual) // 2]) - 6 and (after.width <= column - 3 or is_lead(after.text) or _apart(after.text))


def _column(rows: list[Row], number: int) -> int:
    """Width of the column around a row."""
    return max(row.width + min(row.indent, 4) for row in rows[max(0, number - 2) : number + 3])


def _glue(before: str, after: str) -> str:
    space = " " if re.search(r"[A-Za-z]$", before) and re.match(r"[A-Za-z]", after) else ""
    return before + space + after


def _mended(paragraphs: list[str]) -> list[str]:
    """Paragraphs that a column or page break tore in two, joined again."""
    out: list[str] = []
    for text in paragraphs:
        if out and _torn(out[-1], text):
            out[-1] += text
        else:
            out.append(text)
    return out


def _torn(before: str, after: str) -> bool:
    return (
        len(before) >= 25
        and before[-1] not in STOPS
        and bool(re.search(rf"[{HAN}，、\da-zA-Z]$", before))
        and bool(re.search(r"[，。]", before))
        and not CREDIT.search(before)
        and not before.startswith("#")
        and "。" in after
        and bool(re.match(rf"[{HAN}\da-zA-Z“，、。]", after))
        and not ITEM.match(after)
        and not is_lead(after)
        and not CAPTION.match(after)
    )
