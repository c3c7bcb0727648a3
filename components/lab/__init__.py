"""What only the Lab screen needs: state, words, controls, curves, and the forces over the picture."""
