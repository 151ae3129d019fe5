"""Whether rules that look for English words have anything to say of a bank."""

from deckgen.model.bank import Bank


def is_english(bank: Bank) -> bool:
    """Tell whether the texts of a bank are in English."""
    return bank.head.is_english
