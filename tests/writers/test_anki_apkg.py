"""The Anki deck, as the real Anki takes it."""

import dataclasses
import io
import os
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from deckgen.diagnostics import Severity
from deckgen.model.bank import Bank
from deckgen.model.item import Choice, Retired
from deckgen.model.schema import Id, Line, Prose, Word
from deckgen.writers._anki import ids
from deckgen.writers._anki.draft import Draft
from deckgen.writers._anki.note_types import CLOZE
from tests.anki_harness import (
    TEMPLATES,
    Built,
    bank_of,
    build,
    choice,
    fact,
    learner,
    open_question,
    renamed,
    table,
    visible,
)

LATER = 1_760_000_000
TABLE = table("tools", volcano=("Volcano", "Gangs", "CNCF"), ray=("Ray", "Python", "—"))
TAGS = ("gpu", "volcano", "training", "gang", "queue")
BANK = bank_of(
    dataclasses.replace(choice("one", why="So."), tags=tuple(map(Word, TAGS))),
    choice("two", "A", "B", "C", "D", key=(1, 2)),
    open_question("open"),
    facts=(fact("gang", "Pods start {{c1::together}}, {{c3::`all {{c1::of}} them`::how many}}."),),
    tables=(TABLE,),
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


def with_stem(item: Choice, stem: str) -> Choice:
    return dataclasses.replace(item, stem=Prose(stem))


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


def test_only_multiple_choice_says_how_many_to_choose() -> None:
    with learner() as anki:
        anki.imports(build(bank_of(choice("one"), choice("two", "A", "B", "C", key=(0, 2)))).data)
        single, multiple = anki.shown()

        assert "Choose" not in single.question
        assert "Choose 2" in multiple.question


def test_to_edit_an_option_moves_none() -> None:
    with learner() as anki:
        before = build(bank_of(choice("one", "Right", "b", "c", "d")))
        anki.imports(before.data)
        old = anki.note("m/one")["Options"]
        anki.imports(build(bank_of(choice("one", "Edited", "b", "c", "d")), lock=before.lock, now=LATER).data)

        assert anki.note("m/one")["Options"] == old.replace("Right", "Edited")


def test_a_guid_grows_from_the_name_and_not_from_the_content() -> None:
    with learner() as one, learner() as other:
        one.imports(build(bank_of(choice("one"))).data)
        other.imports(build(bank_of(choice("one", "Other", "text", stem="Else?"))).data)

        assert one.note("m/one").guid == other.note("m/one").guid
        assert one.note("m/one").id == other.note("m/one").id


def test_a_rename_keeps_the_note() -> None:
    before = build(bank_of(choice("one"), facts=(fact("f", "{{c1::x}}"),)))
    after = build(bank_of(renamed(choice("one"), "uno"), facts=(renamed(fact("f", "{{c1::x}}"), "g"),)))

    assert after.data == before.data
    assert after.lock == before.lock


def test_an_update_reaches_what_changed_and_costs_no_schedule() -> None:
    old = build(bank_of(choice("one"), choice("two"), facts=(fact("f", "{{c1::x}}"),)))
    new = build(
        bank_of(with_stem(choice("one"), "Edited?"), choice("two"), facts=(fact("f", "{{c1::x}}"),)),
        lock=old.lock,
        now=LATER,
    )
    with learner() as anki:
        anki.imports(old.data)
        cards = list(anki.cards())
        schedules = [anki.answers(card) for card in cards]
        own = anki.note("m/two")
        anki.sql(f"update notes set tags = ' mine ' where id = {own.id}")

        assert anki.imports(new.data) == {"updated": 1, "duplicate": 2}
        assert anki.note("m/one")["Stem"] == "<p>Edited?</p>"
        assert [anki.schedule(card) for card in cards] == schedules
        assert anki.note("m/two").tags == ["mine"]
        assert anki.imports(new.data) == {"duplicate": 3}


def test_a_field_that_a_learner_renamed_stops_no_update() -> None:
    old = build(bank_of(choice("one")))
    new = build(bank_of(with_stem(choice("one"), "Edited?")), lock=old.lock, now=LATER)
    with learner() as anki:
        anki.imports(old.data)
        models = anki.collection.models
        note_type = anki.note("m/one").note_type()
        assert note_type is not None
        models.rename_field(note_type, note_type["flds"][1], "Question")
        models.update_dict(note_type)

        assert anki.imports(new.data) == {"updated": 1}


def test_a_new_look_makes_no_second_note_type(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = build(BANK)
    monkeypatch.setattr("tests.anki_harness.TEMPLATES", changed_templates(tmp_path))
    new = build(BANK, lock=old.lock, now=LATER)
    with learner() as anki:
        anki.imports(old.data)

        assert anki.imports(new.data) == {"duplicate": 6}
        assert all("/* changed */" in card.note_type()["css"] for card in anki.cards())


def changed_templates(folder: Path) -> Path:
    folder.joinpath("anki").mkdir()
    for path in TEMPLATES.joinpath("anki").iterdir():
        more = b"/* changed */" if path.suffix == ".css" else b""
        folder.joinpath("anki", path.name).write_bytes(path.read_bytes() + more)
    return folder


def test_a_later_build_with_the_lock_gives_the_same_bytes() -> None:
    first = build(BANK)
    again = build(BANK, lock=first.lock, now=LATER)

    assert again.data == first.data
    assert again.lock == first.lock


def test_the_bytes_do_not_depend_on_the_hash_seed() -> None:
    code = (
        "import hashlib; from tests.writers.test_anki_apkg import BANK, build;"
        "print(hashlib.sha256(build(BANK).data).hexdigest())"
    )
    root = Path(__file__).parents[2]
    digests = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": f"{root / 'src'}{os.pathsep}{root}"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert len(digests) == 1


def test_no_member_of_the_archive_tells_when_it_was_written() -> None:
    members = zipfile.ZipFile(io.BytesIO(build(BANK).data)).infolist()

    assert {member.date_time for member in members} == {(1980, 1, 1, 0, 0, 0)}


def test_nothing_is_left_in_the_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    build(BANK)

    assert not list(tmp_path.iterdir())


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
            assert not [tag for tag in ("<script", "<img", 'href="javascript') if tag in shown.answer]


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


def test_tags_tell_module_objective_difficulty_and_labels() -> None:
    item = dataclasses.replace(choice("one"), objective=Id("goal"), tags=(Word("gpu"), Word("gpu")))
    with learner() as anki:
        anki.imports(build(bank_of(item)).data)

        assert anki.note("m/one").tags == ["b::difficulty::medium", "b::module::m", "b::objective::goal", "b::tag::gpu"]


def test_what_is_retired_is_left_out() -> None:
    with learner() as anki:
        assert anki.imports(build(bank_of(choice("one"), retired(choice("two")))).data) == {"new": 1}


def test_a_bank_without_notes_makes_no_package() -> None:
    assert build(bank_of()) == Built(b"", (), build(bank_of()).lock)


def test_a_fact_that_makes_no_card_is_told_and_left_out() -> None:
    built = build(bank_of(choice("one"), facts=(fact("f", "Nothing hidden, {{c500::not}} this."),)))

    assert [(one.code, one.severity) for one in built.findings] == [("W802", Severity.WARNING)]
    assert ("note", "m/f") not in built.lock.stamps


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


def test_no_two_notes_or_cards_share_an_id(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ids, "_SLOTS", 2_000)
    cards = {"m/wide": (0, 498), **{f"m/{n}": (0, 30) for n in range(1_000)}}
    span = BANK.modules[0].items[0].origin.span
    drafts = [Draft(name, CLOZE, (), (), "", span, ords) for name, ords in cards.items()]
    numbers = ids.note_ids("uid", drafts, [])
    taken = Counter(
        numbers[name] + offset for name, ords in cards.items() for offset in (0, *(ord_ + 1 for ord_ in ords))
    )

    assert max(taken.values()) == 1
    assert ids.note_ids("uid", drafts, [*cards]) == numbers


def test_a_new_note_takes_no_id_from_an_old_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ids, "_SLOTS", 1)
    span = BANK.modules[0].items[0].origin.span
    new, old = (Draft(name, CLOZE, (), (), "", span) for name in ("m/a", "m/b"))

    assert ids.note_ids("uid", [new, old], ["m/b"])["m/b"] == ids.note_ids("uid", [old], [])["m/b"]
