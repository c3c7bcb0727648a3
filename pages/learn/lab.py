"""Lab: the two hip models, live beside the posed figure."""

from __future__ import annotations

from components.lab import lab

lab()
