"""The drawing as vector art without plotly: in greys for paper, and as a still picture where scripts fail. Pure."""
