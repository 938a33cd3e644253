"""Who invests in, builds or runs a project."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.model import Entity, Evidence, Fact, Mention
from kg.relate._facts import fact
from kg.relate._lines import Line, slots
from kg.relate._roles import listed, mood
from kg.relate._scene import Scene

_BUILD = "(?:投资|出资|建设|兴建|新建|承建|建成|投建|实施|打造|开发|运营|承担|兴办|投产|扩建|筹建|施工|代建|总承包|监理(?=施工))"
_BY = slots(r"由(?P<who>{Company|Organization|PublicBody}(?:[、和与及]{Company|Organization|PublicBody})*)[^，。；：]{0,10}?" + _BUILD)
_ALSO = slots(
    r"[^，。；：、\ue000-\ue02f]{0,6}[、，和](?:由)?(?P<who>{Company|Organization|PublicBody}(?:[、和与及]{Company|Organization|PublicBody})*)(?:负责|具体|共同)?(?:承建|施工|建设|代建|运营|投资|总承包)(?![^，。；]{0,6}{Project})"
)
"""…由甲公司投资建设、乙公司承建: the next clause speaks of the same project."""
_OWN = slots(r"(?P<who>{Company})(?:，)?(?:的|其|在建的|旗下|新上的|投资的|实施的|建设的)?(?P<what>{Project})")
_DOES = slots(
    r"(?P<who>{Company})(?:[^，。；：、\ue000-\ue02f]|{Division|Zone|Person|PublicBody}){0,24}?(?:，(?:总投资|(?:计划|拟|将|预计)?(?:在{Zone|Division}+)?(?=投资|建设|新建|出资|兴建)))?"
    + _BUILD
    + r"[^，。；：、\ue000-\ue02f]{0,24}?(?P<what>{Project})"
)
_TALKED = slots(r"(?P<who>{Company})[^，。；\ue000-\ue02f]{0,6}，(?:并)?(?:就)?(?:洽谈|商谈|对接|敲定|推介)了?(?P<what>{Project})")
_LABEL = slots(
    r"(?:建设|项目|业主|投资|实施|承建|运营|施工|承担)(?:单位|主体|业主|方|企业|法人)(?:（[^）]*）)?(?:：|为|是)(?={Company|Organization|PublicBody})"
)
_WE = slots(r"(?:我们|咱们)[^。；]{0,40}?(?:建|投资|新建|上马|实施|启动)[^，。；\ue000-\ue02f]{0,10}?(?P<what>{Project})")
_BOTH = slots(
    r"(?P<one>{Company|Organization|PublicBody|Zone|Division})(?:[与和同跟]|联合|携手)(?P<two>{Company|Organization|PublicBody})[^。；]{0,30}?(?:双方|两家|校企|共同|联合|合作|携手)"
    r"[^，。；\ue000-\ue02f]{0,4}(?:共建|建设|打造|投资|开发|组建|建立|设立|成立)[^，。；\ue000-\ue02f]{0,8}(?P<what>{Project})"
)
_OBJECT = re.compile("(?:迁建|扩建|改建|改扩建|改造|新建|整体搬迁|搬迁|综合楼|门诊|住院|教学楼|病房|异地|提升|二期|三期|项目|工程|建设)")
"""Behind a hospital's, school's or works' name: it is what is built, not who builds (甲医院迁建项目)."""
_TELLS = slots(
    r"(?P<who>{Person})(?:当场|现场|随即)?(?:介绍|说|表示|透露|坦言)[^。；]{0,12}，(?:公司|企业|集团)?(?:计划|拟|将|准备|已|还)?(?:在{Zone|Division}+)?(?:总?投资|新建|建设|兴建)"
    r"(?:[^。；\ue000-\ue02f]|{Zone|Division}){0,30}?(?P<what>{Project})"
)
_ITEM = slots(
    r"^[\s▲●■◆·△○\d.、．（）()]*(?:{Division|PublicBody|Zone}(?:—+|－+|-+|与|和))?(?P<who>{Company})(?:[：:]|—+)(?:投资|拟|计划|建设|新建|，|[\d.亿万元]){0,8}(?P<what>{Project})"
)
_PHASE = re.compile(r"[（(]?[一二三四五1-5]期[）)]?$")
_FIRM = "Company|Organization|PublicBody"


def find(scene: Scene) -> Iterator[Fact]:
    """Yield undertakenBy facts; a phase of a project without a builder of its own has that of its sister."""
    found = [*_names(scene), *_lines(scene), *_spoken(scene)]
    yield from found
    built = {one.subject for one in found}
    names = {key: e.name for key, e in scene.entities.items() if e.type == "Project"}
    for key, name in names.items():
        if key in built or not _PHASE.search(name):
            continue
        for one in found:
            if one.subject in names and _PHASE.sub("", names[one.subject]) == _PHASE.sub("", name):
                yield replace(one, subject=key, confidence=0.7)


def _lines(scene: Scene) -> Iterator[Fact]:
    last = ""
    for line in scene.live:
        projects = line.among("Project")
        if projects or "单位" in line.code or ("由" in line.code and line.has(_FIRM)):
            yield from _line(line, last)
        last = projects[-1][1].entity if projects else last


