"""What several pages say of themselves to those who search. Pure."""

from __future__ import annotations

from typing import Any

from components.first.answer import SITE


def web_page(kind: str, name: str, description: str, **more: object) -> dict[str, Any]:
    """A page in the words of schema.org."""
    return {
        "@context": "https://schema.org",
        "@type": kind,
        "name": name,
        "description": description,
        "inLanguage": "en",
        "isPartOf": {"@type": "WebSite", "name": SITE},
        **more,
    }
