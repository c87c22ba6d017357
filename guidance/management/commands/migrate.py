"""Migrate, without the limits that are made for requests."""

from typing import Any

from django.core.management.commands import migrate
from django.db import connections

from guidance.management.patience import patient


class Command(migrate.Command):
    """A long history takes its time; waiting for a lock does not, or the site would stand still."""

    def handle(self, *args: Any, **options: Any) -> None:
        with patient(connections[options["database"]]):
            super().handle(*args, **options)
