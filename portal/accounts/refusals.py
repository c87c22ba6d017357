"""Refusals of accounts and roles, in the words an administrator reads."""

from django.utils.translation import gettext as _

from guidance import desk_changes, roles
from guidance.publishing import refusals
from portal.accounts import errors


def told(refusal: Exception) -> str:
    """Say why a step is refused; a refusal without words of its own is told by its name."""
    words = {
        errors.SamePerson: _("Another administrator must confirm this."),
        refusals.SamePerson: _("Another administrator must confirm this."),
        errors.NameIsTaken: _("Somebody has this username or is invited under it."),
        errors.LastAdministrators: _("Two administrators must stay: invite another one first."),
        errors.WrongStep: _("This was decided meanwhile."),
        refusals.WrongState: _("This was decided meanwhile."),
        roles.NothingToChange: _("This is already so, or has already been asked for."),
        roles.TermIsOver: _("The last day is over: choose a later one, or none."),
        desk_changes.DeskStands: _("This region has a desk already."),
        desk_changes.SameNames: _("The desk is called so already."),
        desk_changes.AskedAlready: _("A change of this desk waits for another administrator."),
    }
    return words.get(type(refusal), _("You have no right to do this."))
