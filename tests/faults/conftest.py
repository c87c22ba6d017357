"""What every fault is inflicted upon: a copy of the database with the republican desk."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from tests.throwaway import Copy, copied

# The nightly run is the same with larger numbers.
TIMES = int(os.environ.get("FAULTS_TIMES", "1"))


@pytest.fixture
def times() -> int:
    """Give by how much the numbers of a night are larger."""
    return TIMES


@pytest.fixture
def copy(django_db_setup: None, django_db_blocker: Any, tmp_path: Path) -> Copy:
    """Give a copy of the database with the republican desk."""
    with django_db_blocker.unblock():
        made = copied(tmp_path)
    made.run("tests.faults.racer", "prepare")
    return made
