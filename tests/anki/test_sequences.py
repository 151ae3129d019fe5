"""Any sequence of edits and releases, and a learner who studies between them and imports some: with the real Anki."""

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.anki.changing import EDITS, Changing
from tests.anki.studying import OWN, Ease, answers, doubled, edits, keeps, memory, stale
from tests.anki_harness import Learner, learner

SEQUENCES = 200


@dataclass(frozen=True)
class Edit:
    """What an author does."""

    name: str
    a: int
    b: int


@dataclass(frozen=True)
class Deed:
    """What a learner does to the card at a place: an ease to answer with, or another deed."""

    name: Ease | str
    card: int


@dataclass(frozen=True)
class Release:
    """Edits, whether each is built as a draft, the seconds since the release before, whether the learner imports it,
    and what they do then.
    """

    edits: list[Edit]
    has_drafts: bool
    after: int
    is_imported: bool
    deeds: list[Deed]


EDIT = st.builds(Edit, st.sampled_from(sorted(EDITS)), st.integers(0, 5), st.integers(0, 3))
DEED = st.builds(Deed, st.sampled_from([3, 4, 1, 2, "suspend", "flag", "edit"]), st.integers(0, 9))
RELEASE = st.builds(
    Release,
    edits=st.lists(EDIT, max_size=4),
    has_drafts=st.booleans(),
    after=st.sampled_from([1000, 1, 0, -3]),
    is_imported=st.booleans(),
    deeds=st.lists(DEED, max_size=3),
)


@settings(max_examples=SEQUENCES)
@given(st.lists(RELEASE, min_size=2, max_size=5))
def test_the_newest_bank_arrives_and_no_card_loses_its_history(releases: list[Release]) -> None:
    bank = Changing()
    with learner() as anki:
        anki.imports(bank.releases(0).data)
        edited: dict[str, int] = {}
        for release in [*releases, Release([], False, 1000, True, [])]:
            for edit in release.edits:
                bank.edit(edit.name, edit.a, edit.b)
                if release.has_drafts:
                    bank.drafts()
            built = bank.releases(release.after)
            latest = max(stamp.time for stamp in built.lock.stamps.values())
            if release.is_imported:
                imports_and_loses_nothing(anki, built.data)
            edited |= {key: latest for deed in release.deeds if (key := does(anki, deed, latest))}

        own = {key for key, at in edited.items() if built.lock.stamps["note", key].time <= at}
        assert not stale(anki, built.data) - own
        assert all(anki.note(key)["Source"] == OWN for key in own)


def imports_and_loses_nothing(anki: Learner, deck: bytes) -> None:
    before = memory(anki)

    assert "conflicting" not in anki.imports(deck)
    assert keeps(anki, before)
    assert not doubled(anki)
    assert anki.imports(deck).keys() == {"duplicate"}


def does(anki: Learner, deed: Deed, at: int) -> str | None:
    """Do one thing to a card; return the key of the note where it was edited."""
    cards = list(anki.cards())
    card = cards[deed.card % len(cards)]
    if deed.name == "edit":
        edits(anki, card.note()["Key"], at=at)
        return card.note()["Key"]
    if deed.name == "suspend":
        anki.collection.sched.suspend_cards([card.id])
    elif deed.name == "flag":
        anki.collection.set_user_flag_for_cards(1, [card.id])
    elif not isinstance(deed.name, str) and card.queue >= 0:
        answers(anki, card, deed.name)
    return None
