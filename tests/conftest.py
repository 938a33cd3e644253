"""The few fixtures that several rooms share."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

# No test is a race, and the same code has the same examples on every machine.
settings.register_profile("kg", deadline=None, derandomize=True)
settings.load_profile("kg")

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The evaluation data and real pages beside the checkout; tests that need them are skipped, loudly, without."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("no evaluation data beside the checkout (../shared): tests on real pages are left out")
    return folder
