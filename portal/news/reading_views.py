"""Read and decide: what was sent, in three languages as on a phone, and two buttons."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe
from wagtail.models import TaskState

from portal.news.models import NewsPage, SecondReading
from portal.news.reading import TextHasChanged
from portal.translated import LANGUAGE_CODES

NOTE_LENGTH = 2000


class DecisionForm(forms.Form):
    """Ask for a decision about one version; sending back needs a reason."""

    decision = forms.ChoiceField(choices=[("approve", ""), ("reject", "")])
    version = forms.IntegerField(widget=forms.HiddenInput)
    note = forms.CharField(
        label=gettext_lazy("Note to whoever wrote it"),
        max_length=NOTE_LENGTH,
        required=False,
        strip=True,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean(self) -> dict[str, Any]:
        """Ask for a reason where the text goes back."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("decision") == "reject" and not cleaned.get("note"):
            self.add_error("note", _("Say what has to change."))
        return cleaned


def second_reading(request: HttpRequest, page_id: int) -> HttpResponse:
    """Show what waits for a second reader, and take the decision."""
    page, state = _waiting(request, page_id)
    task: Any = state.task.specific
    may_decide = bool(task.get_actions(page, request.user))
    form = DecisionForm(request.POST or None, initial={"version": state.revision_id})
    if request.method == "POST":
        if not may_decide:
            raise PermissionDenied
        if form.is_valid() and _decided(request, page, state, task, form.cleaned_data):
            return redirect("wagtailadmin_home")
    title = _("Second reading")
    context = {
        "title": title,
        "breadcrumbs": [{"url": "", "label": title}],
        "page": state.revision.as_object(),
        "state": state,
        "form": form,
        "may_decide": may_decide,
        "languages": [(code, name) for code, name in settings.LANGUAGES if page.speaks(code)],
        "compared": _compared(page, state),
    }
    return render(request, "news/reading/reading.html", context)


@require_safe
def preview(request: HttpRequest, page_id: int, language: str) -> HttpResponse:
    """Show the version that was sent as a reader would get it."""
    page, state = _waiting(request, page_id)
    if language not in LANGUAGE_CODES or not page.speaks(language):
        raise Http404
    version: Any = state.revision.as_object()
    extra = {"revision_id": state.revision_id}
    shown: HttpResponse = version.make_preview_request(request, language, extra)
    return shown


def _waiting(request: HttpRequest, page_id: int) -> tuple[Any, TaskState]:
    page: Any = NewsPage.objects.filter(pk=page_id).first()
    if page is None or not page.permissions_for_user(request.user).can_edit():
        raise Http404
    page = page.specific
    state = page.current_workflow_task_state
    if state is None or not isinstance(state.task.specific, SecondReading):
        raise Http404
    return page, state


def _decided(
    request: HttpRequest, page: Any, state: TaskState, task: Any, wanted: dict[str, Any]
) -> bool:
    """Carry the decision out; tell the reader if another version was sent meanwhile."""
    try:
        if wanted["version"] != state.revision_id:
            raise TextHasChanged
        task.on_action(state, request.user, wanted["decision"], comment=wanted["note"])
    except TextHasChanged:
        messages.error(request, _("The text has changed since you opened it. Read it again."))
        return False
    messages.success(request, _outcome(page, wanted["decision"]))
    return True


def _outcome(page: Any, decision: str) -> str:
    page.refresh_from_db()
    if decision == "reject":
        return _("Sent back: %(title)s") % {"title": page.title}
    if page.scheduled_revision is not None:
        return _("Approved; it will be published at its time: %(title)s") % {"title": page.title}
    return _("Approved and published: %(title)s") % {"title": page.title}


def _compared(page: Any, state: TaskState) -> str:
    """Return where the live text is set beside what was sent; nothing for a new page."""
    if not page.live:
        return ""
    return reverse(
        "wagtailadmin_pages:revisions_compare", args=[page.pk, "live", state.revision_id]
    )
