"""Pictures with an alternative text in each language, and whose they are."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition

from portal.checked_texts import CheckedTextsMixin

CREATIVE_COMMONS = "https://creativecommons.org/"


class Licence(models.TextChoices):
    """Name by what right the portal shows a picture."""

    OWN = "OWN", _("Made for the portal")
    PERMITTED = "PERMITTED", _("By permission of the author")
    OFFICIAL = "OFFICIAL", _("Published by a state body")
    CC_BY = "CC_BY", "CC BY 4.0"
    CC_BY_SA = "CC_BY_SA", "CC BY-SA 4.0"
    PUBLIC_DOMAIN = "PUBLIC_DOMAIN", _("Public domain")


# Licences that ask to be named beside the picture.
NAMED = {
    Licence.CC_BY: f"{CREATIVE_COMMONS}licenses/by/4.0/",
    Licence.CC_BY_SA: f"{CREATIVE_COMMONS}licenses/by-sa/4.0/",
}


class PortalImage(CheckedTextsMixin, AbstractImage):
    """Hold a picture with its credit and its three alternative texts."""

    alt = models.CharField(
        _("alternative text"),
        max_length=255,
        blank=True,
        help_text=_("What the picture shows, for whoever does not see it."),
    )
    credit = models.CharField(
        _("credit"),
        max_length=255,
        blank=True,
        help_text=_("Who drew or took it; stands below the picture."),
    )
    licence = models.CharField(_("licence"), max_length=13, choices=Licence, blank=True)
    source = models.CharField(
        _("source"),
        max_length=255,
        blank=True,
        help_text=_("Where the file was found: an address, an archive, a letter of permission."),
    )

    admin_form_fields = (
        "title",
        "file",
        "alt_kk",
        "alt_ru",
        "alt_en",
        "credit",
        "licence",
        "source",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    class Meta:
        verbose_name = _("image")
        verbose_name_plural = _("images")
        constraints = (
            models.CheckConstraint(
                name="images_portalimage_licence_known",
                condition=models.Q(licence__in=["", *Licence.values]),
            ),
        )

    @property
    def default_alt_text(self) -> str:
        # Never the title: that is a file name as a rule, and a reader would hear it.
        return self.alt

    @property
    def licence_address(self) -> str:
        """Return where the licence can be read, if it asks to be named."""
        return NAMED.get(Licence(self.licence), "") if self.licence else ""


class PortalRendition(AbstractRendition):
    """Hold one size of a picture."""

    image = models.ForeignKey(PortalImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("image", "filter_spec", "focal_point_key"), name="images_rendition_unique"
            )
        ]
