"""What decks that are out rest on: an edit of these numbers here would give every learner all notes a second time."""

from deckgen.model.deletions import Deletion, deletions_of
from deckgen.writers._anki.draft import content_hash
from deckgen.writers._anki.ids import deck_id, own_id, type_id
from deckgen.writers._anki.package import guid_of
from tests.anki_harness import BANK, build, learner


def test_a_note_is_known_by_the_same_guid_as_ever() -> None:
    assert guid_of("uid", "m/one") == "K!jY3p{ae<"


def test_numbers_are_what_they_were() -> None:
    assert own_id("uid", "m/one") == 1_412_491_837_472
    assert type_id("uid", "choice") == 1_194_900_976_551
    assert deck_id("uid", "T::03.08 Module") == 1_288_093_959_778


def test_the_number_of_a_card_follows_that_of_its_note() -> None:
    with learner() as anki:
        anki.imports(build(BANK).data)

        assert all(card.id == card.nid + 1 + card.ord for card in anki.cards())


def test_the_hash_of_what_has_not_changed_is_what_it_was() -> None:
    """With another one every note would be dated anew, and learners would lose their own tags and edits."""
    assert content_hash(["choice", ("m/one", "Why é?"), ("b::module::m",)]) == "503f827cca96ef4a"


def test_a_deletion_is_known_by_what_it_was_known_by() -> None:
    """With other hashes every fact would seem to have other numbers than were released."""
    assert deletions_of("Pods {{c1::*start*::how}} at {{c2::once}}.") == (
        Deletion(1, "cced28c6", False, "049c", "b596"),
        Deletion(2, "200651a8", False, "bd9e", "e3b0"),
    )
