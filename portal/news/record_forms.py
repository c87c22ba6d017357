"""Forms of people, organisations and topics: an address is made from the name, once."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from portal.translated import latin_slug


class RecordForm(WagtailAdminModelForm):
    """Make an address from the name; leave one alone that readers know."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is not None and "slug" in self.fields:
            self.fields["slug"].disabled = True

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        if "slug" in self.fields and not cleaned.get("slug") and "slug" not in self.errors:
            longest = self.instance._meta.get_field("slug").max_length
            cleaned["slug"] = latin_slug(cleaned.get("name_en") or "", "en")[:longest]
            if not cleaned["slug"]:
                self.add_error("slug", _("This field is required."))
        return cleaned
