"""Pages in three languages: one page, one address, one publication; and tabs to edit them."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from anyascii import anyascii
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.text import slugify
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _
from modeltranslation.utils import build_localized_fieldname
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import FieldPanel, ObjectList, TabbedInterface
from wagtail.compat import HTTPMethod
from wagtail.coreutils import safe_snake_case
from wagtail.fields import StreamField
from wagtail.models import PageViewRestriction

if TYPE_CHECKING:
    from wagtail.models import Page as PageBase  # what the mixin stands before
else:
    PageBase = models.Model

LANGUAGE_CODES = tuple(code for code, _name in settings.LANGUAGES)
REQUIRED_LANGUAGES = ("kk", "ru")
ADDRESS_LENGTH = 80

# Letters that anyascii spells by the old rules, and letters that Russian reads otherwise.
_KAZAKH = str.maketrans(
    {
        "ә": "a", "ғ": "g", "қ": "q", "ң": "n", "ө": "o", "ұ": "u", "ү": "u", "һ": "h", "і": "i",
        "й": "i", "и": "i", "у": "u", "х": "h", "ы": "y", "ц": "ts", "щ": "sh", "ъ": "", "ь": "",
        "ё": "io", "ю": "iu", "я": "ia",
    }
)  # fmt: skip
# Addresses are made from the language most readers of an address can type.
_ADDRESS_LANGUAGES = ("en", "kk", "ru")


def latin_slug(text: str, language: str) -> str:
    """Return `text` as an address in Latin letters, cut at a word."""
    lowered = text.lower()
    spelled = lowered.translate(_KAZAKH) if language == "kk" else lowered
    slug: str = slugify(anyascii(spelled))
    if len(slug) <= ADDRESS_LENGTH:
        return slug
    cut = slug[: ADDRESS_LENGTH + 1]
    return cut.rsplit("-", 1)[0] if "-" in cut else slug[:ADDRESS_LENGTH]


def language_tabs(
    panels: Sequence[Any], fields: Iterable[str], shared: Sequence[Any] = ()
) -> TabbedInterface:
    """Return an editor with one tab per language, and one for what all languages share."""
    translated = frozenset(fields)
    tabs = [
        ObjectList(
            [_localised(panel, code, translated) for panel in panels],
            heading=name,
            attrs={"lang": code},
        )
        for code, name in settings.LANGUAGES
    ]
    if shared:
        tabs.append(ObjectList(list(shared), heading=_("For all languages")))
    return TabbedInterface(tabs)


def tab_of(language: str) -> str:
    """Return the end of an address that opens an editor at the tab of a language."""
    return f"#tab-{safe_snake_case(dict(settings.LANGUAGES)[language])}"


def _localised(panel: Any, language: str, fields: frozenset[str]) -> Any:
    if isinstance(panel, str):
        name = build_localized_fieldname(panel, language) if panel in fields else panel
        return FieldPanel(name)
    changed: dict[str, Any]
    if getattr(panel, "field_name", None) in fields:
        changed = {"field_name": build_localized_fieldname(panel.field_name, language)}
    elif hasattr(panel, "children"):
        changed = {"children": [_localised(child, language, fields) for child in panel.children]}
    elif hasattr(panel, "for_language"):
        return panel.for_language(language)
    else:
        return panel
    return panel.__class__(**{**panel.clone_kwargs(), **changed})


PREVIEW_SIZES = [
    {"name": name, "icon": icon, "device_width": width, "label": label}
    for name, icon, width, label in (
        ("mobile", "mobile-alt", 375, _("On a phone")),
        ("small", "mobile-alt", 320, _("On a small phone")),
        ("tablet", "tablet-alt", 768, _("On a tablet")),
        ("desktop", "desktop", 1280, _("On a wide screen")),
    )
]


class Reading(NamedTuple):
    """Offer a page in one of the languages it speaks."""

    language: str
    name: str
    headline: str
    lead: str
    address: str


class TranslatedPageForm(WagtailAdminPageForm):
    """Let a draft lack texts; refuse to publish, schedule or submit one that does."""

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        if not self.is_deferred_validation:
            for name in self.instance.missing_texts(cleaned):
                self.add_error(name, _("This field is required."))
        return cleaned


class TranslatedPageMixin(PageBase):
    """Give a page one headline per language; it stands before Page in the bases."""

    address = models.SlugField(
        _("address"),
        max_length=ADDRESS_LENGTH,
        blank=True,
        help_text=_("Latin letters; leave it empty to make it from the headline."),
    )

    title: str
    slug: str
    base_form_class = TranslatedPageForm
    # StreamFields can't be required by the database layer: `blank=False` would ask for English too.
    needed: tuple[str, ...] = ()
    default_preview_mode = "kk"
    allowed_http_methods = [HTTPMethod.GET, HTTPMethod.HEAD, HTTPMethod.OPTIONS]
    private_page_options: list[str] = []  # every page is for everybody

    class Meta:
        abstract = True

    @property
    def preview_modes(self) -> list[tuple[str, str]]:
        """Offer a preview per language."""
        return list(settings.LANGUAGES)

    @property
    def preview_sizes(self) -> list[dict[str, Any]]:
        """Offer a phone first, as most readers have one, the narrowest there is beside it."""
        return PREVIEW_SIZES

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """Answer the preview in the language `mode_name`."""
        with override(mode_name):
            # A TemplateResponse is lazy: rendered later, it would speak the editor's language.
            response: HttpResponse = super().serve_preview(request, mode_name).render()
        return response

    def missing_texts(self, values: dict[str, Any]) -> list[str]:
        """Name the needed texts that `values` holds empty."""
        names = (f"{name}_{code}" for name in self.needed for code in REQUIRED_LANGUAGES)
        return [name for name in names if name in values and not values[name]]

    def minimal_clean(self) -> None:
        """Check a draft."""
        self._derive_title_and_slug()
        super().minimal_clean()

    def full_clean(self, exclude: Iterable[str] | None = None, **kwargs: Any) -> None:
        """Check a page before it goes live, from the editor and from code alike."""
        self._derive_title_and_slug()
        super().full_clean(exclude=exclude, **kwargs)
        if exclude is None and self.live:
            names = [f"{name}_{code}" for name in self.needed for code in REQUIRED_LANGUAGES]
            missing = self.missing_texts({name: getattr(self, name) for name in names})
            if missing:
                raise ValidationError(dict.fromkeys(missing, _("This field is required.")))
            self._refuse_unfinished_bodies()

    def _refuse_unfinished_bodies(self) -> None:
        """Clean the blocks as the editor's form does: a model by itself would not look inside."""
        errors: dict[str, ValidationError] = {}
        for field in self._meta.concrete_fields:
            if isinstance(field, StreamField) and (body := getattr(self, field.name)):
                try:
                    body.stream_block.clean(body)
                except ValidationError as refused:
                    errors[field.name] = refused
        if errors:
            raise ValidationError(errors)

    def _derive_title_and_slug(self) -> None:
        headlines = {code: getattr(self, f"headline_{code}") or "" for code in LANGUAGE_CODES}
        first = next((text for text in headlines.values() if text), "")
        self.title = first[:255] or self.title or "…"
        if not self.address and self.slug and self.first_published_at:
            return
        spelled = (latin_slug(headlines[code], code) for code in _ADDRESS_LANGUAGES)
        wanted = self.address or next((slug for slug in spelled if slug), "page")
        self.slug = self._get_autogenerated_slug(wanted)

    def speaks(self, language: str) -> bool:
        """Tell whether the page has a text in `language`."""
        return bool(getattr(self, f"headline_{language}"))

    @property
    def is_translated(self) -> bool:
        """Tell whether the page has a text in the language of the request."""
        return self.speaks(get_language())

    def alternates(self) -> list[tuple[str, str]]:
        """List language and full address of every language the page speaks."""
        return [(code, self.full_url_in(code)) for code in LANGUAGE_CODES if self.speaks(code)]

    def readings(self) -> list[Reading]:
        """List what the page offers in each language it speaks."""
        return [self._reading(code, name) for code, name in settings.LANGUAGES if self.speaks(code)]

    def _reading(self, code: str, name: str) -> Reading:
        with override(code):
            address = self.get_url()
        lead = getattr(self, f"lead_{code}", "") or ""
        return Reading(code, name, getattr(self, f"headline_{code}"), lead, address)

    def full_url_in(self, language: str) -> str:
        """Return the page's full address in `language`."""
        with override(language):
            address: str = self.get_full_url()
        return address

    @property
    def canonical_url(self) -> str:
        """Return the full address to cite: its own, or Kazakh where the text is missing."""
        return self.full_url_in(get_language() if self.is_translated else "kk")

    def get_url_parts(self, request: HttpRequest | None = None) -> tuple[int, str, str] | None:
        """Return site, public address of the site, and path of the page."""
        parts: tuple[int, str, str] | None = super().get_url_parts(request)
        if parts is None or not settings.BASE_URL:
            return parts
        return (parts[0], settings.BASE_URL, parts[2])

    def get_view_restrictions(self) -> models.QuerySet[Any]:
        """Return none; asking the tables would cost every reader two queries."""
        restrictions: models.QuerySet[Any] = PageViewRestriction.objects.none()
        return restrictions

    def get_template(self, request: HttpRequest, *args: Any, **kwargs: Any) -> str:
        """Return the page's template, or the notice that this language is missing."""
        if not self.is_translated:
            return "components/not_translated.html"
        template: str = super().get_template(request, *args, **kwargs)
        return template
