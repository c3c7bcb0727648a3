"""Handout: one printed page for a client."""

from __future__ import annotations

from components.handout import handout

handout()
