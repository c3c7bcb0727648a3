"""What HipChain knows: typed content, the drawing and the models. Imports no screen (no streamlit, no plotly)."""
