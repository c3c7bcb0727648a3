"""Evidence: who claims what, and what the studies found."""

from __future__ import annotations

from components.evidence import evidence
from data.catalog import catalog

evidence(catalog())
