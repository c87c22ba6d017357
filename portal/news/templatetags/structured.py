"""Articles, people and lists told to machines in the head of their pages."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.conf import settings
from django.template import Context
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from guidance.channels.linked.nodes import present_site
from guidance.shown.request import ground_of
from guidance.templatetags.sharing import linked_data
from portal.news.structured.articles import of_article
from portal.news.structured.profiles import of_list, of_organisation, of_person, of_topic

register = template.Library()


@register.simple_tag(takes_context=True)
def article_data(context: Context) -> SafeString:
    """Describe the article of a page as the page shows it."""
    ground = ground_of(context, timezone.now())
    # The atlas knows what a place was called on the day of the article.
    places = [ground.atlas.regions[place.code] for place in context["places"]]
    zone = settings.TIME_ZONE
    site = present_site(ground.lang)
    return linked_data(of_article(site, context["page"], places, context, zone))


@register.simple_tag
def person_data(person: Any, role: Any, posts: Iterable[Any]) -> SafeString:
    """Describe the person of a page."""
    return linked_data(of_person(present_site(_language()), person, role, posts))


@register.simple_tag
def organisation_data(organisation: Any, former_names: Iterable[Any]) -> SafeString:
    """Describe the organisation of a page."""
    return linked_data(of_organisation(present_site(_language()), organisation, former_names))


@register.simple_tag
def topic_data(topic: Any) -> SafeString:
    """Describe the topic of a page."""
    return linked_data(of_topic(present_site(_language()), topic))


@register.simple_tag
def list_data(page: Any) -> SafeString:
    """Describe the list of news."""
    return linked_data(of_list(present_site(_language()), page))


def _language() -> str:
    return get_language() or settings.LANGUAGE_CODE
