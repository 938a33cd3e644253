"""The part a mention plays in its clause: subject, object of a launching verb, place, or none."""

from __future__ import annotations

import re

from kg.measure.clauses import Clause
from kg.measure.mentions import open_quote, shut_quote
from kg.measure.words import HOLDS, PREPOSITION
from kg.model import Mention

POST = re.compile(
    r"[^，。；：的]{0,6}?(?:书记|[省市县区州旗镇乡村厅局处科队站院校行社会段]长|主任|主席|董事长|总经理|经理|负责人|负责同志|总裁|总监|理事长|秘书长|工程师"
    r"|厂长|矿长|行长|专员|委员|局长|发言人|主管|工作人员|组长|技术员|(?:人大|党|政协)?代表|常委|领导|同志|党政正职)"
)
_SAYS = re.compile(r"[^，。；]{0,8}?(?:说|表示|介绍|告诉|透露|坦言|认为|指出|强调|要求|称|算|汇报|通报|回答|道)")
_SOURCE = re.compile(r"(?:的)?(?:提供(?:的|数据|消息)|统计|数据|介绍|透露|通报|发布|公布|获悉|了解到|相关负责|有关负责|测算|监测)")
_DOES = re.compile(
    r"(?:今年|去年|每年|一年|[^，。；]{0,4}[前后])?(?:\d{2}岁|家(?:有|的|里|种|养|今年|去年)|种|养|卖|收入|流转|承包|存栏|赚|买|的[^，。]{0,4}(?:大棚|地里|圈里|收入))"
)
FARMER = re.compile(r"(?:村民|农户|牧民|渔民|养殖户|种植户|大户|社员|果农|菜农|蜂农|店主|脱贫户|贫困户|致富带头人|合作社成员|\d岁的)[“]?$")
MEETING = re.compile(
    r"(?:会议|推进会|调度会|动员(?:大)?会|发布会|座谈会|部署会|启动会|工作会|例会|常委会|常务会|全会|通气会|汇报会|分析会|培训会|观摩会|现场会)$"
)
_MODIFIES = re.compile(
    r"(?:企业|客商|游客|商人|老板|籍|市场|方向|方面|经销商|采购商|商户|旅客|学生|专家|投资商|群众|代表团|援[藏疆青]|资金|号|派来|派出|派驻|选派|等(?:地|国|市|县|省|[两三四五六七八九十\d]))"
)
_BUILDS = re.compile(r"(?:建|建设|新建|投建|改造|打造|上马|建成|打造了|建成了)(?:了)?(?:一[条座个处])?$")
_RULES = re.compile(r"(?:副书记|副?书记、)?(?:副?书记|[省市县区州旗镇乡]长|专员|盟长)")
_CHAIN = re.compile(r"(?:长|书记|常委|委员|主任|主席)、$")
NAMES = re.compile(r"[一-鿿]{0,4}(?:港|机场|码头|水库|大桥|隧道|车站|电站|火车站|灌区)(?=[分完共今去全首主、和及与已]|新(?:开|增)|\d)")
_FOLLOWED = re.compile(r"(?:接续|延续|承接|紧接|衔接|继承|借鉴|参照|属于|不同于|区别于)[^，。；]{0,8}的?[“《]?$")
_LEADS = re.compile(r"(?:[^，。；]{0,6}(?:牵头|统筹|领办|包保)|会同|配合|(?:具体|共同|联合)?负责(?!人)|承办|主办|协办|支持|指导|赞助)")
_APPOSED = re.compile(
    r"(?:[一-鿿]{2,12}?[省市县区州旗镇乡]|[一-鿿]{0,4})(?:的|境内|辖区|内)*(?:[一-鿿]{0,6}(?:大户|龙头企业|龙头|骨干企业|企业|代表企业|重点企业|老字号|上市公司|国企|央企))"
)
_ITS = re.compile(r"(?:该|本|我们?|全|这家)?(?:公司|企业|市|县|区|州|旗|镇|乡|省)(?:的)?")
_OWNERS = frozenset({"Division", "Zone", "Facility", "Company", "Organization", "Project", "Campaign", "Event", "PublicBody", "Policy"})
_PLACES = frozenset({"Zone", "Facility", "Project", "Event", "Company"})


def role(text: str, clause: Clause, head: int, mentions: list[Mention], index: int) -> tuple[str, int]:
    """The part that a mention plays in its clause, and where the clause's head is after it."""
    mention = mentions[index]
    start, stop = open_quote(text, mention.span.start), shut_quote(text, mention.span.end)
    left = text[clause.span.start : start]
    right = text[stop : min(clause.span.end, stop + 14)]
    after = stop + right.startswith("的")
    if mention.type == "Person":
        farms = _DOES.match(right) or (FARMER.search(left) and not POST.match(right))
        return ("speaker" if _SAYS.match(right) else "subject" if farms else "none"), head
    if mention.type not in _OWNERS:
        return "none", head
    if mention.type in ("Company", "Organization") and re.search(r"(?:成立|组建|创办|创建|领办|注册)了?$", left):
        return "object", head
    verb = HOLDS.search(left) if mention.type in ("Campaign", "Event", "Policy", "Project") else None
    if verb or (mention.type in ("Project", "Facility") and _BUILDS.search(left)):
        if mention.type == "Event" and MEETING.search(mention.name):
            return "none", head
        several = right[:1] in ("、", "等", "和") or (mention.type == "Event" and verb and verb.group().startswith("组织") and "开工" in mention.name)
        return ("none" if several else "object"), head
    if mention.type in ("Division", "Zone", "Company", "Organization") and left.rstrip("“‘").endswith(("就是", "便是", "正是")) and stop >= clause.span.end:
        return "object", head
    if governed := PREPOSITION.search(left):
        placed = governed.group() in ("在", "来到", "走进", "经") and mention.type in _PLACES
        return ("place" if placed else "oblique"), head
    if mention.type == "Event" and right.startswith("上") and MEETING.search(mention.name):
        return "none", head
    if mention.type in ("Campaign", "Event", "Policy") and start > head and _FOLLOWED.search(left):
        return "oblique", head
    if start > head and _APPOSED.fullmatch(text, head, start) and mention.type in ("Company", "Organization", "Project"):
        return "subject", head
    if mention.type == "PublicBody" and _RULES.match(right) and _SAYS.search(text, stop, clause.span.end):
        return "area", head
    if mention.type == "PublicBody" and _CHAIN.search(left) and _RULES.match(right) and _SAYS.search(text, stop, clause.span.end):
        return "area", head
    if start > head and not left.endswith("的") and mention.kind != "anaphor" and not _ITS.fullmatch(text, head, start):
        return "oblique", head
    if POST.match(right) and mention.type == "PublicBody":
        return "office", head
    if mention.type in ("PublicBody", "Organization") and _LEADS.match(right):
        return "none", head
    if (POST.match(right) and mention.type != "Company") or mention.kind == "implied" or (_SOURCE.match(right) and not mention.entity.endswith("海关")):
        return "none", head
    if mention.type == "Division" and (_MODIFIES.match(right) or NAMES.match(text, stop, clause.span.end)):
        return "none", head
    following = mentions[index + 1] if index + 1 < len(mentions) else None
    if mention.type == "Division" and following and following.type != "Person" and text[stop : open_quote(text, following.span.start)] in ("", "的"):
        return "none", after
    return "subject", after
