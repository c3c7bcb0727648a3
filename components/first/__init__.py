"""The first answer: every address as a page of plain HTML that says all there is to say, before any app runs."""
