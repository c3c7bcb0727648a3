"""What only the Self-check screen needs: its answers, its gate, its words."""
