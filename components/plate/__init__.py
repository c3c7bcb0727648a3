"""The drawing as vector art, no plotly: in colour for the screen, in greys for paper and where scripts fail. Pure."""
