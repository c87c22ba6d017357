"""The command that prints the present code of a demo person."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from portal.accounts.demo import present_code
from portal.accounts.models import User


class Command(BaseCommand):
    """Print the six digits that the person's app would show now."""

    help = "Prints the present second-factor code of a demo account; needs DEMO=1."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name", help="the username, such as aqtobe-drafter")

    def handle(self, *args: Any, name: str, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("Codes are told in a demo only: set DEMO=1.")
        user = User.objects.active().filter(username=name, is_demo=True).first()
        if user is None:
            raise CommandError(f"There is no demo account named {name!r}.")
        self.stdout.write(present_code(user, timezone.now()))
