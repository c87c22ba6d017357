"""Pages and records whose plain texts are checked, in every language at once."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import models

from portal.text_checks import refuse_bad_line, refuse_bad_text, refuse_longer

if TYPE_CHECKING:
    from typing import Any as ModelBase  # what the mixin stands before
else:
    ModelBase = models.Model

LONGEST_TEXT = 2_000


class CheckedTextsMixin(ModelBase):
    """Refuse hidden characters, markup and overlong pastes; it stands before the other bases."""

    class Meta:
        abstract = True

    def clean_fields(self, exclude: Iterable[str] | None = None) -> None:
        """Check each field by itself, then the texts among them."""
        errors: dict[str, Any] = {}
        try:
            super().clean_fields(exclude=exclude)
        except ValidationError as refused:
            errors = refused.update_error_dict(errors)
        for field in _texts(self):
            if field.name not in errors and field.name not in (exclude or ()):
                errors |= _refusal(field, getattr(self, field.name))
        if errors:
            raise ValidationError(errors)


def _texts(row: Any) -> Iterator[models.Field[Any, Any]]:
    addresses = (models.SlugField, models.URLField, models.EmailField)
    for field in row._meta.concrete_fields:
        is_text = isinstance(field, models.CharField | models.TextField)
        if is_text and field.editable and not field.choices and not isinstance(field, addresses):
            yield field


def _refusal(field: models.Field[Any, Any], text: str | None) -> dict[str, ValidationError]:
    try:
        if isinstance(field, models.TextField):
            refuse_longer(text or "", LONGEST_TEXT)
            refuse_bad_text(text or "")
        else:
            refuse_bad_line(text or "")
    except ValidationError as refused:
        return {field.name: refused}
    return {}
