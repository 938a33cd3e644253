"""What the commands share: the console, tables, progress bars, and finding a built graph."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from kg import store
from kg.edition import Progress as Told
from kg.errors import GraphError
from kg.store import Graph

WIDE = 160  # columns where the output is no terminal: a table in a file should not be folded
OUT = Console(highlight=False, width=None if sys.stdout.isatty() else WIDE)
ERR = Console(stderr=True, highlight=False)

STEPS = {"extract": "reading / 读取", "assemble": "linking / 链接", "write": "writing / 写出"}

folder_option = click.option(
    "-o", "--exports", "folder", type=click.Path(path_type=Path), default=Path("exports"), show_default=True,
    help="Folder of the built graph, or its graph.ttl.",
)  # fmt: skip


class Rate(TextColumn):
    """Steps a second so far."""

    def __init__(self) -> None:
        super().__init__("")

    def render(self, task: object) -> Text:
        speed = getattr(task, "finished_speed", None) or getattr(task, "speed", None)
        return Text("" if speed is None else f"{speed:,.1f}/s", style="dim")


@contextmanager
def progress(*, shown: bool = True) -> Iterator[Told]:
    """A progress bar a step on standard error, with rate and remaining time; silent where that is no terminal."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), Rate(), TimeRemainingColumn())
    with Progress(*columns, console=ERR, transient=True, disable=not (shown and ERR.is_terminal)) as bars:
        tasks = {}

        def tell(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = bars.add_task(STEPS.get(step, step), total=total)
            bars.update(tasks[step], completed=done)

        yield tell


def table(columns: Sequence[str], rows: Sequence[Sequence[object]], title: str = "") -> Table:
    """A table whose cells are shown as they are: nothing in them is read as markup."""
    made = Table(title=title or None, title_justify="left", header_style="bold", show_edge=False, pad_edge=False)
    for column in columns:
        made.add_column(column, overflow="fold")
    for row in rows:
        made.add_row(*(Text(str(cell)) for cell in row))
    return made


def say(text: str, style: str = "") -> None:
    """Print a line of text as it is."""
    OUT.print(Text(text, style=style))


def graph_file(folder: Path) -> Path:
    """The Turtle file of a build.

    Raises:
        GraphError: there is none; says how to build it.
    """
    path = folder / "graph.ttl" if folder.is_dir() else folder
    if not path.is_file():
        raise GraphError(f"{path}: no graph here; build it with: kg build PATH -o {folder}")
    return path


def open_graph(folder: Path) -> Graph:
    """The graph of a build, with the texts that its evidence points into where they were kept."""
    graph = store.load(graph_file(folder))
    graph.texts = texts(folder)
    return graph


def texts(folder: Path) -> Mapping[str, str]:
    """Article id -> cleaned text of a build; empty if the texts were not kept."""
    path = (folder if folder.is_dir() else folder.parent) / "articles.jsonl"
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8") as stream:
        return {row["id"]: row["text"] for row in map(json.loads, stream)}
