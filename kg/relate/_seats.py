"""Which organisation a post belongs to, also where its words do not name it."""

from __future__ import annotations

import re
from collections import Counter

from kg.model import Entity
from kg.relate._lines import Line, slots
from kg.relate._scene import Scene
from kg.relate._titles import HEAD, Post

_GOVERNOR = re.compile(r"^(?:常务)?副?(?:省长|自治区主席|市长|县长|区长|州长|旗长|盟长|镇长|乡长|专员)(?:助理)?$")
GOVERNMENT = re.compile(r"(?:政府|行政公署|行署)$")
_BRANCH = re.compile(r"(?:党支部|党总支|党委)$")
_COMPANY = re.compile(
    r"经理|董事|总裁|总监|工程师|总工|厂长|矿长|段长|车间|班长|司机|主操|操作工|技术员|焊工|工人|行长|会计|厂|法人|创始人|技师|部长$|科长$|主管|采购|店长|机长|销售|工会主席|党支部|员工|职工"
)
_HOLDERS = ("PublicBody", "Company", "Organization")
_OWN_ORGAN = re.compile(
    r"^(?P<organ>[\w·]{1,12}(?:管委会|公司|集团|研究院|研究所|大学|学院|医院|学校|小学|中学|分局|支队|大队|合作社|协会|商会|银行|局|委员会|办公室|中心|站|镇|乡|街道))"
    r"(?:党委|党组|党支部|党总支)?(?:副|第一|总|常务)?" + HEAD + "$"
)
_BASE = re.compile("基地|园区|产业园")
_NOUN = re.compile("^(?:该|本)?(?:公司|企业|集团|合作社)(?:党|董|总|副|常|首|工|技|的|行|市|生|研|财|监|理|创|法|车|销|运|执|项|负|员|职|班)")
_SOLDIER = re.compile("^(?:政委|师长|团长|连长|指导员)$")
_PLANT = "Company|Zone"
_ORGAN = re.compile(r"^(管委会|(?:宣传|组织|统战|社会工作)部)")
_ORGAN_NAME = re.compile(r"(管委会|(?:宣传|组织|统战|社会工作)部)$")
_HOUSE = re.compile("^(?:常务|执行)?副?(?P<kind>[院校馆站园台])长$")
_KINDS = {
    "院": ("院",),
    "校": ("学校", "小学", "中学", "大学", "校", "学院"),
    "馆": ("馆",),
    "站": ("站",),
    "园": ("园",),
    "台": ("台",),
}
_GUIDE = re.compile(r"讲解员|馆长|站长|园长|院长|校长|馆员|教师|老师|医生|护士|负责人|队长|所长|台长|社长|会长|秘书长|理事长|教授|研究员|民警|主任")


def governments(scene: Scene) -> dict[str, str]:
    """Division key -> key of its government, of those that the text knows."""
    return {e.area: e.key for e in scene.entities.values() if e.type == "PublicBody" and e.area and _any(GOVERNMENT, e)}


