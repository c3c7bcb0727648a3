"""A view of the anatomy becomes plotly traces: outlines, shading, fibres, names, rollers. Pure."""
