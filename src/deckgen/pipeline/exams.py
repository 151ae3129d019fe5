"""The exams of a bank, by name."""

from deckgen.model.bank import Bank
from deckgen.model.exam import Exam


class UnknownExam(Exception):
    """An exam was asked for that the bank does not have; the message is for the user."""


def exam_named(bank: Bank, name: str) -> Exam:
    """Return an exam by its id."""
    for exam in bank.exams:
        if exam.id == name:
            return exam
    known = ", ".join(exam.id for exam in bank.exams)
    raise UnknownExam(f"there is no exam {name}; the exams are {known or 'none'}")
