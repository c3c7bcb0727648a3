"""The quiz: questions from the content and the drawing, and when each comes back."""
