"""IRIs computed from content: readable, valid whatever the news may hold, the same on every machine."""

from __future__ import annotations

import hashlib
import json
import re

# RFC 3987 ipchar, and "/" because keys are paths. Bidirectional marks are shut out by section 4.1 of the RFC;
# "%" is encoded too, so that two keys never share one IRI.
_FORBIDDEN = re.compile(
    "[^A-Za-z0-9\\-._~!$&'()*+,;=:@/"
    "\u00a0-\u200d\u2010-\u2029\u202f-\u2065\u206a-\ud7ff\uf900-\ufdcf\ufdf0-\uffef"
    + "".join(f"{chr(plane * 0x10000)}-{chr(plane * 0x10000 + 0xFFFD)}" for plane in range(1, 14))
    + "\U000e1000-\U000efffd]"
)
_DOTS = re.compile(r"(?<=/)\.{1,2}(?=/|\Z)|\A\.{1,2}(?=/|\Z)")


def _encode(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found.group().encode("utf-8", "surrogatepass"))


def local(key: str) -> str:
    """``key`` as the tail of an IRI: only what RFC 3987 forbids in a path is percent-encoded, Chinese stays.

    >>> local("company/甲 <乙>")
    'company/甲%20%3C乙%3E'
    """
    safe = _FORBIDDEN.sub(_encode, key)
    return _DOTS.sub(_encode_dots, safe) if "." in safe else safe


def _encode_dots(found: re.Match[str]) -> str:
    return found.group().replace(".", "%2E")


def digest(*parts: str) -> str:
    """Twenty hexadecimal digits of SHA-256 over the parts as a JSON list, in which no two lists are written alike."""
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:20]
