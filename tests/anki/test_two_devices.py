"""One learner, two devices that import different releases, and a sync: by Anki's own server."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.anki.author import Author, choice
from tests.anki.studying import EASY, GOOD, answers, card_of, doubled, memory, stale, studies
from tests.anki.syncing import Device, sync_server
from tests.anki_harness import learner


@pytest.fixture
def author(tmp_path: Path) -> Author:
    return Author(tmp_path / "author")


@pytest.fixture
def devices(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Device, Device]]:
    """Two empty devices of one learner."""
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.setenv(name, "127.0.0.1")
    with sync_server(tmp_path / "server") as server, learner() as desktop, learner() as phone:
        yield Device(desktop, server), Device(phone, server)


def test_two_devices_with_different_releases_agree_after_a_sync(author: Author, devices: tuple[Device, Device]) -> None:
    desktop, phone = devices
    desktop.anki.imports(author.releases())
    studies(desktop.anki)
    desktop.uploads()
    phone.downloads()

    author.corrects("one")
    author.edits("m/items.yaml", "  - id: two", f"{choice('between')}  - id: two")
    author.edits("m/facts.yaml", "of them", "{{c3::of them}}")
    desktop.anki.imports(author.releases())
    author.corrects("two")
    author.edits("m/items.yaml", "  - id: one", f"{choice('first')}  - id: one")  # moves all places
    newest = author.releases()
    phone.anki.imports(newest)
    answers(desktop.anki, card_of(desktop.anki, "m/between"), EASY)
    answers(phone.anki, card_of(phone.anki, "m/gang", 2), GOOD)
    sync_both(desktop, phone)

    assert memory(desktop.anki) == memory(phone.anki)
    assert len(memory(phone.anki)[1]) == 8 + 2
    for device in devices:
        assert not doubled(device.anki)
        assert not stale(device.anki, newest)
        assert device.anki.imports(newest).keys() == {"duplicate"}
    assert card_of(phone.anki, "m/between").reps == 1
    assert card_of(desktop.anki, "m/gang", 2).reps == 1


def test_a_release_that_only_one_device_imported_reaches_the_other(
    author: Author, devices: tuple[Device, Device]
) -> None:
    desktop, phone = devices
    desktop.anki.imports(author.releases())
    desktop.uploads()
    phone.downloads()

    author.corrects("one")
    author.edits("m/items.yaml", "  - id: two", f"{choice('between')}  - id: two")
    author.writes("../templates/anki/card.css", ".card { color: teal }")
    newest = author.releases()
    desktop.anki.imports(newest)
    studies(phone.anki)
    sync_both(desktop, phone)

    assert not stale(phone.anki, newest)
    assert phone.anki.imports(newest).keys() == {"duplicate"}
    assert memory(desktop.anki) == memory(phone.anki)


def sync_both(one: Device, other: Device) -> None:
    one.syncs()
    other.syncs()
    one.syncs()
