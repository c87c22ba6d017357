"""The command that brings the first administrators."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.urls import reverse
from django.utils import timezone

from portal.accounts.errors import AdministratorsExist, NameIsTaken
from portal.accounts.invitations import LINK_LIFE, found_administrators


class Command(BaseCommand):
    """Print a one-time link for each of the first two administrators."""

    help = "Prints two one-time links, while there are no administrators."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("usernames", nargs=2, metavar="NAME")

    def handle(self, *args: Any, usernames: list[str], **options: Any) -> None:
        if len({name.lower() for name in usernames}) == 1:
            raise CommandError("Name two different people: one confirms what the other asks.")
        try:
            links = found_administrators(usernames, timezone.now())
        except AdministratorsExist as error:
            raise CommandError(
                "There are administrators already; they invite others under /admin/people/."
            ) from error
        except NameIsTaken as error:
            raise CommandError("A username is taken.") from error
        except ValidationError as error:
            raise CommandError("; ".join(error.messages)) from error
        for invitation, token in links:
            path = reverse("account_invitation", kwargs={"token": token})
            self.stdout.write(f"{invitation.username}: {settings.BASE_URL}{path}")
        hours = int(LINK_LIFE.total_seconds()) // 3600
        self.stdout.write(
            f"Each link works once, within {hours} hours: password first, then the second factor."
        )
