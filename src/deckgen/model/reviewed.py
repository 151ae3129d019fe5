"""What a reviewer reads of an item, so that a change after the review is known."""

import hashlib
import json

from deckgen.model.item import Choice, Item, Option, Review
from deckgen.model.lock import ReviewStamp
from deckgen.model.media import media_of


def review_stamp(item: Item, review: Review) -> ReviewStamp:
    """Return what is to be remembered of a review of an item as it is now."""
    return ReviewStamp(review.on, review_hash(item))


def review_hash(item: Item) -> str:
    """Return the hash of what a reviewer reads; line breaks, and the order of options that move, are no part of it."""
    read: list[object] = [_squeezed(item.stem), _squeezed(item.rationale)]
    if isinstance(item, Choice):
        options = [_option(option) for option in item.options]
        read.append(sorted(options) if item.shuffle else options)
    else:
        read.append(_squeezed(item.model))
    return hashlib.sha256(json.dumps(read).encode()).hexdigest()[:16]


def _option(option: Option) -> list[str]:
    mark = "correct" if option.correct else ""
    return [_squeezed(option.text), mark, option.place or "", _squeezed(option.why)]


def _squeezed(text: str) -> str:
    return " ".join([*text.split(), *(medium.name for medium in media_of(text).values())])
