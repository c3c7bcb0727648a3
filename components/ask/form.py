"""The box as HTML: a plain form that asks by itself where no script runs, and from which the live box is made. Pure."""

from __future__ import annotations

from html import escape
from pathlib import Path

HTML = (Path(__file__).resolve().parent / "ask.html").read_text(encoding="utf-8")


def form(question: str = "") -> str:
    """The box with a question in it."""
    return HTML.replace('name="q"', f'name="q" value="{escape(question)}"', 1)
