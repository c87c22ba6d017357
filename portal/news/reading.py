"""The second reader: who may read a page for publication, and what is published when they approve.

A page that waits is locked for everybody, so that what is read is what was sent, and what is
published is what was read. Whoever saved a version of it since it was last published has written
it and is no second reader. Wagtail's models name this module while they load; it imports none.
"""

from typing import Any

from django.core.exceptions import PermissionDenied


class NotASecondReader(PermissionDenied):
    """Somebody would approve what they wrote or sent."""


class TextHasChanged(PermissionDenied):
    """The page has another version than the one that was sent."""


def has_written(page: Any, user: Any) -> bool:
    """Tell whether somebody saved a version since the live one, or began the page."""
    versions = page.revisions.filter(user=user)
    if page.live_revision_id:
        return bool(versions.filter(pk__gt=page.live_revision_id).exists())
    return bool(page.owner_id == user.pk or versions.exists())


def may_decide(page: Any, user: Any) -> bool:
    """Tell whether somebody, being among the readers, is a second one for this page."""
    state = page.current_workflow_state
    if state is None or state.requested_by_id == user.pk:
        return False
    return not has_written(page, user)


def publish_what_was_read(workflow_state: Any, user: Any = None) -> None:
    """Publish the version that was sent; Wagtail would take whatever is the latest."""
    read = workflow_state.current_task_state.revision
    if workflow_state.content_object.get_latest_revision().pk != read.pk:
        raise TextHasChanged
    # Second readers publish nothing by themselves: the reading is their right to publish this.
    read.publish(user=user, skip_permission_checks=True)
