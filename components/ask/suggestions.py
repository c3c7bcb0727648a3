"""What an empty box offers: questions that people really ask, and the places that hurt."""

from __future__ import annotations

QUESTIONS = (
    "Should I roll my IT band?",
    "Why does rolling hurt so much?",
    "How long should I roll one spot?",
    "Outer knee pain when running",
    "Why does my hip snap?",
    "Pinch in the front of my hip when I squat",
    "Do clamshells work?",
    "Is a weak glute medius to blame?",
    "Massage gun or foam roller?",
    "Can I roll over varicose veins?",
    "Does rolling break up knots?",
    "Where is the piriformis?",
)
FIRST = 5
"""So many stand under the box itself."""
