"""How news pages show where an article begins and who wrote it: the patterns that several steps share."""

from __future__ import annotations

import re

from kg.clean._chars import HAN

MEDIA = r"(?:日报|晚报|时报|商报|早报|晨报|都市报|周报|报|社|网|台|客户端|融媒体?(?:中心)?|新媒体(?:中心)?|发布|新闻中心|全媒体(?:中心)?|电视|广播|中心)"
ROLE = r"(?:(?:本报|本网|本台|本社)?(?:全媒体|融媒体?|首席|特约|见习|实习|驻[\u4e00-\u9fff]{1,4}|文旅|经济|时政)*(?:记者|通讯员|实习生|撰稿人?|评论员))"
LEAD = re.compile(
    rf"^\s*[【（]?(?:(?:又|另|再)讯|(?:本报|本网|本台|本刊|(?:[{HAN}]{{2,10}}?(?:网|社|报|台|客户端|融媒体?(?:中心)?|发布|融媒)))"
    rf"(?:[{HAN}·]{{0,8}}?)\s*(?:(?:20\d\d年)?\d{{1,2}}月\d{{1,2}}日)?\s*(?:[上下]午)?(?:讯|电|消息)(?:[】）]|(?![{HAN}]*?[机力网厂站视话商台子脑价费]))|(?:本报|本网|本台)(?:全媒体|融媒)?(?:记者)[^，。]{{2,20}}(?:报道|讯)[:：]?)"
)
HINT = re.compile("记者|通讯员|实习生|撰|评论员|文|图|摄|供稿|报道|整理|中心")
SAID = re.compile("讯|电|消息|报道")
BRACKET = re.compile(r"[（(【]([^（）()【】\n]{2,80})[）)】]")
NAMES_ONLY = re.compile(rf"^[（(][{HAN}·*]{{2,12}}(?:[ 、，\u3000]+[{HAN}·*]{{2,12}}){{0,5}}[）)]$")
SQUARE = re.compile(r"^[□■◎○●◇◆☉△]\s*")
BOTH = r"(?:撰文|文字|摄影|图片|文|图|摄)\s*[/／、]\s*(?:摄影|图片|文字|撰文|图|摄|文)"
WORK = re.compile(
    rf"[{HAN}·]{{0,16}}?{ROLE}|(?:摄影报道|{BOTH}|摄影|撰文|文字|图片|图文|文图|供稿|供图|报道|整理|制图|(?<![{HAN}])[文图摄](?![{HAN}])|(?<=\s)摄|摄$)[:：]?"
)
"""Words for what somebody did for the article, with the paper that stands before 记者."""
SIGNED = re.compile(rf"{ROLE}|{BOTH}|摄影|供稿|供图|撰文|提供$|(?:^|\s)[文图][:：\s]")
NAME = re.compile(rf"^(?:[{HAN}*]{{2,4}}|[{HAN}]{{1,8}}(?:·[{HAN}]{{1,8}}){{1,3}}|[{HAN}]{{5,6}})$")
PAPER = re.compile(rf"^[{HAN}]{{0,10}}{MEDIA}$|^(?:本报|本网|本台|全媒体|融媒体?)$")
GIVEN = re.compile(rf"^[{HAN}/]{{0,16}}提供$")
TOLD = re.compile(r"了解|获悉|采访|看到|来到|走进|日前|近日|从|在|节|站|会$|招待|提问|表示|介绍|告诉|发现|注意|问|手记|观察")
SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范姚谭廖邹熊陆郝孔崔康毛邱秦江史"
    "顾侯邵孟龙段雷钱汤尹黎武乔贺赖龚庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝涂谷祁耿牟卜詹关苗凌费纪靳童欧甄曲"
)
"""Common surnames that are seldom the first character of another word set in brackets."""


def is_lead(text: str) -> bool:
    """True if a news item begins with ``text``: 本报讯, 本报…9月12日讯, 又讯, 新华社…电."""
    return lead(text) is not None


def lead(text: str) -> re.Match[str] | None:
    """The words with which a news item begins, up to 讯 or 电, if ``text`` begins so."""
    return LEAD.match(text) if SAID.search(text, 0, 50) else None


def is_byline_line(text: str) -> bool:
    """True if the whole line names those who wrote or photographed: "□文/摄 …", "（记者 …）", "本报记者 …"."""
    bare = text.strip()
    if not 2 < len(bare) <= 70 or re.search(r"[。；？！，]", bare):
        return False
    if NAMES_ONLY.match(bare):
        return is_signature(bare[1:-1]) or are_names(bare[1:-1], 2)
    whole = BRACKET.match(bare)
    if whole and whole.end() == len(bare):
        return is_signature(whole[1])
    marked = SQUARE.match(bare)
    bare = SQUARE.sub("", bare)
    if marked and len(bare) <= 12 and bare[:1] in SURNAMES and are_names(bare, 1):
        return True
    return bool(HINT.search(bare) and (marked or SIGNED.search(bare)) and WORK.search(bare)) and are_names(WORK.sub(" ", bare), 1)


def is_name_line(text: str) -> bool:
    """True for a line of one name, as it may stand under a headline; elsewhere it proves nothing."""
    bare = text.replace(" ", "").replace("\u3000", "")
    return 2 <= len(bare) <= 3 and bare[0] in SURNAMES and bool(NAME.match(bare)) and "*" not in bare


def is_signature(words: str) -> bool:
    """True if the words of a bracket name reporters, photographers or a paper and its people, and say nothing else."""
    if SIGNED.search(words):
        return are_names(WORK.sub(" ", words), 0)
    parts = words.split()
    return len(parts) > 1 and bool(PAPER.match(parts[0])) and are_names(" ".join(parts[1:]), 1)


def are_names(words: str, least: int) -> bool:
    """True if ``words`` are nothing but persons (``least`` of them or more), papers, and who gave the picture."""
    parts = [part for part in re.split(r"[\s、/／|｜:：]+", words) if part]
    names = [part for part in parts if NAME.match(part) and not PAPER.match(part) and not TOLD.search(part) and not GIVEN.match(part)]
    return len(names) >= least and all(part in names or PAPER.match(part) or GIVEN.match(part) for part in parts)
