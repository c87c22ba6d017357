"""A document to take away, with its name, type, size and language."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock

from portal.blocks.words import InLanguageValue, language, line


class DocumentBlock(blocks.StructBlock):
    """Offer a file; readers are told what they take before they do."""

    document = DocumentChooserBlock(label=_("document"))
    name = line(255, label=_("name in the language of this text"))
    language = language()

    class Meta:
        icon = "doc-full-inverse"
        label = _("document")
        template = "components/blocks/document.html"
        value_class = InLanguageValue
