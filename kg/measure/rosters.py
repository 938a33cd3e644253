"""Lists whose head tells the state of all projects in them: 签约项目名单：, 集中开工项目如下：."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.measure.clauses import paragraphs
from kg.measure.mentions import Mentions
from kg.model import Document, Span

_HEAD = re.compile(
    r"(?P<word>签约|开工|动工|竣工|投产)(?:建设)?(?:的)?(?:项目|企业|重点|部分|产业)*(?:名单|清单|目录|一览表?|如下|简介|有|介绍|[：:]|(?:分别)?是)"
)
_AHEAD = re.compile(r"拟|待|计划|将|年度|储备|谋划|应|拟定|重点")
_ITEM = re.compile(r"\s*(?:[●■◆▲·•※▪★☆○◇—-]|[（(]?[一二三四五六七八九十\d]+[)）.．、])")
_STATE = {"签约": "signed", "开工": "started", "动工": "started", "竣工": "completed", "投产": "inOperation"}
_SHORT = 80


def rosters(document: Document, mentions: Mentions) -> Iterator[tuple[str, str, Span]]:
    """Each project that a list names, the state that the list's head gives it, and the entry."""
    text, state = document.text, ""
    for paragraph in paragraphs(text):
        words = text[paragraph.start : paragraph.end].rstrip()
        head = _HEAD.search(words[-30:]) if words.endswith(("：", ":")) or (len(words) <= 30 and words[-1:] not in "。！？；") else None
        projects = [m for m in mentions.within(paragraph) if m.type == "Project"]
        if head and not projects and paragraph.start >= document.article.body:
            state = "" if _AHEAD.search(words) else _STATE[head["word"]]
        elif state and (_ITEM.match(words) or (len(words) < _SHORT and projects)):
            for mention in projects[:1]:
                yield mention.entity, state, paragraph
        else:
            state = ""
