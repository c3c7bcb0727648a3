"""Ask: one box for a question, a word, a name or a sore spot; its answers are records, with the way to each."""
