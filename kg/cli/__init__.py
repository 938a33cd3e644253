"""The command line; the modules of this folder are the commands and the only place that prints.

Commands are imported when they are run, so that ``kg --help`` answers at once.
"""

from __future__ import annotations

import os
import sys

import click

from kg import plugins
from kg.errors import InputError, KgError, UsageError

EPILOG = """\b
Examples / 示例:
  kg build news/ -o exports/             build the graph from a folder
  kg query officials -o exports/         one of the saved questions
  kg query 'SELECT * WHERE { ?s ?p ?o } LIMIT 5'
  kg show 绥芬河市                        everything known about it, with its sentences
"""


class Commands(click.Group):
    """A group whose commands are the modules of ``kg.cli``; each has a ``command``."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return plugins.names("kg.cli")

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in plugins.names("kg.cli"):
            return None
        command: click.Command = plugins.load("kg.cli", cmd_name).command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        rows = [(name, plugins.summary("kg.cli", name)) for name in self.list_commands(ctx)]
        with formatter.section("Commands / 命令"):
            formatter.write_dl(rows)


@click.group(cls=Commands, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="regional-kg", prog_name="kg")
def group() -> None:
    """Read Chinese local news into a knowledge graph of regional development; every edge leads back to its words.

    从地方新闻构建区域发展知识图谱:每条边、每个数字都能追溯到原文。
    """


def main() -> None:
    """Run the command line. Exit codes: 0 done, 1 some input refused or an error, 2 wrong use."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = group.main(standalone_mode=False)
        sys.exit(code if isinstance(code, int) else 0)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("stopped; a build goes on where it was when you run it again / 已停止,再次运行即可续做", err=True)
        sys.exit(130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except UsageError as error:
        click.echo(f"kg: {error}", err=True)
        sys.exit(2)
    except (KgError, OSError) as error:
        click.echo(f"kg: {error}", err=True)
        sys.exit(2 if isinstance(error, InputError) and error.step == "arguments" else 1)
