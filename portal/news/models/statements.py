"""Official statements; one with hours announces an exercise."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from portal.news.choices import NewsKind
from portal.news.models.pages import NewsPage
from portal.news.panels import EXERCISE, FACTS, TEXT_FIELDS, TEXT_PANELS
from portal.news.posts import Role
from portal.translated import language_tabs


class StatementPage(NewsPage):
    """Hold the full text of an official statement, without a word of the newsroom."""

    issued_by = models.ForeignKey(
        "news.Organisation",
        models.PROTECT,
        verbose_name=_("issued by"),
        null=True,  # in a draft; a statement that goes live names its issuer
        related_name="statements",
    )
    signed_by = models.ForeignKey(
        "news.Person",
        models.PROTECT,
        verbose_name=_("signed by"),
        null=True,
        blank=True,
        related_name="statements",
    )
    act_number = models.CharField(_("number of the act"), max_length=60, blank=True)
    document = models.ForeignKey(
        "wagtaildocs.Document",
        models.SET_NULL,
        verbose_name=_("document"),
        null=True,
        blank=True,
        related_name="+",
    )
    # An announcement of an exercise is a statement with hours; its regions say where.
    exercise_starts_at = models.DateTimeField(_("the exercise begins"), null=True, blank=True)
    exercise_ends_at = models.DateTimeField(
        _("the exercise ends"), null=True, blank=True, db_index=True
    )

    edit_handler = language_tabs(
        TEXT_PANELS,
        TEXT_FIELDS,
        shared=[
            FieldRowPanel([FieldPanel("issued_by"), FieldPanel("signed_by")]),
            FieldRowPanel([FieldPanel("act_number"), FieldPanel("document")]),
            EXERCISE,
            *FACTS,
        ],
    )

    class Meta:
        verbose_name = _("official statement")
        verbose_name_plural = _("official statements")
        constraints = (
            models.CheckConstraint(
                name="news_statement_exercise_has_hours",
                condition=models.Q(exercise_starts_at=None, exercise_ends_at=None)
                | models.Q(
                    exercise_starts_at__isnull=False,
                    exercise_ends_at__isnull=False,
                    exercise_ends_at__gt=models.F("exercise_starts_at"),
                ),
            ),
        )

    def clean(self) -> None:
        """Refuse an exercise that has only one of its hours, or ends before it begins."""
        super().clean()
        starts_at, ends_at = self.exercise_starts_at, self.exercise_ends_at
        if (starts_at is None) != (ends_at is None):
            name = "exercise_ends_at" if ends_at is None else "exercise_starts_at"
            raise ValidationError({name: _("An exercise needs both: when it begins and ends.")})
        if starts_at is not None and ends_at is not None and ends_at <= starts_at:
            raise ValidationError({"exercise_ends_at": _("An exercise ends after it begins.")})

    @property
    def day(self) -> date:
        """Return the day of the statement in the capital: what is shown was true then."""
        return localdate(self.published_at)

    def issuer_name(self) -> str:
        """Return what the body that issued the statement was called then."""
        return self.issued_by.name_on(self.day) if self.issued_by else ""

    def signatory_role(self) -> "Role[Any] | None":
        """Return the post of whoever signed, as of the day of the statement."""
        return self.signed_by.role_on(self.day) if self.signed_by else None

    def minimal_clean(self) -> None:
        """Check a draft."""
        self.kind = NewsKind.STATEMENT
        super().minimal_clean()

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """Check a statement before it goes live."""
        self.kind = NewsKind.STATEMENT
        super().full_clean(*args, **kwargs)
