"""What only the Quiz screen needs: a round, its state in the address, its words, progress kept by the browser."""
