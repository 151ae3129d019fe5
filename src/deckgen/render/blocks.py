"""The blocks that a template fills: each has to be one of those of the templates that it extends."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from jinja2 import Environment, nodes


def unknown_block(environment: Environment, templates: Mapping[str, bytes], name: str) -> tuple[int, str] | None:
    """Return line and fault of the first block that a template fills and none that it extends has.

    Jinja2 says nothing of such a block, and leaves out what is in it.
    """
    tree = _tree(environment, templates, name)
    known = {block.name for parent in _parents(environment, templates, tree) for block in parent.find_all(nodes.Block)}
    for block in tree.body if known else ():
        if isinstance(block, nodes.Block) and block.name not in known:
            near = get_close_matches(block.name, sorted(known), 1)
            cure = (
                f"; did you mean `{near[0]}`?"
                if near
                else f"; they are {', '.join(f'`{one}`' for one in sorted(known))}"
            )
            return block.lineno, f"there is no block `{block.name}` in what it extends{cure}"
    return None


def _parents(
    environment: Environment, templates: Mapping[str, bytes], tree: nodes.Template
) -> Iterator[nodes.Template]:
    """Yield the templates that one extends, from the nearest on; one that extends itself is told elsewhere."""
    seen: set[str] = set()
    while (name := _extended(tree)) is not None and name in templates and name not in seen:
        seen.add(name)
        tree = _tree(environment, templates, name)
        yield tree


def _extended(tree: nodes.Template) -> str | None:
    found = tree.find(nodes.Extends)
    name = found.template.value if found is not None and isinstance(found.template, nodes.Const) else None
    return name if isinstance(name, str) else None


def _tree(environment: Environment, templates: Mapping[str, bytes], name: str) -> nodes.Template:
    return environment.parse(templates[name].decode("utf-8-sig"), name)
