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
    site = present_site(ground_of(context, timezone.now()).lang)
    article = of_article(site, context["page"], context["places"], context, settings.TIME_ZONE)
    return linked_data(article)
