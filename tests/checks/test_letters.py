"""Which sentences name an option by its letter or place, or call one correct; and which only look like it."""

from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest

from deckgen.checks import Context, rules
from deckgen.model.bank import Bank
from deckgen.model.item import Choice, Option, Place
from deckgen.model.lock import Lock
from deckgen.model.schema import Id, Prose, Word
from deckgen.sources.bank_yaml import read_bank
from tests.checks.running import DAY
from tests.commands import KCNA

SHIPPED: Final = read_bank(Path(KCNA)).bank
assert SHIPPED is not None
HEAD: Final = SHIPPED.head
MODULE: Final = replace(SHIPPED.modules[0], tables=(), facts=(), exercise=None)
CHECKS: Final = {rule.code: rule.check for rule in rules()}
STEM: Final = "A script runs for two hours and ends. Which workload resource fits?"
OPTIONS: Final = ("Deployment", "Job", "DaemonSet", "CronJob")
KEY: Final = "Job"
PINNED: Final = (Place.FIRST, None, Place.LAST, Place.LAST)


@pytest.mark.parametrize(
    "text",
    [
        "Option B is the smallest that fits.",
        "The script ends, so option B fits.",
        "Only answer C restarts what has ended.",
        "Choice D would start it every night.",
        "Alternative A keeps it running.",
        "Distractor D is for nightly work.",
        "A learner who picks option (C) thinks of nodes.",
        'They take "option D" for a timer.',
        "Options A and C keep Pods running.",
        "Options A, C, and D are for other work.",
        "Choices A, B and D differ in when they stop.",
        "Options B-D are controllers.",
        "The answers are A and B.",
        "Answers: A, B",
        "Answer: B",
        "Answer: B. The script ends.",
        "The answer is B.",
        "The answer is B because the script ends.",
        "The correct answer is B, as the script ends.",
        "The correct option: B",
        "**Answer: (B)** The script ends.",
        "C is wrong because it runs on each node.",
        "C is incorrect.",
        "B is correct since the script ends.",
        "B is right, because the script ends.",
        "B is the correct answer.",
        "B is the best choice here.",
        "A is wrong, and so is C.",
        "The script ends, so A is wrong.",
        "It ends; therefore B is right.",
        "A and C are wrong.",
        "A, C and D are incorrect.",
        "A, C, and D are all wrong.",
        "Both A and C keep Pods running.",
        "Neither A nor C ever ends.",
        "A and B only",
        "Only A and D would do.",
        "It ends, making B correct.",
        "The end makes B the right choice.",
        "(A) Wrong: it restarts the script.",
        "A: wrong. B: right.",
        "B) The script ends.",
        "**B)** The script ends.",
        "B: The script ends.",
        "B. Job, for the script ends.",
        "A Job ends (B), a Deployment (A) does not.",
        "The nightly one (D) comes too late.",
        "(A) is for servers; (C) is for agents.",
        "B",
        "(B)",
        "A restarts it. A) Deployment keeps running.",
        "B stops at the end; C runs on each node; D waits for the night.",
        "A describes servers. C describes agents.",
        "option b is wrong here",
        "Answer: b",
        "Unlike option C, it ends.",
        "C looks tempting.",
        "D is a plausible distractor.",
        "Option A's Pods restart.",
        "This rules out options C and D.",
        "It is not option D, which waits.",
        "The script ends (option B).",
        "- A is wrong: it restarts.\n- C is wrong: it runs everywhere.",
        "The script ends.\n\nC is wrong.",
    ],
)
def test_a_letter_that_stands_for_an_option_is_found(text: str) -> None:
    item = made(rationale=text)

    assert found(item, "R401")


