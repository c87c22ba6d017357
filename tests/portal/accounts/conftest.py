"""What the tests of signing in share."""

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def _no_counted_requests() -> None:
    """Forget the requests that tests before counted against the limits."""
    cache.clear()
