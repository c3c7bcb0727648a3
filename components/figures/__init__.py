"""Pictures of what is done: a posed figure in two steps, built beforehand and kept, as pages show them. Pure."""
