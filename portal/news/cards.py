"""The picture of an article where it is shared."""

from collections.abc import Sequence
from typing import Any

from guidance.channels.cards.address import picture_address, present_operator
from guidance.channels.cards.story import Said, Story, lines
from guidance.channels.cards.telling import tagline
from guidance.models import Region
from guidance.rules.dates import day, local
from guidance.rules.texts import capitalised
from guidance.shown.places import place_name
from portal.news.choices import NewsKind

MOST_PLACES = 3


def story_of(page: Any, regions: Sequence[Region], lang: str, zone: str) -> Story:
    """Tell what an article is, about where and of which day, and who speaks."""
    places = [place_name(region, lang) for region in regions[:MOST_PLACES]]
    if len(regions) > MOST_PLACES:
        places.append("…")
    written = day(local(page.published_at, zone).date(), lang)
    speaker = page.issuer_name() if page.kind == NewsKind.STATEMENT else ""
    return Story(
        tagline=tagline(),
        body=(
            Said(str(page.get_kind_display()), 34, is_muted=True),
            Said(page.headline, 58, is_bold=True),
            *(
                Said(text, 32)
                for text in lines(
                    speaker, " · ".join(lines(capitalised(", ".join(places)), written))
                )
            ),
        ),
        foot=present_operator().lines,
    )


def picture_of_article(page: Any, regions: Sequence[Region], lang: str, zone: str) -> str:
    """Give the address of the picture of an article."""
    path = f"/{lang}/news/{page.slug}/card.png"
    return picture_address(path, story_of(page, regions, lang, zone), page.published_at)
