"""What of an HTML page is text: the article and its structure, not the furniture."""

from __future__ import annotations

import io

import pytest

from kg.model import Article
from kg.readers import read_stream

LONG = "东岭县召开春耕生产推进会，部署全年农业农村重点工作，要求各乡镇抢抓农时、备足农资，确保粮食播种面积稳定在八十万亩以上。"


def page(markup: str, name: str = "甲.html", encoding: str = "utf-8") -> Article:
    (item,) = read_stream(io.BytesIO(markup.encode(encoding)), name)
    assert isinstance(item, Article)
    return item


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        ("<p>甲。</p><p>乙。</p>", ["甲。", "乙。"]),
        ("<div>甲。<br>乙。<br/><br/>丙。</div>", ["甲。", "乙。", "丙。"]),
        ("<p>全县<b>投资</b><span>36</span>亿元&nbsp;，<a href='/'>详见</a>通报。</p>", ["全县投资36亿元 ，详见通报。"]),
        ("<p>全县\n  投资\n36亿元。</p>", ["全县投资 36亿元。"]),
        ("<ul><li>甲项。</li><li>乙项。</li></ul>", ["甲项。", "乙项。"]),
        ("<table><tr><th>项目</th><th>投资</th></tr><tr><td>甲</td><td>3亿元</td></tr></table>", ["项目 投资", "甲 3亿元"]),
        ("<h1>标题</h1><h3>小标题</h3><p>甲。</p>", ["# 标题", "### 小标题", "甲。"]),
        ("<figure><img src=x alt='会场'><figcaption>大会现场。</figcaption></figure><p>甲。</p>", ["[图] 大会现场。", "甲。"]),
        ("<p>甲。<!-- 注 --></p><script>var p='<p>乙。</p>'</script><style>p{}</style><p style='display: none'>丙。</p>", ["甲。"]),
        ("<nav><a>首页</a></nav><header>东岭县招商大会</header><footer>版权所有</footer><p>甲。</p>", ["东岭县招商大会", "甲。"]),
        ("<p>a &lt; b &amp;&amp; c &#8220;甲&#8221;</p>", ["a < b && c “甲”"]),
        ("<p>没有关上的<b>标记<p>乙。", ["没有关上的标记", "乙。"]),
    ],
)
def test_blocks_are_lines(markup: str, lines: list[str]) -> None:
    assert page(f"<html><body>{markup}</body></html>").text.split("\n") == lines


def test_the_block_with_the_paragraphs_is_the_article() -> None:
    side = "".join(f"<li><a href='/{n}'>邻县书记调研第{n}个项目</a></li>" for n in range(30))
    article = page(
        f"<html><head><title>东岭县部署春耕_东岭网</title></head><body><div class=top><a>首页</a><a>新闻</a></div>"
        f"<div><h1>东岭县部署春耕</h1><div class=info>发布时间：2023-03-01 来源：东岭日报</div><div id=zoom><p>{LONG}</p><p>{LONG}</p></div></div>"
        f"<div class=right><ul>{side}</ul></div></body></html>"
    )
    assert article.text.split("\n") == ["# 东岭县部署春耕", "发布时间：2023-03-01 来源：东岭日报", LONG, LONG]


@pytest.mark.parametrize(
    ("head", "title", "published", "publisher"),
    [
        ("<title>东岭县部署春耕 - 东岭新闻网</title>", "东岭县部署春耕", "", ""),
        ("<title>东岭县部署春耕_要闻_东岭网</title>", "东岭县部署春耕", "", ""),
        (
            '<meta name="ArticleTitle" content="部署春耕"><meta name="PubDate" content="2023-03-01 08:30"><meta name="ContentSource" content="东岭日报">',
            "部署春耕",
            "2023-03-01",
            "东岭日报",
        ),
        (
            '<meta property="og:title" content="部署春耕"><meta property="article:published_time" content="2023-03-01T08:30:00+08:00">',
            "部署春耕",
            "2023-03-01",
            "",
        ),
    ],
)
def test_the_head_tells(head: str, title: str, published: str, publisher: str) -> None:
    article = page(f"<html><head>{head}</head><body><p>{LONG}</p></body></html>")
    assert (article.title, article.published, article.publisher) == (title, published, publisher)
    assert article.published_from == ("page" if published else "")


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_what_the_page_says_of_its_encoding_may_be_wrong(encoding: str) -> None:
    assert page(f'<html><head><meta charset="gb2312"></head><body><p>{LONG}</p></body></html>', encoding=encoding).text == LONG
