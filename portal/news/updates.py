"""Write the log that readers see of a page: each line at a publication, once, for ever."""

from django.utils.timezone import now

from portal.news.change_question import TEXTS
from portal.news.choices import ChangeWeight, UpdateKind
from portal.news.models import CorrectionPage, NewsPage, Update
from portal.translated import LANGUAGE_CODES


def record_publication(page: NewsPage) -> None:
    """Tell readers what was answered about the change that has just gone out."""
    is_change = page.first_published_at != page.last_published_at
    texts = {f"text_{code}": getattr(page, name) or "" for code, name in TEXTS.items()}
    if is_change and page.change_answered_at is not None and any(texts.values()):
        Update.objects.get_or_create(
            page_id=page.pk,
            answered_at=page.change_answered_at,
            defaults={
                "at": page.last_published_at or now(),
                "kind": page.change_kind,
                "is_notable": page.change_weight == ChangeWeight.NOTABLE,
                **texts,
            },
        )
    if isinstance(page, CorrectionPage):
        _record_notice(page)


def _record_notice(notice: CorrectionPage) -> None:
    """Lead readers of the corrected page to the notice."""
    if notice.corrects_page_id is None:
        return
    headlines = {f"text_{code}": getattr(notice, f"headline_{code}") for code in LANGUAGE_CODES}
    Update.objects.get_or_create(
        page_id=notice.corrects_page_id,
        notice=notice,
        defaults={
            "at": notice.published_at,
            "kind": UpdateKind.CORRECTION,
            "is_notable": True,
            **headlines,
        },
    )
