"""What a person said: who, in which post on that day, where it was published."""

from typing import Any, Final

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from portal.blocks.words import language, line, prose, web_address

# What makes a quote one: without these it is hearsay, and no page with it goes live.
PROOFS: Final = {
    "outlet": _("Name who published these words: a quote without a source is not published."),
    "said_on": _("Give the day of these words: the speaker's post is shown as of that day."),
}


class QuoteMode(models.TextChoices):
    """Name whether the words are the speaker's own."""

    VERBATIM = "VERBATIM", _("word for word")
    PARAPHRASE = "PARAPHRASE", _("retold")


class SpeakerChooserBlock(SnippetChooserBlock):
    """Choose a person; all speakers of a page are loaded with their posts in one query."""

    def bulk_to_python(self, values: list[Any]) -> list[Any]:
        """Load the people behind some keys, in the order of the keys."""
        wanted = {pk for pk in values if pk is not None}
        found = self.model_class.objects.by_posts(wanted) if wanted else {}
        return [found.get(pk) for pk in values]


class QuoteValue(blocks.StructValue):
    """Tell what the records know of a quote."""

    @property
    def role(self) -> Any:
        """Return the post of the speaker as of the day of the words."""
        speaker, day = self["speaker"], self["said_on"]
        return speaker.role_on(day) if speaker is not None and day is not None else None

    @property
    def is_retold(self) -> bool:
        """Tell whether the words are the newsroom's own."""
        return bool(self["mode"] == QuoteMode.PARAPHRASE)


class QuoteBlock(blocks.StructBlock):
    """Hold somebody's words with their source; a paraphrase has no quotation marks, but a label."""

    mode = blocks.ChoiceBlock(
        choices=QuoteMode.choices, default=QuoteMode.VERBATIM, label=_("how the words are given")
    )
    text = prose(label=_("text"))
    speaker = SpeakerChooserBlock("news.Person", label=_("speaker"))
    said_on = blocks.DateBlock(label=_("day of the words"))
    is_month_only = blocks.BooleanBlock(required=False, label=_("only the month is known"))
    outlet = line(160, label=_("outlet or body"))
    link = web_address(required=False, label=_("link"))
    language = language(
        required=False,
        help_text=_("Only if these words stand here in another language than the text."),
    )
    is_translated = blocks.BooleanBlock(
        required=False,
        label=_("translated by the portal"),
        help_text=_("The words were said in another language and stand here in translation."),
    )

    class Meta:
        icon = "openquote"
        label = _("quote")
        template = "components/blocks/quote.html"
        value_class = QuoteValue

    def clean(self, value: Any) -> Any:
        """Refuse a quote that doesn't say where and when the words were published."""
        errors: dict[str, Any] = {}
        try:
            cleaned = super().clean(value)
        except blocks.StructBlockValidationError as refused:
            errors = refused.block_errors
        if not self.is_deferred_validation:
            missing = (name for name in PROOFS if not value.get(name))
            errors |= {name: ValidationError(PROOFS[name], code="no_source") for name in missing}
        if errors:
            raise blocks.StructBlockValidationError(errors)
        return cleaned
