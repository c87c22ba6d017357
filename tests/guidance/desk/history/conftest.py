"""What the history is shown of: a draft that was returned, mended and published, and a refusal."""

from __future__ import annotations

import pytest
from django.test import Client

from guidance.models import Address, Declaration, RoleCode
from guidance.publish import (
    NotAllowed,
    content_hash,
    publish,
    return_,
    save_draft,
    submit,
)
from tests import factories
from tests.factories import MINUTE, NOON, REASON
from tests.guidance.conftest import Office
from tests.guidance.desk.conftest import SignIn

DESK = Address("198.51.100.7")
MENDED = {**REASON, "en": "Confirmed information about a probable threat was received."}


@pytest.fixture
def past(aqtobe: Office) -> Declaration:
    """Save, submit, return with a reason, mend, submit and publish orange for Aktobe Region."""
    by, other = aqtobe.drafter, aqtobe.approver
    first = factories.draft(order_number="=1+1", note_to_approver="Please hurry.")
    draft = save_draft(first, by=by, desk=factories.saved(by).desk, at=NOON, address=DESK)
    draft = submit(draft, by=by, at=NOON + MINUTE, address=DESK)
    draft = return_(
        draft, by=other, reason="=Say what kind of threat.", at=NOON + 2 * MINUTE, address=DESK
    )
    mended = factories.draft(reason=MENDED, order_number="7")
    draft = save_draft(
        mended, by=by, desk=draft.desk, at=NOON + 3 * MINUTE, address=DESK, declaration=draft,
        version=1,
    )  # fmt: skip
    draft = submit(draft, by=by, at=NOON + 4 * MINUTE, address=DESK)
    at = NOON + 5 * MINUTE
    with pytest.raises(NotAllowed):
        publish(draft, approver=by, at=at, seen_hash="x", address=DESK)
    return publish(draft, approver=other, at=at, seen_hash=content_hash(draft, at), address=DESK)


@pytest.fixture
def auditor(aqtobe: Office, signed_in: SignIn) -> Client:
    """Sign an auditor of Aktobe Region in."""
    return signed_in(factories.officer("auditor", "aqtobe", RoleCode.AUDITOR))
