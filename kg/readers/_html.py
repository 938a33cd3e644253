"""A parsed page to lines of text: blocks are lines, headings keep "## ", captions are marked, furniture is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree, html

CAPTION = "[图] "
"""Begins a line that the page itself marks as the caption of a picture."""
DROPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "nav",
        "footer",
        "aside",
        "form",
        "iframe",
        "object",
        "embed",
        "select",
        "button",
        "svg",
        "canvas",
        "video",
        "audio",
        "map",
        "head",
    ]
)
BLOCKS = frozenset(
    [
        "address",
        "article",
        "blockquote",
        "body",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "header",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
        "center",
        "caption",
        "br",
    ]
)
HEADINGS = {f"h{level}": "#" * level + " " for level in range(1, 7)}
WRAP = re.compile(r"(?<=[\u2e80-\u9fff\uff00-\uffef\u201d])[ \t]*\n[ \t\n]*(?=[\u2e80-\u9fff\uff00-\uffef\u201c])")
"""A line break of the source between two Chinese characters: no space was meant."""
SPACE = re.compile(r"[ \t\r\n\f\xa0]+")
XML = re.compile(r"^\s*<\?xml[^>]*>")
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


def parse(markup: str) -> html.HtmlElement:
    """The tree of ``markup``; never fails: what is no markup is one paragraph."""
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False)
    data = XML.sub("", markup).encode("utf-8", "replace")
    try:
        tree = html.document_fromstring(data or b"<p></p>", parser=parser)
    except (etree.ParserError, ValueError, AssertionError):
        tree = html.document_fromstring(b"<p></p>")
    return tree


def lines(root: html.HtmlElement) -> list[str]:
    """The text of ``root`` as lines without empty ones."""
    out: list[str] = []
    current: list[str] = []

    def flush(mark: str = "") -> None:
        text = SPACE.sub(" ", WRAP.sub("", "".join(current))).strip(" ")
        current.clear()
        if text:
            out.append(mark + text)

    mark = ""
    for what, value in _events(root):
        if what == "text":
            current.append(value)
        elif what == "open":
            flush(mark)
            mark = _mark(value) or mark
        else:
            flush(mark)
            mark = "" if _mark(value) else mark
    flush()
    return out


def _mark(tag: str) -> str:
    return CAPTION if tag == "figcaption" else HEADINGS.get(tag, "")


def _events(root: html.HtmlElement) -> Iterator[tuple[str, str]]:
    """("open" or "close", tag) of blocks and ("text", words), in document order; a walk without recursion."""
    walker = etree.iterwalk(root, events=("start", "end"))
    for action, node in walker:
        tag = node.tag if isinstance(node.tag, str) else ""
        if action == "start":
            if not tag or tag in DROPPED or HIDDEN.search(node.get("style") or ""):
                walker.skip_subtree()
                continue
            if tag in BLOCKS:
                yield "open", tag
            elif tag in ("td", "th"):
                yield "text", "\xa0"  # a space that no line break swallows
            yield "text", node.text or ""
        else:
            if tag in BLOCKS and tag not in DROPPED:
                yield "close", tag
            yield "text", node.tail or ""
