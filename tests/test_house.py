"""The house rules as a test: imports go down, no circles, no hidden imports, small files and functions."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

KG = Path(__file__).resolve().parent.parent / "kg"
FILES = sorted(path for path in KG.rglob("*.py") if "vendor" not in path.parts)

FLOORS: tuple[tuple[str, ...], ...] = (
    ("model", "errors"),
    ("plugins", "vocab", "patterns", "sparql"),
    ("gazetteer",),
    ("ontology",),
    ("store",),
    (
        "readers",
        "clean",
        "nlp",
        "link",
        "relate",
        "measure",
        "merge",
        "graph",
        "check",
        "queries",
        "network",
        "records",
        "spool",
        "confidence",
        "curation",
    ),
    ("writers",),
    ("engines", "score", "edition", "extraction"),
    ("pipeline",),
    ("serve",),
    ("cli",),
    ("__init__", "__main__"),
)
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
MAX_FILE, MAX_FUNCTION = 300, 50


def room(path: Path) -> str:
    return path.relative_to(KG).parts[0].removesuffix(".py")


def imports(tree: ast.AST) -> list[tuple[int, str]]:
    """(line, room of ours) of every import of kg in ``tree``."""
    found = []
    for node in ast.walk(tree):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [f"kg.{alias.name}" for alias in node.names] if node.module == "kg" else [node.module]
        found += [(node.lineno, name.split(".")[1]) for name in names if name.startswith("kg.")]
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(KG)))
def test_imports_go_down(path: Path) -> None:
    here = room(path)
    assert here in FLOOR, f"kg/{here} has no floor: give it one in FLOORS"
    for line, there in imports(ast.parse(path.read_text(encoding="utf-8"))):
        assert there == here or FLOOR[there] < FLOOR[here], f"{path}:{line}: kg.{here} must not import kg.{there}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(KG)))
def test_no_import_hides_in_a_function_or_behind_type_checking(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "TYPE_CHECKING" not in text, f"{path}: a type that two files need belongs in kg/model.py"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            hidden = [inner.lineno for inner in ast.walk(node) if isinstance(inner, ast.Import | ast.ImportFrom)]
            assert not hidden, f"{path}:{hidden[0]}: import inside {node.name}()"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(KG)))
def test_files_and_functions_are_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= MAX_FILE, f"{path}: split it"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            assert lines <= MAX_FUNCTION, f"{path}:{node.lineno}: {node.name}() has {lines} lines"


def test_every_module_says_what_it_does() -> None:
    silent = [path for path in FILES if path.read_text(encoding="utf-8").strip() and not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))]
    assert not silent, f"no docstring: {silent}"


def module(path: Path) -> str:
    return ".".join(("kg", *path.relative_to(KG).with_suffix("").parts)).removesuffix(".__init__")


def circles() -> list[str]:
    """Modules that import each other in a circle."""
    known = {module(path) for path in FILES}
    graph: dict[str, set[str]] = {}
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("kg"):
                there = {f"{node.module}.{alias.name}" for alias in node.names}
                graph.setdefault(module(path), set()).update(name if name in known else str(node.module) for name in there)
    done: set[str] = set()

    def walk(name: str, trail: tuple[str, ...]) -> list[str]:
        if name in trail:
            return [" -> ".join((*trail[trail.index(name) :], name))]
        if name in done:
            return []
        found = [circle for there in sorted(graph.get(name, ())) if there != name for circle in walk(there, (*trail, name))]
        done.add(name)
        return found

    return [circle for name in sorted(graph) for circle in walk(name, ())]


def test_no_circles() -> None:
    assert not circles()
