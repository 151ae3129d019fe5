"""The Anki deck, as the real Anki takes it."""

import dataclasses
from collections import Counter

import anki.collection  # noqa: F401 (first: these modules import each other in a ring)
import pytest
from anki.collection import ImportAnkiPackageOptions

from deckgen.diagnostics import Severity
from deckgen.model.bank import Bank
from deckgen.model.item import Choice, Retired
from deckgen.model.module import Exercise, Step
from deckgen.model.schema import Id, Line, Prose, Verbatim, Word
from tests.anki_harness import (
    BANK,
    Built,
    bank_of,
    build,
    choice,
    fact,
    learner,
    open_question,
    table,
    visible,
)

HOSTILE = (
    "</script><script>alert(1)</script>",
    "]]> and --> and <!--",
    "{{c1::x}} and {{Stem}} and {{#Key}}",
    "{% raw %} and {# note #}",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "[sound:a.mp3] and [anki:tts lang=en]x[/anki:tts] and [latex]x[/latex] and [$]x[/$]",
    "\u202egnp.exe",
    "👩🏽‍🔬 and 日本語 and e\u0301",
    "a < b && c > d, AT&T &amp; &lt;",
    "%LANG% and %DIR%",
    "a::b::c",
)


def retired(item: Choice) -> Choice:
    return dataclasses.replace(item, retired=Retired(since=Word("2"), reason=Prose("Old.")))


def retitled(bank: Bank, title: str, number: str | None) -> Bank:
    module = bank.modules[0]
    head = dataclasses.replace(module.head, title=Line(title), number=None if number is None else Line(number))
    return dataclasses.replace(bank, modules=(dataclasses.replace(module, head=head),))


def test_every_note_is_imported_as_new_and_has_its_cards() -> None:
    with learner() as anki:
        fates = anki.imports(build(BANK).data)

        assert fates == {"new": 6}
        assert anki.decks() == {"T::03.08 Module": 7}


def test_anki_finds_no_fault_in_its_database() -> None:
    with learner() as anki:
        anki.imports(build(BANK).data)
        for note in anki.collection.find_notes(""):  # to save a note makes the cards that it lacks
            anki.collection.update_note(anki.collection.get_note(note))

        assert anki.collection.fix_integrity()[1]
        assert len(list(anki.cards())) == 7
        assert not anki.collection.get_empty_cards().notes


def test_no_front_is_empty_and_no_marker_is_left_over() -> None:
    with learner() as anki:
        anki.imports(build(BANK).data)

        for shown in anki.shown():
            assert visible(shown.question).strip()
            assert not [marker for marker in ("{{", "}}", "{%", "%LANG%") if marker in shown.question + shown.answer]


def test_a_card_shows_options_key_reasons_rationale_and_source() -> None:
    with learner() as anki:
        anki.imports(build(bank_of(choice("one", "Gold", "Lead", why="So it is."))).data)
        (shown,) = anki.shown()

        assert "Gold" in shown.question
        assert "✓" not in shown.question
        assert "✓ Gold" in shown.text
        assert "✗ Lead" in shown.text
        assert shown.text.count("So it is.") == 2
        assert "Because." in shown.text
        assert '<a href="https://example.org/m">example.org</a>' in shown.answer


def test_the_letter_of_the_answer_is_that_of_the_printed_option() -> None:
    with learner() as anki:
        anki.imports(build(bank_of(*(choice(f"q{n}", "Key", "b", "c", "d") for n in range(20)))).data)
        letters: Counter[str] = Counter()
        for note in (anki.note(f"m/q{n}") for n in range(20)):
            place = note["Options"].split("<li").index(' data-o="0">Key</li>') - 1
            letters["ABCD"[place]] += 1
            assert f'<b class="dg-letter">{"ABCD"[place]}</b>' in note["Answer"]

        assert len(letters) == 4


def test_a_step_with_an_id_asks_what_to_do_and_answers_with_command_and_output() -> None:
    steps = (
        Step(id=Id("apply"), do=Prose("Send it."), run=Verbatim("kubectl apply -f a<b\n"), shows=Verbatim("created\n")),
        Step(id=Id("think"), do=Prose("Wait.")),
        Step(do=Prose("Clean up."), run=Verbatim("rm a")),
    )
    exercise = Exercise(id=Id("lab"), title=Line("A & B"), steps=steps)
    bank = bank_of()

    with learner() as anki:
        anki.imports(
            build(dataclasses.replace(bank, modules=(dataclasses.replace(bank.modules[0], exercise=exercise),))).data
        )
        (shown,) = anki.shown()

        assert visible(shown.question).split() == ["A", "&", "BSend", "it."]
        assert "kubectl apply -f a<b" in shown.text
        assert "created" in shown.text
        assert anki.note("m/lab.apply")["Source"]


def test_only_multiple_choice_says_how_many_to_choose() -> None:
    with learner() as anki:
        anki.imports(build(bank_of(choice("one"), choice("two", "A", "B", "C", key=(0, 2)))).data)
        single, multiple = anki.shown()

        assert "Choose" not in single.question
        assert "Choose 2" in multiple.question


