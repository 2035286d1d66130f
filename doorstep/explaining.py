"""What ended a command -> the one sentence that it says last."""

from __future__ import annotations

import traceback

from doorstep.reasons import is_want_of_memory, why

NO_MEMORY = "The computer ran out of memory. Nothing on the website has changed."


def explained(reason: Exception) -> str:
    """Return what to say; for a mistake of our own, show its maintainers where it is as well."""
    if is_want_of_memory(reason):
        return NO_MEMORY
    from doorstep.files import CannotPublish  # not sooner: there may be no memory for them
    from doorstep.workers import WorkerLost

    if isinstance(reason, CannotPublish):
        return str(reason)
    if isinstance(reason, WorkerLost):
        return NO_MEMORY
    if isinstance(reason, OSError):
        place = f" with “{reason.filename}”" if reason.filename else ""
        return f"This computer would not go on{place}, because {why(reason)}."
    traceback.print_exception(reason)
    return "This is our own mistake. Nothing on the website has changed."
