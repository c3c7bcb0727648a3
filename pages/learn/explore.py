"""Explore: tap any tissue of the hip and thigh and read its card."""

from __future__ import annotations

from components import explorer

explorer.explore()
