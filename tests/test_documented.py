"""What the documents say is so: commands, options, formats, fields, files, and every example."""

import importlib.util
import re
import shutil
import tomllib
from pathlib import Path
from typing import Any, Final

import click
import pytest

from deckgen import explain, writers
from deckgen.cli import main
from tests.commands import KCNA, REPOSITORY, run, tree

DOCS: Final = REPOSITORY / "docs"
FRONT: Final = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md")
PAGES: Final = tuple(sorted([*(REPOSITORY / name for name in FRONT), *DOCS.glob("*.md")]))
COMMANDS: Final[dict[str, click.Command]] = {"deckgen": main} | {
    f"deckgen {name}": command for name, command in main.commands.items()
}
TEXTS: Final = ("", ".html", ".j2", ".json", ".md", ".py", ".sh", ".yaml", ".yml")
HEAD: Final = "id: demo\ntitle: Demo\nuid: fixed\nversion: '1'\n"
MODULE: Final = "module:\n  id: workloads\n  title: Workloads\n"


def text_of(page: str) -> str:
    return (REPOSITORY / page).read_text(encoding="utf-8")


def without_blocks(text: str) -> str:
    """Return a page without its code blocks, fenced or indented."""
    return re.sub(r"^```.*?\n```$|^    [^\n]*$", "", text, flags=re.MULTILINE | re.DOTALL)


def sections(page: str) -> dict[str, str]:
    """Return what stands below each heading of the second level."""
    parts = re.split(r"^## (.+)$", text_of(page), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def yaml_files(page: str) -> dict[str, str]:
    """Return the blocks that say which file they are."""
    return dict(re.findall(r"^```(?:yaml|svg) (\S+)\n(.*?)^```$", text_of(page), re.MULTILINE | re.DOTALL))


def write(files: dict[str, str], top: Path) -> Path:
    for name, text in files.items():
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).write_text(text, encoding="utf-8")
    return top


def usage(name: str) -> str:
    """Return how click says to type a command."""
    context = click.Context(COMMANDS[name], info_name=name)
    return " ".join([name, *COMMANDS[name].collect_usage_pieces(context)])


def options(command: click.Command) -> set[str]:
    given = [one for one in command.params if isinstance(one, click.Option)]
    found = {name for one in given for name in (*one.opts, *one.secondary_opts)}
    return found | {"-h", "--help"} if command is main else found


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Every file that the shipped bank becomes."""
    top = tmp_path_factory.mktemp("documented")
    run("build", shutil.copytree(KCNA, top / "questions"), "--out", top / "build")
    return set(tree(top / "build"))


def test_every_command_has_a_section_and_every_section_a_command() -> None:
    documented = {title for title in sections("docs/commands.md") if title.split()[0] == "deckgen"}

    assert documented == set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_typed_as_its_section_says(name: str) -> None:
    assert f"```\n{usage(name)}\n```" in sections("docs/commands.md")[name]


@pytest.mark.parametrize("name", COMMANDS)
def test_a_section_has_the_options_of_its_command_and_no_other(name: str) -> None:
    rows = re.findall(r"^\| (`-.*?) \|", sections("docs/commands.md")[name], re.MULTILINE)
    documented = {found for row in rows for found in re.findall(r"(?<![\w-])--?[a-z][a-z-]*", row)}

    assert documented == options(COMMANDS[name])


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_says_what_it_is_for(name: str) -> None:
    assert COMMANDS[name].help


def test_every_format_has_a_section_and_every_section_a_format() -> None:
    documented = re.findall(r"^### `([a-z-]+)`$", text_of("docs/outputs.md"), re.MULTILINE)

    assert sorted(documented) == sorted(writers.formats())


def test_every_output_named_in_the_documents_is_made(outputs: set[str]) -> None:
    text = "\n".join(without_blocks(page.read_text(encoding="utf-8")) for page in PAGES)
    named = set(re.findall(r"`build/([\w./-]+\.\w+)`", text))

    assert named
    assert named <= outputs


def first_form(path: re.Match[str]) -> str:
    """Return the beginning of an exam's path as that of the one which the documents show."""
    return "exams/kcna-mock/" + ("form-A" if path[1] else "")


def test_every_output_is_named_in_the_documents(outputs: set[str]) -> None:
    named = set(re.findall(r"`build/([\w./-]+\.\w+)`", text_of("docs/outputs.md")))

    assert {re.sub(r"exams/[^/]+/(form-[A-Z])?", first_form, path) for path in outputs} <= named


def test_the_field_reference_is_what_the_dataclasses_say() -> None:
    assert make_fields().page() == text_of("docs/fields.md"), "run: python docs/make_fields.py"


