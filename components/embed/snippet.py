"""What a teacher pastes into a course page. Pure."""

from __future__ import annotations

from html import escape
from urllib.parse import urlencode, urlsplit

from components.shared.embedded import EMBED

ALLOW = "fullscreen; clipboard-write; screen-wake-lock"
"""What the frame may do: fill the screen, copy a link, keep a phone awake."""
HEIGHT = 450
"""No frame is lower, px: picture, name and verdict are in sight in it; on a phone, 70 % of the screen are higher."""
_SCRIPT = """<script>
  addEventListener("message", ({ data, origin, source }) => {
    const frame = document.getElementById("hipchain");
    if (origin !== "ORIGIN" || source !== frame.contentWindow) return;
    if (data.source === "hipchain" && data.type === "height") {
      frame.style.height = data.height + "px";
    }
  });
</script>"""


def within(path: str, params: dict[str, str]) -> str:
    """The address of a page of ours in a frame, below the app's own."""
    return f"./{path}?{urlencode({**params, EMBED: 'true'}, safe=',')}"


def snippet(address: str, title: str, *, grows: bool) -> str:
    """The frame as HTML; `grows` adds the script that gives it the height that the page asks for."""
    found = urlsplit(address)
    frame = (
        f'<iframe id="hipchain" title="{escape(title)}"\n  src="{escape(address)}"\n'
        f'  style="width: 100%; height: max({HEIGHT}px, 70vh); border: 0" loading="lazy"\n  allow="{ALLOW}"></iframe>'
    )
    return frame + "\n" + _SCRIPT.replace("ORIGIN", f"{found.scheme}://{found.netloc}") if grows else frame
