"""Sentences that scripts say. They travel to the page as data, so no script carries words of its own."""

from django.utils.translation import gettext as _


def browser_text() -> dict[str, str]:
    """Keyed by what static/js asks for; ``{n}`` and other names in braces are filled in by the script."""
    return {
        # state of saving
        "saved": _("Saved {time}"),
        "saving": _("Saving…"),
        "dirty": _("Not saved yet"),
        "offline": _("Offline, {n} items waiting. Keep this page open"),
        "failed": _("Could not be saved. Try again"),
        "conflict": _("Someone else just changed this"),
        "signed_out": _("Signed out, your entries are kept"),
        "forbidden": _("You cannot do this here"),
        "too_many": _("Too many tries. Please wait a moment"),
        "server_error": _("Something went wrong. Reference {reference}"),
        "leave": _("There are entries that are not saved yet."),
        "sign_in": _("Sign in"),
        "try_again": _("Try again"),
        # times
        "not_a_time": _("Not understood. Write it as 2026-11-19 01:45"),
        "not_a_date": _("Not understood. Write it as 2026-11-19"),
        "no_24": _("There is no 24:00. Write 00:00 of the next day"),
        "needs_date": _("Please write the date too"),
        "after": _("{anchor} + {span}"),
        "before": _("{anchor} − {span}"),
        "same_time": _("at the same minute as {anchor}"),
        "days": _("{n} d"),
        "hours": _("{n} h"),
        "minutes": _("{n} min"),
        "future": _("in the future"),
        # rows, messages, missing values
        "row_removed": _("Row removed"),
        "undo": _("Undo"),
        "close": _("Close"),
        "unknown": _("Unknown"),
        "not_done": _("Not done"),
        "missing": _("Not done / Unknown"),
    }
