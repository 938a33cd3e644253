"""Write corpus/manifest.toml: every sample page with its form, what it shows, and the checksum of its bytes."""

from __future__ import annotations

import hashlib
from pathlib import Path

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
PAGES = {
    "01-huinan-winter.txt": ("plain text", "会议报道:会战、子行动、目标、接续关系、责任单位"),
    "02-hulin-visit.md": ("Markdown with front matter", "外出招商:走访企业与城市、签约、合作"),
    "03-jingyu-site.html": ("HTML page", "政府网站:导航、图注、相关新闻;重点项目数字、包保责任"),
    "04-jingyu-reprint.txt": ("plain text", "03 的转载:同一转载族"),
    "05-dongning-port.txt": ("Traditional text with inlined pinyin", "口岸货运与外贸数字、增长、分别对齐"),
    "06-wrapped-newspaper.txt": ("hard-wrapped newspaper column", "折行、标题在文末、两篇文章、节庆赛事"),
    "07-interview.txt": ("plain text", "企业访谈:产能、收率、合作、联点领导、修辞性“决战”"),
    "08-policy.txt": ("plain text", "政策解读:措施、补助、奖励、依据文件的行动"),
    "09-many-articles.txt": ("newspaper page of several articles", "多篇拆分、署名与图注、合作社、党支部"),
    "10-archive.jsonl": ("JSON Lines", "一行一篇:会战结束与接续、签约、链长"),
    "11-rows.csv": ("CSV", "一行一篇:开园、论坛、主办与参加"),
    "12-gbk.txt": ("GB18030 text", "稳岗行动、结对帮扶、驻村第一书记"),
    "13-railway.txt": ("plain text", "交通项目:累计投资、长度、承建单位、调研"),
    "14-expo.pdf": ("PDF with a text layer", "博览会:主办承办、参展、签约、行动方案"),
}

HEAD = """# Sample input, written for this project: invented persons, companies and figures among real divisions.
# Licence: Apache-2.0, as the rest of the repository. Made by scripts/corpus_manifest.py.
"""


def manifest() -> str:
    """The manifest's text, in the order of the file names."""
    rows = []
    for name, (form, shows) in sorted(PAGES.items()):
        digest = hashlib.sha256((CORPUS / "raw" / name).read_bytes()).hexdigest()
        rows.append(f'[[page]]\nfile = "raw/{name}"\nform = "{form}"\nshows = "{shows}"\nsha256 = "{digest}"\n')
    return HEAD + "\n" + "\n".join(rows)


if __name__ == "__main__":
    (CORPUS / "manifest.toml").write_text(manifest(), encoding="utf-8")
