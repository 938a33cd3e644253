"""Write a built graph in another format / 导出"""

from __future__ import annotations

from pathlib import Path

import click

from kg import ontology, plugins
from kg.cli import _console as console


@click.command(
    epilog="""\b
Examples / 示例:
  kg export --to gexf                    exports/graph.gexf for Gephi
  kg export --to jsonld -o mine.jsonld
"""
)
@click.option("--to", "name", required=True, help="Format (see kg formats).")
@click.option(
    "-g",
    "--graph",
    "folder",
    type=click.Path(path_type=Path),
    default=Path("exports"),
    show_default=True,
    help="Folder of the built graph, or its graph.ttl.",
)
@click.option("-o", "--output", type=click.Path(path_type=Path), default=None, help="File to write [default: beside the graph].")
def command(name: str, folder: Path, output: Path | None) -> None:
    """From a built graph to one of the formats that kg formats lists."""
    writer = plugins.load("kg.writers", name)
    source = console.graph_file(folder)
    target = output or source.with_suffix(writer.SUFFIX)
    writer.write(console.open_graph(folder), target, ontology.load())
    console.say(str(target))
