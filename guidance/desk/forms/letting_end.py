"""The form of a decision to let a level end."""

from django import forms
from django.utils.translation import gettext_lazy as _

from guidance.desk.forms.base import DeskForm
from guidance.desk.forms.fields import note

NOTE_LENGTH = 1000


class LetEndForm(DeskForm):
    """Take why nobody extends the level, and the end that was looked at."""

    ends_at = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)
    note = note(NOTE_LENGTH, label=_("Why the level may end"), required=True)
