"""Put every state of the design's table into one portal, by the desk's own verbs.

`python -m tests.browser.states` prints, as JSON, the place or page that shows each state.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import django

from tests.browser.scenes import REASON, other_republican

END_REASON = {
    "kk": "Мерзімі жағдайға байланысты белгіленеді.",
    "ru": "Срок зависит от обстановки.",
    "en": "The term depends on the situation.",
}
DRILL = {
    "kk": "Оқу-жаттығу: жоспарлы жаттығу",
    "ru": "Учение: плановая тренировка",
    "en": "Exercise: a planned drill",
}
TEN_DAYS, TWENTY_HOURS = timedelta(days=10), timedelta(hours=20)
# State: where, and how it comes about.
REGIONS: Mapping[str, tuple[str, str]] = {
    "none": ("KZ-47", "mangystau"),
    "announced": ("KZ-23", "atyrau"),
    "yellow": ("KZ-11", "aqmola"),
    "orange": ("KZ-15", "aqtobe"),
    "red": ("KZ-75", "almaty"),
    "ends soon": ("KZ-31", "zhambyl"),
    "no end": ("KZ-39", "qostanai"),
    "lifted": ("KZ-61", "turkistan"),
    "in error": ("KZ-59", "north-kazakhstan"),
    "exercise": ("KZ-55", "pavlodar"),
    "lower than a part": ("KZ-35", "qaragandy"),
}


def publish_act(act: str, *, exercise: bool = False, **facts: Any) -> Any:
    """Let one person of the republican desk draft, and another approve, now."""
    from django.utils import timezone

    from guidance.models import Desk
    from guidance.publish import Draft, content_hash, publish, save_draft, submit
    from portal.accounts.models import User

    at = timezone.now()
    drafter = User.objects.get(username="republican")
    draft = Draft(
        act=act,
        authority="REPUBLICAN_HQ",
        legal_basis="DECREE_611",
        order_number="17",
        order_date=at.date(),
        reason=REASON,
        **facts,
    )
    desk = Desk.objects.get(region__code="KZ")
    saved = save_draft(draft, by=drafter, desk=desk, at=at, exercise=exercise)
    waiting = submit(saved, by=drafter, at=at)
    seen = content_hash(waiting, at)
    return publish(waiting, approver=other_republican(), at=at, seen_hash=seen)


def declare(state: str, level: str, **facts: Any) -> Any:
    """Declare a level where a state is to be seen; for ten days, unless told otherwise."""
    from django.utils import timezone

    facts.setdefault("ends_at", timezone.now() + TEN_DAYS)
    return publish_act("DECLARE", level=level, regions=(REGIONS[state][0],), **facts)


def announce(state: str) -> None:
    """Announce an exercise that is under way where a state is to be seen."""
    from django.utils import timezone

    from guidance.models import Region
    from portal.manuscripts import Block
    from portal.news.bodies import body_of
    from portal.news.models import NewsIndexPage, Organisation, StatementPage

    now, hour = timezone.now(), timedelta(hours=1)
    names = {f"name_{lang}": text for lang, text in DRILL.items()}
    issuer = Organisation.objects.create(slug="headquarters", kind="GOVERNMENT", **names)
    page = StatementPage(live=False, published_at=now - hour, issued_by=issuer)
    page.exercise_starts_at, page.exercise_ends_at = now - hour, now + TEN_DAYS
    for lang, text in DRILL.items():
        setattr(page, f"headline_{lang}", text)
        setattr(page, f"lead_{lang}", text)
        setattr(page, f"body_{lang}", body_of([Block("paragraph", text)]))
    NewsIndexPage.objects.get().add_child(instance=page)
    page.regions.set(Region.objects.filter(code=REGIONS[state][0]))
    page.save_revision().publish()


def make() -> dict[str, str]:
    """Make all states; give the address of each without its language."""
    from django.utils import timezone

    from guidance.rules.acts import NamedMeasure

    now = timezone.now()
    declare("announced", "YELLOW", starts_at=now + timedelta(days=2))
    declare("yellow", "YELLOW", measures=(NamedMeasure("DOCUMENT_CHECKS"),))
    declare("orange", "ORANGE", measures=(NamedMeasure("SEARCHES"), NamedMeasure("CHECKPOINTS")))
    declare(
        "red",
        "RED",
        measures=tuple(map(NamedMeasure, ("PUBLIC_TRANSPORT_HALTED", "STAY_INDOORS", "CURFEW"))),
    )
    declare("ends soon", "ORANGE", ends_at=now + TWENTY_HOURS)
    declare("no end", "YELLOW", ends_at=None, end_reason=END_REASON)
    declare("lifted", "ORANGE")
    publish_act("LIFT", regions=(REGIONS["lifted"][0],))
    wrong = declare("in error", "RED")
    publish_act("WITHDRAW", refers_to=wrong.number)
    drill = declare("exercise", "RED", exercise=True)
    announce("exercise")
    declare("lower than a part", "YELLOW")
    publish_act("DECLARE", level="RED", regions=("KZ-35-qaragandy",), ends_at=now + TEN_DAYS)
    pages = {state: f"/regions/{slug}/" for state, (_, slug) in REGIONS.items()}
    pages["declaration of a drill"] = f"/declarations/{drill.number}/"
    pages["declaration in error"] = f"/declarations/{wrong.number}/"
    return pages


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    django.setup()
    sys.stdout.write(json.dumps(make()))
