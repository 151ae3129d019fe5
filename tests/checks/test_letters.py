"""Which sentences name an option by its letter, and which only look like it."""

from dataclasses import replace

import pytest

from deckgen.model.schema import Prose
from tests.checks.one_item import OPTIONS, found, made


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


def test_a_letter_is_found_in_every_text_of_an_item() -> None:
    item = made()
    stem = replace(item, stem=Prose("Why is option B right?"))
    why = replace(item, options=(replace(item.options[0], why=Prose("C is wrong as well.")), *item.options[1:]))
    option = replace(item, options=(*item.options[:-1], replace(item.options[0], text=Prose("Both A and C"))))

    assert [found(one, "R401") for one in (item, stem, why, option)] == [False, True, True, True]


def test_in_another_language_only_signs_count() -> None:
    texts = ("B) Das Skript endet.", "Option B is right.", "The first option is right.", "Deployment is correct.")
    items = [made(rationale=text) for text in texts]

    codes = ("R401", "R402", "K105")
    assert [[found(item, code, "de") for code in codes] for item in items] == [[True, False, False], *[[False] * 3] * 3]