@pytest.mark.parametrize(
    "text",
    [
        "A Pod is bound once.",
        "A Deployment is wrong for a script that ends.",
        "Answer: A Job records the end.",
        "The answer is a Job.",
        "The correct option: a Job.",
        "Vitamin C is wrong for this.",
        "C is a language, and Go is another.",
        "The kernel is written in C.",
        "Written in C, it starts quickly.",
        "Plan B is to run it again.",
        "Hepatitis B is a disease.",
        "Class A addresses start with 0.",
        "A type A record names an address.",
        "The server sends A and AAAA records.",
        "It can answer A queries.",
        "It will answer AAAA and A queries.",
        "Section B says more.",
        "Appendix C is wrong about this.",
        "Node B is right behind node A.",
        "Pods on node A and B share a disk.",
        "The flag is `option A`.",
        "```\noption B\n```\nThe script ends.",
        "Set `B) x` in the file.",
        "C++ is right for this, and C# is not.",
        "A/B tests are wrong here.",
        "An A/B test answers it.",
        "B-trees are correct here.",
        "The B-tree option keeps keys in order.",
        "D-Bus is right there.",
        "Drive C: is full.",
        "E. coli is a germ.",
        "C. elegans is a worm.",
        "Consistency (C) and availability (A) cannot both be kept.",
        "It is given in Celsius (C).",
        "Copyright (C) 2024 by its authors.",
        "It takes (A) a queue and (B) a group.",
        "The options: a Job, or a Deployment.",
        "An option a user sets stays.",
        "I think it ends.",
        "Option X does not exist.",
        "Option E does not exist here.",
        "Answer F is another paper's.",
        "The option B2 is a plan.",
        "Options Ab and Cd are names.",
        "A is for apple.",
        "A few options are right.",
        "A is the area of the disk.",
        "B is the flux, and A the area.",
        "D compiles to machine code.",
        "Repository (A) borrows from repository (B).",
        "RGB(A) is a model.",
        "(D)TLS is meant.",
        "Update the (C) of the licence.",
        "A: because it ends.",
        "Grade A and grade B are correct grades.",
        "Group B is wrong about it.",
        "From A to B the route is right.",
        "The edge between A and B is right.",
        "If node A depends on B, both A and B start.",
        "The C library is right there.",
        "The key is C major.",
        "Team A and team D are both wrong.",
        "At 20 °C it is right.",
        "$A$ is wrong in the formula.",
        "In $A$ and $B$ both A' and B' are right.",
        "5 A is right for this fuse.",
        "B2B is wrong here.",
        "The script ends and a Job records it.",
        "G is the goal, F the force.",
        "Serie A is right.",
        "The letter B is the second one.",
        "Type B is right, type C wrong.",
    ],
)
def test_a_letter_that_stands_for_something_else_is_not_found(text: str) -> None:
    item = made(rationale=text)

    assert not found(item, "R401")


@pytest.mark.parametrize(
    "text",
    [
        "The first option restarts it.",
        "The second answer is wrong.",
        "The last choice waits for the night.",
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
    ],
)
def test_a_place_that_stands_for_something_else_is_not_found(text: str) -> None:
    item = made(rationale=text)

    assert not found(item, "R402")


@pytest.mark.parametrize(
    "text",
    [
        "Deployment is correct.",
        "`Deployment` is correct.",
        '"Deployment" is correct.',
        "“Deployment” is the correct answer.",
        "**Deployment** is the right choice.",
        "A Deployment is the right answer here.",
        "deployment is the correct option, because it restarts.",
        "Deployment is the answer.",
        "So Deployment is correct.",
        "The script ends, so Deployment is the right choice.",
        "The correct answer is Deployment.",
        "The correct answer is `Deployment`, because it restarts.",
        "The right option is a Deployment.",
        "The best choice is DaemonSet.",
        "Correct answer: Deployment",
        "Answer: Deployment",
        "Answer: Deployment. It restarts what ends.",
        "The answer is Deployment since it restarts.",
        "The correct answers are Job and Deployment.",
        "Deployment and DaemonSet are correct.",
        "Both Job and CronJob are correct.",
        "CronJob is correct.",
        "The correct answer is CronJob, not Job.",
        "Deployment: correct. Job: wrong.",
        "- Deployment: correct\n- Job: wrong",
        "This makes Deployment the right choice.",
        "It keeps Pods running.\n\nDeployment is correct.",
        "B) Deployment. It restarts what ends.",
        "Option Deployment is correct.",
    ],
)
def test_a_distractor_that_is_called_correct_is_found(text: str) -> None:
    item = made(rationale=text)

    assert found(item, "K105")


