"""The text field of a row: plain, or HTML as many exports have it."""

from __future__ import annotations

import re

from kg.readers._html import lines, parse

MARKUP = re.compile(r"</(p|div|span|td|h[1-6]|li)>|<br\s*/?>|<p>", re.I)


def to_text(value: str) -> str:
    """``value`` as lines of text; its markup, if it has any, is read as a page."""
    return "\n".join(lines(parse(value))) if MARKUP.search(value) else value
