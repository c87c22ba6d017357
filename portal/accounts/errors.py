"""What the accounts refuse, by name."""


class AccountError(Exception):
    """Tell why an account's step is refused."""


class UsersAreNeverDeleted(AccountError):
    """Deactivate the user instead: the ledger names them for ever."""


class AdministratorsExist(AccountError):
    """The first administrators are there; the next come by an invitation of theirs."""


class NotAnAdministrator(AccountError):
    """Only an administrator invites, confirms and deactivates."""


class LastAdministrators(AccountError):
    """Two administrators must stay: alone, one can confirm nothing."""


class SamePerson(AccountError):
    """Who asked for an invitation or a change of rights cannot confirm it."""


class NameIsTaken(AccountError):
    """Somebody has this username, or is invited under it."""


class LinkIsSpent(AccountError):
    """The link is unknown, used, revoked or out of time."""


class WrongStep(AccountError):
    """The invitation is confirmed, used or revoked already."""
