"""What every fault is inflicted upon: a copy of the database with the republican desk."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.postgres import Cluster, cluster
from tests.throwaway import Copy, copied, copied_to

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


@pytest.fixture
def own_cluster(django_db_setup: None, django_db_blocker: Any) -> Iterator[tuple[Cluster, Copy]]:
    """Give a cluster of its own that writes through to the disk, with the republican desk."""
    with cluster(durable=True) as made:
        with django_db_blocker.unblock():
            copy = copied_to(made)
        copy.run("tests.faults.racer", "prepare")
        yield made, copy
