"""One of several people who post to the desk at once: `python -m tests.faults.desk_racer`."""

from __future__ import annotations

import json
import re
import sys
import time
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import transaction
from django.test import Client
from django.utils import timezone
from wagtail.users.models import UserProfile

from guidance.models import Declaration, RoleCode
from portal.accounts.groups import DESK_DRAFTERS
from tests import factories
from tests.guidance.desk import posts
from tests.people import enrol, sign_in

PEOPLE = {
    "first-drafter": RoleCode.DRAFTER,
    "second-drafter": RoleCode.DRAFTER,
    "first-approver": RoleCode.APPROVER,
    "second-approver": RoleCode.APPROVER,
}


def prepare() -> dict[str, int]:
    """Publish a level; leave a draft, a submitted act and two submitted withdrawals; name them."""
    with transaction.atomic():
        factories.reference_data()
        people = {name: factories.officer(name, "aqtobe", role) for name, role in PEOPLE.items()}
        for user in people.values():
            user.groups.add(Group.objects.get(name=DESK_DRAFTERS))
            UserProfile.objects.create(user=user, preferred_language="en")
            enrol(user)  # here: two processes of one person must not both do it
        now = timezone.now()
        facts = {"at": now, "ends_at": now + 10 * factories.DAY}
        author = people["first-drafter"]
        published = factories.published(author, people["first-approver"], **facts)
        withdrawal = {"act": "WITHDRAW", "refers_to": published.number, "at": now}
        made = {
            "draft": factories.saved(author, **facts),
            "waiting": factories.submitted(author, level="RED", order_number="1", **facts),
            "one": factories.submitted(author, **withdrawal),
            "other": factories.submitted(author, **withdrawal),
        }
    return {name: row.pk for name, row in made.items()}


def post(gate: str, name: str, username: str, path: str, body: dict[str, Any]) -> dict[str, Any]:
    """Sign in, wait until everybody has, then post; give what the desk answered."""
    people: Any = get_user_model()
    client = sign_in(Client(), people.objects.get(username=username))
    if approves := re.fullmatch(r"/admin/desk/declarations/(\d+)/approval/", path):
        waiting = Declaration.objects.with_facts().get(pk=int(approves[1]))
        body = posts.approval(waiting, **body)
    client.get(path)
    Path(gate, name).touch()
    while not Path(gate, "open").exists():
        time.sleep(0.001)
    response = client.post(path, body)
    page = client.get(response.url) if response.status_code == 302 else response
    return {"status": response.status_code, "page": page.content.decode()}


if __name__ == "__main__":
    if sys.argv[1] == "prepare":
        sys.stdout.write(json.dumps(prepare()))
    else:
        _, _, folder, own_name, person, address, form = sys.argv
        sys.stdout.write(json.dumps(post(folder, own_name, person, address, json.loads(form))))
