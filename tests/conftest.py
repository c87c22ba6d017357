"""What every test has: a clean language, no way out to the network, and the record on request."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import transaction
from django.utils import translation

from tests.migrated import make_database

TIMELINE = settings.BASE_DIR / "guidance" / "reference" / "timeline-2016-2017.csv"


@pytest.fixture(autouse=True)
def _kazakh_before_every_test() -> Iterator[None]:
    """Leave no language active from the test before."""
    translation.activate("kk")
    yield
    translation.deactivate()


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None, django_db_blocker: Any, django_db_modify_db_settings: None
) -> Iterator[None]:
    """Make the test database for whoever asks; the plugin's own looks for its marker only."""
    with django_db_blocker.unblock():
        end = make_database()
    yield
    with django_db_blocker.unblock():
        end()


@pytest.fixture(scope="module")
def record_of_2016(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """Hold reference data, page tree and the record of 2016-2017, until the module ends.

    Tests that use it only read: all of a module share one transaction, which is rolled back.
    """
    media = settings.MEDIA_ROOT
    with django_db_blocker.unblock(), transaction.atomic():
        settings.MEDIA_ROOT = tmp_path_factory.mktemp("media")
        call_command("setup", "--tables-stand", verbosity=0)
        call_command("replay", str(TIMELINE), verbosity=0)
        yield
        settings.MEDIA_ROOT = media
        transaction.set_rollback(True)
