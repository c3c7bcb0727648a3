"""Makes the pocket edition, one HTML file for a USB stick: `python -m deploy.pocket [path]`."""

from __future__ import annotations

import argparse
import gzip
import os
import sys
from pathlib import Path

from components.pocket.page import page
from components.shared.served import BASE_VARIABLE
from data.catalog import catalog

NAME = "hipchain-pocket.html"


def main() -> None:
    """Write the file and say how large it is."""
    wanted = argparse.ArgumentParser(description="Make HipChain's pocket edition: one HTML file that needs no network.")
    wanted.add_argument("path", nargs="?", type=Path, default=Path(NAME), help=f"where to write it ({NAME})")
    path = wanted.parse_args().path
    body = page(catalog(), os.environ.get(BASE_VARIABLE, "").rstrip("/")).encode()
    try:
        path.write_bytes(body)
    except OSError as why:
        sys.exit(f"{path} cannot be written: {why.strerror}")
    print(f"{path}: {len(body) / 1e6:.2f} MB, gzipped {len(gzip.compress(body, 9)) / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
