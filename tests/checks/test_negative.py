"""By which word a question picks what is not so, and that other negations are none of its business."""

import pytest

from deckgen.checks._shared.negative import negative_word


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Which of these is not a workload resource?", "not"),
        ("Which of the following statements about Pods is NOT true?", "NOT"),
        ("Which component does not run on the control plane?", "not"),
        ("Which one isn’t a benefit?", "isn’t"),
        ("Which tool can't do that?", "can't"),
        ("Which of these cannot be shared?", "cannot"),
        ("What is not a benefit of Jobs?", "not"),
        ("Of these tools, which does not need a cluster?", "not"),
        ("Which would you not choose?", "not"),
        ("Which of these does the scheduler not look at?", "not"),
        ("Which Kubernetes objects are not bound to a namespace?", "not"),
        ("Which of these should you never do?", "never"),
        ("All of these run on each node, except", "except"),
        ("All of these run on each node except which one?", "except"),
        ("Which of these is least likely to help?", "least"),
        ("Choose the statement that is not true.", "not"),
        ("Select the two options that do not apply.", "not"),
        ("Under which condition should aspirin not be given?", "not"),
        ("In which state must a node never be?", "never"),
    ],
)
def test_a_question_picks_by_its_negation(sentence: str, word: str) -> None:
    assert negative_word(sentence) == word


@pytest.mark.parametrize(
    "sentence",
    [
        "Which setting ensures that they do not restart?",
        "Which setting would ensure they do not waste money?",
        "Which setting makes sure Pods are not evicted?",
        "Which of these means the Pod is not ready?",
        "Which of these is true of a Pod that has not been bound?",
        "Which is a Pod not bound to a node called?",
        "Which field, if not set, defaults to Always?",
        "Which kind of Pod never restarts?",
        "Which resource is used so that it cannot be deleted?",
        "Why does the Pod not start?",
        "What happens when a Pod is not ready?",
        "In which case does a Pod not start?",
        "Explain why a Pod is not restarted.",
        "Which command deletes every Pod except the newest?",
        "Which role grants the least?",
        "Which policy grants at least read access?",
        "Under which condition should a Pod that is not ready be given traffic?",
        "In which case should it restart if not told?",
        "",
    ],
)
def test_a_negation_elsewhere_picks_nothing(sentence: str) -> None:
    assert negative_word(sentence) is None
