"""What only the Rolling screen needs: its state in the address and its words."""
