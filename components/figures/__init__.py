"""Pictures of exercises, ways to roll and self-tests: built offline as vector art, kept, and served in an ink. Pure."""
