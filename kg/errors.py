"""The errors that reach a caller.

    KgError
    ├── InputError      a source cannot be read; becomes a Rejected, the rest goes on
    ├── OntologyError   a file under ontology/ is wrong: names file and line
    ├── GraphError      no graph, or one that cannot be read
    ├── QueryError      a query is wrong, unknown or refused
    └── UsageError      a name or option that does not exist, with the nearest ones

Every message names the place, the fault and the mend.
"""

from __future__ import annotations


class KgError(Exception):
    """Base of all errors that kg raises on purpose."""


class InputError(KgError):
    """A source that cannot be read. ``step`` is the stage that refused it."""

    def __init__(self, source: str, reason: str, step: str = "read") -> None:
        super().__init__(f"{source}: {reason}")
        self.source, self.reason, self.step = source, reason, step


class OntologyError(KgError):
    """A file under ontology/ breaks the closed vocabulary or cannot be parsed."""


class GraphError(KgError):
    """The built graph is missing or unreadable."""


class QueryError(KgError):
    """A SPARQL query is wrong, unknown or refused."""


class UsageError(KgError):
    """A name that does not exist; the message lists the nearest ones."""
