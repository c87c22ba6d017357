"""Articles, people and lists told to machines in the head of their pages."""

from django import template
from django.conf import settings
from django.template import Context
from django.utils import timezone
from django.utils.safestring import SafeString

from guidance.channels.linked.nodes import present_site
from guidance.shown.request import ground_of
from guidance.templatetags.sharing import linked_data
from portal.news.structured.articles import of_article

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
