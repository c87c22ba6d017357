"""The whole site, loaded once a module: reference data, the record of 2016-2017, the articles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import transaction

from portal.news.demo_pages import load_demo_articles

TIMELINE = settings.BASE_DIR / "guidance" / "reference" / "timeline-2016-2017.csv"


@pytest.fixture(scope="module")
def whole_site(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """Load the demo in a transaction that ends with the module."""
    media = settings.MEDIA_ROOT
    with django_db_blocker.unblock(), transaction.atomic():
        settings.MEDIA_ROOT = tmp_path_factory.mktemp("media")
        call_command("setup", verbosity=0)
        call_command("replay", str(TIMELINE), verbosity=0)
        load_demo_articles()
        yield
        settings.MEDIA_ROOT = media
        transaction.set_rollback(True)
