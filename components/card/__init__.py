"""What is said of one thing wherever it comes up: the structure's card, an exercise, the stop signs."""
