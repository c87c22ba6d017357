"""The levels that stood in an article's regions when it was published."""

from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _

from guidance.rules.levels import Level


class PublishedLevels(models.Model):
    """Freeze the levels of an article's regions; revisions of the page can't overwrite them."""

    page = models.OneToOneField("news.NewsPage", models.CASCADE, related_name="published_levels")
    at = models.DateTimeField(_("published"))
    levels = models.JSONField(_("levels by region"))

    class Meta:
        verbose_name = _("levels at publication")
        verbose_name_plural = _("levels at publication")

    def __str__(self) -> str:
        return f"{self.page_id} {self.at:%Y-%m-%d}"

    def level_of(self, code: str) -> Level | None:
        """Return the level that stood in a region."""
        name = self.levels.get(code)
        return Level[name] if name else None

    def is_about(self, codes: set[str], at: datetime) -> bool:
        """Tell whether these are the levels of the regions at the instant."""
        return self.at == at and set(self.levels) == codes
