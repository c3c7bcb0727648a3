"""A tour as a text that travels in a link: compact, versioned, bounded. What comes back is a stranger's.

`1` says which form it is; then base64 (for addresses) of deflated JSON: the name, and of each stop address, line and,
where there is any, ink. The words in `WORDS` stand in many tours and cost next to nothing.
"""

from __future__ import annotations

import binascii
import json
import re
import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping

from pydantic import ValidationError

from data.tour import LONGEST_LINE, LONGEST_NAME, MOST_STOPS, Stop, Tour

VERSION = "1"
LONGEST = 6000
"""Characters of a packed tour; `GOES_ALONG` lets no longer one through either."""
MOST_BYTES = 200_000
"""What a tour that keeps to its bounds never exceeds when it is unpacked."""
WORDS = (
    b"/accessibility/teachers/handout?/quiz?modes=/self_check/stop_flags?flag=rf/where?place=&condition=/l"
    b"ab?part=stance&strength=tilt&tilt=/rolling?view=axial_mid_thigh&side=/exercises?exercise=/ask?q=/evi"
    b"dence?part=mythsclaim=C0anterior_tiltoveractive_tflweak_glute_med&edge=/chains?chain=&step=story&als"
    b"o=nerves%2Cvessels&hide=&compare=&colour=rollingchainattachments&layer=bonesdeepestdeepsurface&view="
    b"posterioranteriorlateralgluteus_minimusgluteus_mediusgluteus_maximustensor_fasciae_lataeiliotibial_b"
    b'and","/?group=",["/?structure='
)
"""Never changed: every link that was ever sent needs it as it was. Another form gets another version."""
_PACKED = re.compile(r"[A-Za-z0-9_-]+")
UNKNOWN = "The link names a tour that HipChain does not have."
EMPTY = "This tour has no stops yet."
NONE = "This is no tour's link. Copy the whole link, or ask whoever sent it for a new one."
OTHER = "This tour was made by another version of HipChain, and this one cannot read it."
TOO_LONG = "This tour's link is longer than any that HipChain makes."
CUT = "This tour's link is damaged or cut off. Copy the whole link, or ask whoever sent it for a new one."
OUTSIDE = (
    f"This tour's link holds what no tour may: at most {MOST_STOPS} stops, all of them screens of HipChain, with "
    f"{LONGEST_LINE} characters a line and {LONGEST_NAME} in the name."
)


class UnreadableTourError(ValueError):
    """Raised for a text that is no packed tour; the message is for the reader."""


class TourTooLongError(ValueError):
    """Raised for a tour that does not fit into a link; the message is for the reader."""


def pack(tour: Tour) -> str:
    """The tour as a text for a link. Raises TourTooLongError."""
    stops = [[s.at, s.line, s.ink] if s.ink else [s.at, s.line] for s in tour.stops]
    text = json.dumps([tour.name, stops], ensure_ascii=False, separators=(",", ":"))
    press = zlib.compressobj(9, zdict=WORDS)
    body = press.compress(text.encode()) + press.flush()
    packed = VERSION + urlsafe_b64encode(body).decode().rstrip("=")
    if len(packed) > LONGEST:
        raise TourTooLongError("This tour is too long for a link. Shorten its lines, or make two of it.")
    return packed


def unpack(packed: str) -> Tour:
    """The tour of a link. Raises UnreadableTourError with a sentence for the reader."""
    if len(packed) > LONGEST:
        raise UnreadableTourError(TOO_LONG)
    if not _PACKED.fullmatch(packed):
        raise UnreadableTourError(NONE)
    if packed[0] != VERSION:
        raise UnreadableTourError(OTHER if packed[0].isdigit() else NONE)
    try:
        found = json.loads(_bytes(packed[1:]))
    except (ValueError, RecursionError):
        raise UnreadableTourError(CUT) from None
    try:
        name, stops = found
        return Tour(name=name, stops=tuple(_stop(stop) for stop in stops))
    except (ValidationError, ValueError, TypeError):
        raise UnreadableTourError(OUTSIDE) from None


def found(code: str, ours: Mapping[str, Tour]) -> Tour:
    """The tour that a link names, or holds. Raises UnreadableTourError with a sentence for the reader."""
    if code in ours:
        return ours[code]
    if code.replace("_", "").isalpha():  # what travels in a link begins with a figure
        raise UnreadableTourError(UNKNOWN)
    tour = unpack(code)
    if not tour.stops:
        raise UnreadableTourError(EMPTY)
    return tour


def _stop(given: object) -> Stop:
    """One stop of the link. Raises ValueError for what is none."""
    if not isinstance(given, list) or len(given) not in (2, 3):
        raise ValueError("a stop is an address, a line and perhaps ink")
    at, line, ink = (*given, "")[:3]
    return Stop(at=at, line=line, ink=ink)


def _bytes(text: str) -> bytes:
    """What was deflated; at most `MOST_BYTES`. Raises ValueError for what is damaged or grows beyond that."""
    try:
        body = urlsafe_b64decode(text + "=" * (-len(text) % 4))
        press = zlib.decompressobj(zdict=WORDS)
        found = press.decompress(body, MOST_BYTES)
    except (binascii.Error, zlib.error) as error:
        raise ValueError("damaged") from error
    if not press.eof or press.unused_data:
        raise ValueError("cut off, or grows beyond the bound")
    return found
