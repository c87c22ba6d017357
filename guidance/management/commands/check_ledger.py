"""Prove that the ledger is whole, or name what is not."""

from typing import Any

from django.core.management.base import CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from guidance.checking import check, keep_result
from guidance.management.speaking import SpeakingCommand
from guidance.models import Ledger


class Command(SpeakingCommand):
    """Exit with status 1 and a list where something differs; either way the result is kept."""

    help = "Refold all declarations, verify chain, numbers, columns and periods."

    def handle(self, *args: Any, **options: Any) -> None:
        found = check()
        keep_result(found, timezone.now())
        if found:
            summary = _("The ledger is not whole (%(count)d):") % {"count": len(found)}
            raise CommandError("\n".join([summary, *found]))
        for ledger in Ledger.objects.order_by("exercise"):
            facts = {"name": str(ledger), "count": ledger.count, "head": ledger.head}
            self.stdout.write(_("%(name)s: %(count)d declarations, head %(head)s") % facts)
