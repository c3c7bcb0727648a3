"""What only the Chains screen needs: its state in the address, its words, the arrows over the picture."""
