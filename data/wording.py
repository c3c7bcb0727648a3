"""How a phrase of the content becomes a sentence."""

from __future__ import annotations


def ended(text: str) -> str:
    """The text with a full stop where it has no end yet."""
    return text if text.endswith((".", "!", "?")) else f"{text}."


def capital(text: str) -> str:
    """The text with its first letter large; the rest stays (TFL, L2)."""
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """The text as it stands within a sentence: a small first letter, unless it begins with an abbreviation (TFL)."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def sentence(text: str) -> str:
    """A large letter at the start and a full stop at the end."""
    return ended(capital(text))
