"""PDF pages as pictures: one thread at a time within PDFium, and nobody else opens it."""

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pypdfium2
from fpdf import FPDF

from components.shared import raster

COMPONENTS = Path(raster.__file__).parents[1]


def test_only_one_file_opens_pdfium():
    found = [p for p in COMPONENTS.parent.glob("[cp]*/**/*.py") if "import pypdfium2" in p.read_text(encoding="utf-8")]
    assert found == [COMPONENTS / "shared/raster.py"]


def test_threads_wait_for_each_other(monkeypatch):
    within, most = [], []

    class Watched(pypdfium2.PdfDocument):
        def __init__(self, *given):
            within.append(self)
            most.append(len(within))
            time.sleep(0.02)
            super().__init__(*given)

        def close(self, *given, **more):
            if self in within:
                within.remove(self)
            return super().close(*given, **more)

    monkeypatch.setattr(pypdfium2, "PdfDocument", Watched)
    page = FPDF()
    page.add_page()
    document = bytes(page.output())
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: raster.pngs(document, 0.2), range(4)))
    assert len({*found}) == 1
    assert most == [1] * 4
