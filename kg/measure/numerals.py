"""Numbers as written: Arabic digits, Chinese numerals, fractions."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "○": 0, "俩": 2}
_PLACES = {"十": 10, "百": 100, "千": 1000}


def arabic(text: str) -> Decimal | None:
    """The value of digits with commas or stray spaces ("1,846", "1 004.6"); None if it is no number."""
    try:
        value = Decimal(text.replace(",", "").replace(" ", ""))
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def chinese(text: str) -> Decimal | None:
    """The value of a numeral below 10,000 ("两百三十", "十二", "二〇二一", "三点五"); None if it is none.

    >>> chinese("两百三十")
    Decimal('230')
    """
    whole, point, fraction = text.partition("点")
    if point:
        left, right = chinese(whole), [_DIGITS.get(c) for c in fraction]
        if left is None or not right or None in right:
            return None
        return Decimal(f"{left}.{''.join(str(d) for d in right)}")
    if not whole:
        return None
    if not any(c in _PLACES for c in whole):
        figures = [_DIGITS.get(c) for c in whole]
        return None if None in figures else Decimal("".join(str(d) for d in figures))
    return _places(whole)


def _places(text: str) -> Decimal | None:
    """A numeral with 十, 百, 千; a bare 百 counts one hundred."""
    total, current = 0, -1
    for char in text:
        if char in _PLACES:
            total += (1 if current < 0 else current) * _PLACES[char]
            current = -1
        elif char in _DIGITS:
            current = _DIGITS[char]
        else:
            return None
    return Decimal(total + max(current, 0))


def fraction(denominator: str, numerator: str) -> Decimal | None:
    """三分之二 as a percentage with one decimal place (66.7); None if it is no fraction."""
    below, above = chinese(denominator), chinese(numerator)
    if not below or above is None:
        return None
    return (above * 100 / below).quantize(Decimal("0.1"))
