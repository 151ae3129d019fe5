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
        "Not B, since it never ends.",
        "We can rule out B and C at once.",
        "Eliminating B leaves A.",
        "Unlike A, it never ends.",
        "See C.",
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
        "Node A is full. A is wrong for it.",
        "Let A and B be species. Both A and B gain.",
        "A sold it to B. A is wrong, and both A and B must return it.",
        "It is 1 if both A and B are 1.",
        "Neither A nor B is true on the left.",
        "It holds what is in both A and B.",
        "Option A of the two pathways is long.",
        "Answer A in the guideline says so.",
        "The answer B Smith gave is old.",
        "Unlike C, it collects garbage.",
        "In the figure the nucleus (B) lies in the membrane (A).",
        "Section 3 (B) and Schedule (A) say so.",
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
        "Deployment is right, because it restarts.",
        "A Deployment is the right answer.",
        "The correct answer was Deployment.",
        "The correct answer is therefore Deployment.",
        "**Correct:** Deployment, as it restarts.",
        "You should choose Deployment, since it restarts.",
        "Deployment is the correct choice. It restarts.",
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
        "Deployment is right.",
        "Deployment is right, CronJob is left.",
        "Deployment and DaemonSet are right.",
        "Deployment: right",
        "Deployment was right that it restarts.",
        "The answer was Deployment.",
        "Deployment is correct, too, yet less exact.",
        "Deployment is right once it never ends.",
        "You should not choose Deployment.",
        "Some would choose Deployment.",
        "Incorrect: Deployment, as it restarts.",
        "A) Agents want it. B) Job ends. C) DaemonSet.",
    ],
)
def test_a_distractor_that_is_not_called_correct_is_not_found(text: str) -> None:
    item = made(rationale=text)

    assert not found(item, "K105")


@pytest.mark.parametrize(
    ("stem", "text", "expected"),
    [
        ("Which workload fits best?", "Deployment is correct.", False),
        ("Which workload is the most exact?", "Deployment is a correct answer.", False),
        ("Which comes first?", "Deployment is correct.", False),
        ("Which workload fits best?", "The correct answer is Deployment.", True),
        ("Which workload fits best?", "Deployment is the correct answer.", True),
        ("Which stands on the left?", "Deployment is right, because it restarts.", False),
        ("Which triangle is acute?", "Deployment is right, because it restarts.", False),
        ("Which answer does intuition give?", "The correct answer is Deployment.", False),
        ("What do novices tend to take?", "Deployment is the right answer.", False),
        ("What does a colleague reply?", "The correct answer is Deployment.", False),
        ("Which claim is inaccurate?", "Deployment is correct.", False),
        ("Which request is sent?", "Deployment is correct.", True),
    ],
)
def test_what_is_correct_may_be_no_key_where_the_stem_seeks_something_else(
    stem: str, text: str, expected: bool
) -> None:
    item = made(stem=stem, rationale=text)

    assert expected == found(item, "K105")


def test_an_option_is_known_with_and_without_its_article() -> None:
    item = made(texts=("A Deployment", "A Job", "The node"), key="A Job", rationale="The correct answer is Deployment.")
    twice = made(texts=("A Job", "Job", "The node"), key="Job", rationale="The correct answer is Job.")

    exact = replace(twice, rationale=Prose("The correct answer is A Job."))

    assert [found(one, "K105") for one in (item, twice, exact)] == [True, False, False]


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
        ("C) Agents. B) Scripts.", False),
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
    ("key", "distractor", "expected"),
    [
        ("1,000", "1000", True),
        ("1000", "1 000", True),
        ("0.5", "1/2", True),
        ("½", "0.5", True),
        ("25%", "¼", True),
        ("1 km", "1000 m", True),
        ("1 kg", "1000 g", True),
        ("0.5 g", "500 mg", True),
        ("1.5 l", "1500 mL", True),
        ("1 week", "7 days", True),
        ("2 years", "24 months", True),
        ("-0.5", "-50%", True),
        ("30 s", "30 seconds", True),
        ("-5", "5", False),
        ("-1,000", "1000", False),
        ("-1,000", "-1000", True),
        ("-0.5", "50%", False),
        ("1 month", "30 days", False),
        ("1 m", "60 s", False),
        ("1 M", "1000 m", False),
        ("120/80", "150/100", False),
        ("3/4", "6/8", False),
        ("½", "2/4", False),
        ("2/1", "2", False),
        ("1/2 h", "30 min", False),
        ("1.10", "1.1", False),
        ("2.50", "2.5", False),
        ("12.30 cm", "12.3 cm", False),
        ("4.50e-3", "45e-4", False),
        ("3e3", "3,000", False),
        ("510.0", "510", False),
        ("50%", "0.5", True),
        ("50 %", "1/2", True),
        ("1 GiB", "1024 MiB", True),
        ("1Gi", "1024Mi", True),
        ("1024 Mi", "1 GiB", True),
        ("1.0", "1", False),
        ("60 s", "1 min", True),
        ("90 minutes", "1.5 hours", True),
        ("1 day", "24 hours", True),
        ("-5", "\u22125", True),
        ("$1,000", "$1000", True),
        ("1,000 Pods", "1000 Pods", True),
        ("`1000`", "1,000.", True),
        ("1,000", "1,001", False),
        ("10 Mi", "10 M", False),
        ("1 GB", "1 GiB", False),
        ("1 GB", "1000 MB", False),
        ("500m", "0.5", False),
        ("60", "60 s", False),
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
        ("What is the value of `2 ** 10`?", "1024", "1,024", False),
        ("Which part is free?", "1/2", "0.5", True),
        ("Which part is free, if not 0.5?", "1/2", "0.5", False),
        ("Which number is as much as 50 %?", "0.5", "50 %", False),
        ("Which number is 5 % of ten?", "0.5", "50%", False),
        ("How many seconds is that?", "3600 s", "60 min", False),
        ("How many seconds is that?", "3600 s", "3,600 s", True),
        ("What is 1000 mg in grams?", "1 g", "1000 mg", False),
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
        ("Which command?", ("`git -C x`", "`git push`", "`git pull`"), "With option C the path is changed."),
        ("Service A has two Pods. What then?", OPTIONS, "A is wrong about its lease."),
        ("Its angles are of triangle ABC. Which?", OPTIONS, "So both A and B do. A is wrong."),
        ("Which may player 1 choose, A, B or C?", OPTIONS, "Choice B is dominated."),
        ("Which is the minor of C?", ("D minor", "E minor", "G minor"), "D is wrong, for it has a flat."),
        ("Which became chronic?", ("B and C", "A and E", "A and B"), "Both A and B are wrong."),
    ],
)
def test_letters_that_an_item_uses_itself_are_no_options(stem: str, texts: tuple[str, ...], text: str) -> None:
    item = made(stem=stem, texts=texts, key=texts[0], rationale=text)

    assert not found(item, "R401")
    assert not found(replace(item, shuffle=False), "K105")


def test_in_another_language_points_and_commas_have_another_meaning() -> None:
    grouped = made(texts=("1,000", "1000", "7"), key="1000")
    share = made(texts=("1/2", "50 %", "7"), key="50 %")

    assert [found(item, "K109", "de") for item in (grouped, share)] == [False, True]


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
