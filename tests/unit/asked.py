"""Every question that the quiz can ask, for the tests of the quiz."""

from collections.abc import Iterator

from hypothesis import strategies as st

from data.catalog import catalog
from data.quiz.asking import ask, pool
from data.quiz.question import REGIONS, Level, Mode, Options, Question
from data.visibility import LAYERS

C = catalog()
ALL = [q for level in Level for q in pool(Options(level=level), C)]
ONCE = list(dict.fromkeys(ALL))
FACTS = [q for q in ONCE if q.startswith("facts:")]
OPTIONS = st.builds(
    Options,
    modes=st.lists(st.sampled_from(list(Mode)), min_size=1, unique=True).map(
        lambda m: tuple(x for x in Mode if x in m)
    ),
    region=st.sampled_from(list(REGIONS)),
    layer=st.sampled_from(["all", *LAYERS[:3]]),
    level=st.sampled_from(list(Level)),
)


def every_choice(id_: str, level: Level = Level.SINGLE, seeds: int = 25) -> Iterator[tuple[Question, str, str]]:
    """(question, id, words) of every choice that the seeds bring up."""
    for seed in range(seeds):
        question = ask(id_, Options(level=level), C, seed)
        yield from ((question, i, w) for i, w in question.choices)
