"""What all forms of the desk share: the scene, three-language rows, errors of the rules."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from guidance.desk.forms.fields import NEEDED
from guidance.desk.ready import READY, Ready
from guidance.desk.scene import Scene
from guidance.models import LANGUAGE_NAMES, LANGUAGES

MISSING = "required"


Cells = list[tuple[str, str, forms.BoundField]]


class DeskForm(forms.Form):
    """Know the scene, and keep what was typed when a field is refused."""

    rows: tuple[str, ...] = ()

    def __init__(self, data: Any = None, *, scene: Scene, initial: Any = None) -> None:
        self.scene = scene
        super().__init__(data=data, initial=initial)
        self.label_suffix = ""
        if self.is_bound:
            self.data = self._with_ready_sentences(self.data)

    def _with_ready_sentences(self, data: Any) -> Any:
        """Put a chosen ready sentence into its row while the row is still empty."""
        for name in self.rows:
            ready = READY.get(data.get(f"ready_{name}", ""))
            if ready is not None and not any(data.get(f"{name}_{lang}") for lang in LANGUAGES):
                data = data.copy()
                data.update(
                    {f"{name}_{lang}": text for lang, text in self._ready_texts(ready).items()}
                )
        return data

    def _ready_texts(self, ready: Ready) -> Mapping[str, str]:
        return ready.texts.as_dict()

    def require_row(self, name: str, *, needed: bool) -> None:
        """Demand a text in all three languages or in none, no two of them equal."""
        texts = self.texts_of(name)
        faulty = {lang for lang in LANGUAGES if f"{name}_{lang}" in self.errors}
        if not needed and not faulty and not any(texts.values()):
            return
        half = _("Fill in all three languages, or none.")
        for lang in LANGUAGES:
            if lang not in faulty and not texts[lang]:
                self.miss(f"{name}_{lang}", half if any(texts.values()) else NEEDED)
        self._refuse_equal(name, texts)

    def _refuse_equal(self, name: str, texts: Mapping[str, str]) -> None:
        seen: dict[str, str] = {}
        for lang, text in texts.items():
            other = seen.setdefault(text.casefold(), lang) if text else lang
            if other != lang:
                self.add_error(
                    f"{name}_{lang}",
                    forms.ValidationError(
                        _("This text is the same as the one in %(language)s."),
                        code="equal",
                        params={"language": LANGUAGE_NAMES[other]},
                    ),
                )

    def miss(self, name: str, message: Any) -> None:
        """Say that a field is still empty."""
        if name not in self.errors:
            self.add_error(name, forms.ValidationError(message, code=MISSING))

    def has_faulty(self, *prefixes: str) -> bool:
        """Tell whether a fact, not a reason, was refused among the fields with these prefixes."""
        return any(name.startswith(prefixes) and "reason" not in name for name in self.errors)

    def forget_what_is_missing(self) -> None:
        """Drop the refusals of empty fields: the editor is still filling in the form."""
        for name, messages in list(self.errors.items()):
            kept = [error for error in messages.as_data() if error.code != MISSING]
            if kept:
                self.errors[name] = self.error_class(kept, renderer=self.renderer)
            else:
                del self.errors[name]

    def texts_of(self, name: str) -> dict[str, str]:
        """Give the three texts of a row by language."""
        return {lang: self.cleaned_data.get(f"{name}_{lang}", "") for lang in LANGUAGES}

    def cells(self, name: str) -> Cells:
        """Give the cells of a row: language, its own name, field."""
        return [(lang, LANGUAGE_NAMES[lang], self[f"{name}_{lang}"]) for lang in LANGUAGES]

    def summary(self) -> Iterable[tuple[str, str, str]]:
        """List the refusals for the top of the page: address of the field, its name, message."""
        order = {name: place for place, name in enumerate(self.fields)}
        for name in sorted(self.errors, key=lambda name: order.get(name, -1)):
            for message in self.errors[name]:
                yield self.anchor(name), self.name_of(name), str(message)

    def anchor(self, name: str) -> str:
        """Give the id of the element that a refusal speaks of."""
        return "form" if name == "__all__" else str(self[name].id_for_label or f"id_{name}")

    def name_of(self, name: str) -> str:
        """Name a field as the page does."""
        if name == "__all__":
            return ""
        label = str(self.fields[name].label or "")
        lang = name.rpartition("_")[2]
        return f"{label} ({LANGUAGE_NAMES[lang]})" if lang in LANGUAGE_NAMES else label
