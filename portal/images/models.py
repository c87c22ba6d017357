"""Pictures with an alternative text in each language."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Image


class PortalImage(AbstractImage):
    """Hold a picture with its credit and its three alternative texts."""

    alt = models.CharField(_("alternative text"), max_length=255, blank=True)
    credit = models.CharField(_("credit"), max_length=255, blank=True)

    admin_form_fields = (*Image.admin_form_fields, "alt_kk", "alt_ru", "alt_en", "credit")

    class Meta:
        verbose_name = _("image")
        verbose_name_plural = _("images")

    @property
    def default_alt_text(self) -> str:
        # Never the title: that is a file name as a rule, and a reader would hear it.
        return self.alt


class PortalRendition(AbstractRendition):
    """Hold one size of a picture."""

    image = models.ForeignKey(PortalImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("image", "filter_spec", "focal_point_key"), name="images_rendition_unique"
            )
        ]
