"""How sign-in behaves here: nobody signs up by themselves."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class ClosedAccountAdapter(DefaultAccountAdapter):
    """Refuse sign-up; people come by an invitation that a second administrator confirms."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
