"""Why a desk can't publish, in words, wherever it is told."""

from django.utils.translation import gettext as _

from guidance.models import Desk, RegionKind
from guidance.rules.authority import Lack


def mute_words(lack: Lack, desk: Desk) -> str:
    """Say what a desk lacks to publish by itself, and who will do it meanwhile."""
    if desk.region.kind == RegionKind.COUNTRY:
        return {
            Lack.NO_APPROVER: _("Nobody at this desk may approve."),
            Lack.NO_DRAFTER: _("Nobody at this desk may draft."),
            Lack.ONE_PERSON: _("One person alone drafts and approves here: a second is needed."),
        }[lack]
    return {
        Lack.NO_APPROVER: _("Nobody at this desk may approve: the republican desk will."),
        Lack.NO_DRAFTER: _("Nobody at this desk may draft: the republican desk will."),
        Lack.ONE_PERSON: _(
            "One person alone drafts and approves here: the republican desk approves."
        ),
    }[lack]
