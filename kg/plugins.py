"""A folder as a registry: the modules in it are the list (readers, writers, NLP backends)."""

from __future__ import annotations

import ast
import difflib
import importlib
import importlib.util
import pkgutil
from pathlib import Path
from types import ModuleType

from kg.errors import UsageError


def names(package: str) -> list[str]:
    """The public modules of ``package`` ("kg.readers"), sorted, without importing them; folders inside are no modules."""
    path = importlib.import_module(package).__path__
    found = (module for module in pkgutil.iter_modules(path) if not module.ispkg)
    return sorted(module.name for module in found if not module.name.startswith("_"))


def load(package: str, name: str) -> ModuleType:
    """Import ``package.name``.

    Raises:
        UsageError: there is no such module; the message names the nearest ones.
    """
    known = names(package)
    if name not in known:
        near = difflib.get_close_matches(name, known, 3) or known
        raise UsageError(f"{package}: no '{name}'; try {', '.join(near)}")
    return importlib.import_module(f"{package}.{name}")


def summary(package: str, name: str) -> str:
    """The first line of a module's docstring, read without importing it ("" if there is none)."""
    spec = importlib.util.find_spec(f"{package}.{name}")
    if spec is None or spec.origin is None:
        return ""
    tree = ast.parse(Path(spec.origin).read_text(encoding="utf-8"))
    return (ast.get_docstring(tree) or "").partition("\n")[0]
