"""The pages by name: what the menu shows, and what stands at the foot of each. Pure."""

from __future__ import annotations

from pathlib import Path

Entry = tuple[str, str, str]
"""Script, title, icon."""
START = ("pages/learn/explore.py", "Explore", ":material/touch_app:")
ASK = ("pages/learn/ask.py", "Ask", ":material/search:")
STOP_FLAGS = ("pages/safety/stop_flags.py", "When to stop", ":material/front_hand:")
ROLLING = ("pages/learn/rolling.py", "Rolling", ":material/fitness_center:")
EVIDENCE = ("pages/learn/evidence.py", "Evidence", ":material/menu_book:")
CHAINS = ("pages/learn/chains.py", "Chains", ":material/conversion_path:")
LAB = ("pages/learn/lab.py", "Lab", ":material/science:")
SELF_CHECK = ("pages/practise/self_check.py", "Self-check", ":material/checklist:")
HANDOUT = ("pages/practise/handout.py", "Handout", ":material/print:")
WHERE = ("pages/practise/where.py", "Where it hurts", ":material/location_on:")
EXERCISES = ("pages/practise/exercises.py", "Exercises", ":material/sports_gymnastics:")
QUIZ = ("pages/practise/quiz.py", "Quiz", ":material/quiz:")
PAGES = (START, ASK, ROLLING, CHAINS, LAB, EVIDENCE, WHERE, SELF_CHECK, EXERCISES, QUIZ, HANDOUT, STOP_FLAGS)
"""Every page of the menu. The first is the default and answers at `/`, the others at `/<file name>`."""
ACCESSIBILITY = ("pages/safety/accessibility.py", "Accessibility", ":material/accessibility_new:")
TEACHERS = ("pages/practise/teachers.py", "For teachers", ":material/school:")
EMBEDDING = ("pages/practise/embedding.py", "In your course page", ":material/web_asset:")
TOURS = ("pages/practise/tours.py", "Tours", ":material/tour:")
FOLLOW = ("pages/practise/follow.py", "Follow", ":material/cast:")
ASIDE = (TOURS, TEACHERS, FOLLOW, EMBEDDING, ACCESSIBILITY)
"""Pages that are reached from the footer, or from a page that is, and stand in no menu."""
DISCLAIMER = "For learning, not a diagnosis."
CREDIT = "Drawn after BodyParts3D, © The Database Center for Life Science."
LICENCE = "CC BY-SA 4.0."
CREDIT_LICENSED = f"{CREDIT} {LICENCE}"
"""What stands on every file that carries the drawing away: there it may be passed on without the page around it."""
ADD_LABEL = "Add to a tour"
STOP_LABEL = "When to stop and see someone"


def stem(entry: Entry) -> str:
    """What a page is called in the code: its file's name."""
    return Path(entry[0]).stem


def path(entry: Entry) -> str:
    """A page's address below the app's own."""
    return "" if entry == START else stem(entry)
