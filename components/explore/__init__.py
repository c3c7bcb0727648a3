"""What only the Explore screen needs: its controls, and where a structure is best seen."""
