import re

import pytest

from data.bibliography import bibtex, ris, sample_size
from data.catalog import catalog

C = catalog()


def test_bibtex_has_every_entry_once_and_balanced_braces():
    text = bibtex(C.references.values())
    assert re.findall(r"@misc\{(\w+),", text) == list(C.references)
    assert text.count("{") == text.count("}")


def test_ris_records_open_and_close():
    text = ris(C.references.values())
    assert text.count("TY  - GEN") == text.count("ER  - ") == len(C.references)


def test_an_unseen_doi_is_in_neither():
    bare = [r for r in C.references.values() if not r.doi]
    assert bare
    assert "doi = " not in bibtex(bare)
    assert "DO  - " not in ris(bare)


def test_verification_travels_along():
    assert bibtex([C.references["foch2015"]]).count("Verification: none") == 1


@pytest.mark.parametrize(("n", "size"), [("22 cyclists", 22), ("not seen", None), ("1,200 in all", 1200), (None, None)])
def test_sample_size(n, size):
    reference = C.references["pepper2021"].model_copy(update={"n": n})
    assert sample_size(reference) == size
