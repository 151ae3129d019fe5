"""How well a guesser does who picks the longest option."""

from fractions import Fraction

from hypothesis import example, given
from hypothesis import strategies as st

from deckgen.checks import Context, lengths_give_away
from deckgen.checks._shared.guess_score import GuessScore, describe, guess_score
from deckgen.checks._shared.lengths import visible_length
from deckgen.checks._shared.longest import longest_options
from deckgen.model.bank import Bank, BankHead
from deckgen.model.item import Choice, Item, Open, Option, Retired
from deckgen.model.lock import Lock
from deckgen.model.module import Module, ModuleHead
from deckgen.model.plain import plain
from deckgen.model.schema import Id, Line, Prose, Word
from tests.checks.running import DAY

HEAD = BankHead(id=Id("b"), title=Line("B"), uid=Word("u"), version=Word("1"))
GONE = Retired(since=Word("1"), reason=Prose("Old."))


def choice(name: str, *texts: str, key: int = 0, retired: Retired | None = None) -> Choice:
    """Return an item with these options."""
    options = tuple(Option(text=Prose(text), correct=place == key) for place, text in enumerate(texts))
    return Choice(id=Id(name), stem=Prose("Which?"), options=options, retired=retired)


def context_of(bank: Bank) -> Context:
    """Return what rules know of a bank."""
    return Context(bank, Lock(), DAY)


def bank_of(*items: Item) -> Bank:
    """Return a bank with one module."""
    return Bank(head=HEAD, modules=(Module(head=ModuleHead(id=Id("m"), title=Line("M")), items=items),))


def test_of_options_that_are_the_longest_together_the_guesser_takes_each_as_often() -> None:
    score = guess_score(
        bank_of(
            choice("long", "three", "one", "two"),
            choice("short", "one", "three", "two", "six"),
            choice("tied", "three", "seven", "two"),
            choice("all-tied", "one", "two"),
        )
    )

    assert score.right == 1 + 0 + Fraction(1, 2) + Fraction(1, 2)
    assert score.of == 4
    assert score.chance == Fraction(2, 3) + Fraction(1, 4) + Fraction(1, 2)


def test_only_live_items_with_one_key_among_several_options_count() -> None:
    several = choice("several", "one", "two", "three")
    two_keys = Choice(
        id=Id("two-keys"), stem=several.stem, options=(several.options[0], several.options[0], several.options[1])
    )
    items = (
        choice("gone", "one", "two", retired=GONE),
        choice("lone", "one"),
        choice("unmarked", "one", "two", key=9),
        choice("unread", "one", ""),
        two_keys,
        Open(id=Id("open"), stem=Prose("Why?"), model=Prose("So.")),
    )

    assert guess_score(bank_of(*items)).of == 0
    assert guess_score(bank_of(*items, several)).of == 1


def test_markup_and_the_targets_of_links_are_not_seen() -> None:
    item = choice("link", "[a](https://example.org/long)", "`four`", "**bold**", "five5")

    assert [option.text for option in longest_options(item)] == ["five5"]


@example("a`")
@example("``a` `b``")
@example("+ `a` b")
@example("a ` ` b")
@given(st.text(st.sampled_from("ab `*_~[](){}:c1\\#>-+\n\t\u00a0\u2003!é.")) | st.text())
def test_what_is_counted_is_what_is_seen(text: str) -> None:
    assert len(plain(text)) == visible_length(text)


@given(st.lists(st.text(st.sampled_from("ab`* \n"), min_size=1, max_size=12), min_size=1, max_size=5))
def test_the_longest_options_are_those_that_show_most(texts: list[str]) -> None:
    most = max(len(plain(text)) for text in texts)

    longest = [option.text for option in longest_options(choice("any", *texts))]

    assert sorted(text for text in texts if len(plain(text)) == most) == sorted(longest)


def test_a_score_is_one_line_that_accuses_beyond_the_limit_only() -> None:
    leak, none = (
        describe(GuessScore(right=Fraction(right), of=100, chance=Fraction(25), limit=36)) for right in (74, 36)
    )

    assert leak == (
        "guess score 74 of 100 by picking the longest option (chance 25, limit 36): the lengths give the answers away"
    )
    assert none == "guess score 36 of 100 by picking the longest option (chance 25, limit 36)"


def test_a_small_bank_is_not_accused_and_an_empty_one_has_no_score() -> None:
    small = guess_score(bank_of(*(choice(f"q{number}", "three", "one", "two") for number in range(9))))
    large = guess_score(bank_of(*(choice(f"q{number}", "three", "one", "two") for number in range(10))))

    assert describe(small) == "guess score 9 of 9 by picking the longest option (chance 3, limit 6)"
    assert describe(large).endswith("(chance 3, limit 7): the lengths give the answers away")
    assert describe(guess_score(bank_of())) == ""


def test_a_key_that_is_the_longest_together_with_a_distractor_gives_nothing_away() -> None:
    tied = bank_of(*(choice(f"q{number}", "three", "seven", "two") for number in range(30)))
    longer = bank_of(*(choice(f"q{number}", "three", "six", "two") for number in range(30)))

    found = [[one.code for one in lengths_give_away.check(bank, context_of(bank))] for bank in (tied, longer)]

    assert found == [[], ["B601"]]


def test_the_limit_is_what_chance_passes_in_fewer_than_1_of_100_banks() -> None:
    score = guess_score(bank_of(*(choice(f"q{number}", "one", "two") for number in range(7))))

    assert score.limit == 6
    assert Fraction(1, 2**7) < Fraction(1, 100) < Fraction(1 + 7, 2**7)
