"""Rolling guide: what a roller presses at one place, and whether rolling there helps."""

from __future__ import annotations

from components.rolling import rolling
from data.catalog import catalog

rolling(catalog())
