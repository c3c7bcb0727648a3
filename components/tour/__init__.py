"""Tours: what is played where, the bar that leads through, the tours that a reader makes, and their paper."""
