"""What a source is: content first, suffix second."""

from __future__ import annotations

import pytest

from kg.readers._sniff import kind


@pytest.mark.parametrize(
    ("name", "text", "is_"),
    [
        ("甲.txt", "正文。", "text"),
        ("甲", "正文。", "text"),
        ("甲.txt", "---\ntitle: 甲\n---\n正文。", "markdown"),
        ("甲.txt", "----------\n正文。", "text"),
        ("甲.txt", "---\n正文。", "text"),
        ("甲.md", "正文。", "markdown"),
        ("甲.txt", "<!DOCTYPE html><html><body>正文。", "html"),
        ("甲.txt", "<p>甲。</p>\n<p>乙。</p>", "html"),
        ("甲.txt", "公式 a<p 与 b>c 成立。", "text"),
        ("甲.html", "没有标记的正文。\n第二段。", "text"),
        ("甲.htm", "<b>甲</b><p>乙", "html"),
        ("甲.txt", '{"text": "正文。"}\n', "jsonl"),
        ("甲.json", '[\n{"text": "正文。"}]', "jsonl"),
        ("甲.txt", "[图] 会场。\n正文。", "text"),
        ("甲.txt", "title,text\n甲,正文。", "csv"),
        ("甲.txt", "标题\t正文\n甲\t正文。", "csv"),
        ("甲.txt", "首页 | 内容 | 专题\n正文。", "text"),
        ("甲.csv", "正文\n甲。", "csv"),
        ("甲.txt", "%PDF-1.7\n", "pdf"),
        ("甲.pdf", "其实是正文。", "pdf"),
    ],
)
def test_kind(name: str, text: str, is_: str) -> None:
    assert kind(text.encode(), name) == is_
