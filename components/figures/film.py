"""The slow loop between the key poses: some frames there and back, shown one after the other by the browser alone."""

from __future__ import annotations

FRAMES, SECONDS = 6, 4


def played(film: str) -> str:
    """A kept film with the rules that play it; it stands still for readers who ask for less motion."""
    order = [*range(FRAMES), *range(FRAMES - 2, 0, -1)]
    rules = []
    for frame in range(FRAMES):
        keys = "".join(
            f"{100 * n / len(order):.2f}%,{100 * (n + 1) / len(order) - 0.01:.2f}%{{opacity:{int(shown == frame)}}}"
            for n, shown in enumerate(order)
        )
        rules.append(f"@keyframes hcf{frame}{{{keys}}}")
        first = int(frame == 0)
        rules.append(f"#hcf{frame}{{opacity:{first};animation:hcf{frame} {SECONDS}s step-end infinite}}")
    rules.append('@media(prefers-reduced-motion:reduce){g[id^="hcf"]{animation:none}}')
    return film.replace(">", f"><style>{''.join(rules)}</style>", 1)
