"""Fixed addresses for machines: alive, ready, robots, security contact, uploaded files."""

import mimetypes
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import DatabaseError
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django.views.static import serve

from guidance.models import Bulletin, Ledger, LedgerCheck, OutboxRow

CONTACT_VALID_DAYS = 180
IMAGES = {"image/avif", "image/gif", "image/jpeg", "image/png", "image/webp"}


@require_safe
@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """Say that the process answers; the database is not asked."""
    return HttpResponse("ok\n", content_type="text/plain; charset=utf-8")


@require_safe
@never_cache
def readyz(request: HttpRequest) -> HttpResponse:
    """Say whether the database answers and the ledger is whole; 503 where not."""
    try:
        ledgers = [_ledger_state(ledger) for ledger in Ledger.objects.order_by("exercise")]
        oldest = _oldest_unsent_seconds(timezone.now())
        last_check = LedgerCheck.objects.order_by("-checked_at", "-pk").first()
    except DatabaseError:
        return JsonResponse({"ready": False, "database": False}, status=503)
    is_ready = bool(ledgers) and all(state["verified"] for state in ledgers)
    if last_check is not None and not last_check.is_whole:
        is_ready = False
    answer = {
        "ready": is_ready,
        "database": True,
        "ledgers": ledgers,
        "last_check": last_check
        and {"at": last_check.checked_at, "problems": last_check.problem_count},
        "oldest_unsent_seconds": oldest,
    }
    return JsonResponse(answer, status=200 if is_ready else 503)


def _ledger_state(ledger: Ledger) -> dict[str, Any]:
    """Compare the head with the last bulletins; `check_ledger` verifies all and keeps it."""
    bulletins = Bulletin.objects.filter(declaration__exercise=ledger.exercise)
    last = bulletins.order_by("-declaration__sequence").first()
    is_whole = bulletins.count() == ledger.count and (last is None or last.hash == ledger.head)
    return {"exercise": ledger.exercise, "count": ledger.count, "verified": is_whole}


def _oldest_unsent_seconds(at: datetime) -> int | None:
    unsent = OutboxRow.objects.filter(handled_at__isnull=True)
    oldest = unsent.order_by("created_at", "pk").values_list("created_at", flat=True).first()
    return None if oldest is None else int((at - oldest).total_seconds())


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Tell crawlers what is not for them and where the list of pages is."""
    lines = ["User-agent: *", "Disallow: /admin/"]
    if settings.BASE_URL:
        lines += [
            f"Sitemap: {settings.BASE_URL}/{name}.xml" for name in ("sitemap", "sitemap-news")
        ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """Tell whom to write about a hole (RFC 9116); without a contact there is no such file."""
    contact = settings.OPERATOR_CONTACT
    if not contact:
        raise Http404
    is_address = "@" in contact and ":" not in contact
    expires = timezone.now() + timedelta(days=CONTACT_VALID_DAYS)
    lines = [
        f"Contact: {'mailto:' if is_address else ''}{contact}",
        f"Expires: {expires:%Y-%m-%d}T00:00:00Z",
        "Preferred-Languages: kk, ru, en",
    ]
    if settings.BASE_URL:
        lines.append(f"Canonical: {settings.BASE_URL}/.well-known/security.txt")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
def media(request: HttpRequest, path: str) -> HttpResponse | FileResponse:
    """Serve an uploaded file: pictures as such, all else only to be saved."""
    response = serve(request, path, document_root=str(settings.MEDIA_ROOT))
    kind, _encoding = mimetypes.guess_type(path)
    if kind not in IMAGES:
        response["Content-Disposition"] = "attachment"
    # Opened by itself, an uploaded file runs nothing and reaches nothing.
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "public, max-age=604800"
    return response
