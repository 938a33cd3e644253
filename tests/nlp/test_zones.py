"""Zones: with a place, with a name of their own, and the words that only stand for one."""

from __future__ import annotations

import pytest

from tests.nlp.reading import names, read

CASES = [
    ("一行来到延吉高新技术产业开发区、珲春综合保税区。", {"延吉高新技术产业开发区", "珲春综合保税区"}),
    ("产品准备走霍尔果斯口岸，也走绥芬河铁路口岸。", {"霍尔果斯口岸", "绥芬河铁路口岸"}),
    ("企业落户马林有色金属产业园区，背靠柳河健康产业园区。", {"马林有色金属产业园区", "柳河健康产业园区"}),
    ("中国（黑龙江）自由贸易试验区黑河片区获批。", {"中国（黑龙江）自由贸易试验区黑河片区"}),
    ("那吾镇党委书记、市现代农牧业产业园管委会主任。", {"市现代农牧业产业园"}),
    ("全市建成3个产业园区、多个示范区，各园区比学赶超。", set()),
    ("延吉市食品产业园建设项目开工。", set()),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_zones_of_a_sentence(text: str, expected: set[str]) -> None:
    assert names(read(text), "Zone") == expected


def test_a_zone_word_alone_is_an_anaphor() -> None:
    kinds = {m.name: m.kind for m in read("延吉高新区扩容。园区派来专员，经开区也来人。").mentions if m.type == "Zone"}
    assert kinds["延吉高新区"] == "name"
    assert kinds["园区"] == "anaphor"
