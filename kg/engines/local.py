"""The local engine: one process, or a pool of forked workers that keep the order of the input."""

from __future__ import annotations

import gc
import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

CHUNK = 4  # sources a worker takes at once: small enough for an even finish, large enough to hide the pipe
_YOUNG = 20_000  # new objects between two looks of a worker's collector: what one page makes is freed by counting


def run(function: Callable[[Item], Result], items: Sequence[Item], *, jobs: int) -> Iterator[Result]:
    """Yield ``function(item)`` for every item, in the order of the items, from ``jobs`` processes.

    ``function`` must be picklable; with one job, or one item, nothing is forked. What the caller has loaded before is
    shared by the forked workers, as long as nothing writes to it.
    """
    if jobs <= 1 or len(items) <= 1:
        yield from map(function, items)
        return
    method = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
    with multiprocessing.get_context(method).Pool(min(jobs, len(items)), _begin) as pool:
        yield from pool.imap(function, items, chunksize=max(1, min(CHUNK, len(items) // (8 * jobs))))


def _begin() -> None:
    """Keep a worker's collector away from what it shares with its parent, and seldom at work on the rest."""
    gc.freeze()
    gc.set_threshold(_YOUNG, 20, 50)
