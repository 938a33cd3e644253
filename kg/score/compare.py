"""When two names, amounts and indicators count as the same."""

from __future__ import annotations

import re
import unicodedata

_JUNK = re.compile(r"[\s\"'“”‘’「」『』《》〈〉〔〕【】\[\]()（）·•,，、。;；:：—－\-~～]+")
_MULTIPLIERS = (
    ("万亿", 1e12),
    ("千亿", 1e11),
    ("百亿", 1e10),
    ("亿", 1e8),
    ("千万", 1e7),
    ("百万", 1e6),
    ("万", 1e4),
    ("千", 1e3),
)
_UNIT_ALIAS = {"人民币": "元", "元人民币": "元", "百分之": "%", "km": "公里", "千米": "公里", "平米": "平方米", "㎡": "平方米",
               "m2": "平方米", "吨/年": "吨", "项": "个", "家": "家", "余": "", "pct": "%"}  # fmt: skip


def normal(name: object) -> str:
    """``name`` without white space, quotation marks, brackets and case: what two forms are compared by."""
    return _JUNK.sub("", unicodedata.normalize("NFKC", str(name))).lower()


def quantity(value: object, unit: object) -> tuple[float, str] | None:
    """``value`` scaled by the multiplier in ``unit`` to 9 significant digits, with the bare unit; None if no number."""
    word = unicodedata.normalize("NFKC", str(unit or "")).strip()
    factor = 1.0
    for prefix, scale in _MULTIPLIERS:
        if word.startswith(prefix):
            word, factor = word[len(prefix) :], scale
            break
    word = re.sub(r"^(余|多|个(?=小时|工作日|百分点))", "", word)
    try:
        number = float(str(value).replace(",", "").replace("，", ""))
    except ValueError:
        return None
    return float(f"{number * factor:.9g}"), _UNIT_ALIAS.get(word, word)


def similar(one: object, other: object) -> bool:
    """True if one indicator contains the other or they share at least 40 % of their character bigrams (Dice)."""
    a, b = normal(one), normal(other)
    if not a or not b:
        return False
    if a in b or b in a:
        return True
    x, y = ({s[i : i + 2] for i in range(len(s) - 1)} or {s} for s in (a, b))
    return 2 * len(x & y) / (len(x) + len(y)) >= 0.4
