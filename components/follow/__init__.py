"""Follow: a presenter's screen, seen on other devices through a room of four letters."""
