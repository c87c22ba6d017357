"""Make a database complete: tables, reference data, desks, accounts of machines, pages."""

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandParser
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from guidance.intake.catalogues import REFERENCE, load_catalogues, load_desks
from guidance.intake.region_loading import load_regions
from guidance.intake.region_rows import read_regions
from guidance.intake.service_accounts import make_service_accounts
from guidance.management.speaking import SpeakingCommand
from guidance.models import Region


class Command(SpeakingCommand):
    """Run it at any time: what stands, stays."""

    help = "Make the tables, the reference data, the desks and the page tree."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--tables-stand", action="store_true", help="do not migrate: the tables stand already"
        )

    def handle(self, *args: Any, tables_stand: bool, **options: Any) -> None:
        if not tables_stand:
            call_command("migrate", interactive=False, verbosity=0)
        load_catalogues()
        if not Region.objects.exists():
            load_regions(read_regions(REFERENCE / "regions.csv"), at=timezone.now())
        load_desks()
        make_service_accounts()
        # The page tree and whatever else stands above levels: named in the settings.
        for step in settings.SETUP_STEPS:
            import_string(step)()
        self.stdout.write(_("The portal is set up."))
