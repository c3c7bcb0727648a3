"""Accessibility in words: what was tested, and what is not perfect. Markdown."""

WORDS = """\
### What was tested, by programs that run with every change

- axe-core finds nothing serious or critical in over 30 states of the pages (something selected, nothing, a list open, a
  note about a bad link, a refused file), in light and dark, on a desk, a tablet and a phone.
- Whatever can be pressed is at least 44 px high and wide, links in running text apart.
- With text at 200 %, and with the page zoomed to 200 %, no word is cut off and nothing runs out of the page.
- The focus is visible at every stop of the Tab key. Whoever asks for less motion gets none.
- Whole journeys by keyboard alone: Explore, a chain, the lab's sliders, a self-check, ten quiz questions, a handout.
- Every picture says in words what it shows and what is selected; arrows and results are also lists and tables.
- Verdicts, arrows and answers never speak by colour alone: each has a sign and a word, and on paper a pattern.

### What is not perfect

- Nobody who uses a screen reader every day has tried it yet. If you do, tell whoever runs this app.
- "Find" in the quiz asks for a place in a picture. By letters it needs no pointing, but it needs eyes; Facts and Reason
  do not.
- The names in the picture do not grow with the text. While it is moved or zoomed they are stretched with it.
- Inline links in text are lower than 44 px.
- On a phone the Rolling page shows its answer above the pictures, but reads it out after them.
"""
