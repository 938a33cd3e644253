"""A folder as a registry: the modules in it are the list (readers, writers, NLP backends)."""

from __future__ import annotations

import difflib
import importlib
import pkgutil
from types import ModuleType

from kg.errors import UsageError


def names(package: str) -> list[str]:
    """The public modules of ``package`` ("kg.readers"), sorted, without importing them."""
    path = importlib.import_module(package).__path__
    return sorted(module.name for module in pkgutil.iter_modules(path) if not module.name.startswith("_"))


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
