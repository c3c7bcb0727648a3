"""The tappable diagram: its Streamlit component, the browser's modules, and the addresses that serve both."""
