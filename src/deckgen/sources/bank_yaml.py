"""A bank's folder, read: what could be read, what is wrong with the rest, and the bytes it was read from."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

from deckgen.diagnostics import Diagnostic, Span
from deckgen.model.bank import Bank, BankHead
from deckgen.model.exam import Exam, ExamsFile
from deckgen.model.media import Medium
from deckgen.model.module import Module, ModuleFile
from deckgen.model.schema import Id, Line, Word
from deckgen.render.parser import references
from deckgen.sources import faults, media_faults
from deckgen.sources.decoding import LOST, Decoder, Media
from deckgen.sources.folder import BANK_FILE, EXAMS_FILE, BankFile, bank_files
from deckgen.sources.media import MediaReader
from deckgen.sources.nodes import Mapping, Scalar
from deckgen.sources.text_file import decode_text, forbidden_characters, read_bytes
from deckgen.sources.yaml_nodes import read_nodes

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class BankReading:
    """The bank, `None` where there is none; the faults found; each file's bytes by its path below the bank's folder."""

    bank: Bank | None
    faults: tuple[Diagnostic, ...]
    inputs: dict[str, bytes]


@dataclass(frozen=True, slots=True)
class _Read:
    """One file as its dataclass, `None` where nothing could be kept, with the ids of what was lost in it."""

    content: Any
    unread: frozenset[str]
    is_whole: bool


@dataclass(slots=True)
class _Reader:
    """Collects the faults and the bytes while the files are read."""

    top: PurePosixPath
    faults: list[Diagnostic] = field(default_factory=list)
    inputs: dict[str, bytes] = field(default_factory=dict)

    def read(self, file: BankFile, kind: Any, media: Media) -> _Read:
        """Read one file into its dataclass; `media` reads the images that its texts name."""
        nothing = _Read(None, frozenset(), is_whole=False)
        data = read_bytes(file.path, file.name)
        if isinstance(data, Diagnostic):
            self.faults.append(data)
            return nothing
        self.inputs[str(PurePosixPath(file.name).relative_to(self.top))] = data
        text = decode_text(data, file.name)
        if isinstance(text, Diagnostic):
            self.faults.append(text)
            return nothing
        strange = list(forbidden_characters(text, file.name))
        if strange:
            self.faults += strange
            return nothing
        return self.decode(text, file, kind, media)

    def decode(self, text: str, file: BankFile, kind: Any, media: Media) -> _Read:
        """Decode the text of one file; of a broken one only a module's sections are kept."""
        nothing = _Read(None, frozenset(), is_whole=False)
        document = read_nodes(text, file.name)
        self.faults += document.faults
        if document.root is None or (isinstance(document.root, Scalar) and not document.root.text):
            if not document.faults:
                what = "the file holds nothing"
                self.faults.append(faults.misplaced_file(Span(file.name), f"{what}; write its sections or delete it"))
            return _Read(None, frozenset(), document.is_whole)
        if not isinstance(document.root, Mapping):
            found = "text" if isinstance(document.root, Scalar) else "a list"
            cure = "start with a section, such as `items:`, and indent the rest below it"
            self.faults.append(faults.wrong_kind(Span(file.name), "a mapping of sections", found, cure))
            return nothing
        if not document.is_whole and kind is not ModuleFile:
            return nothing
        decoder = Decoder(file.name, text, media)
        content = decoder.object(kind, document.root)
        self.faults += decoder.faults
        kept = None if content is LOST else content
        return _Read(kept, frozenset(decoder.unread), document.is_whole and decoder.is_whole and kept is not None)

    def refuse_media(self, text: str, span: Span) -> str:
        """Report images in a file beside the modules; return the text."""
        for one in references(text):
            why = f"`{one.address}` would not be shown here: only texts of a module have images; move it there"
            self.faults.append(media_faults.misplaced_medium(span, why))
        return text

    def keep(self, media: MediaReader, folder: str) -> None:
        """Keep what was found in the images of a module, and their bytes."""
        self.faults += media.faults
        self.inputs |= {f"{folder}/{path}": data for path, data in media.inputs.items()}


