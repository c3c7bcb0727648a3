"""What students take along: flash cards as an Anki package and as tables. Pure."""
