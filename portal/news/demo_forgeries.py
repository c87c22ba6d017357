"""The demo's forged and outdated notices."""

import tomllib
from datetime import datetime, time
from zoneinfo import ZoneInfo

from django.db import transaction

from portal.news.demo_texts import DEMO_FOLDER
from portal.news.models import Forgery

ASTANA = ZoneInfo("Asia/Almaty")


@transaction.atomic
def load_demo_forgeries() -> None:
    """Make the entries that are missing; leave those that are there alone."""
    listed = tomllib.loads((DEMO_FOLDER / "forgeries.toml").read_text(encoding="utf-8"))
    for row in listed["forgery"]:
        if not Forgery.objects.filter(title_en=row["title_en"]).exists():
            shown_from = datetime.combine(row["seen_date"], time(9), ASTANA)
            forgery = Forgery(**row, shown_from=shown_from)
            forgery.full_clean()
            forgery.save()
