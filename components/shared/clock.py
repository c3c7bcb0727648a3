"""The reader's clock: their zone as the browser names it, and which day it is there."""

from __future__ import annotations

from datetime import UTC, date, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st


def zone() -> tzinfo:
    """The zone of the reader's clock, as the browser names it: a day ends when it ends there."""
    try:
        return ZoneInfo(st.context.timezone or "UTC")
    except (ZoneInfoNotFoundError, ValueError):  # a stranger's text
        return UTC


def today() -> date:
    """The reader's day: the server's may be another."""
    return datetime.now(zone()).date()
