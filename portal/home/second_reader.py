"""The workflow that every site has: another person of the newsroom reads what is published."""

from django.contrib.auth.models import Group
from wagtail.models import Page, Workflow, WorkflowPage, WorkflowTask

from portal.accounts.groups import NEWS_CHIEFS, NEWS_EDITORS
from portal.accounts.models import ADMINISTRATORS
from portal.news.models import SecondReading

READERS = (NEWS_EDITORS, NEWS_CHIEFS, ADMINISTRATORS)
# A workflow has one name for all who work in the admin.
NAME = "Екінші оқырман · Второй читатель"


def ask_for_a_second_reader(news: Page) -> None:
    """Send whatever is submitted under `news` to a second reader; leave another workflow alone."""
    if WorkflowPage.objects.filter(page=news).exists():
        return
    workflow = Workflow.objects.create(name=NAME)
    task = SecondReading.objects.create(name=NAME)
    task.groups.set(Group.objects.filter(name__in=READERS))
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.create(workflow=workflow, page=news)
