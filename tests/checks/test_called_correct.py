"""Which sentences call a distractor correct, and which only look like it."""

from dataclasses import replace

import pytest

from deckgen.model.schema import Prose
from tests.checks.one_item import found, made


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
