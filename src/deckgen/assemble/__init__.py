"""Exams drawn from the bank: which items a form takes, in which order, with the options where."""