class Seats:
    """Finds the organisation of each post of one document."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        bodies = [e for e in scene.entities.values() if e.type == "PublicBody"]
        self._governments = {e.area: e.key for e in bodies if e.area and _any(GOVERNMENT, e)}
        self._organs = {(e.area, m.group(1)): e.key for e in bodies for m in [_ORGAN_NAME.search(e.name)] if m}
        self._branches = {e.area: e.key for e in bodies if e.area and _any(_BRANCH, e)}

    def of(self, line: Line, post: Post, inherited: str) -> str:
        """Entity key of the post's organisation; ``inherited`` is that of the post before it. Empty if none."""
        if "第一书记" in post.title and (branch := self._branches.get(self._division(line, post))):
            return branch
        own = line.mention(post.org).entity if post.org >= 0 else ""
        if within := self._within(own or inherited, post.title):
            return within
        if own:
            return own
        if _NOUN.match(post.title):
            return self._nearest(line, post, "Company") or self._topic(line)
        if foreign := _OWN_ORGAN.match(post.title):
            # An organ that no recogniser marked: not the one before it, but perhaps a longer name's short form.
            return self._ending(foreign["organ"])
        division = self._division(line, post)
        if _GOVERNOR.match(post.title):
            return self._governments.get(division or self.scene.document.home, "")
        if inherited and _SOLDIER.match(post.title) and self.scene.document.entities[inherited].name.endswith("党委"):
            return ""
        if inherited:
            return inherited
        if post.title.startswith("副") and (row := _chief(line, post)) >= 0:
            return line.mention(row).entity
        if division and re.search("第一书记|党支部|村主任|支书", post.title):
            return self._branches.get(division, "")
        if _COMPANY.search(post.title) and self.scene.answers(line):
            # In an interview, a bare 总工程师 is one of the firm that answers.
            return self.scene.speaker_seat(line, "Company") or self._nearest(line, post, "Company")
        if _COMPANY.search(post.title):
            return self._nearest(line, post, _PLANT if _BASE.match(post.title) else "Company") or self._topic(line)
        if house := _HOUSE.search(post.title):
            return self._house(line, post, house["kind"])
        return self._nearest(line, post, "Seat") if _GUIDE.search(post.title) else ""

    def _house(self, line: Line, post: Post, kind: str) -> str:
        """The last house of a head's kind that the text named before: of 副院长 a hospital, of 馆长 a museum."""
        start = line.at[post.start]
        for mention in reversed(self.scene.document.mentions):
            if mention.span.end <= start and mention.type in ("PublicBody", "Organization", "Facility", "Company"):
                entity = self.scene.document.entities.get(mention.entity)
                if entity and entity.name.endswith(_KINDS[kind]):
                    return entity.key
        return self._nearest(line, post, "Seat") if kind == "站" else ""

    def _within(self, seat: str, title: str) -> str:
        """The organ that a title names inside itself (宣传部长, 管委会副主任), of the same area as ``seat``."""
        entity = self.scene.document.entities.get(seat)
        organ = _ORGAN.match(title)
        if entity is None or organ is None or not entity.area:
            return ""
        return self._organs.get((entity.area, organ.group(1)), "")

    def _ending(self, organ: str) -> str:
        """The one organisation whose name ends with these words; empty if none or several."""
        keys = [e.key for e in self.scene.entities.values() if e.type in _HOLDERS and any(name.endswith(organ) for name in (e.name, *e.aliases))]
        return keys[0] if len(keys) == 1 else ""

    def _division(self, line: Line, post: Post) -> str:
        near = line.among("Division", max(0, post.start - 1), post.end)
        return near[-1][1].entity if near else ""

    def _nearest(self, line: Line, post: Post, types: str) -> str:
        """The last mention of these types before the post in its paragraph."""
        if found := line.among(types, 0, post.start):
            return found[-1][1].entity
        for other in reversed(self.scene.lines[: self.scene.lines.index(line)]):
            if other.paragraph != line.paragraph:
                break
            if found := other.among(types):
                return found[-1][1].entity
        return ""

    def _topic(self, line: Line) -> str:
        """The company that the text before this line speaks of most."""
        start = line.at[0]
        count = Counter(mention.entity for mention in self.scene.document.mentions if mention.type == "Company" and mention.span.start < start)
        return max(count, key=lambda key: (count[key], key), default="")


def _chief(line: Line, post: Post) -> int:
    """Where the organ stands whose chief is named before this deputy: 甲海关关长某某、副关长 -> 甲海关."""
    head = re.escape(post.title.removeprefix("副"))
    before = slots(rf"(?P<seat>{{Seat}}){head}[^，。；\ue000-\ue02f]{{2,4}}[、，和]$").search(line.code[: post.start])
    return before.start("seat") if before else -1


def _any(pattern: re.Pattern[str], entity: Entity) -> bool:
    return any(pattern.search(name) for name in (entity.name, *entity.aliases))
