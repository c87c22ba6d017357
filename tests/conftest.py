"""What every test has: a clean language, and no way out to the network."""

from collections.abc import Iterator

import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def _kazakh_before_every_test() -> Iterator[None]:
    """Leave no language active from the test before."""
    translation.activate("kk")
    yield
    translation.deactivate()
