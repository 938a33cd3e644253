"""Markdown and Jekyll posts: YAML front matter, then Markdown or HTML paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, BinaryIO

import yaml
from markdown_it import MarkdownIt

from kg.errors import InputError
from kg.model import Article
from kg.readers._encoding import decode
from kg.readers._fields import article, plain
from kg.readers._html import lines, parse
from kg.readers._limits import whole

SUFFIXES = (".md", ".markdown")
FRONT = re.compile(r"\ufeff?\s*---[ \t]*\r?\n(.*?\n)?(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.S)
OPENED = re.compile(r"\ufeff?\s*---[ \t]*\r?\n\s*[\w\u4e00-\u9fff-]+\s*:")
LINK = re.compile(r"^[ \t]*<(https?://[^\s<>]{4,500})>[ \t]*$", re.M)
"""An address alone on a line: where the post came from."""
MAX_FRONT = 1 << 16
BLOCK_TAG = re.compile(r"<(p|div|figure|table|ul|ol|h[1-6]|section|article)\b", re.I)
INDENT = re.compile(r"^[ \t\u3000]+(?=\S)", re.M)
MARKDOWN = MarkdownIt("commonmark", {"breaks": True}).enable("table")  # a break is a paragraph to many; cleaning joins wrapped lines


def read(stream: BinaryIO, name: str) -> Iterator[Article]:
    """The post as one raw article; headings keep their marks ("## ") for the splitting of the page.

    Raises:
        InputError: as for text, or the front matter is broken; the line is named.
    """
    text, flags = decode(whole(stream, name), name)
    front, body = split(text, name)
    made = article(front, name, body_text(body))
    link = LINK.search(body)
    yield replace(made, flags=flags, url=made.url or (link[1] if link else ""))


def split(text: str, name: str) -> tuple[Mapping[str, Any], str]:
    """(front matter, body) of a post; no front matter gives an empty mapping.

    Raises:
        InputError: the front matter is not closed, not YAML, or no mapping.
    """
    match = FRONT.match(text[: MAX_FRONT + 8])
    if not match:
        if OPENED.match(text):
            raise InputError(f"{name}:1", "the front matter is never closed; end it with a line '---'")
        return {}, text
    try:
        front = yaml.load(match[1] or "", Loader=yaml.BaseLoader)  # only text, lists and mappings: 2022-02-30 is no error
    except yaml.MarkedYAMLError as error:
        line = (error.problem_mark.line if error.problem_mark else 0) + 1 + text[: match.start(1)].count("\n")
        raise InputError(f"{name}:{line}", f"the front matter is not YAML ({error.problem}); put the value in quotes") from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise InputError(f"{name}:2", f"the front matter is not YAML ({plain(str(error))[:80]}); put the value in quotes") from error
    if not isinstance(front, dict) and front not in (None, ""):
        raise InputError(f"{name}:2", "the front matter is no list of 'key: value'; write one a line")
    return front or {}, text[match.end() :]


def body_text(body: str) -> str:
    """The paragraphs of Markdown or HTML ``body``, one a line."""
    if not BLOCK_TAG.search(body):
        body = MARKDOWN.render(INDENT.sub("", body))  # an indented Chinese paragraph is no code block
    return "\n".join(lines(parse(body)))
