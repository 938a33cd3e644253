"""Leftovers of encodings and transport: marks, control and invisible characters, entities, presentation forms."""

from __future__ import annotations

import html
import re
import unicodedata

from kg.clean._chars import changed
from kg.model import Article, Rejected

BREAK = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]|\\r\\n|\\n(?=[\u3000\u4e00-\u9fff])")
SPACE = re.compile(r"[\t\xa0\u1680\u2000-\u200a\u202f\u205f]")
UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb\ufffe\uffff\ud800-\udfff\ufe00-\ufe0f]")
ENTITY = re.compile(r"&(?:amp;)?(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,5}|[a-zA-Z]{2,8});")
COMPATIBLE = re.compile(r"[\u2e80-\u2fdf\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6b]")


def step(article: Article) -> list[Article | Rejected]:
    """Line ends become "\\n", odd spaces plain ones; what cannot be seen goes; radicals become the characters they depict."""
    text = article.text
    text = ENTITY.sub(_entity, text) if "&" in text else text
    text = BREAK.sub("\n", text)
    text = UNSEEN.sub("", SPACE.sub(" ", text))
    text = COMPATIBLE.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    return changed(article, text, *(("encoding",) if "\ufffd" in text else ()))


def _entity(match: re.Match[str]) -> str:
    return html.unescape(html.unescape(match[0]))
