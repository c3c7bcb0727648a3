"""A file that was made for a reader stays until the browser has come for it.

What is made when it is asked for, Streamlit (1.67) counts as nobody's, and what is nobody's it removes once two scripts
have ended, whoever's they are: where a class is busy a file was gone before the browser came for it.
"""

from __future__ import annotations

from time import monotonic

from streamlit.runtime import media_file_manager
from streamlit.runtime.media_file_manager import MediaFileMetadata
from streamlit.runtime.media_file_storage import MediaFileKind

STAYS_S = 60.0
"""So long a file that is nobody's stays, s: a slow line, too."""


class Kept(MediaFileMetadata):
    """What Streamlit knows of a file, and since when it is nobody's."""

    def __init__(self, kind: MediaFileKind = MediaFileKind.MEDIA) -> None:
        super().__init__(kind)
        self._since: float | None = None

    @property
    def is_marked_for_delete(self) -> bool:
        """Whether it may be removed now."""
        return self._since is not None and monotonic() - self._since > STAYS_S

    def mark_for_delete(self) -> None:
        """Nobody has it; told at each end of a script, of which the first counts."""
        if self._since is None:
            self._since = monotonic()


def keep() -> None:
    """Let Streamlit's manager of files know them so."""
    media_file_manager.MediaFileMetadata = Kept  # type: ignore[misc]  # a class of Streamlit's is replaced on purpose
