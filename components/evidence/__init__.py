"""What only the Evidence screen needs: its state in the address, its words, the count of verdicts."""
