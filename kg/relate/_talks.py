"""What those who speak for a firm say of its partners, patrons and visitors: 甲公司跟我们签了三年, 县长每月来一趟."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import Fact
from kg.relate._facts import fact
from kg.relate._lines import Line, slots
from kg.relate._roles import mood
from kg.relate._scene import Scene

_ANY = "PublicBody|Company|Organization|Division|Zone"
_ROW = "{" + _ANY + "}(?:(?:[、和及]|以及){" + _ANY + "})*"
_WE = slots(
    r"(?P<who>{Company|Organization})[^，。；\ue000-\ue02f]{0,6}(?:跟|与|和|同)(?:我们|咱们|我公司)[^，。；]{0,8}(?:签|合作)"
    r"|(?:我们|咱们|我公司)[^，。；\ue000-\ue02f]{0,4}(?:跟|与|和|同)(?P<other>" + _ROW + r")[^，。；]{0,8}(?:签|合作|共建|联合)"
)
_ANSWER = slots(
    r"(?:^|[，：]|是|就|都|已经|已|主要|还|正|正在)(?:跟|与|和|同)(?:[^，。；\ue000-\ue02f]{0,4}{Division}+的?)?(?P<other>{Company|Organization})"
    r"[^，。；\ue000-\ue02f]{0,8}(?:签|合作|共建|联合|结对|合资)"
)
_SAYS = slots("{Person}(?:介绍|说|表示|告诉|透露|坦言)")
_PATRON = slots(
    "{Person}(?:直接|亲自|一直|负责)?(?:挂钩|挂点|挂联|包联|包保|结对|联系|对接)(?:联系|服务|帮扶|包联)?(?:着|的是)?(?:我们|咱们|我公司|我厂)|"
    "{Person}是(?:我们|公司|企业|咱们)的?(?:联点|包联|包保|挂联|联系|帮扶|服务)(?:领导|干部|专员|秘书|人)"
)
_CALLS = slots(
    r"{Person}[^，。；：\ue000-\ue02f]{0,14}?(?:到(?:厂里|厂区|厂子|公司|企业|车间|我们)|(?:也|又|就|还)来过|来过|来了?[^，。；\ue000-\ue02f]{0,4}[趟次回]|来我们)"
)


def spoken(scene: Scene, line: Line) -> Iterator[Fact]:
    """Yield cooperatesWith, engagedWith and visited facts of what is said for the speaker's company."""
    answers = scene.answers(line)
    firms, people = line.has("Company|Organization"), line.has("Person")
    says = _SAYS.search(line.code) if people and firms else None
    told = [(m, "partner") for m in _WE.finditer(line.code)] if firms else []
    if firms and (answers or says):
        told += [(m, "partner") for m in _ANSWER.finditer(line.code, says.start() if says and not answers else 0)]
    told += [(m, "patron") for m in _PATRON.finditer(line.code)] if people else []
    if answers and people:
        told += [(m, "calls") for m in _CALLS.finditer(line.code)]
    company = scene.speaker_seat(line, "Company") if told else ""
    for match, kind in told if company else ():
        modality = mood(line, match.start() + 2)
        quote = line.evidence(f"relate.partners.{'spoken' if kind == 'partner' else kind}", match.start(), match.end())
        if kind == "partner":
            for _, other in line.among("Company|Organization", match.start(), match.end()):
                if other.entity != company:
                    yield fact(company, "cooperatesWith", other.entity, quote, 0.7, modality=modality)
            continue
        who = line.mention(match.start()).entity
        if not any(f.subject == who and f.object == company and f.relation == "holdsPost" for f in scene.facts):
            yield fact(who, "engagedWith" if kind == "patron" else "visited", company, quote, 0.7, modality=modality)
