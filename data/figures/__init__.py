"""Pictures of exercises, of ways to roll and of self-tests: a posable figure, its poses, and what is said of them."""
