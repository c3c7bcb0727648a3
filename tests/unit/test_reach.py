"""Which addresses are of use on paper: those that open elsewhere."""

import pytest

from components.shared.reach import opens_elsewhere


@pytest.mark.parametrize("host", ["hipchain.example.org", "school.example", "hipchain.streamlit.app:443", "8.8.8.8"])
def test_public_addresses_open_elsewhere(host):
    assert opens_elsewhere(f"https://{host}/handout?structures=sartorius")


@pytest.mark.parametrize(
    "host",
    [
        "localhost:8501", "app.localhost", "127.0.0.1:8501", "[::1]:8501", "10.0.0.7", "172.16.4.1", "172.31.255.9",
        "192.168.1.20:8501", "169.254.3.4", "100.64.0.9", "[fe80::1]", "[fd12:3456::1]", "practice-pc:8501",
        "praxis.local", "praxis.local.", "nas.lan", "",
    ],
)  # fmt: skip
def test_addresses_of_this_machine_or_network_do_not(host):
    assert not opens_elsewhere(f"http://{host}/handout")
