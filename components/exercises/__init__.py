"""What only the Exercises screen needs: which exercises the address asks for, its words, and its pictures as files."""
