"""Who issued a document, and what is done under it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Evidence, Fact
from kg.relate._facts import fact
from kg.relate._lines import Line, slots
from kg.relate._roles import mood, subjects
from kg.relate._scene import Scene

_WHO = "PublicBody|Organization|Division"
_VERB = slots(
    r"(?:下发|印发|出台|制定|发布|公布|颁布|审议通过|审定|编制|起草|推出|研究制定|修订|联合印发|正式印发|实施)(?:实施|完善|出台|印发|下发)?了?[^，。；：\ue000-\ue02f]{0,12}?(?P<row>{Policy}(?:(?:[、和及])?{Policy})*)"
)
_BY = slots(
    r"(?P<what>{Policy})[^。；]{0,12}?由(?P<who>{PublicBody|Organization|Division}(?:(?:[、和及与]|联合){PublicBody|Organization|Division})*)[^，。；\ue000-\ue02f]{0,6}(?:印发|制定|发布|起草|编制|出台|下发)"
)
_SOON = slots(r"(?P<what>{Policy})[^，。；\ue000-\ue02f]{0,8}(?:出台|印发|发布|施行|实施|下发)")
_UNDER = slots(
    r"(?:按照|根据|依据|依照|按|遵照|为落实|为贯彻|落实|贯彻落实|贯彻)(?P<policy>{Policy})[^。；]{0,60}?(?:开展|启动|实施|举办|组织|打响|推进|建设)[^，。；]{0,20}?(?P<what>{Campaign|Project|Event})"
)
_WITH = slots(r"与(?P<policy>{Policy})(?:相)?(?:配套|衔接)[^。；]{0,40}?(?P<what>{Campaign|Project|Event})")
_BACK = slots(r"(?P<what>{Campaign|Event|Project})[^。；\ue000-\ue02f]{0,30}?(?:[^。；，]{0,16}?)(?:依据|根据|按照|依照)(?P<policy>{Policy})")
_ORDERS = slots(r"(?:开展|实施|启动|组织)[^，。；\ue000-\ue02f]{0,8}(?P<what>{Campaign})")
_NATIONAL = re.compile(r"法$|法典|宪法|条例|全国|国家|中华|国务院|中共中央|中央")


def find(scene: Scene) -> Iterator[Fact]:
    """Yield issuedBy and basedOn facts."""
    issued = [*_issued(scene)]
    yield from issued
    done = {one.subject for one in issued}
    yield from _unsaid(scene, done)
    yield from _based(scene)


def _issued(scene: Scene) -> Iterator[Fact]:
    for line in scene.lines:
        if not line.has("Policy"):
            continue
        for match in _VERB.finditer(line.code):
            if mood(line, match.start()) == "denied":
                continue
            for _, what in line.among("Policy", match.start("row"), match.end("row")):
                for place, who in subjects(line, match.start(), _WHO, floor=_floor(line, match)):
                    if not _NATIONAL.search(what.name) and not who.span.overlaps(what.span):
                        quote = line.evidence("relate.policies.verb", min(place, match.start()), match.end())
                        yield fact(what.entity, "issuedBy", who.entity, quote, 0.9)
        for match in _BY.finditer(line.code):
            for _, who in line.among(_WHO, match.start("who"), match.end("who")):
                yield _fact(line, match.start("what"), "issuedBy", who.entity, "relate.policies.by", match)


def _floor(line: Line, match: re.Match[str]) -> int:
    """Where the subject may begin: of a clause that is only an attribute (日前印发的《…》), in that clause."""
    head = line.code[: match.start("row")]
    return max(head.rfind("，"), head.rfind("对"), 0) if head.endswith("的") else 0


def _unsaid(scene: Scene, done: set[str]) -> Iterator[Fact]:
    """No issuer with a verb: the organ or division in the name; the signature; the home of a policy that comes out here."""
    document = scene.document
    signed = _signature(scene)
    for mention in document.mentions:
        if mention.type != "Policy" or mention.entity in done or _NATIONAL.search(mention.name):
            continue
        done.add(mention.entity)
        policy = document.entities[mention.entity]
        quote = Evidence(document.article.id, mention.span, document.words(mention.span), "relate.policies.name")
        if signed and mention.span.start < document.article.body:
            yield fact(policy.key, "issuedBy", signed[0], signed[1], 0.85)
            continue
        names = {n: e.key for e in scene.entities.values() if e.type in ("Division", "PublicBody") for n in (e.name, *e.aliases)}
        prefix = next((names[policy.name[:end]] for end in range(len(policy.name) - 1, 1, -1) if policy.name[:end] in names), "")
        if prefix:
            yield fact(policy.key, "issuedBy", prefix, quote, 0.75)
    for line in scene.live:
        for match in _SOON.finditer(line.code):
            what = line.mention(match.start("what"))
            if not _NATIONAL.search(what.name) and not any(f.subject == what.entity for f in scene.facts):
                yield from _home(scene, line, match)


def _home(scene: Scene, line: Line, match: re.Match[str]) -> Iterator[Fact]:
    what = line.mention(match.start("what"))
    policy = scene.document.entities[what.entity]
    known = {e.name for e in scene.entities.values() if e.type == "Division"}
    if scene.document.home and not any(policy.name.startswith(name) for name in known):
        quote = line.evidence("relate.policies.home", match.start(), match.end())
        yield fact(what.entity, "issuedBy", scene.document.home, quote, 0.55)


def _signature(scene: Scene) -> tuple[str, Evidence] | None:
    """The organ that stands alone on one of the last lines."""
    for line in scene.lines[-6:]:
        marks = line.among("PublicBody")
        if len(marks) == 1 and re.fullmatch(r".[\s\d年月日]*", line.code):
            return marks[0][1].entity, line.evidence("relate.policies.signature", 0, 1)
    return None


def _based(scene: Scene) -> Iterator[Fact]:
    for line in scene.live:
        if not line.has("Policy"):
            continue
        for pattern, rule in ((_UNDER, "under"), (_WITH, "with"), (_BACK, "back")):
            for match in pattern.finditer(line.code):
                policy = line.mention(match.start("policy")).entity
                yield _fact(line, match.start("what"), "basedOn", policy, f"relate.policies.{rule}", match)
    yield from _scheme(scene)
    yield from _own(scene)


def _scheme(scene: Scene) -> Iterator[Fact]:
    """《…“春雷行动”工作方案》: the campaign named in a scheme's name is done under it."""
    document = scene.document
    outer = None
    for mention in document.mentions:
        if mention.type == "Policy" and mention.kind == "name":
            outer = mention
        elif outer and mention.type == "Campaign" and outer.span.covers(mention.span) and re.search("方案|计划|通知|意见", outer.name):
            quote = Evidence(document.article.id, outer.span, document.words(outer.span), "relate.policies.scheme")
            yield fact(mention.entity, "basedOn", outer.entity, quote, 0.85)


def _own(scene: Scene) -> Iterator[Fact]:
    """A text that is itself a document: the first campaign that each of its sentences orders is done under it."""
    document = scene.document
    title = [m for m in document.mentions if m.type == "Policy" and m.span.start < document.article.body]
    if len({m.entity for m in title}) != 1 or _signature(scene) is None:
        return
    for line in scene.live:
        if line.at[0] >= document.article.body and (match := _ORDERS.search(line.code)):
            yield _fact(line, match.start("what"), "basedOn", title[0].entity, "relate.policies.own", match)


def _fact(line: Line, what: int, relation: str, object_: str, rule: str, match: re.Match[str]) -> Fact:
    return fact(line.mention(what).entity, relation, object_, line.evidence(rule, match.start(), match.end()), 0.85)