def _names(scene: Scene) -> Iterator[Fact]:
    """A firm whose name begins the project's name: 甲公司年产5万吨乙项目."""
    document = scene.document
    firms = {name: e for e in scene.entities.values() if e.type in ("Company", "Organization") for name in _forms(e)}
    seen: set[tuple[str, str]] = set()
    for mention in document.mentions:
        if mention.type != "Project":
            continue
        project = document.entities.get(mention.entity)
        firm = _prefix(document.words(mention.span), firms) or (_prefix(project.name, firms) if project else None)
        if firm and project and _OBJECT.match(project.name[len(firm.name) :]) and (firm.type != "Company" or firm.name.endswith("厂")):
            continue
        if firm and (mention.entity, firm.key) not in seen:
            seen.add((mention.entity, firm.key))
            quote = Evidence(document.article.id, mention.span, document.words(mention.span), "relate.undertaking.name")
            yield fact(mention.entity, "undertakenBy", firm.key, quote, 0.9)


def _forms(entity: Entity) -> tuple[str, ...]:
    return tuple(name for name in (entity.name, *entity.aliases) if len(name) > 1)


def _prefix(name: str, firms: dict[str, Entity]) -> Entity | None:
    """The firm with the longest name that ``name`` begins with."""
    return next((firms[name[:end]] for end in range(len(name) - 1, 1, -1) if name[:end] in firms), None)


def _line(line: Line, last: str) -> Iterator[Fact]:
    for match in _OWN.finditer(line.code):
        yield _fact(line, match.start("what"), match.start("who"), "relate.undertaking.own", 0.85, match)
    for match in _DOES.finditer(line.code):
        yield _fact(line, match.start("what"), match.start("who"), "relate.undertaking.builds", 0.8, match)
    for match in _TALKED.finditer(line.code):
        yield _fact(line, match.start("what"), match.start("who"), "relate.undertaking.talked", 0.65, match)
    if item := _ITEM.match(line.code):
        yield _fact(line, item.start("what"), item.start("who"), "relate.undertaking.item", 0.8, item)
    for match in _BOTH.finditer(line.code):
        for party in ("one", "two"):
            if line.mention(match.start(party)).type in ("Company", "Organization", "PublicBody"):
                yield _fact(line, match.start("what"), match.start(party), "relate.undertaking.both", 0.75, match)
    for match in _BY.finditer(line.code):
        yield from _by(line, match, last)
    for match in _LABEL.finditer(line.code):
        before = line.among("Project", 0, match.start())
        project = before[-1][1].entity if before else last
        for position, firm in listed(line, match.end(), _FIRM):
            quote = line.evidence("relate.undertaking.label", match.start(), position + 1)
            yield fact(project, "undertakenBy", firm.entity, quote, 0.95)


def _spoken(scene: Scene) -> Iterator[Fact]:
    """我们要建…, 张三表示，计划投资建设…: the speaker's company builds it; so for a project that an answer speaks of."""
    for line in scene.live if scene.facts else ():
        if not line.has("Project"):
            continue
        for match in _TELLS.finditer(line.code):
            if company := scene.seat_of(line.mention(match.start()).entity, "Company"):
                quote = line.evidence("relate.undertaking.spoken", match.start(), match.end())
                yield fact(line.mention(match.start("what")).entity, "undertakenBy", company, quote, 0.7)
        if scene.answers(line) and (company := scene.speaker_seat(line, "Company")):
            for position, project in line.among("Project"):
                quote = line.evidence("relate.undertaking.answer", position, position + 1)
                yield fact(project.entity, "undertakenBy", company, quote, 0.6)
    for line in scene.live:
        for match in _WE.finditer(line.code):
            if company := scene.speaker_seat(line, "Company"):
                quote = line.evidence("relate.undertaking.spoken", match.start(), match.end())
                yield fact(line.mention(match.start("what")).entity, "undertakenBy", company, quote, 0.7)


def _by(line: Line, match: re.Match[str], last: str) -> Iterator[Fact]:
    after = slots(r"[^，。；：\ue000-\ue02f]{0,16}?的(?P<what>{Project})").match(line.code, match.end())
    before = line.among("Project", 0, match.start())
    if after:
        project, edge = line.mention(after.start("what")).entity, after.end()
    elif before:
        project, edge = before[-1][1].entity, before[-1][0]
    elif re.search(r"项目|工程", line.code[: match.start()]):
        project, edge = last, match.start()
    else:
        return
    start, end = min(edge, match.start()), max(edge, match.end())
    for _, firm in line.among(_FIRM, match.start("who"), match.end("who")):
        quote = line.evidence("relate.undertaking.by", start, end)
        yield fact(project, "undertakenBy", firm.entity, quote, 0.9, modality=mood(line, match.start()))
    if not after and (also := _ALSO.match(line.code, match.end())):
        for _, firm in line.among(_FIRM, also.start("who"), also.end("who")):
            quote = line.evidence("relate.undertaking.by", start, max(end, also.end()))
            yield fact(project, "undertakenBy", firm.entity, quote, 0.85, modality=mood(line, match.start()))


def _fact(line: Line, what: int, who: int, rule: str, confidence: float, match: re.Match[str]) -> Fact:
    project: Mention = line.mention(what)
    quote = line.evidence(rule, match.start(), match.end())
    modality = mood(line, match.start("what"))
    # A planned building still has its builder: only denial and hearsay are kept from the graph.
    modality = "asserted" if modality == "planned" else modality
    return fact(project.entity, "undertakenBy", line.mention(who).entity, quote, confidence, modality=modality)
