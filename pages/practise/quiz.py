"""Quiz: questions that come back."""

from __future__ import annotations

from components.quiz import quiz

quiz()
