"""Who holds which post where: 甲市委书记张三, 张三任甲局局长, 甲局（局长张三）."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Fact, Mention
from kg.relate._facts import fact
from kg.relate._lines import Line, slots
from kg.relate._scene import Scene
from kg.relate._seats import Seats
from kg.relate._titles import HEAD, Post, row_after, row_before

_ORGAN = re.compile(r"(?=(?P<organ>管委会|[一-龥]{2,4}部))(?:管委会|[一-龥]{2,4}?)(?P<rest>(?:常务)?副?(?:部长|主任))$")
_SHARED = re.compile(r"^副|^(?:党组|党委)?(?:成员|委员)$|^常委$|代表$|^常务副")
_AFTER = slots(
    r"{Person}(?:同志|先生|女士)?(?:，男，|，女，|[^，。；：、\ue000-\ue02f]{2,8}，(?=(?:现任|担任|任|兼任)))?"
    r"(?P<how>（|，?(?:现任|时任|曾任|历任)|(?:已|将|拟)?(?:担任|出任|就任|兼任|还?兼着|兼|任)(?:[^，。；\ue000-\ue02f]{1,4}(?={Seat}))?|当选为?|被(?:任命|聘|聘任|推选|选举)为|是(?!我)|系|为|，)(?={Seat}|(?:公司|合作社|企业|集团|协会)的?)"
)
_SCHOLAR = slots(
    r"{Person}(?P<title>(?:副)?教授|(?:副)?研究员|院士|博士生导师|高级农艺师|高级工程师|研究员级高工)(?=的?(?:团队|课题组|带|领|介绍|说|表示|一行|来|牵头|团|和|，|。))"
)
_LIFE = slots(r"^[\s]*(?P<person>{Person})，(?:男|女)，[^。]*?(?:现任|现为)(?={Seat})")
_EACH = slots(
    r"(?P<row>{PublicBody|Organization}(?:[、和及与]?{PublicBody|Organization})+)[^。；\ue000-\ue02f]{0,10}?，?"
    r"(?P<title>(?:副|总|专)?" + HEAD + r")(?:分别|依次)由(?P<who>[^。；]*?{Person})(?:分别|同志)?(?:担任|兼任|出任)"
)
"""甲组、乙组组长分别由张三、李四担任: as many people as seats, in the same order."""
_MOVES = slots(r"(?P<how>任命|聘任|推选|选举|补选|免去|罢免|决定任命)(?P<person>{Person})(?:同志)?(?:的|为|担任|任)?(?={Seat})")


def find(scene: Scene) -> Iterator[Fact]:
    """Yield holdsPost facts, and responsibleFor where the post is 负责人 of a project."""
    seats = Seats(scene)
    for line in scene.live:
        persons = line.among("Person")
        floor = 0
        before: list[Post] = []
        claimed: set[int] = set()
        for position, person in persons:
            posts = row_before(line, position, floor) or _as(line, position, floor)
            claimed.update(post.start for post in posts)
            if not posts and before and re.fullmatch("[、和及与]", line.code[floor:position]):
                posts = [post for post in before if _SHARED.match(post.title)]
                yield from _facts(seats, line, person, posts, position, "relate.posts.shared", 0.7)
            else:
                yield from _facts(seats, line, person, posts, position, "relate.posts.row", 0.95)
            floor, before = position + 1, posts
        if persons:
            yield from _learned(line)
            yield from _each(line)
            yield from _after(seats, line, claimed)


def _learned(line: Line) -> Iterator[Fact]:
    """与甲大学合作，张三教授…: a scholar's title behind the name is held at the one school or institute named before."""
    for match in _SCHOLAR.finditer(line.code):
        before = line.among("Organization", 0, match.start())
        schools = {m.entity for _, m in before}
        if len(schools) == 1:
            quote = line.evidence("relate.posts.scholar", before[-1][0], match.end())
            person = line.mention(match.start()).entity
            yield fact(person, "holdsPost", schools.pop(), quote, 0.7, title=match["title"])


def _each(line: Line) -> Iterator[Fact]:
    for match in _EACH.finditer(line.code):
        row = line.among("PublicBody|Organization", match.start("row"), match.end("row"))
        people = line.among("Person", match.start("who"), match.end("who"))
        if len(row) == len(people):
            quote = line.evidence("relate.posts.each", match.start(), match.end())
            for (_, seat), (_, person) in zip(row, people, strict=True):
                yield fact(person.entity, "holdsPost", seat.entity, quote, 0.85, title=match["title"])


def _as(line: Line, position: int, floor: int) -> list[Post]:
    """作为甲公司董事长，张三…; 身为村书记的张三."""
    if line.code[position - 1 : position] in ("，", "的") and re.search("作为|身为", line.code[floor:position]):
        return row_before(line, position - 1, floor)
    return []


def _after(seats: Seats, line: Line, claimed: set[int]) -> Iterator[Fact]:
    for match in _AFTER.finditer(line.code):
        posts = row_after(line, match.end())
        # A row that leads up to the next name, or that follows a list of names, is not said of this person.
        if not posts or any(post.start in claimed for post in posts):
            continue
        if match["how"] == "，" and line.code[max(0, match.start() - 1) : match.start()] == "、":
            continue
        modality = "planned" if match["how"] in ("将任", "拟任") or match["how"].startswith(("拟", "将")) else "asserted"
        yield from _facts(seats, line, line.mention(match.start()), posts, match.start(), "relate.posts.after", 0.85, modality)
    if life := _LIFE.search(line.code):
        yield from _facts(
            seats,
            line,
            line.mention(life.start("person")),
            row_after(line, life.end()),
            life.start("person"),
            "relate.posts.life",
            0.85,
        )
    for match in _MOVES.finditer(line.code):
        modality = "denied" if match["how"] in ("免去", "罢免") else "asserted"
        person = match.start("person")
        posts = row_after(line, match.end())
        yield from _facts(seats, line, line.mention(person), posts, person, "relate.posts.moved", 0.85, modality)


def _facts(
    seats: Seats,
    line: Line,
    person: Mention,
    posts: list[Post],
    position: int,
    rule: str,
    confidence: float,
    modality: str = "asserted",
) -> Iterator[Fact]:
    seat = ""
    for post in posts:
        seat = seats.of(line, post, seat)
        if not seat:
            continue
        start, end = min(post.start, position), max(post.end, position + 1)
        quote = line.evidence(rule, start, end)
        if seats.scene.type_of(seat) == "Project" and post.title.endswith("负责人"):
            if post.org < 0:
                continue
            yield fact(person.entity, "responsibleFor", seat, quote, 0.9, modality=modality)
        else:
            yield fact(person.entity, "holdsPost", seat, quote, confidence, title=_title(seats, line, post, seat), modality=modality)


def _title(seats: Seats, line: Line, post: Post, seat: str) -> str:
    """The post's words without the village that 驻村第一书记 is sent to, and without its organ (宣传部长, 管委会主任)."""
    organ = _ORGAN.match(post.title)
    own = post.org >= 0 and line.mention(post.org).kind != "implied"
    if organ and not own and seats.scene.document.entities[seat].name.endswith(organ["organ"]):
        return post.title[organ.start("rest") :]
    mark = line.marks.get(post.start)
    place = line.words(post.start, post.start + 1) if mark and mark.type == "Division" else ""
    return post.title.removeprefix(place) if "驻村" in post.title else post.title
