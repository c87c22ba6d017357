"""What the accounts refuse, by name."""


class AccountError(Exception):
    """Tell why an account's step is refused."""


class UsersAreNeverDeleted(AccountError):
    """Deactivate the user instead: the ledger names them for ever."""
