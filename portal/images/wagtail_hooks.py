"""What Wagtail's admin asks of pictures and documents: one that is shown somewhere stays."""

from typing import Any

from django.db.models import Model
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import ReferenceIndex
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy
from wagtail.permissions import register_permission_policy


class KeptFilesPolicy(CollectionOwnershipPermissionPolicy):
    """Let nobody delete a file that a page uses, superusers included."""

    def user_has_any_permission_for_instance(
        self, user: Any, actions: Any, instance: Model
    ) -> bool:
        """Tell whether somebody may do one of these things to a file."""
        if set(actions) == {"delete"} and ReferenceIndex.get_references_to(instance).exists():
            return False
        return bool(super().user_has_any_permission_for_instance(user, actions, instance))


FILES = {get_image_model(): "wagtailimages.Image", get_document_model(): "wagtaildocs.Document"}

for model, rights in FILES.items():
    policy = KeptFilesPolicy(model, auth_model=rights, owner_field_name="uploaded_by_user")
    # For the exact class: Wagtail registers its own policy for the class and its heirs.
    register_permission_policy(model, policy, exact_class=True)
