"""Check a built graph against its laws (SHACL) / 校验"""

from __future__ import annotations

from pathlib import Path

import click

from kg import check, ontology
from kg.cli import _console as console


@click.command()
@console.folder_option
def command(folder: Path) -> None:
    """Every broken law in a plain sentence; exit code 1 if there is one."""
    graph = console.open_graph(folder)
    report = check.check(graph, graph.texts, ontology.load())
    for violation in report.violations:
        console.say(f"{violation.node}: {violation.message}")
    console.say(f"{len(graph):,} triples, " + ("no law broken / 全部通过" if report.conforms else f"{len(report.violations)} laws broken / 违例"))
    raise click.exceptions.Exit(0 if report.conforms else 1)