@pytest.mark.parametrize(
    "text",
    [
        "Job is correct.",
        "The correct answer is Job, not Deployment.",
        "A Job is the right choice, because it ends.",
        "Deployment is not correct.",
        "Deployment isn't the right choice.",
        "Deployment is incorrect.",
        "Deployment would be correct if it never ended.",
        "Deployment could be right.",
        "Deployment is correct for servers, but this ends.",
        "Deployment is correct for servers.",
        "Deployment is correct if it never ends.",
        "Deployment is correct only for servers.",
        "Deployment is correct, but only for servers.",
        "Deployment is correct. But here the script ends.",
        "Deployment is the right choice. However, this script ends.",
        "Suppose it never ended. Deployment is correct.",
        "Then Deployment is correct.",
        "Many think so: Deployment is correct.",
        "Why is it tempting? Deployment is the right choice.",
        "A common mistake is near. Deployment is correct.",
        "Those who say Deployment is correct think of servers.",
        "If Deployment is correct, nothing ends.",
        "The correct answer is not Deployment.",
        "The correct answer is neither Deployment nor DaemonSet.",
        "The correct answer is Deployment only if it never ends.",
        "The correct answer is Deployment or Job.",
        "The answer is Deployment for servers.",
        "Deployment is correct YAML.",
        "Deployment is right after Job in the list.",
        "The Deployment is correctly written.",
        "The right Deployment is missing.",
        "A right-hand Deployment is missing.",
        "Every Deployment is correct by itself.",
        "It is said that Deployment is correct.",
        "Deployment looks correct.",
        "A) Deployment is tempting. B) Job ends.",
        "The Deployment answers requests.",
        "Deployment, the right choice for servers, restarts.",
        "The correct answer is Deploymentlike.",
        "The correct answer is Cron.",
    ],
)
def test_a_distractor_that_is_not_called_correct_is_not_found(text: str) -> None:
    item = made(rationale=text)

    assert not found(item, "K105")


@pytest.mark.parametrize(
    ("key", "distractor", "text", "expected"),
    [
        ("CronJob", "Job", "CronJob is correct.", False),
        ("Job", "CronJob", "CronJob is correct.", True),
        ("ReadWriteOncePod", "ReadWriteOnce", "`ReadWriteOncePod` is the right choice.", False),
        ("ReadWriteOnce", "ReadWriteOncePod", "The answer is ReadWriteOncePod.", True),
        ("A Job with a deadline", "A Job", "The correct answer is a Job with a deadline.", False),
        ("A Job with a deadline", "A Job", "The correct answer is a Job, for it ends.", True),
        ("A Job with a deadline", "A Job", "The correct answer is a Job with a completion count.", False),
        ("Pods and Services", "Pods", "Pods and Services are correct.", False),
        ("No change, so it waits", "It waits", "The answer is: no change, so it waits.", False),
        ("`nvidia.com/gpu`", "`amd.com/gpu`", "The correct answer is `nvidia.com/gpu`.", False),
        ("`nvidia.com/gpu`", "`amd.com/gpu`", "The correct answer is `amd.com/gpu`.", True),
    ],
)
def test_the_longest_option_is_meant(key: str, distractor: str, text: str, expected: bool) -> None:
    item = made(texts=(distractor, key, "Something else"), key=key, rationale=text)

    assert expected == found(item, "K105")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("C is correct.", True),
        ("Answer: C", True),
        ("C) It runs on each node.", True),
        ("Option C is the right answer.", True),
        ("B is correct.", False),
        ("Answer: B", False),
        ("B) It ends.", False),
        ("B) Job. It ends.", False),
        ("C is correct for agents.", False),
        ("C) tempts who thinks of agents.", False),
        ("C) Not this one.", False),
        ("C) DaemonSet. But it runs everywhere.", False),
        ("C) Agents want it. It runs, if only there is room, on each node.", True),
        ("C is a language.", False),
        ("E is correct.", False),
    ],
)
def test_where_the_order_is_fixed_a_letter_is_held_against_it(text: str, expected: bool) -> None:
    item = made(rationale=text)

    assert expected == found(replace(item, shuffle=False), "K105")
    assert not found(item, "K105")


