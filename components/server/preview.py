"""Preview for authors: edit YAML, see it a moment later; while it has errors the last good content stays in view."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from pathlib import Path

import streamlit as st

from data.catalog import catalog, stamp

VARIABLE = "HIPCHAIN_PREVIEW"
"""Set (to anything) by `deploy/preview`; readers' servers never look at the files again."""
_HOME = Path(__file__).resolve().parents[2]


@dataclass
class _Found:
    """What is known of the files: their state when last checked, and what was wrong then."""

    stamp: int = 0
    problems: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)


_found = _Found()


def wanted() -> bool:
    """Whether this server is an author's preview."""
    return bool(os.environ.get(VARIABLE))


def problems(timeout_s: float = 60) -> list[str]:
    """What `python -m data --check` says of the files as they are now, a line each; empty when all is valid.

    When they are valid, all that was made from the former files is forgotten; when not, it stays.
    """
    with _found.lock:
        now = stamp()
        if now != _found.stamp:
            run = subprocess.run(
                [sys.executable, "-m", "data", "--check"],
                cwd=_HOME, capture_output=True, text=True, timeout=timeout_s, check=False,
            )  # fmt: skip
            _found.problems = (run.stdout + run.stderr).splitlines() if run.returncode else []
            if run.returncode == 0:
                forget()
            _found.stamp = now
        return list(_found.problems)


def forget() -> None:
    """Empty every cache that holds something made from content: those of the functions in `data` and `components`."""
    for name, module in list(sys.modules.items()):
        if name.startswith(("data.", "components.")):
            for thing in list(vars(module).values()):
                if hasattr(thing, "cache_clear"):
                    thing.cache_clear()
    st.cache_data.clear()


def bar() -> None:
    """Say at the top of the page whether the files are valid; what is wrong stands there as `file:line:field`.

    Stops the page while no valid content has been seen yet.
    """
    found = problems()
    _watch(_found.stamp)
    if not found:
        st.caption(":material/edit: Preview: the files are valid, and this is what they say.")
        return
    kept = catalog.cache_info().currsize > 0
    shown = "The last valid content is shown below." if kept else "Nothing can be shown yet."
    st.error(f"The content has errors. {shown}", icon=":material/error:")
    st.code("\n".join(found), language=None, wrap_lines=True)
    if not kept:
        st.stop()


@st.fragment(run_every=1)
def _watch(seen: int) -> None:
    """Run the page again when a file was saved."""
    if stamp() != seen:
        st.rerun(scope="app")
