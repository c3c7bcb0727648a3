"""How HipChain shows what it knows, a room per noun: see docs/architecture.md for their order."""
