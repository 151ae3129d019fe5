"""What a `why` and a rationale may say, given what is marked."""

from dataclasses import replace

import pytest

from deckgen.model.schema import Prose
from tests.checks.one_item import KEY, OPTIONS, STEM, found, made


@pytest.mark.parametrize(
    ("why", "is_key", "expected"),
    [
        ("Correct.", False, True),
        ("Correct. It ends.", False, True),
        ("Right: it ends.", False, True),
        ("Correct — it ends.", False, True),
        ("**Correct!** It ends.", False, True),
        ("This is the right answer.", False, True),
        ("It's correct.", False, True),
        ("That is the correct option, for it ends.", False, True),
        ("Wrong", True, True),
        ("Wrong. It restarts.", True, True),
        ("Wrong: it does not end too soon.", True, True),
        ("Incorrect: it restarts.", True, True),
        ("This is wrong.", True, True),
        ("This is the incorrect answer.", True, True),
        ("This is the correct answer because it ends.", False, True),
        ("The right answer; it ends.", False, True),
        ("The wrong answer; it restarts.", True, True),
        ("Not correct.", True, True),
        ("This is not right.", True, True),
        ("False. It restarts.", True, True),
        ("Wrong, since it restarts.", True, True),
        ("Correct, it ends.", False, True),
        ("This is the right answer as long as it ends.", False, False),
        ("This is the right answer since 2019.", False, False),
        ("True. It restarts.", False, False),
        ("Right, says a colleague.", False, False),
        ("Wrong, a script restarts.", True, False),
        ("Not right away.", True, False),
        ("Yes, it ends.", False, False),
        ("No, it restarts.", True, False),
        ("Correct. It ends.", True, False),
        ("Wrong. It restarts.", False, False),
        ("Right after the start it is read.", False, False),
        ("Correct for batch work, but this is none.", False, False),
        ("Correct, but not for a script.", False, False),
        ("Correct. It would end at once.", False, False),
        ("Correct. However, it never ends.", False, False),
        ("Correctly set, it restarts.", False, False),
        ("Correct configuration is needed.", False, False),
        ("Right-hand rules do not matter.", False, False),
        ("Yes, it restarts, which is not what is wanted.", False, False),
        ("Yes-men are no help.", False, False),
        ("It is right next to the key.", False, False),
        ("That is right, yet it never ends.", False, False),
        ("No GPU is needed.", True, False),
        ("No. 1 of all resources.", True, False),
        ("No other resource ends.", True, False),
        ("Wrong-way traffic is stopped.", True, False),
        ("Wrong settings are refused.", True, False),
        ("Incorrectly set, it restarts.", True, False),
        ("Nothing else ends.", True, False),
    ],
)
def test_a_why_may_not_open_against_its_mark(why: str, is_key: bool, expected: bool) -> None:
    item = made()
    place = OPTIONS.index(KEY) if is_key else 0
    options = tuple(replace(one, why=Prose(why)) if at == place else one for at, one in enumerate(item.options))

    assert expected == found(replace(item, options=options), "K106")


@pytest.mark.parametrize(
    ("stem", "whys", "expected"),
    [
        (STEM, ("Correct.", "Wrong.", "Wrong.", ""), True),
        (STEM, ("Correct.", "Wrong.", "", ""), True),
        (STEM, ("Correct.", "Correct.", "", ""), True),
        (STEM, ("Correct.", "Wrong.", "Correct.", "Wrong."), True),
        (STEM, ("Correct.", "Wrong.", "Correct.", ""), False),
        (STEM, ("Correct.", "", "Correct.", ""), False),
        (STEM, ("Correct.", "Wrong syntax.", "Correct as it stands.", ""), False),
        (STEM, ("Correct.", "Wrong.", "Correct.", "No restart is made."), False),
        (STEM, ("The right answer.", "The wrong answer.", "The right answer.", ""), True),
        (STEM, ("Correct.", "Wrong."), False),
        (STEM, ("This is the right answer.", "Wrong."), True),
        ("Is it a Job that ends?", ("Wrong.", "Wrong.", "", ""), False),
        ("The script ends. Do you agree?", ("Wrong.", "Wrong.", "", ""), False),
        ("Which claim is inaccurate?", ("Correct.", "", "", ""), False),
        ("Which workload fits best?", ("Correct.", "", "", ""), False),
        ("Which workload fits best?", ("", "Wrong.", "", ""), True),
        ("Which answer does intuition give?", ("This is the right answer.", "", "", ""), False),
        ("What does a colleague claim?", ("Correct.", "", "", ""), False),
    ],
)
def test_what_all_reasons_have_in_common_tells_what_they_judge(
    stem: str, whys: tuple[str, ...], expected: bool
) -> None:
    item = made(stem=stem, texts=OPTIONS[: len(whys)])
    options = tuple(replace(one, why=Prose(why)) for one, why in zip(item.options, whys, strict=True))

    assert expected == found(replace(item, options=options), "K106")


@pytest.mark.parametrize(
    ("stem", "texts", "why"),
    [
        ("Which of these is **not** a workload resource?", OPTIONS, "Correct. It is one."),
        ("All of these are workload resources except", OPTIONS, "Right: it is one."),
        ("Which claim is false?", OPTIONS, "Correct. It is so."),
        ("Can it end?", ("Yes", "Job", "No"), "Yes, it can."),
        ("Does it end?", OPTIONS, "Yes, it ends."),
        ("Where does it turn?", ("Right", "Job", "Left"), "Right: the other way."),
        ("What is it called?", ("Correct", "Job", "Pod"), "Correct: so the book has it."),
        ("It ends.", ("Agree", "Job", "Not sure"), "Correct. It does."),
    ],
)
def test_where_right_is_no_verdict_a_why_may_say_it(stem: str, texts: tuple[str, ...], why: str) -> None:
    item = made(stem=stem, texts=texts)
    options = (replace(item.options[0], why=Prose(why)), *item.options[1:])

    assert not found(replace(item, options=options), "K106")


@pytest.mark.parametrize(
    ("rationale", "expected"),
    [
        ("", True),
        ("B", True),
        ("(B)", True),
        ("Answer: Job", True),
        ("The correct answer is Job.", True),
        ("`Job` is correct.", True),
        ("B) Job", True),
        ("Job.", True),
        ("Job, for it ends.", False),
        ("The script ends.", False),
        ("It ends.", False),
    ],
)
def test_a_rationale_says_more_than_the_answer(rationale: str, expected: bool) -> None:
    item = made(rationale=rationale)

    assert expected == found(item, "R403")
