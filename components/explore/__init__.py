"""What only the Explore screen needs: its controls."""
