"""Names out of the words of a byline."""

from __future__ import annotations

import re

from kg.clean._chars import HAN
from kg.clean._signs import GIVEN, MEDIA, NAME, WORK

PUBLISHER = re.compile(
    rf"([{HAN}]{{2,12}}?(?:日报|晚报|时报|商报|早报|晨报|都市报|周报|报业集团|融媒体中心|新媒体中心|融媒|电视台|广播电台|广播电视台|新闻网|网|客户端|新华社|通讯社))社?\s*(?:全媒体|融媒体?|首席|特约|见习|实习)*\s*(?:记者|中心记者)"
)
ORGAN = re.compile(rf"(?:{MEDIA}|局|部|委|办|公司|集团|学校|医院|政府|宣传部|站|队|所|院|处|科|厅|党|会|提供|责任|记者|编辑|通讯|见习)$")
DIVIDERS = re.compile(r"[\s,，、;；:：/／|｜()（）【】\[\]□■◎●○◇◆]+")


def persons(words: str) -> list[str]:
    """The persons in ``words`` ("本报记者 甲乙 通讯员 丙丁"), in order; masked names and organisations are left out."""
    found = []
    for part in DIVIDERS.split(WORK.sub(" ", words)):
        if "*" not in part and NAME.match(part) and not ORGAN.search(part) and not GIVEN.match(part) and part not in ("本报", "本网", "本台", "全媒体", "黑体"):
            found.append(part)
    return list(dict.fromkeys(found))


def paper(words: str) -> str:
    """The paper or site that the reporters in ``words`` work for; empty if it is not named."""
    match = PUBLISHER.search(words)
    return match[1] if match else ""
