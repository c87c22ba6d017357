"""Sign the republican drafter in and print the cookie: `python -m tests.faults.website_session`."""

from __future__ import annotations

import sys

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client

from portal.accounts.groups import DESK_DRAFTERS
from tests.people import sign_in

if __name__ == "__main__":
    drafter = get_user_model().objects.get(username="republican-drafter")
    drafter.groups.add(Group.objects.get(name=DESK_DRAFTERS))
    session = sign_in(Client(), drafter).cookies[settings.SESSION_COOKIE_NAME]
    sys.stdout.write(f"session={session.value}")