def make_fields() -> Any:
    spec = importlib.util.spec_from_file_location("make_fields", DOCS / "make_fields.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("page", ["README.md", "docs/format.md"])
def test_the_examples_build_without_a_finding(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    example_bank(page)

    result = run("build")

    assert (result.exit_code, result.stderr) == (0, "")


def example_bank(page: str) -> None:
    """Write the bank of a page; the README shows one file of it."""
    files = {name.removeprefix("questions/"): text for name, text in yaml_files(page).items()}
    assert files
    write({"bank.yaml": HEAD, "workloads/module.yaml": MODULE} | files, Path("questions"))


def test_the_slip_in_the_readme_is_found_as_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    example_bank("README.md")
    items = Path("questions/workloads/items.yaml")
    items.write_text(items.read_text().replace("answer: CronJob", "answer: Deployment"))

    result = run("build")

    assert f"```console\n$ deckgen build\n{result.output}```" in text_of("README.md")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_to_a_file_and_a_heading(page: Path) -> None:
    text = re.sub("`[^`]*`", "", without_blocks(page.read_text(encoding="utf-8")))
    links = re.findall(r"\]\((?!https?:)([^)\s]*)\)|<img src=\"([^\"]+)\"", text)

    for link in map("".join, links):
        name, _, heading = link.partition("#")
        target = page.parent / name if name else page
        assert target.exists(), link
        assert not heading or heading in anchors(target), link


def anchors(page: Path) -> set[str]:
    """Return the names that GitHub gives to a page's headings."""
    titles = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title).strip().lower().replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", FRONT)
def test_every_file_of_the_repository_that_is_named_exists(page: str) -> None:
    named = re.findall(r"`((?:\.ci|docs|questions|src|templates|tests)/[\w./-]*)`", without_blocks(text_of(page)))
    wanted = {name for name in named if not re.search(r"CODE|name_of|target_kind", name)}

    assert not [name for name in wanted if not (REPOSITORY / name).exists()]


def test_the_layers_are_those_that_are_enforced() -> None:
    with (REPOSITORY / "pyproject.toml").open("rb") as file:
        contracts = tomllib.load(file)["tool"]["importlinter"]["contracts"]
    enforced = [without_absent(layer) for layer in next(one for one in contracts if one["type"] == "layers")["layers"]]

    assert "```\n" + "\n".join(enforced) + "\n```" in text_of("ARCHITECTURE.md")


def without_absent(layer: str) -> str:
    """Leave out the modules, in brackets, that do not exist yet."""
    names = layer.split(" | ")
    there = [name.strip("()") for name in names if exists(name.strip("()"))]
    return " | ".join(there)


def exists(module: str) -> bool:
    return any((REPOSITORY / "src/deckgen" / name).exists() for name in (module, f"{module}.py"))


def test_every_dependency_earns_a_line_and_every_line_a_dependency() -> None:
    with (REPOSITORY / "pyproject.toml").open("rb") as file:
        project = tomllib.load(file)["project"]
    shipped, tests = (
        [re.split("[<>=]", one)[0] for one in dependencies if not one.startswith("deckgen[")]
        for dependencies in (project["dependencies"], project["optional-dependencies"]["test"])
    )

    first, second = sections("ARCHITECTURE.md")["Dependencies"].split("| for tests")
    assert sorted(shipped) == sorted(set(re.findall(r"^\| ([\w-]+) \|", first, re.MULTILINE)) - {"package"})
    assert set(tests) <= set(re.findall(r"^\| ([\w-]+) \|", second, re.MULTILINE))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_code_that_is_named_can_be_explained(page: Path) -> None:
    named = re.findall(r"\b[SKRIBFEW]\d{3}\b", page.read_text(encoding="utf-8"))

    assert set(named) <= set(explain.known_codes())


def test_rules_that_are_silent_where_the_bank_is_not_english_are_named() -> None:
    rules = [path.read_text(encoding="utf-8") for path in (REPOSITORY / "src/deckgen/checks").glob("*.py")]
    silent = {re.findall('CODE: Final = "(.+)"', rule)[0] for rule in rules if "if not bank.head.is_english:" in rule}
    said = sections("docs/checking.md")["A bank in another language"].partition("say nothing: ")[2]

    assert silent == set(re.findall(r"[A-Z]\d{3}", said.partition(".")[0]))


def test_nobody_is_sent_to_a_stranger_of_the_same_name() -> None:
    folders = (".ci", ".github", "docs", "questions", "src", "templates")
    files = [
        path for name in folders for path in (REPOSITORY / name).rglob("*") if path.is_file() and path.suffix in TEXTS
    ]
    sent = re.compile(r"\b(?:install|uvx|add) +(?:-\S+ +)*[\"']?deckgen\b")

    assert not [path for path in (*files, *PAGES) if sent.search(path.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_line_of_prose_is_wider_than_120(page: Path) -> None:
    lines = without_blocks(page.read_text(encoding="utf-8")).splitlines()

    assert not [line for line in lines if len(line) > 120 and not line.startswith("|")]
