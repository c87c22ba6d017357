"""How a reader is told in what language something elsewhere is."""

from django.utils.translation import gettext_lazy as _

WRITTEN_IN = {"kk": _("in Kazakh"), "ru": _("in Russian"), "en": _("in English")}
