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
    cure = f"the exams are {known}" if known else "the bank has none; write one in exams.yaml"
    raise UnknownExam(f"there is no exam {name}; {cure}")
