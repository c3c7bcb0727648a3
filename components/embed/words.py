"""What the page on embedding says, in the app and before it runs. Pure."""

from __future__ import annotations

from components.embed.hosts import ANCESTORS_VARIABLE, SELF, only_shown, sources

_WORDS = f"""
### Before it works

Whoever runs the server names your site: `{ANCESTORS_VARIABLE}=https://moodle.school.example` (several: with spaces
between; `https://*.school.example` for all below a name). Without it browsers show no one's frame but our own. {{who}}

Then paste the snippet into a page of your course, where it takes HTML. A course page may drop the script in it: the
frame then keeps its height, and scrolls.

### What your page may say, and hears

Messages are objects, sent with `postMessage`. Yours: `{{{{ target: "hipchain", version: 1, type, value }}}}`.

| type | value | what it does |
|---|---|---|
| `select` | an id such as `sartorius`, or `none` | chooses a tissue; the picture turns to where it is seen |
| `view` | `anterior`, `lateral`, `posterior`, or a cut such as `axial_mid_thigh` | looks from there |
| `layer` | `surface`, `deep`, `deepest`, `bones` | goes to that depth |
| `colour` | `anatomy`, `rolling`, `tissue`, `chain`, `attachments` | colours the picture by that |

An id is what the address says after `structure=` when a tissue is chosen. What you send before the page is live waits.

HipChain's: `{{{{ source: "hipchain", version: 1, type, ... }}}}`.

| type | with it | when |
|---|---|---|
| `ready` | `page`, `height`, `structure`, `name` | the page is live |
| `height` | `height` in px | the page would like its frame that high |
| `selected` | `structure` and `name`, or null | a tissue was chosen, or the choice cleared |
| `answered` | `question`, `right`, `number` | a question of the quiz was answered; a mock exam says nothing |
| `error` | `of`, `reason`: `value`, `type`, `version`, `page` | a message of yours was not understood and ignored |

Nothing else leaves the frame: no text that somebody types, no answer of the self-check, nothing that tells who reads.
Messages go to, and are taken from, the page directly around the frame, and only where the server names its origin in
full or below a name. What is named more widely (`*`, any port, no scheme) may show HipChain and exchanges nothing.

### Good to know

The line **For learning, not a diagnosis**, with the stop signs one tap away, stays at the foot of every embedded page.
Where a browser refuses storage to frames, all works; the quiz then says that it keeps nothing.
"""


def words() -> str:
    """The words, with what this server allows."""
    given = sources()
    if given == (SELF,):
        who = "This server names nobody yet."
    else:
        named = " ".join(f"`{source}`" for source in given)
        who = f"This server lets these show it: {named}."
    if shown := only_shown(given):
        who += f" No messages: {' '.join(f'`{source}`' for source in shown)}."
    return _WORDS.format(who=who)
