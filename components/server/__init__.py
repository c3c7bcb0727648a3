"""The server around the screens: our own addresses, headers, health, styles, the author's preview, the frame."""
