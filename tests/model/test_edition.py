"""What writers share of an edition."""

from deckgen.model.bank import Bank, BankHead
from deckgen.model.edition import Edition
from deckgen.model.lock import Lock
from deckgen.model.schema import Id, Line, Word

HEAD = BankHead(id=Id("b"), title=Line("B"), uid=Word("uid"), version=Word("1"))


def edition() -> Edition:
    return Edition(Bank(head=HEAD), (), {}, Lock(), 0, "", "")


def made_of(edition: Edition) -> list[Edition]:
    return [edition]


def test_what_is_made_of_an_edition_is_made_once() -> None:
    one, other = edition(), edition()

    assert one.once(made_of) is one.once(made_of)
    assert one.once(made_of) == [one]
    assert other.once(made_of) == [other]
