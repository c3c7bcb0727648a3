"""Chains: the compensation chains as stories to step through, every arrow graded."""

from __future__ import annotations

from components.chains import chains

chains()
