"""Ask the graph: SPARQL, or a saved question / 查询"""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import click
from pyoxigraph import Literal, NamedNode

from kg import ontology, queries
from kg.cli import _console as console
from kg.errors import UsageError
from kg.store import Answer, Term
from kg.vocab import PREFIXES

_FORMULA = tuple("=+-@\t\r")
TIMEOUT = 60.0  # seconds; a query that needs longer is asked wrong


@click.command(
    epilog="""\b
Examples / 示例:
  kg query --list
  kg query campaigns --param city=绥芬河市
  kg query 'SELECT ?name WHERE { ?x a rkg:Campaign ; skos:prefLabel ?name }' --format csv
"""
)
@click.argument("what", required=False)
@click.option("--param", "given", multiple=True, metavar="NAME=VALUE", help="Value of a saved question's parameter.")
@click.option("--format", "form", type=click.Choice(["table", "csv", "json", "ttl"]), default="table", show_default=True)
@click.option("--list", "listing", is_flag=True, help="The saved questions and their parameters.")
@console.folder_option
def command(what: str | None, given: tuple[str, ...], form: str, listing: bool, folder: Path) -> None:
    """WHAT is a SPARQL query or the name of a saved question; standard prefixes need not be declared."""
    known = queries.load(ontology.load().folder / "queries")
    if listing or not what:
        _list(known)
        return
    graph = console.open_graph(folder)
    if what in known or not any(sign in what for sign in " {\n"):
        answer = queries.ask(graph, known, what, **dict(map(_pair, given)))
    else:
        answer = graph.query(what, timeout=TIMEOUT)
    _print(answer, form)


def _pair(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign:
        raise UsageError(f"--param {text}: write NAME=VALUE, such as --param city=绥芬河市")
    return name, value


def _list(known: dict[str, queries.Question]) -> None:
    rows = [(q.name, f"{q.zh}\n{q.en}", "\n".join(f"{p.name}={p.default or '(any)'}  {p.hint}" for p in q.parameters)) for q in known.values()]
    console.OUT.print(console.table(("name / 名称", "question / 问题", "parameters / 参数"), rows))


def _print(answer: Answer, form: str) -> None:
    if answer.truth is not None:
        click.echo(json.dumps({"head": {}, "boolean": answer.truth}) if form == "json" else str(answer.truth).lower())
    elif answer.triples is not None:
        click.echo("\n".join(sorted(f"{triple} ." for triple in answer.triples)))
    elif form == "json":
        click.echo(json.dumps(_json(answer), ensure_ascii=False))
    elif form == "csv":
        click.echo(_csv(answer), nl=False)
    elif form == "ttl":
        raise UsageError("--format ttl is for CONSTRUCT and DESCRIBE queries; use table, csv or json here")
    else:
        rows = [[_short(term) for term in row] for row in answer.rows]
        console.OUT.print(console.table(answer.columns, rows))
        console.say(f"{len(rows)} rows / 行", "dim")


def _short(term: Term | None) -> str:
    """A term as a person reads it: literals bare, IRIs by prefix."""
    if term is None:
        return ""
    if isinstance(term, NamedNode):
        for prefix, space in PREFIXES.items():
            if term.value.startswith(space):
                return f"{prefix}:{term.value[len(space) :]}"
    return term.value if isinstance(term, NamedNode | Literal) else str(term)


def _csv(answer: Answer) -> str:
    """SPARQL 1.1 CSV results; a cell that a spreadsheet would read as a formula is quoted by an apostrophe."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(answer.columns)
    for row in answer.rows:
        cells = [term.value if isinstance(term, NamedNode | Literal) else "" for term in row]
        writer.writerow([f"'{cell}" if cell.startswith(_FORMULA) and not _number(cell) else cell for cell in cells])
    return stream.getvalue()


def _number(cell: str) -> bool:
    return cell.lstrip("+-").replace(".", "", 1).isdigit()


def _json(answer: Answer) -> dict[str, object]:
    """SPARQL 1.1 Query Results JSON."""
    rows = [{name: _cell(term) for name, term in zip(answer.columns, row, strict=True) if term is not None} for row in answer.rows]
    return {"head": {"vars": list(answer.columns)}, "results": {"bindings": rows}}


def _cell(term: Term) -> dict[str, str]:
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, Literal):
        cell = {"type": "literal", "value": term.value}
        if term.language:
            return cell | {"xml:lang": term.language}
        return cell if term.datatype.value.endswith("#string") else cell | {"datatype": term.datatype.value}
    return {"type": "bnode", "value": str(term)}
