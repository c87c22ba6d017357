"""The application accounts."""

from django.apps import AppConfig

import portal.checks  # noqa: F401  (importing registers what check --deploy refuses)


class AccountsConfig(AppConfig):
    """Declare portal.accounts."""

    name = "portal.accounts"
    label = "accounts"
