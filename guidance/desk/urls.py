"""Addresses under /admin/desk/, and the same once more for exercises."""

from collections.abc import Sequence
from copy import copy

from django.urls import URLPattern, URLResolver, include, path

from guidance.desk.views import (
    approval,
    dashboard,
    detail,
    drafting,
    drills,
    history,
    letting_end,
    listing,
    previews,
    saw,
    touring,
    versions,
    wiping,
)
from guidance.shown.ledgers import EXERCISE, REAL

app_name = "desk"

urlpatterns: list[URLPattern] = [
    path("", dashboard.dashboard, name="dashboard"),
    path("live/", dashboard.live, name="live"),
    path("tour/end/", touring.end_tour, name="end_tour"),
    path("declare/", drafting.declare, name="declare"),
    path("change/", drafting.change, name="change"),
    path("extend/", drafting.extend, name="extend"),
    path("lift/", drafting.lift, name="lift"),
    path("correct/", drafting.correct, name="correct"),
    path("withdraw/", drafting.withdraw, name="withdraw"),
    path("let-end/", letting_end.letting_end, name="let_end"),
    path("history/", history.history, name="history"),
    path("history/export/", history.history_export, name="history_export"),
    path("history/<int:pk>/", versions.versions, name="versions"),
    path("audit/", history.audit, name="audit"),
    path("audit/export/", history.audit_export, name="audit_export"),
    path("declarations/", listing.declarations, name="declarations"),
    path("declarations/<int:pk>/", detail.declaration, name="declaration"),
    path("declarations/<int:pk>/edit/", drafting.edit, name="edit"),
    path("declarations/<int:pk>/copy/", drafting.copy, name="copy"),
    path("declarations/<int:pk>/submit/", detail.submit, name="submit"),
    path("declarations/<int:pk>/take-back/", detail.take_back, name="take_back"),
    path("declarations/<int:pk>/approval/", approval.approval, name="approval"),
    path("declarations/<int:pk>/preview/<str:kind>/", previews.preview, name="preview"),
    path(
        "declarations/<int:pk>/preview/page/<path:path>",
        previews.preview_page,
        name="preview_page",
    ),
    path("saw/", saw.saw, name="saw"),
    path("saw/page/<path:path>", saw.saw_page, name="saw_page"),
]


# Nothing real is wiped, and nobody is timed in earnest: these stand under exercises alone.
in_exercise: list[URLPattern] = [
    path("drills/", drills.drills, name="drills"),
    path("drills/start/", drills.start, name="start_drill"),
    path("wipe/", wiping.wipe_drafts, name="wipe"),
]


def _mounted(at: str, ledger: str, patterns: Sequence[URLPattern]) -> URLResolver:
    """Put the desk's addresses somewhere; Wagtail wraps the views of a mount, so it has its own."""
    own = [copy(pattern) for pattern in patterns]
    return path(at, include((own, app_name), namespace=ledger))


def both_ledgers() -> Sequence[URLResolver]:
    """Give the addresses of the two ledgers."""
    exercise = _mounted("desk/exercise/", EXERCISE, [*urlpatterns, *in_exercise])
    return [exercise, _mounted("desk/", REAL, urlpatterns)]
