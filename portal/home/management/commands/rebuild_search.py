"""The command that makes the index of the search anew."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import connection

from guidance.management.patience import patient
from portal.home.found import index_all


class Command(BaseCommand):
    """Read all published pages again; the search answers all the while."""

    help = "Makes the index of the search anew from the published pages."

    def handle(self, *args: Any, **options: Any) -> None:
        with patient(connection):
            self.stdout.write(f"{index_all()} texts can be found.")
