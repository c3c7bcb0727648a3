"""What each page is called and what it is for; and the head of a page whose picture needs the room. Pure."""

from __future__ import annotations

from html import escape

HEADS = {
    "explore": ("Explore the hip and thigh", "Tap any tissue and read what it is and whether rolling it helps."),
    "ask": ("Ask", "In your own words. The answers are what stands in HipChain, nothing made up."),
    "rolling": (
        "What happens if I roll here?",
        "Choose a level and a side, or tap the thigh to put the roller there.",
    ),
    "chains": ("Chains", "Stories that articles tell, link by link: claims to examine, not truths."),
    "lab": ("Lab", "Weaken a muscle or tilt the pelvis, and see what two small models say about the stories."),
    "quiz": ("Quiz", "Ten questions at a time. What you miss comes back sooner."),
    "handout": ("Handout", "One page to take along. What you type stays in this session and on the paper."),
    "stop_flags": (
        "When to stop and see someone",
        "HipChain explains anatomy; it cannot examine you. If one of these fits, leave the roller alone and do "
        "what it says.",
    ),
    "where": (
        "Where does it hurt?",
        "Choose the place, or tap it. First come the signs that need a person.",
    ),
    "self_check": ("Self-check", "A few tests for hip and thigh, one after the other. The stop signs come first."),
    "exercises": ("Exercises", "What each looks like, how much of it, and what studies measured. Begin with stage 1."),
    "evidence": (
        "Evidence",
        "What articles claim about the iliotibial band, rolling and hips, and what studies make of it.",
    ),
    "tours": ("Tours", "A row of screens with a line each: to play, to print, to send."),
    "teachers": ("For teachers", "The same round of the quiz for a whole class, and what else helps in front of one."),
    "embedding": (
        "In your course page",
        "The picture, or a round of the quiz, as part of a page of yours: choose, try, copy.",
    ),
    "follow": ("Follow", "One shows a screen of HipChain; the others see the same on their own devices."),
    "accessibility": ("Accessibility", "What was tested, and what is not perfect."),
}
"""Title and one sentence, by the page's file name."""


def page_head(page: str) -> str:
    """The title and what the page is for, on a line, as HTML."""
    title, sentence = HEADS[page]
    return f'<div class="hc-head"><h1>{escape(title)}</h1><p>{escape(sentence)}</p></div>'
