"""Writes the sample files of this folder: every one holds the same three articles, in another format or encoding.

Run by hand (``python tests/readers/make_samples.py``) when a format is added; the PDF needs reportlab. All names are invented.
"""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from opencc import OpenCC
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

SAMPLES = Path(__file__).parent / "samples"
PUBLISHER, DATE = "云岭日报", "2023-03-06"
ARTICLES = (
    (
        "云岭县十二个重大项目同日开工",
        "记者 沈佳禾 通讯员 陆一鸣",
        (
            "3月5日，云岭县举行春季重大项目集中开工活动，十二个项目同时动工，总投资36.5亿元。县委书记梁启文宣布开工，县长苏婉清主持。",
            "其中，云岭恒川新材料有限公司年产2万吨碳纤维项目投资9.8亿元，计划明年6月试产。梁启文说，项目是发展的底气，要一天也不耽误。",
        ),
    ),
    (
        "松江口岸货运量同比增长两成",
        "记者 何清源",
        (
            "记者从松江海关获悉，今年1月至2月，松江口岸货运量完成128.4万吨，同比增长20.3%，日均通行货车460辆次。",
            "松江口岸办主任邵立行介绍，口岸推行“提前申报、货到放行”，货车平均停留时间由4小时缩短到1.5小时，企业每年可节约成本约800万元。",
        ),
    ),
    (
        "白杨镇打响人居环境整治攻坚战",
        "记者 沈佳禾",
        (
            "白杨镇从3月1日至5月31日开展人居环境整治“百日行动”，组织党员志愿者600余人次，清理垃圾320吨，拆除残垣断壁48处。",
            "“门前净了，心里也亮堂。”柳河村村民周桂香说。镇党委书记高远航表示，行动结束后，各村还要评选美丽庭院100户，把好习惯长期保持下去。",
        ),
    ),
)


def page(front: str = "") -> str:
    """The articles as a page of plain text: date line, then headline, lead and paragraphs of each."""
    blocks = [front or f"发布时间：{DATE} 09:10  来源：{PUBLISHER}"]
    for title, names, paragraphs in ARTICLES:
        blocks += [title, f"本报讯（{names}）{paragraphs[0]}", *paragraphs[1:]]
    return "\n\n".join(blocks) + "\n"


def wrapped() -> list[str]:
    """The page as a newspaper sets it: lines of 22 characters, paragraphs indented by two."""
    lines = []
    for block in page().strip().split("\n\n"):
        headline = block in {title for title, _, _ in ARTICLES} or block.startswith("发布")
        text = block if headline else "　　" + block
        lines += [text] if headline else [text[start : start + 22] for start in range(0, len(text), 22)]
    return lines


def html() -> str:
    body = "".join(
        f"<h2>{title}</h2>\n<p>本报讯（{names}）{paragraphs[0]}</p>\n" + "".join(f"<p>{text}</p>\n" for text in paragraphs[1:])
        for title, names, paragraphs in ARTICLES
    )
    return (
        f'<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>要闻 - 云岭新闻网</title></head>\n<body>\n'
        '<nav><a href="/">首页</a> | <a href="/n">新闻</a> | <a href="/z">专题</a></nav>\n<script>var a = "<p>不是正文。</p>";</script>\n'
        f'<div class="content">\n<p class="source">发布时间：{DATE} 09:10 来源：{PUBLISHER}</p>\n{body}</div>\n'
        '<div class="footer"><p>版权所有：云岭新闻网</p><p>地址：云岭县人民路1号</p></div>\n</body></html>\n'
    )


def rows() -> list[dict[str, str]]:
    return [
        {"title": title, "date": DATE, "source": PUBLISHER, "text": "\n".join((f"本报讯（{names}）{paragraphs[0]}", *paragraphs[1:]))}
        for title, names, paragraphs in ARTICLES
    ]


def table(delimiter: str) -> str:
    stream = io.StringIO()
    writer = csv.DictWriter(stream, list(rows()[0]), delimiter=delimiter, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows())
    return stream.getvalue()


def markdown() -> str:
    front = f"---\nlayout: post\ndate: {DATE} 09:10:00 +0800\nsource: {PUBLISHER}\ntags: [要闻]\n---\n"
    parts = [f"# {title}\n\n本报讯（{names}）" + "\n\n".join(paragraphs) for title, names, paragraphs in ARTICLES]
    return front + "\n" + "\n\n".join(parts) + "\n"


def jekyll() -> str:
    front = f'---\nlayout: post\ndate: "{DATE}"\nsource: {PUBLISHER}\n---\n'
    return front + html().split("来源：" + PUBLISHER + "</p>\n")[1].split("</div>")[0]


def pdf() -> bytes:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=True)
    text = canvas.beginText(60, 800)
    text.setFont("STSong-Light", 12, leading=18)
    for line in wrapped():
        text.textLine(line)
    canvas.drawText(text)
    canvas.save()
    return stream.getvalue()


def main() -> None:
    """Write all samples."""
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows())
    traditional = OpenCC("s2t").convert(page())
    files: dict[str, bytes] = {
        "text/page.txt": page().encode(),
        "text/bom.txt": page().encode("utf-8-sig"),
        "text/gb18030.txt": page().encode("gb18030"),
        "text/big5.txt": traditional.encode("big5hkscs"),
        "text/traditional.txt": traditional.encode(),
        "text/utf16le.txt": page().encode("utf-16-le"),
        "text/utf16be-mark.txt": b"\xfe\xff" + page().encode("utf-16-be"),
        "text/windows.txt": page().replace("\n", "\r\n").encode("gbk"),
        "text/wrapped.txt": "\n".join(wrapped()).encode(),
        "text/spaced.txt": "\n\n".join(wrapped()).encode(),
        "markdown/post.md": markdown().encode(),
        "markdown/jekyll.txt": jekyll().encode(),
        "html/page.html": html().encode(),
        "html/gbk.htm": html().replace("utf-8", "gb2312").encode("gbk"),
        "html/unnamed.txt": html().encode(),
        "jsonl/rows.jsonl": lines.encode(),
        "jsonl/list.json": json.dumps(rows(), ensure_ascii=False, indent=1).encode(),
        "jsonl/markup.jsonl": "".join(json.dumps(row | {"text": "<p>" + row["text"].replace("\n", "</p><p>") + "</p>"}) + "\n" for row in rows()).encode(),
        "csv/rows.csv": table(",").encode("utf-8-sig"),
        "csv/rows.tsv": table("\t").encode(),
        "csv/gbk.csv": table(",").encode("gbk"),
        "pdf/page.pdf": pdf(),
    }
    for name, data in files.items():
        path = SAMPLES / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


if __name__ == "__main__":
    main()