@pytest.mark.parametrize("text", [*HOSTILE, "long " * 2000], ids=lambda text: text[:20])
def test_hostile_text_comes_out_as_text(text: str) -> None:
    bank = bank_of(
        choice("one", text, "Wrong", stem=text, why=text),
        open_question("open", model=text),
        facts=(fact("f", f"{{{{c2::Hidden}}}} {text.replace('{{c1::x}}', '{{c01x}}')}"),),
        tables=(table("t", row=("Tool", text, text), other=(text, "b", "c")),),
        title=text.strip(),
    )
    with learner() as anki:
        built = build(bank)
        anki.imports(built.data)

        assert not built.findings
        assert len(list(anki.cards())) == 5
        for card, shown in zip(anki.cards(), anki.shown(), strict=True):
            assert not card.render_output().answer_av_tags
            assert as_read(text) in as_read(shown.text).replace("{{c01x}}", "{{c1::x}}")
            assert not [tag for tag in ("<script>alert", "<img", 'href="javascript') if tag in shown.answer]


def as_read(text: str) -> str:
    """Return words without the difference that Markdown, or Anki's NFC, may make."""
    plain = text.replace("&amp;", "&").replace("&lt;", "<").replace("e\u0301", "\u00e9")
    return "".join(plain.split())


@pytest.mark.parametrize(
    ("title", "number", "deck"),
    [
        ("Module", "3.10", "T::03.10 Module"),
        ("A::B", None, "T::A:B"),
        (":::", "", "T::m"),
        ('Say "hi"', "1", 'T::01 Say "hi"'),
    ],
)
def test_a_deck_is_one_level_below_its_bank(title: str, number: str | None, deck: str) -> None:
    with learner() as anki:
        anki.imports(build(retitled(bank_of(choice("one")), title, number)).data)

        assert anki.decks() == {deck: 1}


def test_the_root_deck_tells_release_licence_and_counts() -> None:
    bank = bank_of(choice("one"), open_question("open"))
    head = dataclasses.replace(bank.head, licence=Line("CC-BY-SA-4.0"), attribution=Prose("By *us*."))
    with learner() as anki:
        anki.imports(build(dataclasses.replace(bank, head=head)).data)
        root = anki.collection.decks.by_name("T")

        assert root is not None
        assert "Version 1 · 2 notes (1 choice, 1 open) · CC-BY-SA-4.0" in root["desc"]
        assert "By <em>us</em>." in root["desc"]
        assert "Update notes: Always" in root["desc"]


def test_tags_tell_module_objective_difficulty_and_labels() -> None:
    item = dataclasses.replace(choice("one"), objective=Id("goal"), tags=(Word("gpu"), Word("gpu")))
    with learner() as anki:
        anki.imports(build(bank_of(item)).data)

        labels = ["difficulty::medium", "module::m", "objective::goal", "tag::gpu"]
        assert anki.note("m/one").tags == ["b::changed::1", *(f"b::{label}" for label in labels)]


def test_what_is_retired_is_left_out() -> None:
    with learner() as anki:
        assert anki.imports(build(bank_of(choice("one"), retired(choice("two")))).data) == {"new": 1}


def test_a_bank_without_notes_makes_no_package() -> None:
    assert build(bank_of()) == Built(b"", (), build(bank_of()).lock)


@pytest.mark.parametrize(
    "text",
    [
        "Nothing hidden, {{c500::not}} this.",
        "Nothing [here](https://example.org/{{c1::hidden}}).",
        "{{c1::Something}} and [nothing](https://example.org/{{c2::hidden}}).",
    ],
)
def test_a_number_that_makes_no_card_is_an_error(text: str) -> None:
    built = build(bank_of(choice("one"), facts=(fact("f", text),)))

    assert [(one.code, one.severity) for one in built.findings] == [("W802", Severity.ERROR)]


def test_two_notes_of_one_name_are_an_error() -> None:
    built = build(bank_of(choice("one"), choice("one", stem="Other?")))

    assert [(one.code, one.severity) for one in built.findings] == [("W803", Severity.ERROR)]


def test_new_cards_come_in_the_order_of_the_bank() -> None:
    with learner() as anki:
        anki.imports(build(BANK).data)
        due = {card.note()["Key"]: card.due for card in anki.cards()}

        assert sorted(due, key=lambda key: due[key]) == [
            "m/one",
            "m/two",
            "m/open",
            "m/tools.volcano.tool-does",
            "m/tools.ray.tool-does",
            "m/gang",
        ]


def test_no_card_is_suspended_and_no_deck_brings_options() -> None:
    with learner() as anki:
        configs = anki.sql("select id, config from deck_config")
        anki.imports(build(BANK).data, ImportAnkiPackageOptions(with_scheduling=True, with_deck_configs=True))

        assert {(card.queue, card.type, card.flags) for card in anki.cards()} == {(0, 0, 0)}
        assert anki.sql("select id, config from deck_config") == configs
