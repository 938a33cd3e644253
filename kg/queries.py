"""The analysts' questions: SPARQL files of ontology/queries/, each a question with named parameters.

A file begins with the question in Chinese, then in English, then one line a parameter:

    # 某会战从何时到何时?
    # When did a campaign run?
    # param city 绥芬河市 "a division, any of its names"

and holds ``VALUES ?city { "绥芬河市" }`` for each of them, so that it runs as it is in any SPARQL tool.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from pyoxigraph import Literal

from kg.errors import QueryError, UsageError
from kg.store import Answer, Graph

_PARAMETER = re.compile(r'# param (?P<name>[a-z]\w*) (?:"(?P<quoted>[^"\\]*)"|(?P<bare>[^\s"]+)) "(?P<hint>[^"]*)"')
_VALUES = r'(VALUES\s+\?{name}\s*\{{\s*)"{default}"(\s*\}})'


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that the asker may choose; always a string."""

    name: str
    default: str
    hint: str


@dataclass(frozen=True, slots=True)
class Question:
    """A saved query: ``zh`` and ``en`` say in words what ``sparql`` asks."""

    name: str
    zh: str
    en: str
    parameters: tuple[Parameter, ...]
    sparql: str

    def bound(self, /, **values: str) -> str:
        """The query with ``values`` in place of the defaults, each escaped as a SPARQL string.

        Raises:
            UsageError: there is no such parameter, or a value is no Unicode text.
        """
        known = {parameter.name: parameter for parameter in self.parameters}
        text = self.sparql
        for name, value in values.items():
            if name not in known:
                near = get_close_matches(name, known, 3) or list(known)
                raise UsageError(f"query '{self.name}': no parameter '{name}'; try {', '.join(near) or 'none'}")
            try:
                value.encode()
            except UnicodeEncodeError as fault:
                raise UsageError(f"query '{self.name}': '{name}' holds a character that UTF-8 cannot carry") from fault
            text = _replaced(text, known[name], value)
        return text


def load(folder: Path) -> dict[str, Question]:
    """All questions of ``folder`` (ontology/queries) by name, sorted.

    Raises:
        QueryError: a file without its question, or a parameter that the query does not hold.
    """
    return {path.stem: parse(path.stem, path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.rq"))}


def parse(name: str, text: str) -> Question:
    """Read one file.

    Raises:
        QueryError: as for ``load``.
    """
    header = [line for line in text.splitlines() if line.startswith("#")]
    words = [line.removeprefix("#").strip() for line in header[:2]]
    if len(words) < 2 or not all(words):
        raise QueryError(f"{name}.rq:1: begin with the question in Chinese and, on the next line, in English")
    found = [(line, _PARAMETER.fullmatch(line.rstrip())) for line in header[2:] if line.startswith("# param")]
    parameters = []
    for line, match in found:
        if match is None:
            raise QueryError(f'{name}.rq: cannot read "{line}"; write # param NAME DEFAULT "what it is"')
        parameter = Parameter(match["name"], match["quoted"] or match["bare"] or "", match["hint"])
        if len(_place(parameter).findall(text)) != 1:
            raise QueryError(f'{name}.rq: write VALUES ?{parameter.name} {{ "{parameter.default}" }} once in the query')
        parameters.append(parameter)
    return Question(name, words[0], words[1], tuple(parameters), text)


def ask(graph: Graph, questions: Mapping[str, Question], name: str, /, **values: str) -> Answer:
    """Answer the question ``name``; ``values`` replace the defaults of its parameters.

    Raises:
        UsageError: no such question or parameter; the message names the nearest ones.
        QueryError: the query cannot be run.
    """
    if name not in questions:
        near = get_close_matches(name, questions, 3) or list(questions)
        raise UsageError(f"no question '{name}'; try {', '.join(near) or 'none: the folder is empty'}")
    return graph.query(questions[name].bound(**values))


def _place(parameter: Parameter) -> re.Pattern[str]:
    return re.compile(_VALUES.format(name=re.escape(parameter.name), default=re.escape(parameter.default)))


def _replaced(text: str, parameter: Parameter, value: str) -> str:
    literal = str(Literal(value))
    return _place(parameter).sub(lambda found: f"{found[1]}{literal}{found[2]}", text, count=1)
