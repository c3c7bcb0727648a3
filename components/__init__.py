"""How HipChain shows what it knows: figure builders (pure) and renderers (Streamlit)."""
