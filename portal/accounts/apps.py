"""The application accounts."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Declare portal.accounts."""

    name = "portal.accounts"
    label = "accounts"