def read_bank(folder: Path) -> BankReading:
    """Read the bank in a folder; everything that could be read is kept, every fault is reported."""
    reader = _Reader(PurePosixPath(folder.as_posix()))
    if not folder.is_dir():
        what = "this is no folder" if folder.exists() else "there is no such folder"
        cure = "name the bank's folder, or make one with `deckgen new`"
        return BankReading(None, (faults.unreadable_file(Span(folder.as_posix()), f"{what}; {cure}"),), {})
    files = list(_files(folder, reader))
    if elsewhere := _bank_below(files):
        why = f"there is no `{BANK_FILE}` in it, but in `{elsewhere}`; name that folder"
        return BankReading(None, (faults.misplaced_file(Span(folder.as_posix()), why),), {})
    head = _read_head(folder, files, reader)
    exams, exams_whole = _read_exams(files, reader)
    modules = tuple(_read_modules(files, reader))
    whole = exams_whole and head is not None and None not in modules
    bank = Bank(
        head=head or _hollow_head(),
        modules=tuple(one for one in modules if one is not None),
        exams=exams,
        is_whole=whole,
    )
    return BankReading(bank, tuple(sorted(reader.faults)), reader.inputs)


def _files(folder: Path, reader: _Reader) -> Iterator[BankFile]:
    for file in bank_files(folder):
        if isinstance(file, Diagnostic):
            reader.faults.append(file)
        elif file.folder or file.path.name in (BANK_FILE, EXAMS_FILE):
            yield file
        else:
            why = "nothing reads this file here; move it into a module's folder below"
            reader.faults.append(faults.misplaced_file(Span(file.name), why))


def _bank_below(files: list[BankFile]) -> str | None:
    """Return the first folder that is a bank, below one that is none."""
    found = [file for file in files if file.path.name == BANK_FILE]
    if not found or any(not file.folder for file in found):
        return None
    return PurePosixPath(found[0].name).parent.as_posix()


def _read_head(folder: Path, files: list[BankFile], reader: _Reader) -> BankHead | None:
    file = next((file for file in files if not file.folder and file.path.name == BANK_FILE), None)
    if file is None:
        why = f"there is no `{BANK_FILE}` in it; write one, or make a bank with `deckgen new`"
        reader.faults.append(faults.misplaced_file(Span(folder.as_posix()), why))
        return None
    content = reader.read(file, BankHead, reader.refuse_media).content
    return content if isinstance(content, BankHead) else None


def _read_exams(files: list[BankFile], reader: _Reader) -> tuple[tuple[Exam, ...], bool]:
    file = next((file for file in files if not file.folder and file.path.name == EXAMS_FILE), None)
    if file is None:
        return (), True
    read = reader.read(file, ExamsFile, reader.refuse_media)
    return (read.content.exams if isinstance(read.content, ExamsFile) else ()), read.is_whole


def _read_modules(files: list[BankFile], reader: _Reader) -> Iterator[Module | None]:
    folders = dict.fromkeys(file.folder for file in files if file.folder)
    for folder in folders:
        own = [file for file in files if file.folder == folder]
        media = MediaReader(own[0].path.parent, str(PurePosixPath(own[0].name).parent))
        parts = [(file, reader.read(file, ModuleFile, media.text)) for file in own]
        reader.keep(media, folder)
        yield _join(parts, media.media, reader)


def _join(parts: list[tuple[BankFile, _Read]], media: tuple[Medium, ...], reader: _Reader) -> Module | None:
    contents = [read.content for _, read in parts if isinstance(read.content, ModuleFile)]
    whole = all(read.is_whole for _, read in parts)
    unread = frozenset().union(*(read.unread for _, read in parts))
    head = _only([one.module for one in contents if one.module is not None], "module:", reader)
    exercise = _only([one.exercise for one in contents if one.exercise is not None], "exercise:", reader)
    if head is None:
        if whole and not unread:
            why = "this module has no `module:` section in any of its files; write one, with `id` and `title`"
            reader.faults.append(faults.misplaced_file(Span(parts[0][0].name), why))
        return None
    return Module(
        head=head,
        items=tuple(item for one in contents for item in one.items),
        tables=tuple(table for one in contents for table in one.tables),
        facts=tuple(fact for one in contents for fact in one.facts),
        figures=tuple(figure for one in contents for figure in one.figures),
        exercise=exercise,
        media=media,
        unread=unread,
        is_whole=whole,
    )


def _only(found: list[T], section: str, reader: _Reader) -> T | None:
    for extra in found[1:]:
        first, place = found[0].origin.span, extra.origin.span  # type: ignore[attr-defined] # both kinds have one
        why = f"`{section}` is given twice in this module, first at {first}; keep one"
        reader.faults.append(faults.misplaced_file(place, why))
    return found[0] if found else None


def _hollow_head() -> BankHead:
    """Stands for a head that could not be read, so that the rules still see the modules."""
    return BankHead(id=Id("bank"), title=Line("bank"), uid=Word("unread"), version=Word("0"))
