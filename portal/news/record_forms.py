"""Forms of people, organisations and topics: an address is made from the name, once."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from guidance.models import Region
from portal.translated import LANGUAGE_CODES, latin_slug

# What may be left out, but not in one language alone.
WHOLE_OR_NOT_AT_ALL = ("description", "about")


class RecordForm(WagtailAdminModelForm):
    """Make an address from the name, and leave one alone that readers know."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is not None and "slug" in self.fields:
            self.fields["slug"].disabled = True
        if "place" in self.fields:
            field: Any = self.fields["place"]
            field.queryset = Region.objects.by_code()
            field.label_from_instance = lambda region: f"{region.code} {region.name}"

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        self._make_address(cleaned)
        for name in WHOLE_OR_NOT_AT_ALL:
            texts = {f"{name}_{code}": cleaned.get(f"{name}_{code}") for code in LANGUAGE_CODES}
            if any(texts.values()):
                for field in (field for field, text in texts.items() if not text):
                    self.add_error(field, _("Write it in all three languages, or in none."))
        return cleaned

    def _make_address(self, cleaned: dict[str, Any]) -> None:
        if cleaned.get("slug") or "slug" in self.errors:
            return
        longest = self.instance._meta.get_field("slug").max_length
        cleaned["slug"] = latin_slug(cleaned.get("name_en") or "", "en")[:longest].strip("-")
        if not cleaned["slug"]:
            self.add_error("slug", _("This field is required."))
