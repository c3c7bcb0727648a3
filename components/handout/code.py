"""The address that the code on the page carries: none where it would open here only, unless it is wanted."""

from __future__ import annotations

import os
from urllib.parse import urlsplit

import streamlit as st

from components.handout.state import Choice, link
from components.shared.address import base
from components.shared.reach import opens_elsewhere
from components.shared.served import BASE_VARIABLE


def code(choice: Choice) -> str:
    """The address of a choice; empty for one of this machine or network, with a sentence why, and the choice."""
    address = link(choice, base("handout"))
    if os.environ.get(BASE_VARIABLE):
        return address
    if opens_elsewhere(address):
        return address
    st.warning(
        f"No code is printed: {urlsplit(address).hostname} is an address of this machine or network, and would not "
        f"open at home. Whoever runs the server can name the public address ({BASE_VARIABLE}).",
        icon=":material/qr_code_2:",
    )
    return address if st.toggle("Print the code all the same", key="handout_code") else ""
