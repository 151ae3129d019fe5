"""The faults of images and sounds, each a function that words one finding."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from deckgen.diagnostics import Diagnostic, Severity, Span


def missing_medium(span: Span, why: str) -> Diagnostic:
    """A text names an image or a sound that is not there.

    Files are looked for in the module's folder, by their exact name: `Pods.PNG` and `pods.png` are one file on some
    systems and two on others, and a release is often built on another one than it is written on.

    Wrong: `![Two Pods](Pods.PNG)`, beside a file `pods.png`.

    Right: `![Two Pods](pods.png)`
    """
    return Diagnostic(span, "S131", why)


def misplaced_medium(span: Span, why: str) -> Diagnostic:
    """An image or a sound is named by a path from the module's folder, and by nothing else.

    Learners study without a network, and a bank is built on other machines than the author's: an address on the web, a
    path from the root of a disk or one that leaves the folder would be a hole there. Only texts of a module have
    images, and no title behind the path, which neither paper nor phones show.

    Wrong: `![Two Pods](https://example.org/pods.png)`, `![Two Pods](../pods.png)`

    Right: `![Two Pods](pods.png)` or `![Two Pods](images/pods.png)`, with the file copied there.
    """
    return Diagnostic(span, "S132", why)


def strange_medium(span: Span, why: str) -> Diagnostic:
    """A file is an image or a sound of a kind that outputs carry, is what its ending says, and is whole.

    Clients choose by the ending how they show a file, so one that is something else inside is shown by some and not by
    others. Images are png, jpg, gif, webp and svg, sounds mp3, m4a, ogg and wav. No output carries videos.

    Wrong: a JPEG saved as `pods.png`, half a download, an SVG that is no XML or that defines entities.

    Right: the same picture, saved anew by the program that it was made with.
    """
    return Diagnostic(span, "S133", why)


def medium_over_limit(span: Span, why: str) -> Diagnostic:
    """An image has at most 2 MB and 10,000 pixels a side, a sound at most 10 MB.

    Decks are synchronised to phones and pages hold their images: one photograph as the camera wrote it weighs more than
    all the text of a bank.

    Wrong: a photograph of 6 MB.

    Right: the same, scaled to the 1,600 pixels that a page can show, of 0.2 MB.
    """
    return Diagnostic(span, "S134", why)


def cleaned_medium(span: Span, why: str) -> Diagnostic:
    """Outputs carry an SVG without what could run, fetch or embed something.

    Scripts, event handlers, animations, foreign objects and references to other files are taken out, so that a picture
    is only a picture. If what went was to be seen, the picture has changed: look at it, and save it without.

    Wrong: an SVG with `<script>`, `onclick`, `<foreignObject>`, or a font from the web.

    Right: a plain SVG, its text as text or as paths.
    """
    return Diagnostic(span, "S135", why, Severity.WARNING)


def image_as_text(span: Span, written: str, meant: str) -> Diagnostic:
    """What looks like an image is one, or stands in backticks.

    Markdown sees no image where its path has a space, unless `<` and `>` stand around it, nor where something else
    stands beside the path; and neither HTML nor the links of other programs are images here. Learners would see the
    brackets.

    Wrong: `![Two Pods](two pods.png)`, `![Two Pods](pods.png =300x)`, `![[pods.png]]`, `<img src="pods.png">`

    Right: `![Two Pods](<two pods.png>)`, `![Two Pods](pods.png)`
    """
    message = f"`{written}` is shown as it stands, not as an image; write `{meant}`, or put it in backticks"
    return Diagnostic(span, "S136", message, Severity.WARNING)


CODES: Final[Mapping[str, Callable[..., Diagnostic]]] = MappingProxyType(
    {
        "S131": missing_medium,
        "S132": misplaced_medium,
        "S133": strange_medium,
        "S134": medium_over_limit,
        "S135": cleaned_medium,
        "S136": image_as_text,
    }
)
