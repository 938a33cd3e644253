"""Pages to measure on: the sample corpus's sentences drawn anew, with digits and places changed, from a fixed seed."""

from __future__ import annotations

import random
import re
from pathlib import Path

from kg import clean, ontology, readers
from kg.model import Article

ROOT = Path(__file__).resolve().parents[2]
PARAGRAPHS, SENTENCES = (8, 20), (1, 6)  # as in real newspaper articles: about 1,500 to 3,000 characters


def sentences() -> list[str]:
    """The sentences of the sample corpus."""
    pages = (page for path, name in readers.sources([ROOT / "corpus"]) for page in readers.read(path, name))
    articles = (a for page in pages if isinstance(page, Article) for a in clean.clean(page) if isinstance(a, Article))
    found = (s for article in articles for line in article.text.splitlines() for s in re.findall(r"[^。！？]+[。！？]", line))
    return sorted(set(found))


def write(folder: Path, count: int, seed: int = 7) -> int:
    """Write ``count`` plain-text pages into ``folder``; returns their characters."""
    chance, stock = random.Random(seed), sentences()
    places = sorted(d.name for d in ontology.load().places.by_code.values() if d.level == "county")
    total = 0
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        county = chance.choice(places)
        lines = ["".join(_varied(chance.choice(stock), county, chance) for _ in range(chance.randint(*SENTENCES))) for _ in range(chance.randint(*PARAGRAPHS))]
        text = "\n\n".join([f"{county}推进重点项目建设", *lines])
        total += len(text)
        (folder / f"{number:05}.txt").write_text(text, encoding="utf-8")
    return total


def _varied(sentence: str, county: str, chance: random.Random) -> str:
    changed = re.sub(r"\d", lambda hit: str(chance.randint(1, 9)) if chance.random() < 0.6 else hit.group(), sentence)
    return changed.replace("本报讯", "").replace("我县", county).replace("全县", county)
