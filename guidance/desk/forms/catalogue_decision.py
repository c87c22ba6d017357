"""The form of whoever confirms a change of a catalogue: read, and a fresh second factor."""

from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from guidance.desk.forms.base import DeskForm
from guidance.desk.forms.steps import AGREE_FIRST, ApprovalForm
from guidance.desk.scene import Scene
from guidance.desk.second_factor import second_factor


class ConfirmForm(DeskForm):
    """Take that all three languages were read; ask for a code when the last one is old."""

    has_read = forms.BooleanField(
        label=_("I have read all three languages"), error_messages={"required": AGREE_FIRST}
    )
    code = ApprovalForm.base_fields["code"]

    def __init__(
        self, data: Any = None, *, scene: Scene, request: HttpRequest, needs_code: bool
    ) -> None:
        super().__init__(data=data, scene=scene)
        self.request = request
        if not needs_code:
            del self.fields["code"]

    def clean(self) -> dict[str, Any]:
        code = self.cleaned_data.get("code")
        # A code is spent by trying it: only when nothing else is missing.
        if code and not self.errors and not self._is_right(code):
            self.add_error("code", self._wrong_code())
        return self.cleaned_data

    def _is_right(self, code: str) -> bool:
        return second_factor().verify(self.request, code, self.scene.at)

    def _wrong_code(self) -> Any:
        if second_factor().may_try(self.scene.user, self.scene.at):
            return _("This code is wrong or was used already. Wait for the next one.")
        return _("Too many wrong codes. Wait five minutes and try again.")
