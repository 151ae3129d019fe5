"""Which sentences name an option by its place, and which only look like it."""

from dataclasses import replace
from typing import Final

import pytest

from deckgen.model.item import Place
from deckgen.model.schema import Prose
from tests.checks.one_item import found, made

PINNED: Final = (Place.FIRST, None, Place.LAST, Place.LAST)


@pytest.mark.parametrize(
    "text",
    [
        "The first option restarts it.",
        "The second answer is wrong.",
        "The third option would run it on each node.",
        "It is not the 3rd option.",
        "The first two options keep running.",
        "The first and third options keep running.",
        "The last two answers are wrong.",
        "The second is wrong.",
        "The third is incorrect, for it runs everywhere.",
        "The first two are wrong.",
        "The last one is right.",
        "It ends. The first is wrong.",
        "Option 2 fits.",
        "Option 2 is right.",
        "Answer 3 is wrong.",
        "Choice #4 waits.",
        "Option number 1 restarts it.",
        "Options 3 and 4 are for other work.",
        "The right one is option 2.",
        "All of the above are controllers.",
        "None of the above would restart it.",
        "All of the above restart it.",
        "Any of the above would run it.",
        "The above options are controllers.",
        "The above are all wrong.",
        "The previous option restarts it.",
        "The option above is the right one.",
        "See the previous answer.",
        "The first choice is wrong.",
    ],
)
def test_a_place_that_stands_for_an_option_is_found(text: str) -> None:
    item = made(rationale=text)

    assert found(item, "R402")


@pytest.mark.parametrize(
    "text",
    [
        "The first Pod is bound once.",
        "The second replica is wrong about its name.",
        "The second is measured by a clock.",
        "The last one to stop closes the file.",
        "A Deployment restarts, a Job ends; the latter fits.",
        "The former restarts it.",
        "The first option that fits is taken.",
        "It takes the first answer that it receives.",
        "The last option given on the command line wins.",
        "The last option wins.",
        "A restart is the first choice for servers.",
        "It is used as the last option.",
        "A Job is the first choice.",
        "First, the script ends.",
        "Two claims are made. The second is wrong.",
        "The other options keep running.",
        "The remaining answers are wrong.",
        "The above manifest names it.",
        "From the above it follows that it ends.",
        "All of the above manifests are valid.",
        "The code above ends.",
        "It will answer 3 questions.",
        "It takes option 82 of DHCP.",
        "DHCP option 3 names the router.",
        "Option 9 does not exist.",
        "It has 2 options.",
        "An option of 4 letters is taken.",
        "The flag is `option 2`.",
        "The options below are set.",
        "At last the option is read.",
        "The third party answers.",
        "A second answer comes from the cache.",
        "The first section of the answer says so.",
        "There are two choices. The first choice is to wait.",
        "It comes with two options; the first option is slow.",
        "Putting together all of the above, it ends.",
        "The second half of the answer is wrong.",
        "A Job remains the first choice.",
        "The first choice was wrong in two of three cases.",
        "The second alternative covers damages.",
        "The last choice waits for the night.",
        "The above answer key has it.",
        "In a questionnaire the last option is chosen least.",
        "DHCP hands it out. Option 3 is the router.",
        "In HTML the first option is chosen: `<option>`. The first option of a <select> it is.",
    ],
)
def test_a_place_that_stands_for_something_else_is_not_found(text: str) -> None:
    item = made(rationale=text)

    assert not found(item, "R402")


def test_what_is_pinned_may_be_called_by_its_place_but_is_told_that_it_breaks() -> None:
    item = made(texts=("Deployment", "Job", "DaemonSet", "None of these"), rationale="The last option is for servers.")
    other = replace(item, rationale=Prose("The first option is for servers."))

    assert [found(item, code) for code in ("R402", "R405")] == [False, True]
    assert [found(other, code) for code in ("R402", "R405")] == [True, False]


def test_a_text_that_starts_with_the_last_two_means_options_where_the_stem_counts_nothing() -> None:
    text = "The last two never end."

    assert found(made(stem="Which one ends?", rationale=text), "R402")
    assert not found(made(stem="Two of three Pods end. Why?", rationale=text), "R402")


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("Which option fits?", True),
        ("Which of the following options is right?", True),
        ("Choose the best answer.", True),
        ("Which mount option is used?", False),
        ("A DHCP client reads it. What does it hold?", False),
        ("A call option and a put option are bought. Which gains?", False),
        ("Which option of the treaty was taken?", False),
    ],
)
def test_a_stem_with_options_of_its_own_has_them_numbered(stem: str, expected: bool) -> None:
    assert expected == found(made(stem=stem, rationale="Option 3 fits."), "R402")


def test_words_that_an_option_is_made_of_name_that_option() -> None:
    rationale = "All of the above are right."
    summed = made(texts=("Deployment", "Job", "All of the above"), rationale=rationale)

    assert [found(item, "R402") for item in (summed, made(rationale=rationale))] == [False, True]


def test_options_that_are_switches_have_a_last_one_of_their_own() -> None:
    switches = made(stem="Which is quiet?", texts=("-v", "-x", "-q"), rationale="Option 3 is quiet.")

    assert not found(switches, "R402")


def test_options_with_ordinals_are_meant_by_these() -> None:
    texts = ("The First Amendment", "The Second Amendment", "The Third Amendment")
    item = made(stem="Which protects speech?", texts=texts, rationale="The first is right.")

    assert not found(item, "R402")


def test_one_option_that_nothing_can_change_places_with_stays() -> None:
    item = made(rationale="The second option ends.")
    pinned = tuple(replace(one, place=place) for one, place in zip(item.options, PINNED, strict=True))

    assert [found(replace(item, options=pinned), code) for code in ("R402", "R405")] == [False, True]


def test_where_the_order_is_fixed_letters_and_places_are_warned_of() -> None:
    fixed = replace(made(rationale="C is wrong. The first option is wrong too."), shuffle=False)

    assert [found(fixed, code) for code in ("R401", "R402", "R405")] == [False, False, True]
