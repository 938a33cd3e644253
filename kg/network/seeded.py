"""igraph's random numbers from a fixed seed: the same graph gives the same picture."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager

import igraph

SEED = 20_220_104
"""Any fixed number."""


@contextmanager
def seeded() -> Iterator[None]:
    """igraph draws from ``SEED`` inside and from Python's generator, as by default, again after."""
    igraph.set_random_number_generator(random.Random(SEED))
    try:
        yield
    finally:
        igraph.set_random_number_generator(random)
