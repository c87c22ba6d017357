"""The step of a workflow in which another person reads a page."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.locks import WorkflowLock
from wagtail.models import AbstractGroupApprovalTask, TaskState

from portal.news.reading import NotASecondReader, may_decide


class ReadingLock(WorkflowLock):
    """Keep everybody from editing what somebody reads; Wagtail says that reviewers may."""

    def get_message(self, user: Any) -> str:
        """Say why the form is locked."""
        return str(_("This page waits for a second reader. Nobody edits it meanwhile."))


class SecondReading(AbstractGroupApprovalTask):
    """Let a member of some groups approve what others wrote."""

    lock_class = ReadingLock

    class Meta:
        verbose_name = _("second reading")
        verbose_name_plural = _("second readings")

    @classmethod
    def get_description(cls) -> str:
        """Say what the step is for."""
        return str(_("Another person of the newsroom reads the page and approves it."))

    def locked_for_user(self, obj: Any, user: Any) -> bool:
        """Lock a page that is being read for everybody."""
        return True

    def get_actions(self, obj: Any, user: Any) -> list[tuple[str, Any, bool]]:
        """Offer the decision to whoever may be a second reader."""
        is_reader = user.is_superuser or self._user_in_groups(user)
        if not is_reader or not may_decide(obj, user):
            return []
        return [
            ("reject", _("Send back"), True),
            ("approve", _("Approve"), False),
            ("approve", _("Approve with a note"), True),
        ]

    def get_task_states_user_can_moderate(self, user: Any, **kwargs: Any) -> Any:
        """Select what waits for a person."""
        waiting = super().get_task_states_user_can_moderate(user, **kwargs)
        states = waiting.select_related("workflow_state")
        mine = [row.pk for row in states if may_decide(row.workflow_state.content_object, user)]
        return TaskState.objects.filter(pk__in=mine)

    def on_action(self, task_state: TaskState, user: Any, action_name: str, **kwargs: Any) -> Any:
        """Carry out a decision of whoever may decide at this moment."""
        page = task_state.workflow_state.content_object
        if action_name not in {name for name, _label, _asks in self.get_actions(page, user)}:
            raise NotASecondReader
        return super().on_action(task_state, user, action_name, **kwargs)
