"""The one-character words for the level of a division: what 市 or 区 can stand for."""

from __future__ import annotations

from kg.gazetteer import Division

LETTERS = "省市县区州旗盟镇乡村"


def letters(division: Division | None, name: str = "") -> str:
    """The characters by which people point at a division: 市 for 延吉市, 区 for 元宝山区 and 宁夏回族自治区, 地 for 大兴安岭地区."""
    full = division.name if division else name
    if full.endswith("地区"):
        return "地"
    if full.endswith(("社区", "嘎查", "屯")):
        return "村"
    if full.endswith("街道"):
        return "街"
    if full.endswith("苏木"):
        return "乡"
    return full[-1:] if full[-1:] in LETTERS else ""
