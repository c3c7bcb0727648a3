"""Self-check: stop signs first, then eight tests, then what the answers suggest."""

from __future__ import annotations

from components.self_check import self_check
from data.catalog import catalog

self_check(catalog())
