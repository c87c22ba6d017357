"""Changes of the catalogues: one person proposes, another one confirms, and all of them stay."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from guidance.models.regions import Region


class CatalogueCode(models.TextChoices):
    """Name the catalogues that the desk keeps."""

    LEVEL_TEXT = "LEVEL_TEXT", _("level texts")
    ADVICE = "ADVICE", _("advice")
    MEASURE = "MEASURE", _("measures")
    LEGAL_BASIS = "LEGAL_BASIS", _("legal bases")
    AUTHORITY = "AUTHORITY", _("authorities")
    EMERGENCY_NUMBER = "EMERGENCY_NUMBER", _("emergency numbers")
    CONTACT = "CONTACT", _("contacts of regions")
    REGION = "REGION", _("names of regions")


class CatalogueChange(models.Model):
    """Hold what one person would have a line of a catalogue say, and what became of it."""

    class State(models.TextChoices):
        """Name the states of a change."""

        PROPOSED = "PROPOSED", _("proposed")
        CONFIRMED = "CONFIRMED", _("confirmed")
        REFUSED = "REFUSED", _("refused")

    catalogue = models.CharField(_("catalogue"), max_length=20, choices=CatalogueCode)
    key = models.CharField(_("code"), max_length=80)
    # Whose territory it concerns; the country's for what is of national meaning.
    region = models.ForeignKey(Region, models.PROTECT, related_name="+")
    is_new = models.BooleanField(_("new line"), default=False)
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    in_force_from = models.DateTimeField(_("in force from"), null=True, blank=True)
    reason = models.TextField(_("reason"))
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.PROPOSED)
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField(_("proposed at"))
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)

    class Meta:
        verbose_name = _("change of a catalogue")
        verbose_name_plural = _("changes of catalogues")
        constraints = (
            models.CheckConstraint(
                name="guidance_cataloguechange_confirmed_by_another",
                condition=~models.Q(state="CONFIRMED")
                | (
                    models.Q(decided_by__isnull=False, decided_at__isnull=False)
                    & ~models.Q(decided_by=models.F("proposed_by"))
                ),
            ),
            models.UniqueConstraint(
                name="guidance_cataloguechange_one_open",
                fields=("catalogue", "key"),
                condition=models.Q(state="PROPOSED"),
            ),
        )

    def __str__(self) -> str:
        return f"{self.catalogue} {self.key}"
