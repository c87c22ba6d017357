"""Declarations: one act each, with its facts, its words, and the rows that belong to it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from guidance.models import invariants
from guidance.models.choices import ActCode, LevelCode, Origin, Precision, Status
from guidance.models.desks import Desk
from guidance.models.regions import Region
from guidance.models.scale import Authority, LegalBasis, MeasureKind
from guidance.querysets import DeclarationQuerySet

REASON_LENGTH = 280
LOCAL_ADVICE_LENGTH = 140
LOCAL_ADVICE_LINES = 5


class Declaration(models.Model):
    """Hold one act about levels; once published it is immutable, in the database too."""

    # Facts
    exercise = models.BooleanField(_("exercise"), default=False)
    act = models.CharField(_("act"), max_length=8, choices=ActCode)
    level = models.CharField(_("level"), max_length=6, choices=LevelCode, blank=True)
    starts_at = models.DateTimeField(_("from"), null=True, blank=True)
    ends_at = models.DateTimeField(_("until"), null=True, blank=True)
    authority = models.ForeignKey(
        Authority, models.PROTECT, null=True, blank=True, related_name="declarations"
    )
    legal_basis = models.ForeignKey(
        LegalBasis, models.PROTECT, null=True, blank=True, related_name="declarations"
    )
    order_number = models.CharField(_("order number"), max_length=80, blank=True)
    order_date = models.DateField(_("order date"), null=True, blank=True)
    refers_to = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="later_acts"
    )
    origin = models.CharField(_("origin"), max_length=7, choices=Origin, default=Origin.DESK)
    precision = models.CharField(
        _("precision"), max_length=9, choices=Precision, default=Precision.MINUTE
    )
    source_url = models.URLField(_("source"), max_length=500, blank=True)

    # Words, each in three plain columns: every one of them is frozen in the bulletin
    reason_kk = models.CharField(_("reason [kk]"), max_length=REASON_LENGTH, blank=True)
    reason_ru = models.CharField(_("reason [ru]"), max_length=REASON_LENGTH, blank=True)
    reason_en = models.CharField(_("reason [en]"), max_length=REASON_LENGTH, blank=True)
    end_reason_kk = models.CharField(_("no end [kk]"), max_length=REASON_LENGTH, blank=True)
    end_reason_ru = models.CharField(_("no end [ru]"), max_length=REASON_LENGTH, blank=True)
    end_reason_en = models.CharField(_("no end [en]"), max_length=REASON_LENGTH, blank=True)
    authority_post_kk = models.CharField(_("post [kk]"), max_length=200, blank=True)
    authority_post_ru = models.CharField(_("post [ru]"), max_length=200, blank=True)
    authority_post_en = models.CharField(_("post [en]"), max_length=200, blank=True)
    summary_kk = models.TextField(_("summary [kk]"), blank=True)
    summary_ru = models.TextField(_("summary [ru]"), blank=True)
    summary_en = models.TextField(_("summary [en]"), blank=True)

    # The way to publication
    status = models.CharField(_("status"), max_length=9, choices=Status, default=Status.DRAFT)
    desk = models.ForeignKey(Desk, models.PROTECT, related_name="declarations")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="drafted_declarations"
    )
    approver = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="approved_declarations",
    )
    created_at = models.DateTimeField(_("created at"))
    changed_at = models.DateTimeField(_("changed at"))
    submitted_at = models.DateTimeField(_("submitted at"), null=True, blank=True)
    deadline_at = models.DateTimeField(_("wanted by"), null=True, blank=True)
    note_to_approver = models.TextField(_("note to the approver"), blank=True)
    warnings_seen = models.JSONField(_("warnings seen"), default=list, blank=True)
    return_reason = models.TextField(_("reason for the return"), blank=True)
    version = models.PositiveIntegerField(_("version"), default=1)
    idempotency_key = models.UUIDField(null=True, blank=True, unique=True, editable=False)

    # Given by publication
    sequence = models.PositiveIntegerField(null=True, blank=True, editable=False)
    number = models.CharField(_("number"), max_length=16, null=True, blank=True, unique=True)
    published_at = models.DateTimeField(_("published at"), null=True, blank=True)
    content_hash = models.CharField(max_length=64, blank=True, editable=False)

    # Of an archived act
    archive_id = models.CharField(max_length=80, null=True, blank=True, unique=True)
    archive_sha256 = models.CharField(max_length=64, blank=True, editable=False)

    objects = DeclarationQuerySet.as_manager()

    class Meta:
        verbose_name = _("declaration")
        verbose_name_plural = _("declarations")
        constraints = invariants.DECLARATION
        indexes = (
            models.Index(name="guidance_decl_published", fields=("exercise", "-published_at")),
            models.Index(name="guidance_decl_by_status", fields=("status", "desk")),
        )

    def __str__(self) -> str:
        return self.number or f"draft {self.pk}"

    @property
    def is_published(self) -> bool:
        """Tell whether the ledger holds it."""
        return self.status == Status.PUBLISHED

    @property
    def is_editable(self) -> bool:
        """Tell whether its desk may still change it."""
        return self.status in (Status.DRAFT, Status.RETURNED)


class DeclarationRegion(models.Model):
    """Hold one region that a declaration names."""

    declaration = models.ForeignKey(Declaration, models.CASCADE, related_name="regions")
    region = models.ForeignKey(Region, models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="guidance_declarationregion_named_once", fields=("declaration", "region")
            ),
        )

    def __str__(self) -> str:
        return f"{self.declaration_id}: {self.region_id}"


class DeclarationMeasure(models.Model):
    """Hold one measure of a declaration; without regions or times it has those of the act."""

    declaration = models.ForeignKey(Declaration, models.CASCADE, related_name="measures")
    kind = models.ForeignKey(MeasureKind, models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField(default=0)
    starts_at = models.DateTimeField(_("from"), null=True, blank=True)
    ends_at = models.DateTimeField(_("until"), null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.declaration_id}: {self.kind_id}"


class DeclarationMeasureRegion(models.Model):
    """Hold one region of a measure that does not take all regions of its act."""

    measure = models.ForeignKey(DeclarationMeasure, models.CASCADE, related_name="regions")
    region = models.ForeignKey(Region, models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="guidance_declarationmeasureregion_once", fields=("measure", "region")
            ),
        )

    def __str__(self) -> str:
        return f"{self.measure_id}: {self.region_id}"


class LocalAdvice(models.Model):
    """Hold one line of advice that a declaration gives for its own regions."""

    declaration = models.ForeignKey(Declaration, models.CASCADE, related_name="local_advice")
    position = models.PositiveSmallIntegerField()
    text_kk = models.CharField(_("text [kk]"), max_length=LOCAL_ADVICE_LENGTH)
    text_ru = models.CharField(_("text [ru]"), max_length=LOCAL_ADVICE_LENGTH)
    text_en = models.CharField(_("text [en]"), max_length=LOCAL_ADVICE_LENGTH)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="guidance_localadvice_one_a_place", fields=("declaration", "position")
            ),
            models.CheckConstraint(
                name="guidance_localadvice_five_lines",
                condition=models.Q(position__lt=LOCAL_ADVICE_LINES),
            ),
        )

    def __str__(self) -> str:
        return f"{self.declaration_id}: {self.position}"


class Contributor(models.Model):
    """Hold somebody who saved a version of a declaration and so can't approve it."""

    declaration = models.ForeignKey(Declaration, models.CASCADE, related_name="contributors")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    first_saved_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="guidance_contributor_once", fields=("declaration", "user")
            ),
        )

    def __str__(self) -> str:
        return f"{self.declaration_id}: {self.user_id}"
