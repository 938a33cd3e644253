"""Telling a proper name from common words: what is left of a phrase when the words of a line of business are taken off."""

from __future__ import annotations

from collections.abc import Iterable

from kg.nlp._lexicon import Lexicon

_PROPER = ("nr", "ns", "nz", "nt")
_PLAIN = frozenset(
    "大小新老高低中上下东西南北前后左右内外总分主副正全各多少好美优金银铜铁铝锌铅锡钢锂镁硅碳煤油气水电火热风光氢氧盐糖酒茶奶肉蛋牛羊猪马鸡鸭鹅"
    "鱼虾米面豆麦粮棉麻丝毛皮木竹石土砂沙泥砖瓦纸布线管板材料品药车船机器床泵阀路桥港站城镇乡村区县市省州旗国民军农工商学林牧副渔果菜花草"
    "树苗种肥膜罐瓶盒箱袋厂矿山河湖海江岛湾口岸段园库房店馆所院校级型式化性率量制造加年月日时季期批代类种业网站点线面体系统台套"
)


SOFT = frozenset(
    "中上下内外间里旁边日时后前今例叫名称开打抓促推拉带送拿收交签投买卖住租养种采产建设做作成变办请找道用多正余有地得来同要能可达共均超比当自"
)
"""Single characters that bound other names but may be part of a brand."""


def brandlike(tokens: Iterable[tuple[str, str]], lexicon: Lexicon) -> bool:
    """True if the words hold a part that is no common word: a proper noun, or two unknown characters in a row."""
    run = 0
    for word, tag in tokens:
        if word in lexicon.lines or word in lexicon.leads or (word in lexicon.bounds and word not in SOFT):
            run = 0
        elif len(word) == 1:
            run = 0 if word in _PLAIN and not run else run + 1
            if run >= 2:
                return True
        elif tag.startswith(_PROPER):
            return True
        else:
            run = 0
    return False


def line_end(core: str, lexicon: Lexicon) -> int:
    """Length of the brand at the beginning of ``core``: what stays when lines of business are taken off its end."""
    end = len(core)
    while end:
        tail = next((size for size in range(min(6, end), 1, -1) if core[end - size : end] in lexicon.lines), 0)
        if not tail:
            break
        end -= tail
    return end
