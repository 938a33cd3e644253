"""Readings that a web converter printed behind characters: 貿(mào)易 -> 貿易. Real brackets stay."""

from __future__ import annotations

import re

from kg.clean._chars import HAN, changed
from kg.model import Article, Rejected

TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"
SYLLABLE = r"(?:[bpmfdtnlgkhjqxzcsryw]|[zcs]h)?(?:i?[ao](?:ng?|o)?|u?a(?:i|ng?)?|[iue]|[ei]i|ui|uo|ue|ie|ve|üe?|ou|iu|e[nr]|eng|i?ong|in|ing|un|ün|er)"
MARKED = re.compile(rf"(?<=[{HAN}])(?:[(（][a-zü]{{0,3}}[{TONED}][a-zü]{{0,3}}[)）])+")
NEUTRAL = re.compile(rf"(?<=[{HAN}])(?:[(（]{SYLLABLE}[)）])+")
TONE = re.compile(f"[{TONED}]")
MANY = 3


def step(article: Article) -> list[Article | Rejected]:
    """Toned readings always go; untoned ones (個(ge)) only on a page that has toned ones too."""
    if not TONE.search(article.text):
        return [article]
    text, count = MARKED.subn("", article.text)
    return changed(article, NEUTRAL.sub("", text) if count >= MANY else text)