@pytest.mark.parametrize(
    ("why", "is_key", "expected"),
    [
        ("Correct.", False, True),
        ("Correct. It ends.", False, True),
        ("Right: it ends.", False, True),
        ("Yes, it ends.", False, True),
        ("Yes! It ends.", False, True),
        ("Correct — it ends.", False, True),
        ("**Correct!** It ends.", False, True),
        ("This is the right answer.", False, True),
        ("It's correct.", False, True),
        ("That is the correct option, for it ends.", False, True),
        ("Wrong", True, True),
        ("Wrong. It restarts.", True, True),
        ("Wrong: it does not end too soon.", True, True),
        ("Incorrect: it restarts.", True, True),
        ("No, it restarts.", True, True),
        ("This is wrong.", True, True),
        ("This is the incorrect answer.", True, True),
        ("Correct. It ends.", True, False),
        ("Wrong. It restarts.", False, False),
        ("Right after the start it is read.", False, False),
        ("Correct for batch work, but this is none.", False, False),
        ("Correct, but not for a script.", False, False),
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
    options = tuple(replace(one, why=Prose(why)) if one.correct is is_key else one for one in item.options)

    assert expected == found(replace(item, options=options), "K106")


@pytest.mark.parametrize(
    ("stem", "texts", "why"),
    [
        ("Which of these is **not** a workload resource?", OPTIONS, "Correct. It is one."),
        ("All of these are workload resources except", OPTIONS, "Right: it is one."),
        ("Which claim is false?", OPTIONS, "Correct. It is so."),
        ("Can it end?", ("Yes", "Job", "No"), "Yes, it can."),
        ("Does it end?", OPTIONS, "Yes, it ends."),
        ("Where does it turn?", ("Left", "Job", "Right"), "Right: the other way."),
    ],
)
def test_where_right_is_no_verdict_a_why_may_say_it(stem: str, texts: tuple[str, ...], why: str) -> None:
    item = made(stem=stem, texts=texts)
    options = tuple(one if one.correct else replace(one, why=Prose(why)) for one in item.options)

    assert not found(replace(item, options=options), "K106")


@pytest.mark.parametrize(
    ("key", "distractor", "expected"),
    [
        ("1,000", "1000", True),
        ("1000", "1 000", True),
        ("0.5", "1/2", True),
        ("50%", "0.5", True),
        ("50 %", "1/2", True),
        ("1 GiB", "1024 MiB", True),
        ("1Gi", "1024Mi", True),
        ("1024 Mi", "1 GiB", True),
        ("1.0", "1", True),
        ("60 s", "1 min", True),
        ("90 minutes", "1.5 hours", True),
        ("1 day", "24 hours", True),
        ("3e3", "3,000", True),
        ("-5", "\u22125.0", True),
        ("$1,000", "$1000", True),
        ("1,000 Pods", "1000 Pods", True),
        ("`1000`", "1,000.", True),
        ("1,000", "1,001", False),
        ("10 Mi", "10 M", False),
        ("1 GB", "1 GiB", False),
        ("1 GB", "1000 MB", False),
        ("500m", "0.5", False),
        ("60", "60 s", False),
        ("1 m", "60 s", False),
        ("010", "10", False),
        ("0755", "755", False),
        ("1.1.0", "1.1", False),
        ("v1.10", "v1.1", False),
        ("12:30", "12.5", False),
        ("10.0.0.0/8", "10.0.0.0", False),
        ("1,5", "1.5", False),
        ("+5", "5", False),
        ("10³", "1000", False),
        ("0x10", "16", False),
        ("1-2", "2", False),
        ("$5", "€5", False),
        ("5 °C", "5 °F", False),
        ("1000 Pods", "1000 nodes", False),
    ],
)
def test_a_distractor_may_not_be_the_number_that_the_key_is(key: str, distractor: str, expected: bool) -> None:
    item = made(stem="How much does it take?", texts=(distractor, key, "7"), key=key)

    assert expected == found(item, "K109")


@pytest.mark.parametrize(
    ("stem", "key", "distractor", "expected"),
    [
        ("How many CPU cores does it ask for?", "0.5", "500m", True),
        ("How many CPU cores does it ask for?", "500m", "0.5 cores", True),
        ("How much memory does it ask for?", "0.5", "500m", False),
        ("Which version brought it?", "1.10", "1.1", False),
        ("Since which release is it there?", "1.10", "1.1", False),
        ("The release notes of v1.2 are open. What is asked for?", "1.10", "1.1", False),
        ("What does the program print?", "2.0", "2", False),
        ("Which fraction is in lowest terms?", "1/2", "2/4", False),
        ("What is the value of `4 / 2`?", "2.0", "2", False),
        ("Which part is free?", "1/2", "2/4", True),
    ],
)
def test_numbers_are_compared_where_the_stem_asks_for_numbers(
    stem: str, key: str, distractor: str, expected: bool
) -> None:
    item = made(stem=stem, texts=(distractor, key, "7"), key=key)

    assert expected == found(item, "K109")


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


@pytest.mark.parametrize(
    ("stem", "texts", "text"),
    [
        ("Pods run on nodes A and B. Which is right?", OPTIONS, "B is wrong because it is full."),
        ("Services A, B and C call each other. Which stop?", OPTIONS, "Both A and C are wrong."),
        ("Cluster C is lost. Which copy is taken?", OPTIONS, "C is incorrect."),
        ("Which language is it?", ("C", "C++", "Go", "D"), "C is correct since the kernel is in it."),
        ("Which language is it?", ("C", "C++", "Go", "D"), "The answer is C."),
        ("Which class?", ("Class A", "Class B", "Class C"), "A is wrong, for it is too big."),
        ("Which flag?", ("-A", "-B", "-C"), "C is right."),
    ],
)
def test_letters_that_an_item_uses_itself_are_no_options(stem: str, texts: tuple[str, ...], text: str) -> None:
    item = made(stem=stem, texts=texts, key=texts[0], rationale=text)

    assert not found(item, "R401")
    assert not found(replace(item, shuffle=False), "K105")


def test_a_letter_is_found_in_every_text_of_an_item() -> None:
    item = made()
    stem = replace(item, stem=Prose("Why is option B right?"))
    why = replace(item, options=(replace(item.options[0], why=Prose("C is wrong as well.")), *item.options[1:]))
    option = replace(item, options=(*item.options[:-1], replace(item.options[0], text=Prose("Both A and C"))))

    assert [found(one, "R401") for one in (item, stem, why, option)] == [False, True, True, True]


def test_what_is_pinned_may_be_called_by_its_place_but_is_told_that_it_breaks() -> None:
    item = made(texts=("Deployment", "Job", "DaemonSet", "None of these"), rationale="The last option is for servers.")
    other = replace(item, rationale=Prose("The first option is for servers."))

    assert [found(item, code) for code in ("R402", "R405")] == [False, True]
    assert [found(other, code) for code in ("R402", "R405")] == [True, False]


def test_one_option_that_nothing_can_change_places_with_stays() -> None:
    item = made(rationale="The second option ends.")
    pinned = tuple(replace(one, place=place) for one, place in zip(item.options, PINNED, strict=True))

    assert [found(replace(item, options=pinned), code) for code in ("R402", "R405")] == [False, True]


def test_where_the_order_is_fixed_letters_and_places_are_warned_of() -> None:
    fixed = replace(made(rationale="C is wrong. The first option is wrong too."), shuffle=False)

    assert [found(fixed, code) for code in ("R401", "R402", "R405")] == [False, False, True]


def test_in_another_language_only_signs_count() -> None:
    texts = ("B) Das Skript endet.", "Option B is right.", "The first option is right.", "Deployment is correct.")
    items = [made(rationale=text) for text in texts]

    codes = ("R401", "R402", "K105")
    assert [[found(item, code, "de") for code in codes] for item in items] == [[True, False, False], *[[False] * 3] * 3]


def made(
    stem: str = STEM, texts: tuple[str, ...] = OPTIONS, key: str = KEY, rationale: str = "The script ends."
) -> Choice:
    """Return an item; its key is the option of this text."""
    options = tuple(Option(text=Prose(text), correct=text == key) for text in texts)
    return Choice(id=Id("made"), stem=Prose(stem), options=options, rationale=Prose(rationale))


def found(item: Choice, code: str, language: str = "en") -> bool:
    """Tell whether a rule speaks of an item."""
    bank = Bank(head=replace(HEAD, language=Word(language)), modules=(replace(MODULE, items=(item,)),))
    return bool(list(CHECKS[code](bank, Context(bank, Lock(), DAY))))
