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
        "not_saved": _("Not saved,"),
        "conflict": _("Someone else has changed this item"),
        "show_it": _("Show it"),
        "waits_for_you": _("Waits for your answer"),
        "signed_out": _("Signed out, your entries are kept"),
        "forbidden": _("You cannot do this here"),
        "too_many": _("Too many tries. Please wait a moment"),
        "server_error": _("Something went wrong. Reference {reference}"),
        "sign_in": _("Sign in"),
        "try_again": _("Try again"),
        "other_person": _(
            "{name} is signed in here now. The entries that are not saved belong to somebody else."
        ),
        "sign_in_elsewhere": _("Please sign in on the sign-in page, in another tab, then try again"),
        "no_server": _("The server does not answer. Please try again"),
        "nothing_needed": _("Nothing more is needed on this page"),
        # entries that wait or are in dispute
        "resumed": _("Going on where you left off"),
        "taken_up": _("{n} entries from before are being saved"),
        "others_entries": _("Entries of somebody else were never saved in this tab"),
        "discard": _("Discard"),
        "both_values": _("{by} stored {theirs} ({at}). You entered {mine}."),
        "somebody": _("Somebody"),
        "no_value": _("no value"),
        "use_mine": _("Use mine"),
        "keep_theirs": _("Keep theirs"),
        # times
        "not_a_time": _("Write the time like 2026-11-19 01:45"),
        "no_24": _("Midnight is 00:00 of the next day"),
        "needs_date": _("Please add the date"),
        "needs_time": _("Please add the time, like 01:45"),
        "no_such_day": _("There is no such day"),
        "after": _("{anchor} + {span}"),
        "before": _("{anchor} − {span}"),
        "same_time": _("at the same minute as {anchor}"),
        "days": _("{n} d"),
        "hours": _("{n} h"),
        "minutes": _("{n} min"),
        "future": _("in the future"),
        # searched lists
        "nothing_found": _("Nothing found. Try the name, its pinyin or the code"),
        "recent": _("used lately"),
        "uncoded": _("uncoded"),
        "not_in_list": _("not in the list, not saved"),
        "uncoded_hint": _(
            "Nothing found. Take the group it belongs to: your words are kept, the society finds the code"
        ),
        # the grid of daily values
        "error": _("Error"),
        "warning": _("Warning"),
        "usual": _("Usual range {range}"),
        "fell": _("{percent}% below the {before} before"),
        "trend": _("{label}, {unit}: {values}"),
        "pasted": _("{n} values pasted"),
        "paste_said": _("{n} values will be stored, {bad} cannot be."),
        "paste_taken": _("stored"),
        "paste_same": _("as it is"),
        "paste_not_taken": _("left out"),
        "paste_no_cell": _("There is no cell for it"),
        # rows, messages, missing values
        "row_removed": _("Row deleted"),
        "undo": _("Undo"),
        "close": _("Close"),
        "unknown": _("Unknown"),
        "not_done": _("Not done"),
        "missing": _("Not done / Unknown"),
    }
