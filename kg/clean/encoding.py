"""Leftovers of encodings and transport: marks, control and invisible characters, entities, presentation forms."""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import replace

from kg.clean._chars import changed
from kg.model import Article, Rejected

BREAK = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]|\\r\\n|\\n(?=[\u3000\u4e00-\u9fff])")
SPACE = re.compile(r"[\t\xa0\u1680\u2000-\u200a\u202f\u205f]")
UNSEEN = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb\ufffe\uffff\ud800-\udfff\ufe00-\ufe0f]"
)
ENTITY = re.compile(r"&(?:amp;)?(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,5}|[a-zA-Z]{2,8});")
RADICALS = str.maketrans(
    "⺁⺌⺒⺓⺝⺟⺠⺢⺩⺪⺫⺬⺮⺯⺷⺸⺹⺼⺽⻁⻂⻄⻅⻆⻉⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳",
    "厂小巳幺月母民水王疋目示竹糸羊羊老肉臼虎衣西见角贝车長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟",
)
"""Those of the radicals supplement that Unicode gives no equivalent."""
ODD = re.compile(r"[^\n -~\u00b0-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\u2e7f\u3000-\ud7ff\ufe70-\uffef\U00010000-\U0010ffff]|\\[rn]")
COMPATIBLE = re.compile(r"[\u2e80-\u2fdf\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6b]")


def step(article: Article) -> list[Article | Rejected]:
    """Text and metadata. Line ends become "\\n", odd spaces plain ones; what cannot be seen goes; radicals become the
    characters they depict. The flag "encoding" where bytes were lost."""
    about = "\n".join((article.title, article.publisher, article.region, *article.authors))
    if ODD.search(about):
        title, publisher, region, *authors = map(seen, (article.title, article.publisher, article.region, *article.authors))
        article = replace(article, title=title, publisher=publisher, region=region, authors=tuple(authors))
    text = seen(article.text)
    return changed(article, text, *(("encoding",) if "\ufffd" in text else ()))


def seen(text: str) -> str:
    """``text`` as a reader sees it."""
    text = ENTITY.sub(_entity, text) if "&" in text else text
    if not ODD.search(text):
        return text
    text = UNSEEN.sub("", SPACE.sub(" ", BREAK.sub("\n", text)))
    return COMPATIBLE.sub(lambda match: unicodedata.normalize("NFKC", match[0]).translate(RADICALS), text)


def _entity(match: re.Match[str]) -> str:
    return html.unescape(html.unescape(match[0]))
