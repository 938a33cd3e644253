"""Bad input is refused with place, fault and mend in one sentence; the rest goes on."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from kg import readers
from kg.errors import InputError
from kg.model import Article, Rejected

NOBODY = 65534
SAMPLES = Path(__file__).parent / "samples"


def archive() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        file.writestr("甲.txt", "正文")
    return stream.getvalue()


def locked() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(SAMPLES / "pdf" / "page.pdf"))
    writer.encrypt("秘密")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def pictures() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("空.txt", b"", "空.txt: it is empty; give a file with text"),
        ("空.txt", b"\xef\xbb\xbf \n\n", "空.txt: it is empty; give a file with text"),
        ("空.txt", b"\x00" * 500, "空.txt: it is empty; give a file with text"),
        ("乱.txt", bytes(range(256)) * 20, "乱.txt: it is a binary file, not text; save the document as text, PDF or HTML"),
        ("包.txt", archive(), "包.txt: it is a zip archive or Office file; unpack it, or save the document as PDF or text"),
        ("图.jpg", b"\xff\xd8\xff\xe0" + b"\x10" * 99, "图.jpg: it is an image; recognise its text (OCR) first"),
        ("码.txt", b"\x81\x20\xff\x9f\xe0\x30" * 200, "码.txt: its encoding is unknown (tried UTF-8, GB18030, Big5, UTF-16); save it as UTF-8"),
        ("锁.pdf", locked(), "锁.pdf: it is locked by a password; save an unlocked copy"),
        ("扫.pdf", pictures(), "扫.pdf: its 1 page(s) have no text layer, only pictures; recognise the text (OCR) first"),
        ("坏.pdf", b"%PDF-1.7\n1 0 obj <<", "坏.pdf: it is a damaged PDF ("),
        ("帖.md", "---\ntitle: 甲\ndate: [2022\n---\n正文。".encode(), "帖.md:4: the front matter is not YAML ("),
        ("帖.md", "---\ntitle: 开工: 新局\n---\n正文。".encode(), "帖.md:2: the front matter is not YAML (mapping values are not allowed here); put the value in quotes"),
        ("帖.txt", "---\ntitle: 甲\n正文没有结束。".encode(), "帖.txt:1: the front matter is never closed; end it with a line '---'"),
        ("表.csv", "title,body2\n甲,乙\n".encode(), "表.csv:1: no column 'text' (has: title, body2); name the column of the article 'text'"),
        ("长.txt", "好".encode() * (6 << 20), "长.txt: it is larger than 16 MB, too much for one page; split it, or give one article a line as JSON Lines"),
    ],
)  # fmt: skip
def test_a_source_is_refused(name: str, data: bytes, says: str) -> None:
    with pytest.raises(InputError) as error:
        list(readers.read_stream(io.BytesIO(data), name))
    assert str(error.value).startswith(says)
    assert str(error.value).count("\n") == 0


@pytest.mark.parametrize(
    ("data", "where", "says"),
    [
        ('{"title": "甲", "body": ""}', "行.jsonl:2", "no 'text' (has: body, title); name the field of the article 'text'"),
        ('{"title": 甲}', "行.jsonl:2", "not JSON (Expecting value at column 11); write one object a line"),
        ("[1, 2]", "行.jsonl:2", 'no object but a list; write {"title": …, "text": …}'),
        ("{" * 5, "行.jsonl:2", "not JSON (Expecting property name enclosed in double quotes at column 2); write one object a line"),
        ('{"text": 5}', "行.jsonl:2", "no 'text' (has: text); name the field of the article 'text'"),
    ],
)
def test_a_bad_line_is_refused_and_the_others_go_on(data: str, where: str, says: str) -> None:
    rows = ['{"text": "前一篇。"}', data, "", '{"text": "后一篇。"}']
    found = list(readers.read_stream(io.BytesIO("\n".join(rows).encode()), "行.jsonl"))
    assert [item.text for item in found if isinstance(item, Article)] == ["前一篇。", "后一篇。"]
    assert [item for item in found if isinstance(item, Rejected)] == [Rejected(where, "read", says)]


def test_a_line_that_is_not_utf8_is_refused() -> None:
    data = '{"text": "前一篇。"}\n'.encode() + b'{"text": "\xff"}\n' + '{"text": "后一篇。"}\n'.encode()
    found = list(readers.read_stream(io.BytesIO(data), "行.jsonl"))
    assert [item.reason for item in found if isinstance(item, Rejected)] == ["not UTF-8 (byte 11); save the file as UTF-8"]
    assert len(found) == 3


def test_bad_rows_of_a_table_are_refused() -> None:
    data = "title,text\n甲,正文一。\n乙,\n丙,一,二\n丁,正文二。\n"
    found = list(readers.read_stream(io.BytesIO(data.encode()), "表.csv"))
    assert [(item.source, item.reason) for item in found if isinstance(item, Rejected)] == [
        ("表.csv:3", "the text is empty; fill it or remove the row"),
        ("表.csv:4", "3 cells for 2 columns; put cells that contain the separator in quotes"),
    ]
    assert [item.title for item in found if isinstance(item, Article)] == ["甲", "丁"]


def test_a_quote_that_is_never_closed_swallows_no_other_file() -> None:
    data = 'title,text\n甲,"正文' + "长" * 100
    found = list(readers.read_stream(io.BytesIO(data.encode()), "表.csv"))
    assert len(found) == 1


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda path: None, "there is no such file (any more); check the path"),
        (lambda path: path.mkdir(), "it is a folder; give its files, or the folder itself to the command"),
    ],
)
def test_what_is_no_file_is_refused(tmp_path: Path, make: Callable[[Path], None], says: str) -> None:
    path = tmp_path / "甲.txt"
    make(path)
    with pytest.raises(InputError) as error:
        list(readers.read(path, "甲.txt"))
    assert error.value.reason == says


@contextmanager
def as_nobody() -> Iterator[None]:
    """Root may read everything: while the block runs, its rights are those of the user nobody."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


def test_no_permission(tmp_path: Path) -> None:
    path = tmp_path / "甲.txt"
    path.write_text("正文。", encoding="utf-8")
    path.chmod(0)
    with as_nobody(), pytest.raises(InputError) as error:
        list(readers.read(path, "甲.txt"))
    assert error.value.reason == "no permission to read it; change its mode (chmod u+r) or run as its owner"
