"""One bank of authored questions; Anki decks, printed exams and mock exams out of it."""

__version__ = "0.1.0"
