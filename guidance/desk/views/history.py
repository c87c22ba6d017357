"""The pages of the history and of the audit: asked by GET, fifty entries a page."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from guidance.desk import messages
from guidance.desk.history.exports import KINDS, TooManyRows, export
from guidance.desk.history.question import QuestionForm
from guidance.desk.history.reach import COUNTRY, Reach, history_of
from guidance.desk.history.report import CannotPrint
from guidance.desk.history.rows import rows_of, with_facts
from guidance.desk.history.verified import last_check
from guidance.desk.scene import Scene
from guidance.desk.views.door import at_the_audit, at_the_desk, page, refused
from guidance.models import AuditEntry

PER_PAGE = 50


@at_the_desk
@require_safe
def history(request: HttpRequest, scene: Scene) -> HttpResponse:
    """Show the steps of the declarations of the person's desks."""
    return _show(request, scene, history_of(scene), "history")


@at_the_desk
@require_safe
def history_export(request: HttpRequest, scene: Scene) -> HttpResponse:
    """Give the same as a file, to auditors of all that it holds."""
    return _export(request, scene, history_of(scene), "history")


@at_the_audit
@require_safe
def audit(request: HttpRequest, scene: Scene, reach: Reach) -> HttpResponse:
    """Show also who signed in, what was refused, and who changed roles and accounts."""
    return _show(request, scene, reach, "audit")


@at_the_audit
@require_safe
def audit_export(request: HttpRequest, scene: Scene, reach: Reach) -> HttpResponse:
    """Give the same as a file."""
    return _export(request, scene, reach, "audit")


def _question(request: HttpRequest, scene: Scene, reach: Reach) -> tuple[QuestionForm, str]:
    zone = scene.zone(scene.home if scene.rows else COUNTRY)
    return QuestionForm(request.GET, scene=scene, reach=reach, zone=zone), zone


def _show(request: HttpRequest, scene: Scene, reach: Reach, name: str) -> HttpResponse:
    form, zone = _question(request, scene, reach)
    is_valid = form.is_valid()
    entries = with_facts(form.entries()) if is_valid else AuditEntry.objects.none()
    shown = Paginator(entries, PER_PAGE).get_page(request.GET.get("page"))
    may_export = is_valid and reach.may_export(form.cleaned_data["desk"])
    context = page(
        _("Audit") if name == "audit" else _("History"),
        form=form,
        rows=list(rows_of(scene, shown, zone)),
        page_of_rows=shown,
        is_audit=name == "audit",
        has_audit=name == "history" and bool(scene.auditable_desks),
        verified=last_check(zone, scene.lang),
        zone=scene.zone_label(scene.home if scene.rows else COUNTRY),
        lang=scene.lang,
        exports=_exports(scene, form, name) if may_export and shown else [],
    )
    return render(request, "desk/history/history.html", context)


def _exports(scene: Scene, form: QuestionForm, name: str) -> list[tuple[str, str]]:
    """Give the addresses of the files; they end where the log ends now, whatever comes later."""
    last = AuditEntry.objects.order_by("-pk").values_list("pk", flat=True).first()
    address = scene.address(f"{name}_export")
    return [
        (label, f"{address}?{form.query(upto=last, format=kind)}") for kind, label in KINDS.items()
    ]


def _export(request: HttpRequest, scene: Scene, reach: Reach, name: str) -> HttpResponse:
    form, zone = _question(request, scene, reach)
    kind = request.GET.get("format", "")
    back = f"{scene.address(name)}?{form.query()}"
    if not form.is_valid() or kind not in KINDS:
        messages.error(request, _("The file was not made: look at the question below."))
        return redirect(back)
    if not reach.may_export(form.cleaned_data["desk"]):
        return refused(request, _("Only an auditor of every desk that it names takes this out."))
    try:
        return export(scene, form, kind, zone=zone, name=name)
    except TooManyRows as error:
        text = _("At most %(limit)s entries fit into such a file: ask for fewer days.")
        messages.error(request, text % {"limit": error.limit})
    except CannotPrint as error:
        messages.error(request, str(error))
    return redirect(back)
