"""One of several processes at one door: `python -m tests.faults.door_racer`."""

from __future__ import annotations

import json
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.db import transaction

from portal.accounts import invitations, second_factor, totp
from portal.accounts.errors import LinkIsSpent
from portal.accounts.models import User
from tests.people import PASSWORD, SECRET, enrol, person

START = datetime(2027, 3, 1, 9, 0, 10, tzinfo=UTC)
NAME = "officer"


def prepare() -> str:
    """Make somebody with an app, and two founders' links; print the first of these."""
    with transaction.atomic():
        enrol(person(NAME))
        links = invitations.found_administrators(["aigul", "marat"], START)
    return links[0][1]


def race(gate: Path, name: str, rounds: int, token: str) -> dict[str, object]:
    """Give every code that all others give too, then open the link that all others open."""
    user = User.objects.get(username=NAME)
    (gate / name).touch()
    while not (gate / "open").exists():
        time.sleep(0.002)
    taken = []
    for turn in range(rounds):
        at = START + timedelta(minutes=10 * turn)
        if second_factor.accept_code(user, totp.code_of(SECRET, totp.step_at(at)), at):
            taken.append(turn)
    try:
        invitations.accept(token, PASSWORD, START)
    except LinkIsSpent:
        return {"codes": taken, "links": 0}
    return {"codes": taken, "links": 1}


if __name__ == "__main__":
    if sys.argv[1] == "prepare":
        sys.stdout.write(prepare())
    else:
        _, _, folder, name, rounds, token = sys.argv
        sys.stdout.write(json.dumps(race(Path(folder), name, int(rounds), token)))
