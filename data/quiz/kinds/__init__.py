"""A file per kind of question: each lists what it can ask (`pool`) and makes a question from an id (`ask`)."""
