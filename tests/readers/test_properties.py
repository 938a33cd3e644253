"""Any bytes under any name are read, or refused with a reason: never another error."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import InputError
from kg.model import Article, Rejected
from kg.readers import read_stream

PIECES = (
    "---\n", "title: 甲\n", "date: 2022-01-04\n", "date: [\n", "- a\n", ": ", "&a ", "*a", "<p>", "</p>", "<div>", "<table><tr><td>", "<!DOCTYPE html>", "<html>", "<script>", "&nbsp;", "<!--", "]]>",
    '{"text": "', '"}', '"', "\n", "{", "}", "[", "]", "null", "text,title\n", "text\ttitle\n", ",", "\t", "正文。", "本报讯", "# ", "- ", "> ", "`", "![", "](", "%PDF-1.4\n", "\x00", "\ufeff", "1 0 obj",
)  # fmt: skip
NAMES = ("甲.txt", "甲.md", "甲.html", "甲.pdf", "甲.jsonl", "甲.json", "甲.csv", "甲.tsv", "甲", "2022-01-04-甲.md", ".csv")
BYTES = st.binary(max_size=300) | st.lists(st.sampled_from(PIECES), max_size=30).map(lambda parts: "".join(parts).encode())


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=150, deadline=None)
@given(data=BYTES)
def test_read_or_refused(name: str, data: bytes) -> None:
    try:
        items = list(read_stream(io.BytesIO(data), name))
    except InputError as error:
        assert str(error).startswith(name) and "\n" not in str(error)
        return
    for item in items:
        assert item.source.startswith(name)
        assert isinstance(item, Article) or (isinstance(item, Rejected) and item.step == "read" and "\n" not in item.reason)


@pytest.mark.parametrize("marks", ["%PDF-1.4\n", "%PDF-1.7\nxref\n0 1\ntrailer <</Root 1 0 R>>\nstartxref\n9\n%%EOF"])
@settings(max_examples=100, deadline=None)
@given(data=st.binary(max_size=200))
def test_broken_pdf(marks: str, data: bytes) -> None:
    with pytest.raises(InputError):
        list(read_stream(io.BytesIO(marks.encode() + data), "甲.pdf"))
