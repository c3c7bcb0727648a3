"""HipChain: `streamlit run app.py`.

Imported, this module is the server (`app`): it adds our own addresses to Streamlit's and refuses to start on content
that is not valid. Run by Streamlit for a reader, it is the frame around every page.
"""

from __future__ import annotations

import streamlit as st

from components.server import frame, server

if __name__ == "__main__":
    frame.run()
else:
    app = st.App(
        __file__,
        routes=server.routes(),
        middleware=server.middleware(),
        lifespan=server.lifespan,
        on_script_error=server.on_script_error,
    )
