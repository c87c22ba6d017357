"""Change a demo's present: `python -m tests.browser.scenes yellow|red`, by the desk's own verbs."""

import os
import sys
from datetime import timedelta

import django

REASON = {
    "kk": "Сынақ: ақпарат тексеріліп жатыр.",
    "ru": "Проба: сведения проверяются.",
    "en": "A trial: the information is being checked.",
}
LOCAL = {
    "kk": "Орталық алаңға бармаңыз, айналма жолмен жүріңіз.",
    "ru": "Не ходите на центральную площадь, идите в обход.",
    "en": "Keep away from the central square; go round it.",
}


def declare(level: str, region: str, measures: tuple[str, ...] = ()) -> None:
    """Publish a level for ten days from now, drafted by one person and approved by another."""
    from django.utils import timezone

    from guidance.models import Desk
    from guidance.publish import Draft, content_hash, publish, save_draft, submit
    from guidance.rules.acts import NamedMeasure
    from portal.accounts.models import User

    at = timezone.now()
    republican = User.objects.get(username="republican")
    aqtobe = User.objects.get(username="aqtobe-drafter")
    approver = User.objects.get(username="aqtobe-approver")
    country = region == "KZ"
    drafter = republican if country else aqtobe
    decided_by = other_republican() if country else approver
    desk = Desk.objects.get(region__code="KZ" if country else "KZ-15")
    draft = Draft(
        act="DECLARE",
        level=level,
        regions=(region,),
        ends_at=at + timedelta(days=10),
        measures=tuple(NamedMeasure(code) for code in measures),
        authority="REPUBLICAN_HQ" if country else "REGIONAL_HQ",
        legal_basis="DECREE_611",
        order_number="17",
        order_date=at.date(),
        reason=REASON,
        local_advice=() if country else (LOCAL,),
    )
    saved = save_draft(draft, by=drafter, desk=desk, at=at)
    submitted = submit(saved, by=drafter, at=at)
    seen = content_hash(submitted, at)
    publish(submitted, approver=decided_by, at=at, seen_hash=seen)


def other_republican() -> object:
    """Return a second person of the republican desk, appointed as in life by two."""
    from django.utils import timezone

    from guidance.models import Desk, RoleCode
    from guidance.roles import confirm_role, request_role
    from portal.accounts.models import ADMINISTRATORS, User

    found = User.objects.filter(username="republican-second").first()
    if found is not None:
        return found
    second = User.objects.create_user("republican-second")
    founder = User.objects.get(username="demo-founder")
    republican = User.objects.get(username="republican")
    assert founder.groups.filter(name=ADMINISTRATORS).exists()
    at = timezone.now()
    desk = Desk.objects.get(region__code="KZ")
    founder.is_active = True
    founder.save()
    request = request_role(second, desk=desk, role=RoleCode.APPROVER, by=republican, at=at)
    confirm_role(request, by=founder, at=at)
    return second


SCENES = {
    "yellow": [("YELLOW", "KZ", ("DOCUMENT_CHECKS",))],
    "red": [
        ("YELLOW", "KZ", ("DOCUMENT_CHECKS",)),
        ("RED", "KZ-15", ("PUBLIC_TRANSPORT_HALTED", "STAY_INDOORS")),
    ],
}

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    django.setup()
    for act in SCENES[sys.argv[1]]:
        declare(*act)
