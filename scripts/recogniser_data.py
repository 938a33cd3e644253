"""The sentences that the trained recogniser learns from: generated, swapped, weakly labelled; see train_recogniser.py."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from random import Random

from kg.model import Document
from kg.nlp._words import words
from kg.ontology import Ontology

Sentence = tuple[str, tuple[tuple[int, int, str], ...]]
"""Text and its labelled spans (start, end, label): P person, C firm, G public body, R other organisation, L place."""

LABEL = {"Person": "P", "Company": "C", "PublicBody": "G", "Organization": "R", "Division": "L", "Zone": "L", "Facility": "L"}
_FREQUENT = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
_PLAIN = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂华建国文玉春海生志永红金德福云梅凤辉鹏飞波斌宇浩凯健俊帆雪琳洁晨阳旭东江龙林峰山松柏立新成宏光荣祥庆利民振兴家和安宁学才根树长有忠义仁礼智信"
_SYLLABLES = "华瑞恒泰昌盛丰源达通远鑫宏博盈益康嘉佳美科创天海中联合众信诚安宁润泽隆兴旺福禄祥顺德仁和正大光明亚东方圆金银玉石龙凤鹏飞腾跃翔云帆蓝绿青禾谷田森林木川江河洋晶锐智慧启航领先越卓尚品优奥迪凯特立格威尔莱克斯维诺贝雅思迈"
_PARTS = ("公司", "分公司", "研究院", "项目部")
_LEGAL = ("有限公司", "有限责任公司", "股份有限公司", "集团有限公司", "科技有限公司", "实业有限公司", "贸易有限公司", "发展有限公司")
_SHORT = ("集团", "公司", "股份", "控股", "科技", "厂", "实业", "银行", "合作社", "药业", "食品", "重工", "智能", "材料")
_SPEECH = ("说", "表示", "介绍", "介绍说", "告诉记者", "坦言", "认为", "透露")
_SLOT = re.compile(r"\{([A-Za-z])(\*?)\}")


class Inventor:
    """Invents names and fills templates; the same seed gives the same sentences."""

    def __init__(self, ontology: Ontology, random: Random, brands: Sequence[str] = (), places: Sequence[str] = ()) -> None:
        self.random, self.extra = random, places
        self.brands = [brand for brand in brands if any(len(word) == 1 or tag == "nz" for word, tag in words(brand).items)]
        table = ontology.table
        kinds = [(row["name"], row["kind"]) for row in table("surnames")]
        self.families = [name for name, kind in kinds if kind == "common"]
        self.rare = [name for name, kind in kinds if kind in ("compound", "unsure", "rare")]
        letters = {row["kind"]: row["characters"] for row in table("name_characters")}
        self.given, self.sound = letters["given"], letters["sound"]
        codes = sorted(ontology.places.by_code)
        self.divisions = [d for d in (ontology.places.by_code[code] for code in codes) if not d.code.startswith(("foreign", "country"))]
        self.counties = [d for d in self.divisions if d.level in ("county", "prefecture")]
        self.fields = [row["short"] for row in table("agency_fields")]
        self.organs = [row["name"] for row in table("agencies") if row["kind"] in ("base", "party") and len(row["name"]) > 1]
        self.heads = [row["head"] for row in table("organization_heads") if row["kind"] not in ("short", "mass")]
        tables = (("project_classes", "word"), ("name_roles", "word"), ("industries", "word"), ("not_names", "word"),
                  ("facility_heads", "head"), ("agency_fields", "short"), ("name_bounds", "word"))  # fmt: skip
        self.everyday = sorted({row[column] for name, column in tables for row in table(name) if len(row[column]) > 1})
        self.lines = [row["word"] for row in table("industries") if len(row["word"]) > 1]
        self.works = [row["head"] for row in table("company_heads") if row["kind"] == "works"]
        titles = [(row["title"], row["kind"]) for row in table("titles")]
        self.titles = {key: [title for title, kind in titles if kind == name] for key, name in zip("tbo", ("official", "company", "people"), strict=True)}

    def person(self) -> str:
        """A Han name (nine of ten), or one written by sound."""
        pick, chance = self.random.choice, self.random.random()
        if chance < 0.06:
            return "·".join("".join(pick(self.sound) for _ in range(self.random.randint(2, 4))) for _ in range(2))
        if chance < 0.12:
            return "".join(pick(self.sound) for _ in range(self.random.choice((2, 2, 3, 4, 4, 5))))
        family = pick(_FREQUENT) if chance < 0.75 else pick(self.families) if chance < 0.94 else pick(self.rare)
        size = 2 if self.random.random() < 0.78 else 1
        return family + "".join(pick(_PLAIN if self.random.random() < 0.6 else self.given) for _ in range(size))

    def place(self) -> str:
        """A division, full or short, or a word of the public list of places."""
        if self.extra and self.random.random() < 0.25:
            return self.random.choice(self.extra)
        division = self.random.choice(self.counties if self.random.random() < 0.6 else self.divisions)
        return division.short if division.short and len(division.short) > 1 and self.random.random() < 0.3 else division.name

    def brand(self) -> str:
        if self.brands and self.random.random() < 0.5:
            return self.random.choice(self.brands)
        return "".join(self.random.choice(_SYLLABLES) for _ in range(self.random.choice((2, 2, 2, 3, 4))))

    def firm(self) -> str:
        """A full name with legal form, a short one with a line of business, or a bare brand."""
        pick, chance, brand = self.random.choice, self.random.random(), self.brand()
        place = pick(self.counties)
        front = pick((place.name, place.short or place.name)) if self.random.random() < 0.5 else ""
        if chance < 0.3:
            return front + brand + (pick(self.lines) if self.random.random() < 0.7 else "") + pick(_LEGAL)
        if chance < 0.55:
            return brand + pick(self.lines) + (pick(_SHORT) if self.random.random() < 0.3 else "")
        if chance < 0.75:
            return (front if self.random.random() < 0.3 else "") + brand + pick(_SHORT)
        return brand + pick(self.works) if chance < 0.82 else brand

    def body(self) -> str:
        pick, chance, division = self.random.choice, self.random.random(), self.random.choice(self.counties)
        area = division.name if self.random.random() < 0.6 else pick("省市县区州旗")
        if chance < 0.55:
            return area + pick(self.fields) + pick(("局", "局", "局", "委", "办"))
        if chance < 0.9:
            return area + pick(self.organs)
        return area + pick(self.fields) + "局" + pick(("执法大队", "服务中心", "管理站", "办公室", "监测站"))

    def organisation(self) -> str:
        area = self.random.choice(self.counties)
        front = self.random.choice((area.name, area.short or area.name)) if self.random.random() < 0.7 else self.brand()
        return front + (self.random.choice(self.lines) if self.random.random() < 0.4 else "") + self.random.choice(self.heads)

    def name(self, label: str) -> str:
        """An invented name for a label."""
        return {"P": self.person, "C": self.firm, "G": self.body, "R": self.organisation, "L": self.place}[label]()

    def plain(self, slot: str) -> str:
        """Words for a slot that carries no label."""
        pick, number = self.random.choice, self.random.randint
        if slot in self.titles:
            return pick(self.titles[slot])
        if slot == "n":
            return pick((str(number(1, 900)), f"{number(1, 99)}.{number(1, 9)}"))
        if slot == "d":
            return pick((f"{number(1, 12)}月{number(1, 30)}日", f"20{number(10, 25)}年{number(1, 12)}月", "近日", "日前"))
        if slot == "j":
            return pick((self.brand(), self.place())) + pick(self.lines) + pick(("项目", "产业园项目", "基地", "工程"))
        if slot == "m":
            return pick(("冬季", "春季", "百日", "秋冬")) + pick(("攻坚行动", "大会战", "专项整治", "招商行动"))
        if slot == "k":
            return pick(self.everyday) + (pick(self.everyday) if self.random.random() < 0.4 else "") + pick(("", "", "", "类", "式", "型"))
        return pick(self.lines) if slot == "w" else pick(_SPEECH)

    def fill(self, template: str) -> Sentence:
        """A template with its slots filled."""
        text, spans, at = "", [], 0
        for match in _SLOT.finditer(template):
            text += template[at : match.start()]
            at = match.end()
            slot, many = match.groups()
            if slot.islower():
                text += "、".join(self.plain(slot) for _ in range(self.random.randint(2, 6) if many else 1))
                continue
            for number in range(self.random.randint(2, 5) if many else 1):
                text += "、" if number else ""
                name = self.name(slot)
                spans.append((len(text), len(text) + len(name), slot))
                text += name
        return text + template[at:], tuple(spans)

    def swap(self, sentence: Sentence) -> Sentence:
        """The sentence with most of its names replaced by invented ones of the same label."""
        text, made, spans, at = sentence[0], "", [], 0
        for start, end, label in sentence[1]:
            made += text[at:start]
            name = self.name(label) if label in "PC" or (label in "GR" and self.random.random() < 0.7) else text[start:end]
            spans.append((len(made), len(made) + len(name), label))
            made += name
            at = end
        return made + text[at:], tuple(spans)


def weak(documents: Iterable[Document]) -> Iterator[Sentence]:
    """The sentences of our own texts with what the rules say of them."""
    for document in documents:
        for span in document.sentences:
            spans: list[tuple[int, int, str]] = []
            inside = sorted((m for m in document.mentions if span.covers(m.span)), key=lambda m: (m.span.start, -m.span.end))
            for mention in inside:
                label = LABEL.get(mention.type)
                if label and mention.kind == "name" and (not spans or mention.span.start >= spans[-1][1]):
                    spans.append((mention.span.start - span.start, mention.span.end - span.start, label))
            if len(span) > 1:
                yield document.words(span), tuple(spans)


def marked(path: Path, documents: Sequence[Document]) -> Iterator[Sentence]:
    """FinRE: its marks where they look like firms, the rules' mentions elsewhere; sentences with doubtful marks are left out."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for row, document in zip(rows, documents, strict=True):
        own = [(m.span.start, m.span.end, LABEL[m.type]) for m in document.mentions if m.type in LABEL and m.kind == "name" and m.span.end <= len(row["text"])]
        spans = list(own)
        sure = True
        for start, end, _ in row["spans"]:
            name = row["text"][start:end]
            if any(a < end and start < b for a, b, _ in spans):
                continue
            sure = sure and len(name) > 1 and name[-1] not in "局部委会院所省市县区国校" and "一" <= name[0] <= "龥"
            spans.append((start, end, "C"))
        if sure and len(spans) > len(own):
            yield row["text"], tuple(sorted(spans))
