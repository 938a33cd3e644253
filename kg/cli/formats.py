"""List readers, writers, backends, types and relations / 列出格式与词汇"""

from __future__ import annotations

import click

from kg import ontology, plugins
from kg.cli import _console as console

FOLDERS = (
    ("readers / 输入", "kg.readers"),
    ("writers / 输出", "kg.writers"),
    ("nlp backends / 识别", "kg.nlp"),
    ("engines / 引擎", "kg.engines"),
)


@click.command()
def command() -> None:
    """The folders are the lists: what can be read and written, and the ontology's types and relations."""
    for title, package in FOLDERS:
        rows = [(name, plugins.summary(package, name)) for name in plugins.names(package)]
        console.OUT.print(console.table((title, ""), rows))
        console.say("")
    rules = ontology.load()
    console.OUT.print(console.table(("type / 类型", "zh", "en"), [(t.name, t.zh, t.en) for t in rules.types.values()]))
    console.say("")
    relations = [(r.name, r.zh, r.en, " ".join(sorted(r.domain)), " ".join(sorted(r.range))) for r in rules.relations.values()]
    console.OUT.print(console.table(("relation / 关系", "zh", "en", "from", "to"), relations))
