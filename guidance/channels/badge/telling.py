"""The two faces of a badge: what it says while it holds, and what it says afterwards."""

from django.utils.translation import gettext as _

from guidance.channels.badge.layout import Face
from guidance.channels.cards.story import Said, paragraphs
from guidance.shown.badge import Badge

SMALL = 11


def fresh_face(badge: Badge, *, is_official: bool) -> Face:
    """Say the level with its terms, and until when to trust it."""
    sentence = badge.sentence
    return Face(
        shape=badge.mark.key,
        head=paragraphs(
            Said(sentence.before, 13),
            Said(sentence.strong, 21, is_bold=True, gap=0.1),
            Said(sentence.after, 13, gap=0.1),
        ),
        facts=tuple(Said(fact, 13, is_bold=badge.ends_soon) for fact in badge.facts),
        remarks=tuple(Said(remark, 13, is_bold=True) for remark in badge.remarks),
        foot=_foot(badge, badge.holds, is_official=is_official),
    )


def stale_face(badge: Badge, *, is_official: bool) -> Face:
    """Say that the badge is old and knows no level."""
    place = badge.sentence.before.partition(":")[0]
    return Face(
        shape="unknown",
        head=paragraphs(
            Said(f"{place}:" if place else "", 13),
            Said(_("This copy is out of date"), 21, is_bold=True, gap=0.1),
        ),
        facts=(Said(_("The present level is not known here"), 13),),
        remarks=(),
        foot=_foot(badge, _("The level now:"), is_official=is_official),
    )


def _foot(badge: Badge, leads: str, *, is_official: bool) -> tuple[Said, ...]:
    remark = _(
        "The portal is not an official warning channel. Official: National Security Committee, 112"
    )
    return paragraphs(
        Said(badge.as_of, SMALL, gap=0),
        Said(leads, SMALL, gap=0),
        Said(badge.shown_address, SMALL, is_bold=True, gap=0),
        Said("" if is_official else remark, SMALL, is_muted=True, gap=0),
    )
