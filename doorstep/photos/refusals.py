"""A file that cannot be shown as a photo -> why, and what to do, in a volunteer's words."""

from __future__ import annotations

AS_JPEG = "Save it as JPEG, and put that in the photos folder."
ANOTHER_COPY = "Send it again from where it was taken: an e-mail or an upload may have broken off."
A_SMALLER_ONE = "Send a smaller one: half as wide is plenty for a page."


class PhotoNotRead(ValueError):  # noqa: N818 - a name that reads as a sentence
    """Says in a few words why a photo cannot be shown."""

    def __init__(self, reason: str, fix: str = AS_JPEG) -> None:
        """Keep the reason, which goes on after a colon, and what to do, which is a sentence."""
        super().__init__(reason)
        self.fix = fix


class NotWhole(ValueError):  # noqa: N818 - a name that reads as a sentence
    """Says that a picture ends before it should, or is not put together like one."""


def broken() -> PhotoNotRead:
    """Return what to say of a picture that is not whole."""
    return PhotoNotRead("the file is cut short or damaged", ANOTHER_COPY)
