"""Forged and outdated notices that go round, as readers of "Check this message" are warned."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from portal.checked_texts import CheckedTextsMixin
from portal.news.choices import ForgeryKind
from portal.news.forgery_querysets import ForgeryQuerySet


class Forgery(CheckedTextsMixin, models.Model):
    """Hold one notice that people forward, with what is wrong about it."""

    kind = models.CharField(_("kind"), max_length=8, choices=ForgeryKind)
    title = models.CharField(
        _("title"),
        max_length=140,
        help_text=_("How readers know it again: from whom it claims to be, and about what."),
    )
    wrong = models.TextField(
        _("what is wrong"),
        max_length=600,
        help_text=_("What it says, and what is true. Do not repeat it in full."),
    )
    true_number = models.CharField(
        _("number of the true decision"),
        max_length=16,
        blank=True,
        help_text=_("Such as 2026-0007, where the portal published one about it."),
    )
    seen_date = models.DateField(_("going round since"))
    shown_from = models.DateTimeField(_("shown from"))
    shown_until = models.DateTimeField(
        _("shown until"), null=True, blank=True, help_text=_("Empty: until somebody ends it.")
    )

    objects = ForgeryQuerySet.as_manager()

    class Meta:
        verbose_name = _("forged notice")
        verbose_name_plural = _("forged notices")
        constraints = (
            models.CheckConstraint(
                name="news_forgery_kind_known", condition=Q(kind__in=ForgeryKind.values)
            ),
            models.CheckConstraint(
                name="news_forgery_ends_after_it_begins",
                condition=Q(shown_until=None) | Q(shown_until__gt=F("shown_from")),
                violation_error_message=_("It must end after it begins."),
            ),
            # Whoever is warned in one language only forwards it in another.
            *(
                models.CheckConstraint(
                    name=f"news_forgery_told_in_{code}",
                    condition=Q(**{f"title_{code}__isnull": False, f"wrong_{code}__isnull": False})
                    & ~Q(**{f"title_{code}": ""})
                    & ~Q(**{f"wrong_{code}": ""}),
                )
                for code in ("kk", "ru", "en")
            ),
        )

    def __str__(self) -> str:
        return self.title
