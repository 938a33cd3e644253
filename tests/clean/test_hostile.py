"""No text makes cleaning slow: time grows with its length, whatever is repeated."""

from __future__ import annotations

import time

import pytest

from kg.clean import clean
from kg.model import Article

UNITS = (
    "“", "”", "‘", "（", "(", "（好", "）", "?！", "?！啊", "??口", "好 ", "1 ", "1", "１ ", "好1 ", "。", "，", "，，", ",", "“好", "“好”", "“好“", "图为", "摄", "记者", "（记者", "（记者 ", "来源：",
    "\n", "\n\n", "　　好\n", "好\n", "——", "-", "*", "好*", "某", "## 好\n", "# ", "[图]", "[好](", "](x)", "&", "&amp;", "|", "| ", ">> ", "首页 ", "0 0.", "1.1 ", "(mào", "好(", "一、", "《", "…", ".",
    "\\n", "鍙", "Ã©", "http://", "a ", "本报讯（", "又讯", "3月", "2022年", "20", "是", "责任编辑：", "：", "·", "好·", "(好)", "l", "囗曰", "好：\n", "——好\n", "秦朗 ", "、", "”“", "好好好好好好好好好好，好好好好好好好好好好好好好好\n",
)  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
def test_repeated(unit: str) -> None:
    text = unit * (20000 // len(unit)) + "好。"
    start = time.process_time()
    assert clean(Article("", "甲", "", text, "甲.txt"))
    assert time.process_time() - start < 2
