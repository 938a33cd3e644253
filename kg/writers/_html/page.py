"""The page around the data: template, style, vendored vis-network and our script, bound by hashes."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from importlib.resources import files
from typing import Any

_HERE = files(__package__ or "kg.writers._html")
_HOLE = re.compile(r"\{\{(\w+)\}\}")
_ESCAPES = {sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def render(data: dict[str, Any]) -> str:
    """The whole HTML page. Nothing in ``data`` can become markup: it is JSON inside a script of no script type."""
    style = _read("style.css")
    vendor = _read("vendor/vis-network.min.js")
    app = "\n".join(_read(f"app/{name}") for name in sorted(part.name for part in _HERE.joinpath("app").iterdir()))
    parts = {
        "csp": "; ".join(
            (
                "default-src 'none'",
                f"script-src {_hash(vendor)} {_hash(app)}",
                f"style-src {_hash(style)}",
                "img-src data:",
                "base-uri 'none'",
                "form-action 'none'",
            )
        ),
        "style": style,
        "data": embed(data),
        "vendor": vendor,
        "app": app,
    }
    return _HOLE.sub(lambda hole: parts[hole[1]], _read("template.html"))


def embed(data: Any) -> str:
    """JSON that may stand inside a script element: < > & and the two line separators of JavaScript are escaped."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True, allow_nan=False)
    for sign, escape in _ESCAPES.items():
        text = text.replace(sign, escape)
    return text.encode("utf-8", "replace").decode("utf-8")


def _read(name: str) -> str:
    return _HERE.joinpath(*name.split("/")).read_text(encoding="utf-8").replace("\r\n", "\n")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"
