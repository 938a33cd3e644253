"""How news pages show where an article begins and who wrote it: the patterns that several steps share."""

from __future__ import annotations

import re

from kg.clean._chars import HAN

MEDIA = r"(?:日报|晚报|时报|商报|早报|晨报|都市报|周报|报|社|网|台|客户端|融媒体?(?:中心)?|新媒体(?:中心)?|发布|新闻中心|全媒体(?:中心)?|电视|广播|中心)"
ROLE = r"(?:(?:本报|本网|本台|本社)?(?:全媒体|融媒体?|首席|特约|见习|实习|驻[\u4e00-\u9fff]{1,4}|文旅|经济|时政)*(?:记者|通讯员|实习生|撰稿人?|评论员))"
LEAD = re.compile(
    rf"^\s*(?:(?:又|另|再)讯|(?:本报|本网|本台|本刊|(?:[{HAN}]{{2,10}}?(?:网|社|报|台|客户端|融媒体?(?:中心)?|发布|融媒)))"
    rf"(?:[{HAN}·]{{0,8}}?)\s*(?:(?:20\d\d年)?\d{{1,2}}月\d{{1,2}}日)?\s*(?:[上下]午)?(?:讯|电|消息)(?![{HAN}]*?[机力网厂站视话商台子脑价费])|(?:本报|本网|本台)(?:全媒体|融媒)?(?:记者)[^，。]{{2,20}}(?:报道|讯)[:：]?)"
)
BRACKETED = re.compile(rf"[（(【][^（）()【】\n]{{0,40}}(?:{ROLE}|摄影|供稿|供图|文[/／]?图|图[/／]?文|撰文)[^（）()【】\n]{{0,60}}[）)】]")
NAMES_ONLY = re.compile(rf"^[（(][{HAN}·*]{{2,12}}(?:[ 、，\u3000]+[{HAN}·*]{{2,12}}){{0,5}}[）)]$")
SQUARE = re.compile(r"^[□■◎○●◇◆☉△▲]\s*")
WORKS = re.compile(rf"^(?:文|图|摄影|摄|撰文|文字|图片|图文|文图)?\s*[/／、及]?\s*(?:图|摄影|摄|文|图片)?\s*[:：]?\s*(?={ROLE}|[{HAN}])")
PLAIN_LINE = re.compile(rf"^(?:[□■◎○●◇◆]\s*)?(?:(?:文|图|摄|摄影|撰文|图文)\s*[/／]?\s*(?:图|摄|文|摄影)?\s*[:：]?\s*)?(?:[{HAN}·]{{2,12}}\s+)*[{HAN}]{{0,14}}{ROLE}\s*[:：]?\s*[{HAN}·* /、，:：（）]{{2,50}}$")


def is_lead(text: str) -> bool:
    """True if a news item begins with ``text``: 本报讯, 本报…9月12日讯, 又讯, 新华社…电."""
    return bool(LEAD.match(text))


def is_byline_line(text: str) -> bool:
    """True if the whole line names those who wrote or photographed: "□文/摄 …", "（记者 …）", "本报记者 …"."""
    bare = text.strip()
    if not 2 < len(bare) <= 70 or re.search(r"[。；？！]", bare):
        return False
    if NAMES_ONLY.match(bare):
        return _are_names(bare)
    whole = BRACKETED.match(bare)
    if whole and whole.end() == len(bare):
        return True
    if SQUARE.match(bare) and len(bare) < 40 and re.search(r"文|摄|图|记者|通讯员|报道", bare[:6] + bare):
        return bool(re.search(rf"^[□■◎]\s*(?:文|图|摄|本报|记者|[{HAN}]{{0,8}}记者|通讯员)", bare)) or bool(PLAIN_LINE.match(bare))
    return bool(PLAIN_LINE.match(bare)) and not re.search(r"记者[:：从在]|记者(?:了解|获悉|采访|看到|来到|走进|日前|近日)|记者节|记者站|记者会", bare)


def _are_names(bracket: str) -> bool:
    names = re.split(r"[ 、，\u3000]+", bracket[1:-1])
    return len(names) >= 2 and all(2 <= len(name) <= 12 for name in names) and sum(len(name) for name in names) <= 30
