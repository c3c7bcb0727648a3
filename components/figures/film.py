"""The slow loop between the key poses: some frames there and back, shown one after the other by the browser alone.

What plays it is put in when it is served. Names carry the picture's id, so that two films may stand in one page.
"""

from __future__ import annotations

FRAMES, SECONDS = 6, 4


def frame(picture_id: str, number: int, inner: str) -> str:
    """A frame as a group that the rules name."""
    return f'<g id="{picture_id}-f{number}">{inner}</g>'


def played(film: str, picture_id: str) -> str:
    """A kept film with the rules that play it; it stands still for readers who ask for less motion.

    Not every browser tells a picture of theirs within `<img>` so: a page offers them no film.
    """
    order = [*range(FRAMES), *range(FRAMES - 2, 0, -1)]
    rules = []
    for number in range(FRAMES):
        name = f"{picture_id}-f{number}"
        keys = "".join(
            f"{100 * n / len(order):.2f}%,{100 * (n + 1) / len(order) - 0.01:.2f}%{{opacity:{int(shown == number)}}}"
            for n, shown in enumerate(order)
        )
        rules.append(f"@keyframes {name}{{{keys}}}")
        rules.append(f"#{name}{{opacity:{int(number == 0)};animation:{name} {SECONDS}s step-end infinite}}")
    rules.append(f'@media(prefers-reduced-motion:reduce){{g[id^="{picture_id}-f"]{{animation:none}}}}')
    return film.replace(">", f"><style>{''.join(rules)}</style>", 1)
