"""What a template fills and sets: each has to reach the page, of which Jinja2 says nothing."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from jinja2 import Environment, meta, nodes


def reached(environment: Environment, templates: Mapping[str, bytes], name: str, seen: set[str]) -> Iterator[str]:
    """Yield a template and what it extends, includes and imports, and these in turn; what was seen before is not."""
    waiting = [name]
    while waiting:
        one = waiting.pop()
        if one in templates and one not in seen:
            seen.add(one)
            yield one
            waiting += filter(None, meta.find_referenced_templates(_tree(environment, templates, one)))


def lost_part(environment: Environment, templates: Mapping[str, bytes], name: str) -> tuple[int, str] | None:
    """Return line and fault of the first block that a template fills, or word that it sets, in vain.

    Jinja2 leaves out a block that none of the extended templates has, and what these set themselves comes later.
    """
    tree = _tree(environment, templates, name)
    parents = list(_parents(environment, templates, tree))
    known = {block.name for parent in parents for block in parent.find_all(nodes.Block)}
    anew = {word for parent in parents for _, word in _set(parent)}
    for block in tree.body if known else ():
        if isinstance(block, nodes.Block) and block.name not in known:
            return block.lineno, f"there is no block `{block.name}` in what it extends{_cure(block.name, known)}"
    for line, word in _set(tree):
        if word in anew:
            return line, f"what it extends sets `{word}` after it; set all here, without `extends`"
    return None


def _cure(name: str, known: set[str]) -> str:
    near = get_close_matches(name, sorted(known), 1)
    return f"; did you mean `{near[0]}`?" if near else f"; they are {', '.join(f'`{one}`' for one in sorted(known))}"


def _set(tree: nodes.Template) -> Iterator[tuple[int, str]]:
    """Yield line and name of what a template sets outside its blocks."""
    for one in tree.body:
        if isinstance(one, nodes.Assign | nodes.AssignBlock) and isinstance(one.target, nodes.Name):
            yield one.lineno, one.target.name


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
    """Parse a template; bytes that are not UTF-8 are told elsewhere."""
    return environment.parse(templates[name].decode("utf-8-sig", "replace"), name)
