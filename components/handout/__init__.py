"""What only the Handout screen needs: its state in the address, and the page of PDF."""
