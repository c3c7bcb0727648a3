"""A file made when it is asked for is there when the browser comes for it (with Streamlit's own manager of files)."""

import pytest
from streamlit.runtime import media_file_manager
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.media_file_storage import MediaFileStorageError
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage

from components.server import kept_files


@pytest.fixture
def clock(monkeypatch):
    """Seconds that a test may move."""
    now = [0.0]
    monkeypatch.setattr(kept_files, "monotonic", lambda: now[0])
    return now


@pytest.fixture
def fetched(monkeypatch):
    """Ask for a file as a button does; gives the manager and a function that fetches it."""
    streamlits = media_file_manager.MediaFileMetadata
    monkeypatch.setattr(media_file_manager, "MediaFileMetadata", streamlits)  # so that it is put back afterwards
    kept_files.keep()
    storage = MemoryMediaFileStorage("/media")
    manager = MediaFileManager(storage)
    url = manager.execute_deferred(manager.add_deferred(lambda: "a,b\n", "text/csv", "0.1", "table.csv"))
    return manager, lambda: storage.get_file(url.rsplit("/", 1)[1]).content


def test_a_file_outlasts_the_scripts_that_others_end(clock, fetched):
    manager, fetch = fetched
    for _ in range(20):
        manager.remove_orphaned_files()
        clock[0] += kept_files.STAYS_S / 20
        assert fetch() == b"a,b\n"


def test_a_file_that_nobody_has_does_not_stay_for_ever(clock, fetched):
    manager, fetch = fetched
    manager.remove_orphaned_files()
    clock[0] += kept_files.STAYS_S + 1
    manager.remove_orphaned_files()
    with pytest.raises(MediaFileStorageError):
        fetch()
