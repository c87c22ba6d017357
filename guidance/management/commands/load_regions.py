"""Add or update regions from a file."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from guidance.intake.region_loading import load_regions
from guidance.intake.region_rows import read_regions
from guidance.management.speaking import SpeakingCommand


class Command(SpeakingCommand):
    """Load all of a file or nothing."""

    help = "Add or update the regions of a CSV file with the columns of regions.csv."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        loaded = load_regions(read_regions(options["file"]), at=timezone.now())
        counts = {"added": loaded.added, "changed": loaded.changed}
        self.stdout.write(_("Regions added: %(added)d, changed: %(changed)d.") % counts)
